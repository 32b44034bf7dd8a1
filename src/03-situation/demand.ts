import type { Id } from "#ground";
import type { ThemeId } from "./taxonomy.ts";

/** Demande : what is asked, in the person's own words. */
export interface Demand {
  readonly id: Id<"Demand">;
  readonly situationId: Id<"Situation">;
  readonly theme: ThemeId;
  /** Empty once erased. */
  readonly words: string;
  readonly notedAt: Date;
  readonly answered: "yes" | "no" | undefined;
}
