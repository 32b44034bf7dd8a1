import { z } from "zod";
import { amountPeriods, ConditionContract } from "./benefit.contract.ts";
import { missingFacts } from "./benefit-facts.ts";
import { territoryKinds } from "./territory.ts";

export const NamedTerritoryContract = z.object({
  kind: z.enum(territoryKinds),
  code: z.string(),
  name: z.string(),
  detail: z.string(),
});

/** What silence means: some are catalogued, none is offered, or not every level was looked at yet. */
export const CoverageContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("catalogued"), isComplete: z.boolean(), lookedOn: z.string().optional() }),
  z.object({ kind: z.literal("not-offered"), lookedOn: z.string() }),
  z.object({ kind: z.literal("not-catalogued"), levels: z.array(z.object({ kind: z.enum(territoryKinds), code: z.string() })) }),
]);

export const BenefitAnswerContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("may-have") }),
  z.object({ kind: z.literal("not"), because: z.array(ConditionContract) }),
  z.object({ kind: z.literal("to-check"), missing: z.array(z.enum(missingFacts)), conditions: z.array(ConditionContract) }),
]);

/** Aide locale, as it is shown near a place. */
export const LocalBenefitContract = z.object({
  id: z.uuid(),
  name: z.string(),
  theme: z.string(),
  gives: z.string(),
  amount: z.object({ cents: z.int(), isAtMost: z.boolean(), period: z.enum(amountPeriods) }).nullable(),
  territory: NamedTerritoryContract,
  conditions: z.array(ConditionContract),
  otherConditions: z.string(),
  ask: z.object({ body: z.string(), phone: z.string(), mail: z.string(), address: z.string(), hours: z.string() }),
  bring: z.array(z.string()),
  sourceUrl: z.string(),
  verifiedOn: z.string(),
  isToVerifyAgain: z.boolean(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  isDemonstration: z.boolean(),
  answer: BenefitAnswerContract.optional(),
});
export type LocalBenefitShown = z.infer<typeof LocalBenefitContract>;

/** Aides locales près d'un lieu, and what the silence of each theme means there. */
export const LocalBenefitsContract = z.object({
  commune: NamedTerritoryContract,
  levels: z.array(NamedTerritoryContract),
  benefits: z.array(LocalBenefitContract),
  coverage: z.array(z.object({ theme: z.string(), coverage: CoverageContract })),
});
export type LocalBenefitsShown = z.infer<typeof LocalBenefitsContract>;

/** Those of the commune of a situation; nothing while it is not known. */
export const SituationBenefitsContract = z.object({ found: LocalBenefitsContract.nullable() });
