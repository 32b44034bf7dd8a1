import { inWords, timeInWords } from "#engines/calendar";
import type { Told } from "./need.ts";
import { summaryPageWords } from "./summary-page.words.ts";

export const summarySections = ["asked", "agreed", "steps", "people"] as const;
export type SummarySection = (typeof summarySections)[number];

/** Résumé pour la personne : what was said together, in lines of plain French, and a word from whoever listened. */
export interface Summary {
  readonly lines: Readonly<Record<SummarySection, readonly string[]>>;
  /** Written by the counsellor for her. */
  readonly word: string;
}

/** What a later room adds: a step that she chose, or somebody to call. */
export interface SummaryLine {
  readonly section: "steps" | "people";
  readonly text: string;
}

/** From what a summary is drafted. Notes, what a machine proposed, dangers and emotions have no place here: they are not even given. */
export interface SummaryFacts {
  readonly demands: readonly { readonly words: string }[];
  readonly needs: readonly { readonly label: string; readonly told: Told; readonly isOpen: boolean }[];
  readonly nextAction: { readonly what: string; readonly at: Date } | undefined;
  readonly fromRooms: readonly SummaryLine[];
  /** The line to call back. */
  readonly service: { readonly name: string; readonly phone: string };
}

const words = summaryPageWords.fr;

/**
 * Écrit le premier jet : her demands in her words, the needs that she agreed to, what comes next, who may be called. What was not said to
 * her is never in it. The counsellor changes it with her before it is given.
 */
export const draftSummary = (facts: SummaryFacts): Summary => ({
  lines: {
    asked: facts.demands.filter((demand) => demand.words !== "").map((demand) => `« ${demand.words} »`),
    agreed: facts.needs.filter((need) => need.told === "agreed" && need.isOpen).map((need) => need.label),
    steps: [
      ...(facts.nextAction ? [words.next(facts.nextAction.what, inWords(facts.nextAction.at), timeInWords(facts.nextAction.at))] : []),
      ...textsOf(facts.fromRooms, "steps"),
    ],
    people: [words.callUs(facts.service.name, facts.service.phone), ...textsOf(facts.fromRooms, "people")],
  },
  word: "",
});

const textsOf = (lines: readonly SummaryLine[], section: SummaryLine["section"]): readonly string[] => [
  ...new Set(lines.filter((line) => line.section === section).map((line) => line.text)),
];

/** All of it holds on one page, in letters that can be read. */
export const summaryMaxLength = 2_600;
export const summaryLength = (summary: Summary): number =>
  summary.word.length + summarySections.reduce((sum, section) => sum + summary.lines[section].join("\n").length, 0);
