import type { Id } from "#ground";
import type { NeedId, ThemeId } from "./taxonomy.ts";

/** Where a need comes from: the person said it, the listening found it, or a register told it. */
export const needOrigins = ["expressed", "detected", "register"] as const;
export type NeedOrigin = (typeof needOrigins)[number];

export const needStatuses = ["identified", "accepted", "handled", "met", "partly-met", "unmet", "declined", "gone"] as const;
export type NeedStatus = (typeof needStatuses)[number];

export type Severity = 1 | 2 | 3;

/** Besoin : what is found behind a demand, or beside it. */
export interface Need {
  readonly id: Id<"Need">;
  readonly situationId: Id<"Situation">;
  readonly personId: Id<"Person">;
  readonly demandId: Id<"Demand"> | undefined;
  readonly theme: ThemeId;
  readonly need: NeedId;
  readonly origin: NeedOrigin;
  readonly severity: Severity;
  readonly status: NeedStatus;
  /** When it was told to the person, and she answered. */
  readonly acknowledgedAt: Date | undefined;
  readonly notedAt: Date;
}

const openStatuses: readonly NeedStatus[] = ["identified", "accepted", "handled"];

/** A need still waits for something. */
export const isOpenNeed = (need: Pick<Need, "status">): boolean => openStatuses.includes(need.status);

/** What the person knows of a need: « Pas encore dit », « d'accord », « ne souhaite pas ». */
export type Told = "untold" | "agreed" | "declined";

export const toldOf = (need: Pick<Need, "status" | "acknowledgedAt">): Told => {
  if (need.status === "declined") return "declined";
  return need.acknowledgedAt === undefined ? "untold" : "agreed";
};

/**
 * Whether a need may be handed over to a provider. The person must have been told of it and not have declined it; until then she may
 * only be informed. An emergency goes first.
 */
export const mayBeHandedOver = (need: Pick<Need, "status" | "acknowledgedAt">, mode: "ordinary" | "emergency" = "ordinary"): boolean =>
  mode === "emergency" || (isOpenNeed(need) && toldOf(need) === "agreed");

/** How many needs the person expressed, and how many were found by listening or by a register. */
export const needCounts = (needs: readonly Pick<Need, "origin">[]): { readonly expressed: number; readonly detected: number } => {
  const expressed = needs.filter((need) => need.origin === "expressed").length;
  return { expressed, detected: needs.length - expressed };
};
