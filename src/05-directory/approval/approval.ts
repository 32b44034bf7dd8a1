import { addDays, compareDays, daysBetween, type Day } from "#engines/calendar";
import type { Id } from "#ground";

/** Sortes d'agrément : given by an authority, checked against a norm, granted as a label, or agreed between two. */
export const approvalKinds = ["agrement", "norme", "label", "convention"] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** Justificatif : where the paper may be read, or the file that was seen, by its name and its fingerprint (SHA-256, in hexadecimal). */
export interface ApprovalProof {
  readonly url: string | undefined;
  readonly file: { readonly name: string; readonly hash: string } | undefined;
}

/** Agrément : what a body recognises to a structure, for a period. */
export interface Approval {
  readonly id: Id<"Approval">;
  readonly structureId: string;
  /** Approvals that follow one another for the same thing stand in one line. */
  readonly lineId: string;
  /** Its rank in the line: a renewal comes after what it renews. */
  readonly seq: number;
  readonly kind: ApprovalKind;
  readonly title: string;
  /** Who gave it. */
  readonly body: string;
  readonly number: string | undefined;
  readonly from: Day;
  /** The last day, included; undefined when it has no end. */
  readonly until: Day | undefined;
  /** Without it, the structure is asked for nothing new. */
  readonly isRequired: boolean;
  readonly proof: ApprovalProof;
  readonly recordedAt: Date;
  /** Taken away: from that day on it is no longer held. */
  readonly withdrawn: { readonly on: Day; readonly because: string | undefined } | undefined;
}

/** Ligne d'agrément : an approval and its renewals, in their order. There is always one. */
export type ApprovalLine = readonly [Approval, ...Approval[]];

/** A line, with the name of who holds it. */
export interface ApprovalLineOfStructure {
  readonly structure: string;
  readonly line: ApprovalLine;
}

/** A structure to choose among others. */
export interface StructureFound {
  readonly id: string;
  readonly name: string;
  readonly commune: string | undefined;
}

/** Où en est un agrément, on a day. */
export type ApprovalState =
  | { readonly kind: "valid"; readonly until: Day | undefined }
  /** It is held, and ends within thirty days. */
  | { readonly kind: "ending"; readonly until: Day; readonly daysLeft: number }
  | { readonly kind: "not-begun"; readonly from: Day }
  | { readonly kind: "expired"; readonly until: Day }
  | { readonly kind: "withdrawn"; readonly on: Day };

/** Told thirty days before: the time of a renewal. */
export const noticeDays = 30;

/** The last day on which it is held. */
const lastDayOf = ({ until, withdrawn }: Approval): Day | undefined => {
  if (withdrawn === undefined) return until;
  const before = addDays(withdrawn.on, -1);
  return until !== undefined && until < before ? until : before;
};

/** Whether it is held on that day, its first and last days included. */
export const isHeld = (approval: Approval, on: Day): boolean => {
  const last = lastDayOf(approval);
  return approval.from <= on && (last === undefined || on <= last);
};

/** The last day held without a gap from today on; undefined: without end. */
const heldUntil = (line: ApprovalLine, today: Day): Day | undefined => {
  let last = today;
  for (;;) {
    const on = last;
    const holding = line.filter((approval) => isHeld(approval, on)).map(lastDayOf);
    if (holding.includes(undefined)) return undefined;
    const end = holding
      .filter((day) => day !== undefined)
      .toSorted(compareDays)
      .at(-1);
    if (end === undefined) return addDays(last, -1);
    last = addDays(end, 1);
  }
};

/** Where a line stands. A renewal that begins the day after the last leaves no gap. @param today in Paris */
export const stateOf = (line: ApprovalLine, today: Day): ApprovalState => {
  if (line.some((approval) => isHeld(approval, today))) {
    const until = heldUntil(line, today);
    const daysLeft = until === undefined ? Number.POSITIVE_INFINITY : daysBetween(today, until);
    return until === undefined || daysLeft > noticeDays ? { kind: "valid", until } : { kind: "ending", until, daysLeft };
  }
  const next = line
    .filter((approval) => approval.from > today && approval.withdrawn === undefined)
    .map(({ from }) => from)
    .toSorted(compareDays)[0];
  if (next !== undefined) return { kind: "not-begun", from: next };
  const last = line.at(-1) ?? line[0];
  if (last.withdrawn !== undefined && (last.until === undefined || last.withdrawn.on <= last.until))
    return { kind: "withdrawn", on: last.withdrawn.on };
  return { kind: "expired", until: last.until ?? last.from };
};

/** Whether the structure may not be asked for anything new because of this line. What was asked before goes on. */
export const keepsOut = (line: ApprovalLine, today: Day): boolean =>
  (line.at(-1) ?? line[0]).isRequired && !line.some((approval) => isHeld(approval, today));

/** Ce qu'un agrément change aux demandes: for those who hand requests over. */
export interface ApprovalStanding {
  readonly lineId: string;
  /** Nothing new is asked of the structure. */
  readonly keepsOut: boolean;
  /** « ends »: within thirty days. « ended »: on this day it is not held. */
  readonly stage: "held" | "ends" | "ended";
  /** The last day held; undefined when none is known. */
  readonly lastDay: Day | undefined;
}

/** Where a line stands, for those who hand requests over. */
export const standingOf = (line: ApprovalLine, today: Day): ApprovalStanding => {
  const state = stateOf(line, today);
  const stage = state.kind === "valid" ? "held" : state.kind === "ending" ? "ends" : "ended";
  const lastDay = state.kind === "withdrawn" ? addDays(state.on, -1) : state.kind === "not-begun" ? addDays(state.from, -1) : state.until;
  return { lineId: line[0].lineId, keepsOut: keepsOut(line, today), stage, lastDay };
};

/** Approvals, in lines; those of a line in their order. */
export const linesOf = (approvals: readonly Approval[]): readonly ApprovalLine[] => {
  const lines = new Map<string, [Approval, ...Approval[]]>();
  for (const approval of approvals.toSorted((a, b) => a.seq - b.seq)) {
    const line = lines.get(approval.lineId);
    if (line) line.push(approval);
    else lines.set(approval.lineId, [approval]);
  }
  return [...lines.values()];
};

const urgency: Readonly<Record<ApprovalState["kind"], number>> = { expired: 0, withdrawn: 0, ending: 1, "not-begun": 2, valid: 3 };
const endOf = (state: ApprovalState): string => {
  if (state.kind === "withdrawn") return state.on;
  if (state.kind === "not-begun") return state.from;
  return state.until ?? "9999-12-31";
};

/** What wants care first: ended, then what ends soonest. */
export const byUrgency = (a: ApprovalState, b: ApprovalState): number =>
  urgency[a.kind] - urgency[b.kind] || endOf(a).localeCompare(endOf(b));
