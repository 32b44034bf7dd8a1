import { z } from "zod";
import { gainBases, gainKinds, gainPeriods, isInEuros } from "./gain.ts";
import { deliveredAnswers, outcomeSources } from "./outcome.ts";

const instant = z.iso.datetime();

export const OutcomesContract = z.object({
  referralId: z.uuid(),
  verdict: z.enum(["delivered", "partly", "not-delivered", "disputed"]).nullable(),
  /** Whether the reader may settle a dispute. */
  maySettle: z.boolean(),
  words: z.array(
    z.object({
      id: z.uuid(),
      source: z.enum(outcomeSources),
      delivered: z.enum(deliveredAnswers),
      reason: z.string().nullable(),
      satisfaction: z.number().nullable(),
      saidAt: instant,
      saidBy: z.string().nullable(),
    }),
  ),
});
export type OutcomesShown = z.infer<typeof OutcomesContract>;

/** What a counsellor writes: her own word, or one heard on the telephone. */
export const OutcomeBodyContract = z
  .object({
    source: z.enum(["provider", "person", "counsellor"], "Dites de qui vient cette réponse."),
    delivered: z.enum(deliveredAnswers, "Choisissez une réponse."),
    reason: z.string().trim().max(300, "Raccourcissez : 300 signes au plus.").default(""),
    satisfaction: z.number().int().min(1).max(4).nullable().default(null),
  })
  .refine((given) => given.delivered === "yes" || given.source === "person" || given.reason !== "", {
    path: ["reason"],
    message: "Dites pourquoi, en quelques mots.",
  });

export const GainShownContract = z.object({
  id: z.uuid(),
  situationId: z.uuid(),
  referralId: z.uuid().nullable(),
  kind: z.enum(gainKinds),
  label: z.string(),
  amount: z.object({ cents: z.number(), period: z.enum(gainPeriods) }).nullable(),
  basis: z.enum(gainBases),
  notedAt: instant,
});
const TotalsContract = z.object({ declared: z.number(), estimated: z.number(), proven: z.number() });
export const GainsContract = z.object({
  personId: z.uuid(),
  gains: z.array(GainShownContract),
  /** Cents over twelve months. */
  perYear: z.object({ money: TotalsContract, avoidedCost: TotalsContract }),
});
export type GainsShown = z.infer<typeof GainsContract>;

export const GainBodyContract = z
  .object({
    kind: z.enum(gainKinds, "Choisissez ce qui a été gagné."),
    label: z.string().trim().min(2, "Dites ce qui a été gagné, en quelques mots.").max(200, "Raccourcissez : 200 signes au plus."),
    amount: z
      .object({
        cents: z
          .number("Indiquez un montant.")
          .int("Indiquez un montant.")
          .min(1, "Indiquez un montant.")
          .max(100_000_000, "Ce montant est trop grand."),
        period: z.enum(gainPeriods, "Choisissez : une fois, par mois ou par an."),
      })
      .nullable()
      .default(null),
    basis: z.enum(gainBases, "Choisissez : dit, estimé ou prouvé."),
    referralId: z.uuid().nullable().default(null),
  })
  .refine((given) => isInEuros(given.kind) === (given.amount !== null), {
    path: ["amount"],
    message: "Un gain d’argent a un montant ; les autres n’en ont pas.",
  });
export type GainBody = z.infer<typeof GainBodyContract>;
export type OutcomeBody = z.infer<typeof OutcomeBodyContract>;
export const IdContract = z.object({ id: z.uuid() });
export const DoneContract = z.object({ done: z.literal(true) });
