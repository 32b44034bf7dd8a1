import { aah, type PersonalRight } from "./aah.ts";
import { aeeh } from "./aeeh.ts";
import { af, type Af } from "./af.ts";
import { aideLogement, type HousingAid } from "./aide-logement.ts";
import { ars } from "./ars.ts";
import { asf } from "./asf.ts";
import { asi } from "./asi.ts";
import { aspa } from "./aspa.ts";
import { ass } from "./ass.ts";
import type { Calculation } from "./calculation.ts";
import { cf, type Cf } from "./cf.ts";
import { chequeEnergie } from "./cheque-energie.ts";
import { css, type Css } from "./css.ts";
import { mva } from "./mva.ts";
import { paje } from "./paje.ts";
import { primeActivite } from "./prime-activite.ts";
import type { RightId } from "./right.ts";
import { rsa, type RsaBenefits } from "./rsa.ts";
import type { Trace } from "./trace.ts";

/** What the sixteen rules found, in cents. */
export interface Sixteen {
  readonly af: Af;
  readonly paje: number;
  readonly asf: number;
  readonly cf: Cf;
  readonly aeeh: number;
  readonly ars: number;
  readonly aah: PersonalRight;
  readonly ass: PersonalRight;
  readonly asi: PersonalRight;
  readonly aspa: number;
  readonly housing: HousingAid;
  readonly mva: PersonalRight;
  readonly rsa: number;
  readonly css: Css;
  readonly prime: number;
  readonly energy: number;
}

/**
 * Les seize droits, in the order that leaves no circle: what a right needs of another of the same month was found before it.
 * The housing aid and the RSA need each other; the housing aid looks at the RSA received the month before, which is declared.
 */
export const sixteenOf = (c: Calculation, traceOf: (right: RightId) => Trace): Sixteen => {
  const foundAf = af(c, c.month, traceOf("af"));
  const foundPaje = paje(c, c.month, traceOf("paje_base"));
  const foundAsf = asf(c, c.month, traceOf("asf"));
  const foundCf = cf(c, c.month, foundPaje, traceOf("cf"));
  const foundAeeh = aeeh(c, traceOf("aeeh"));
  const foundAah = aah(c, traceOf("aah"));
  const foundAss = ass(c, foundAah, traceOf("ass"));
  const foundAsi = asi(c, foundAss.amount, traceOf("asi"));
  const foundAspa = aspa(c, foundAss.amount, traceOf("aspa"));
  const housing = aideLogement(c, { aah: foundAah, ass: foundAss, aeeh: foundAeeh }, traceOf("aide_logement"));
  const foundMva = mva(c, foundAah, foundAsi, housing.amount, traceOf("mva"));
  const foundRsa = rsa(
    c,
    benefitsOfRsa({ paje: foundPaje, asf: foundAsf, cf: foundCf, af: foundAf, aspa: foundAspa, housing }),
    traceOf("rsa"),
  );
  return {
    af: foundAf,
    paje: foundPaje,
    asf: foundAsf,
    cf: foundCf,
    aeeh: foundAeeh,
    ars: ars(c, traceOf("ars")),
    aah: foundAah,
    ass: foundAss,
    asi: foundAsi,
    aspa: foundAspa,
    housing,
    mva: foundMva,
    rsa: foundRsa,
    css: css(c, { ass: foundAss.byPerson, rsa: foundRsa, housingAid: housing.amount }, traceOf("css")),
    prime: primeActivite(c, traceOf("prime_activite")),
    energy: chequeEnergie(c, traceOf("cheque_energie")),
  };
};

/** What the RSA counts of the others. */
export const benefitsOfRsa = ({
  paje,
  asf,
  cf,
  af,
  aspa,
  housing,
}: Pick<Sixteen, "paje" | "asf" | "cf" | "af" | "aspa" | "housing">): RsaBenefits => ({
  paje,
  asf,
  cf,
  af,
  aspa,
  housingAid: housing.amount,
});
