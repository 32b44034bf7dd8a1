import type { DemandShown, NeedShown } from "./exchange.contract.ts";

/** Fin d'un échange bref, as it is typed: what was asked, and whether it was answered. */
export interface BriefTyped {
  readonly words: string;
  readonly theme: string;
  readonly answered: "" | "yes" | "no";
}

/** The theme of the last need that was answered is most often that of the demand. */
export const briefFrom = (needs: readonly Pick<NeedShown, "theme">[]): BriefTyped => ({
  words: "",
  theme: needs.at(-1)?.theme ?? "",
  answered: "",
});

/** The demands that were noted during this exchange: one is enough to close. */
export const demandsSince = (demands: readonly DemandShown[], startedAt: string): readonly DemandShown[] =>
  demands.filter((demand) => new Date(demand.notedAt).getTime() >= new Date(startedAt).getTime());

export type BriefVerdict =
  | { readonly kind: "missing"; readonly fields: readonly ("words" | "theme" | "answered")[] }
  | {
      readonly kind: "complete";
      readonly brief: { readonly answered: "yes" | "no"; readonly demand?: { readonly words: string; readonly theme: string } };
    };

/** Reads what was typed. @param hasDemand one was noted already during this exchange: nothing need be typed again */
export const readBrief = (typed: BriefTyped, hasDemand: boolean): BriefVerdict => {
  const words = typed.words.trim();
  const needsWords = !hasDemand && words === "";
  const needsTheme = words !== "" && typed.theme === "";
  if (typed.answered === "" || needsWords || needsTheme)
    return {
      kind: "missing",
      fields: [
        ...(needsWords ? (["words"] as const) : []),
        ...(needsTheme ? (["theme"] as const) : []),
        ...(typed.answered === "" ? (["answered"] as const) : []),
      ],
    };
  return {
    kind: "complete",
    brief: { answered: typed.answered, ...(words === "" ? {} : { demand: { words, theme: typed.theme } }) },
  };
};
