import { z } from "zod";
import { isDay } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { applicationStates, gestureKinds, paymentPeriods, paymentProofs, refusalReasons, waysOfAsking } from "./application.ts";
import { bodies, appealBodies, rightStarts } from "./right-rule.ts";
import { paperKinds } from "./paper.ts";
import { letterKinds } from "./letter.ts";

const DayContract = z.string("Indiquez une date.").refine(isDay, "Indiquez une date, par exemple 2026-12-03.");
const instant = z.iso.datetime();
const day = z.string();
const Note = z.string().trim().max(500, "Raccourcissez : 500 signes au plus.").default("");
const Line = (missing: string) => z.string().trim().min(2, missing).max(120, "Raccourcissez : 120 signes au plus.");

export const AmountContract = z.object({
  cents: z
    .number("Indiquez un montant, par exemple 210 ou 210,50.")
    .int("Indiquez un montant, par exemple 210 ou 210,50.")
    .min(1, "Indiquez un montant, par exemple 210 ou 210,50.")
    .max(100_000_000, "Ce montant est trop grand."),
  period: z.enum(paymentPeriods, "Choisissez : une fois, par mois ou par an."),
});

/** Of which right: a code, and a name when it is none of the sixteen. */
export const RightAskedContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("computed"), right: z.enum(rightIds, "Choisissez un droit.") }),
  z.object({ kind: z.literal("local"), label: Line("Dites de quelle aide il s’agit."), benefitId: z.uuid().exactOptional() }),
  z.object({ kind: z.literal("other"), label: Line("Dites de quel droit il s’agit.") }),
]);
export const StartBodyContract = z.object({ asked: RightAskedContract });
export const StartedContract = z.object({ id: z.uuid(), isNew: z.boolean() });

/** One gesture, as it is typed and as it is kept. */
export const GestureContract = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("ask"),
    on: DayContract,
    how: z.enum(waysOfAsking, "Dites comment la demande est partie."),
    toWhom: Line("Dites à qui la demande est partie."),
    note: Note,
  }),
  z.object({
    kind: z.literal("grant"),
    on: DayContract,
    amount: AmountContract.exactOptional(),
    from: DayContract.exactOptional(),
    note: Note,
  }),
  z
    .object({
      kind: z.literal("refuse"),
      on: DayContract,
      reason: z.enum(refusalReasons, "Dites pourquoi, comme la réponse le dit."),
      note: Note,
    })
    .refine((given) => given.reason !== "other" || given.note !== "", { path: ["note"], message: "Dites pourquoi, en quelques mots." }),
  z.object({ kind: z.literal("appeal"), on: DayContract, toWhom: Line("Dites à qui le recours est parti."), note: Note }),
  z.object({
    kind: z.literal("pay"),
    on: DayContract,
    amount: AmountContract.exactOptional(),
    proof: z.enum(paymentProofs, "Dites comment nous le savons."),
    note: Note,
  }),
  z.object({ kind: z.literal("withdraw"), on: DayContract, note: Note }),
  z.object({ kind: z.literal("resume"), on: DayContract, note: Note }),
]);

const DeadlineContract = z.object({
  kind: z.enum(["ask", "answer", "appeal", "appeal-answer", "money"]),
  on: day,
  isPast: z.boolean(),
});
const ShownStep = z.object({
  id: z.uuid(),
  kind: z.enum(["open", ...gestureKinds]),
  on: day,
  at: instant,
  by: z.string().nullable(),
  isUndone: z.boolean(),
  how: z.enum(waysOfAsking).nullable(),
  toWhom: z.string().nullable(),
  amount: AmountContract.nullable(),
  from: day.nullable(),
  reason: z.enum(refusalReasons).nullable(),
  proof: z.enum(paymentProofs).nullable(),
  note: z.string(),
});
const HeldContract = z.object({ seenOn: day, validUntil: day.nullable() });

export const ApplicationContract = z.object({
  id: z.uuid(),
  situationId: z.uuid(),
  /** Undefined in its kind: one of the sixteen by its code, otherwise the label is its name. */
  right: z.enum(rightIds).nullable(),
  label: z.string().nullable(),
  state: z.enum(applicationStates),
  since: day,
  amount: AmountContract.nullable(),
  needsAmount: z.boolean(),
  usualPeriod: z.enum(paymentPeriods),
  deadline: DeadlineContract.nullable(),
  losesAMonth: z.boolean(),
  mayDo: z.array(z.enum(gestureKinds)),
  /** What may still be taken back today. */
  undoable: z.enum(["open", ...gestureKinds]).nullable(),
  rule: z.object({
    body: z.enum(bodies),
    start: z.enum(rightStarts),
    startArticle: z.string().nullable(),
    silenceMonths: z.number(),
    silenceIsRefusal: z.boolean(),
    silenceArticle: z.string().nullable(),
    appealTo: z.enum(appealBodies),
    appealArticle: z.string().nullable(),
  }),
  papers: z.array(z.object({ paper: z.enum(paperKinds), held: HeldContract.nullable() })),
  letters: z.array(z.object({ kind: z.enum(letterKinds), version: z.number() })),
  steps: z.array(ShownStep),
});
export type ApplicationShown = z.infer<typeof ApplicationContract>;

export const PlanStepContract = z.object({
  right: z.enum(rightIds),
  isSure: z.boolean(),
  lowCents: z.number(),
  highCents: z.number(),
  period: z.enum(["month", "year"]),
  start: z.enum(rightStarts),
  startArticle: z.string().nullable(),
  body: z.enum(bodies),
  by: day,
  isPressing: z.boolean(),
  papers: z.array(z.object({ paper: z.enum(paperKinds), held: HeldContract.nullable() })),
});
export type PlanStepShown = z.infer<typeof PlanStepContract>;

export const ApplicationsContract = z.object({
  situationId: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  isClosed: z.boolean(),
  today: day,
  applications: z.array(ApplicationContract),
  /** The rights that the estimate found and that nobody asked for yet. */
  plan: z.array(PlanStepContract),
});
export type ApplicationsShown = z.infer<typeof ApplicationsContract>;
export const PersonApplicationsContract = z.object({ personId: z.uuid(), today: day, applications: z.array(ApplicationContract) });
export const ApplicationPlaceContract = z.object({ id: z.uuid(), situationId: z.uuid() });
export const DoneContract = z.object({ done: z.literal(true) });
