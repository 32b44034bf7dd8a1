import type { ByPerson } from "./household.ts";
import type { RightAnswer, RightId } from "./right.ts";
import type { Sixteen } from "./sixteen.ts";

/** What the rule says of one right, before the doubts and the trace. */
type Outcome = Pick<RightAnswer, "amountCents" | "period" | "isEligible"> &
  Partial<Pick<RightAnswer, "byPerson" | "housing" | "health" | "healthCostCents">>;

/** Réponses : whole cents, and what each right adds to its amount. */
export const outcomesOf = (found: Sixteen): Readonly<Record<RightId, Outcome>> => ({
  rsa: monthly(found.rsa),
  prime_activite: monthly(found.prime),
  aide_logement: { ...monthly(found.housing.amount), ...(found.housing.amount > 0 ? { housing: found.housing.kind } : {}) },
  aah: personal(found.aah),
  mva: personal(found.mva),
  aspa: monthly(found.aspa),
  asi: personal(found.asi),
  ass: personal(found.ass),
  af: monthly(found.af.amount),
  cf: monthly(found.cf.amount),
  asf: monthly(found.asf),
  paje_base: monthly(found.paje),
  aeeh: monthly(found.aeeh),
  ars: yearly(found.ars),
  css: {
    amountCents: 0,
    period: "month",
    isEligible: found.css.cover !== "none",
    health: found.css.cover,
    healthCostCents: Math.round(found.css.cost),
  },
  cheque_energie: yearly(found.energy),
});

const monthly = (cents: number): Outcome => ({ ...whole(cents), period: "month" });
const yearly = (cents: number): Outcome => ({ ...whole(cents), period: "year" });

/** A right that rounds to no cent at all is no right. */
const whole = (cents: number): { readonly amountCents: number; readonly isEligible: boolean } => {
  const amountCents = Math.round(cents);
  return { amountCents, isEligible: amountCents > 0 };
};

/** The parts of the persons sum to the amount: the last one takes what rounding left. */
const personal = ({ amount, byPerson }: { readonly amount: number; readonly byPerson: ByPerson }): Outcome => {
  const total = Math.round(amount);
  const parts = Object.entries(byPerson).map(([id, cents]) => [id, Math.round(cents)] as const);
  const others = parts.slice(0, -1);
  const last = parts.at(-1);
  if (!last) return { ...monthly(amount), byPerson: {} };
  const left = total - others.reduce((sum, [, cents]) => sum + cents, 0);
  return { ...monthly(amount), byPerson: Object.fromEntries([...others, [last[0], left]]) };
};
