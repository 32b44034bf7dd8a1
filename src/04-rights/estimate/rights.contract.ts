import { z } from "zod";
import { rightIds } from "#engines/rules";
import { changes } from "./change.ts";
import { factSources } from "./kept-fact.ts";
import { estimateWords } from "./estimate.words.ts";

const words = estimateWords.fr.refusals;
const instant = z.iso.datetime({ offset: true });
/** Whole cents, never negative. */
const cents = z.int().min(0);

export const FactValueContract = z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(60)).max(40), z.null()]);

/** Fait, as the desk shows it: what was answered, where it comes from, and whether the last answer may be taken back. */
export const FactShownContract = z.object({
  value: FactValueContract,
  source: z.enum(factSources),
  saidAt: instant.nullable(),
  saidBy: z.string().nullable(),
  mayTakeBack: z.boolean(),
});
export type FactShown = z.infer<typeof FactShownContract>;

const DoubtContract = z.object({ kind: z.string(), reason: z.string(), document: z.string().nullable() });

/** Un droit estimé. */
export const RightShownContract = z.object({
  right: z.enum(rightIds),
  state: z.enum(["acquired", "excluded", "uncertain"]),
  period: z.enum(["month", "year"]),
  lowCents: cents,
  highCents: cents,
  likelyCents: cents,
  /** Complémentaire santé: no money, but what it may be, the best first; nothing for the other rights. */
  health: z.array(z.enum(["free", "paid", "none"])),
  received: z.enum(["yes", "no", "unknown"]),
  /** What is not received of it, each month or each year as `period` says. */
  lostLowCents: cents,
  lostHighCents: cents,
  /** The plain questions that would settle it, the most useful first. */
  missing: z.array(z.string()),
  doubts: z.array(DoubtContract),
});
export type RightShown = z.infer<typeof RightShownContract>;

/** Montant inattendu, as the page shows it. */
export const ReportShownContract = z.object({
  id: z.string(),
  right: z.enum(rightIds),
  kind: z.enum(["decided-otherwise", "seems-wrong", "should-be-there"]),
  said: z.string().nullable(),
  reportedAt: instant,
  reportedBy: z.string().nullable(),
});
export type ReportShown = z.infer<typeof ReportShownContract>;

/** Droits d'une situation : the estimate with what is known now, in one answer for the panel and for the page. */
export const RightsContract = z.object({
  situationId: z.string(),
  personName: z.string(),
  /** How the commune is called, once it is known. */
  communeName: z.string().nullable(),
  /** AAAA-MM: the month of the rights. */
  month: z.string(),
  /** A closed situation is read, and not answered any more. */
  isOpen: z.boolean(),
  maySettleReports: z.boolean(),
  /** The questions that have a sense now, in their calm order, with what was answered. */
  questions: z.array(z.object({ id: z.string(), fact: FactShownContract.nullable() })),
  /** The question that would settle most, and how much it could change a month; no amount when it must come first anyway. */
  next: z.object({ question: z.string(), couldChangeCents: cents.nullable() }).nullable(),
  rights: z.array(RightShownContract),
  notTakenUp: z.object({ lowMonthCents: cents, highMonthCents: cents, lowYearCents: cents, highYearCents: cents }),
  /** What is supposed when nothing is said, in sentences. */
  assumptions: z.array(z.string()),
  /** What keeps the engine from reading the household: sentences to show beside the questions that they name. */
  complaints: z.array(z.object({ question: z.string().nullable(), sentence: z.string() })),
  /** AAAA-MM-JJ: the newest scale used. */
  scalesFrom: z.string().nullable(),
  oldScales: z.array(z.object({ label: z.string(), lastDate: z.string(), months: z.int() })),
  reports: z.array(ReportShownContract),
});
export type RightsShown = z.infer<typeof RightsContract>;

/** Un droit expliqué, step by step. */
export const RightExplainedContract = z.object({
  right: z.enum(rightIds),
  shown: RightShownContract,
  /** The amount that the steps add up to: that of the household as it most probably is. */
  amountCents: cents,
  steps: z.array(
    z.object({
      label: z.string(),
      value: z.number(),
      unit: z.string(),
      source: z.string(),
      scaleDate: z.string().nullable(),
      addsCents: z.int().nullable(),
    }),
  ),
  departures: z.array(z.object({ reason: z.string(), document: z.string().nullable() })),
});
export type RightExplained = z.infer<typeof RightExplainedContract>;

const questionId = z.string().regex(/^[a-z0-9.-]{1,60}$/, words.unknownQuestion);

/** Answers as they are typed: a choice by its id, several with commas, « ne-sait-pas » when nobody knows. */
export const AnswerFactsContract = z.object({
  answers: z
    .array(z.object({ question: questionId, typed: z.string().max(500, words.tooLong) }))
    .min(1, words.nothing)
    .max(40, words.tooMany),
  source: z.enum(["counsellor", "notes"]),
});
export const TakeBackFactContract = z.object({ question: questionId });

export const ReportContract = z.object({
  right: z.enum(rightIds),
  kind: z.enum(["decided-otherwise", "seems-wrong", "should-be-there"], words.reportKind),
  said: z.string().trim().max(1000, words.tooLong),
});
/** Kept with the key of the write: it holds nothing of what was said. */
export const DoneContract = z.object({ done: z.literal(true) });
export const IdContract = z.object({ id: z.string() });

export const CompareContract = z.object({ change: z.enum(changes), wage: z.string().max(20).optional() });

/** Ce qui change: two columns, before and after. */
export const ComparedContract = z.object({
  change: z.enum(changes),
  assumptions: z.array(z.string()),
  rights: z.array(z.object({ right: z.enum(rightIds), before: RightShownContract, after: RightShownContract })),
});
export type ComparedShown = z.infer<typeof ComparedContract>;
