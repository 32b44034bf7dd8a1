import type { LabelledText } from "#engines/words";
import { emotions } from "./emotion.ts";
import { fragilities } from "./fragility.ts";
import { masksIn } from "./segment.ts";
import { isNeedId } from "./taxonomy.ts";
import { urgencyMotives, type UrgencyLevel } from "./urgency.ts";

type EntityType = LabelledText["entities"][number]["type"];

/** Texte corrigé : a masked text of whoever agrees now, the verdicts given on it in their order, and what humans noted around it. */
export interface TaughtText {
  readonly text: string;
  /** The highest level that a human flagged on the situation: what the machine read of it must not teach the machine. */
  readonly urgency: UrgencyLevel;
  readonly motives: readonly string[];
  readonly fragilities: readonly string[];
  readonly verdicts: readonly {
    readonly kind: "need" | "emotion" | "danger";
    readonly label: string;
    readonly verdict: "kept" | "refused" | "added" | "withdrawn";
  }[];
}

/**
 * Leçon : a masked text and what humans found in it, as the engine learns it. The last verdict on a label counts; what was refused or
 * withdrawn is not there, which teaches too. Labels that our taxonomy no longer knows are left out.
 * @param id which text it is in this lesson; it names nobody
 */
export const lessonOf = (taught: TaughtText, id: string): LabelledText => {
  const last = new Map(taught.verdicts.map(({ kind, label, verdict }) => [`${kind} ${label}`, { kind, label, isThere: isThere(verdict) }]));
  const found = (kind: "need" | "emotion" | "danger"): string[] =>
    [...last.values()].filter((each) => each.kind === kind && each.isThere).map(({ label }) => label);
  const dangers = [...last.values()].filter(({ kind }) => kind === "danger");
  return {
    id,
    register: "note_conseiller",
    text: taught.text,
    needs: found("need").filter(isNeedId),
    emotions: found("emotion").filter((each) => emotions.some((emotion) => emotion === each)),
    urgency: urgencyOf(taught.urgency, dangers),
    motives: [...new Set([...taught.motives, ...found("danger")])].filter((each) => urgencyMotives.some((motive) => motive === each)),
    fragilities: taught.fragilities.filter((each) => fragilities.some((fragility) => fragility === each)),
    entities: masksIn(taught.text).map(({ start, end }) => {
      const token = taught.text.slice(start, end);
      return { type: token.replaceAll(/[[\]]|_\d+/g, "") as EntityType, start, end, text: token };
    }),
  };
};

const isThere = (verdict: TaughtText["verdicts"][number]["verdict"]): boolean => verdict === "kept" || verdict === "added";

/** A danger answered yes is 3; one answered no is not, whatever else was flagged on the situation. */
const urgencyOf = (flagged: UrgencyLevel, dangers: readonly { readonly isThere: boolean }[]): UrgencyLevel => {
  if (dangers.some((danger) => danger.isThere)) return 3;
  return dangers.length > 0 && flagged === 3 ? 2 : flagged;
};
