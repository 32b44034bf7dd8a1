import { addMonths, dayOf, type Day } from "#engines/calendar";
import type { Id } from "#ground";
import { grids, type Grid } from "./grid.ts";

/** Diagnostic : how each domain of life goes, signed by a human on one day. Never changed: a new version supersedes it. */
export interface Diagnosis {
  readonly id: Id<"Diagnosis">;
  readonly situationId: Id<"Situation">;
  readonly version: number;
  readonly gridVersion: string;
  /** Domain → state, in the identifiers of its grid. A domain that is not there was not discussed. */
  readonly answers: Readonly<Record<string, string>>;
  readonly signedAt: Date;
  readonly signedBy: Id<"Staff">;
}

const monthsOfValidity = 6;

/** The last day on which a diagnosis holds, six months after its signature. */
export const validUntil = (diagnosis: Pick<Diagnosis, "signedAt">): Day => addMonths(dayOf(diagnosis.signedAt), monthsOfValidity);

/** Derived, never stored: past its last day a diagnosis is to be done again, and stays readable. */
export const isExpired = (diagnosis: Pick<Diagnosis, "signedAt">, now: Date): boolean => dayOf(now) > validUntil(diagnosis);

export interface AnswerInWords {
  readonly domain: string;
  readonly domainLabel: string;
  readonly state: string;
  readonly stateLabel: string;
}

/**
 * The answers of a diagnosis in the words of the grid that it was signed with, whatever the later grids say.
 * Throws when that grid is not kept: a version that was signed with may not be removed.
 */
export const inItsWords = (
  diagnosis: Pick<Diagnosis, "gridVersion" | "answers">,
  kept: readonly Grid[] = grids,
): readonly AnswerInWords[] => {
  const grid = kept.find((each) => each.version === diagnosis.gridVersion);
  if (!grid) throw new Error(`grid ${diagnosis.gridVersion} is not kept`);
  return Object.entries(diagnosis.answers).map(([domain, state]) => ({
    domain,
    domainLabel: grid.domains.find((each) => each.id === domain)?.label ?? domain,
    state,
    stateLabel: grid.states.find((each) => each.id === state)?.label ?? state,
  }));
};

export interface Progress {
  /** Domains discussed, among those that concern the person. */
  readonly discussed: number;
  readonly relevant: number;
}

/** « 8 domaines abordés sur 12 »: what is set aside does not count. */
export const progressOf = (answers: Readonly<Record<string, string>>, domains: readonly { readonly id: string }[]): Progress => {
  const states = domains.map((domain) => answers[domain.id] ?? "todo");
  const relevant = states.filter((state) => state !== "apart");
  return { discussed: relevant.filter((state) => state !== "todo").length, relevant: relevant.length };
};

/** The domains whose state is no longer the same, before and after; a domain that was not there was still to be discussed. */
export const changesBetween = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly { readonly domain: string; readonly before: string; readonly after: string }[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((domain) => ({ domain, before: before[domain] ?? "todo", after: after[domain] ?? "todo" }))
    .filter((change) => change.before !== change.after);

/** What is compared on screens: a signed tour, its answers in the words of its own grid. */
interface SignedAnswers {
  readonly answers: Readonly<Record<string, string>>;
  readonly inWords: readonly AnswerInWords[];
  readonly signedAt: string;
}

/**
 * What a domain was before, for a cell to say « était difficulté le 12 mars »: the last signed tour when this one is being changed, else the
 * one before it. Nothing when it is the same, or was not discussed.
 * @param state where the domain stands on the screen
 */
export const wasBefore = (
  domain: string,
  state: string,
  signed: SignedAnswers | undefined,
  previous: SignedAnswers | undefined,
): { readonly stateLabel: string; readonly on: string } | undefined => {
  const base = signed && (signed.answers[domain] ?? "todo") !== state ? signed : previous;
  const before = base?.inWords.find((each) => each.domain === domain);
  return base && before && before.state !== state && before.state !== "todo"
    ? { stateLabel: before.stateLabel, on: base.signedAt }
    : undefined;
};
