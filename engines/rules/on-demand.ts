import { aah } from "./aah.ts";
import { aeeh } from "./aeeh.ts";
import { af } from "./af.ts";
import { aideLogement } from "./aide-logement.ts";
import { ars } from "./ars.ts";
import { asf } from "./asf.ts";
import { asi } from "./asi.ts";
import { aspa } from "./aspa.ts";
import { ass } from "./ass.ts";
import { calculationOf } from "./calculation.ts";
import { cf } from "./cf.ts";
import { chequeEnergie } from "./cheque-energie.ts";
import { css } from "./css.ts";
import type { Household } from "./household.ts";
import { mva } from "./mva.ts";
import { paje } from "./paje.ts";
import { primeActivite } from "./prime-activite.ts";
import type { RightAnswer, RightId } from "./right.ts";
import { rsa } from "./rsa.ts";
import type { Scales } from "./scales.ts";
import { silent } from "./trace.ts";

/** What is enough to compare households: no trace, no doubt, no part by person. */
export type QuickAnswer = Pick<RightAnswer, "right" | "amountCents" | "period" | "isEligible"> &
  Partial<Pick<RightAnswer, "health" | "healthCostCents">>;

/**
 * Droits à la demande : the rights of a household, each computed with those that it needs and only when it is asked; the same amounts as
 * `evaluate`. Whoever tries hundreds of answers to one question looks at one right at a time, and most rights need few others.
 */
export const rightsOnDemand = (household: Household, scales: Scales): ((right: RightId) => QuickAnswer) => {
  const c = calculationOf(household, scales);
  const foundAf = once(() => af(c, c.month, silent));
  const foundPaje = once(() => paje(c, c.month, silent));
  const foundAsf = once(() => asf(c, c.month, silent));
  const foundCf = once(() => cf(c, c.month, foundPaje(), silent));
  const foundAeeh = once(() => aeeh(c, silent));
  const foundAah = once(() => aah(c, silent));
  const foundAss = once(() => ass(c, foundAah(), silent));
  const foundAsi = once(() => asi(c, foundAss().amount, silent));
  const foundAspa = once(() => aspa(c, foundAss().amount, silent));
  const housing = once(() => aideLogement(c, { aah: foundAah(), ass: foundAss(), aeeh: foundAeeh() }, silent));
  const foundRsa = once(() => {
    const family = { paje: foundPaje(), asf: foundAsf(), cf: foundCf(), af: foundAf() };
    return rsa(c, { ...family, aspa: foundAspa(), housingAid: housing().amount }, silent);
  });
  const cents: Readonly<Record<Exclude<RightId, "css">, () => number>> = {
    rsa: foundRsa,
    prime_activite: () => primeActivite(c, silent),
    aide_logement: () => housing().amount,
    aah: () => foundAah().amount,
    mva: () => mva(c, foundAah(), foundAsi(), housing().amount, silent).amount,
    aspa: foundAspa,
    asi: () => foundAsi().amount,
    ass: () => foundAss().amount,
    af: () => foundAf().amount,
    cf: () => foundCf().amount,
    asf: foundAsf,
    paje_base: foundPaje,
    aeeh: foundAeeh,
    ars: () => ars(c, silent),
    cheque_energie: () => chequeEnergie(c, silent),
  };
  return (right) => {
    if (right !== "css") return answerOf(right, Math.round(cents[right]()));
    const { cover, cost } = css(c, { ass: foundAss().byPerson, rsa: foundRsa(), housingAid: housing().amount }, silent);
    return { right, amountCents: 0, period: "month", isEligible: cover !== "none", health: cover, healthCostCents: Math.round(cost) };
  };
};

const answerOf = (right: RightId, amountCents: number): QuickAnswer => ({
  right,
  amountCents,
  period: right === "ars" || right === "cheque_energie" ? "year" : "month",
  isEligible: amountCents > 0,
});

const once = <Value>(find: () => Value): (() => Value) => {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: find() }).value;
};
