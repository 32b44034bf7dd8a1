import type { ByPerson, Household, Received } from "./household.ts";
import type { QuickAnswer } from "./on-demand.ts";
import { rightIds, type HealthCover, type RightId } from "./right.ts";

/**
 * Non-recours : what the household could have and does not receive, right by right. What it receives above what is computed is told apart:
 * it never lowers what is lost elsewhere, as one office does not pay for another.
 */
export interface NotTakenUp {
  readonly byRight: Readonly<Record<RightId, NotTakenUpRight>>;
  /** The rights paid each month. */
  readonly monthCents: number;
  /** Those paid once a year. */
  readonly onceAYearCents: number;
  /** Twelve months and the yearly ones. */
  readonly yearCents: number;
  readonly overpaidMonthCents: number;
  readonly overpaidOnceAYearCents: number;
  /** Complémentaire santé : it has no amount, and whether the household has it already is not known here. */
  readonly health: HealthCover;
}

export interface NotTakenUpRight {
  readonly period: "month" | "year";
  readonly computedCents: number;
  readonly receivedCents: number;
  readonly missedCents: number;
  readonly overpaidCents: number;
}

/** Non-recours d'un foyer, from what was computed for it. */
export const notTakenUp = ({ received }: Pick<Household, "received">, answers: Readonly<Record<RightId, QuickAnswer>>): NotTakenUp => {
  const byRight = Object.fromEntries(
    rightIds.map((right) => [right, notTakenUpOf(answers[right], receivedFor(received, right))]),
  ) as Record<RightId, NotTakenUpRight>;
  const sum = (period: "month" | "year", of: "missedCents" | "overpaidCents"): number =>
    Object.values(byRight)
      .filter((right) => right.period === period)
      .reduce((total, right) => total + right[of], 0);
  const [monthCents, onceAYearCents] = [sum("month", "missedCents"), sum("year", "missedCents")];
  return {
    byRight,
    monthCents,
    onceAYearCents,
    yearCents: monthCents * 12 + onceAYearCents,
    overpaidMonthCents: sum("month", "overpaidCents"),
    overpaidOnceAYearCents: sum("year", "overpaidCents"),
    health: answers.css.health ?? "none",
  };
};

const notTakenUpOf = ({ period, amountCents }: QuickAnswer, receivedCents: number): NotTakenUpRight => ({
  period,
  computedCents: amountCents,
  receivedCents,
  missedCents: Math.max(0, amountCents - receivedCents),
  overpaidCents: Math.max(0, receivedCents - amountCents),
});

/** What the household receives of a right, in cents of its period; a health cover is not received as money. */
export const receivedFor = (received: Received, right: RightId): number => {
  if (right === "css") return 0;
  const found = received[receivedNames[right]];
  return typeof found === "number" ? found : total(found);
};

export const receivedNames: Readonly<Record<Exclude<RightId, "css">, keyof Received>> = {
  rsa: "rsaCents",
  prime_activite: "primeActiviteCents",
  aide_logement: "housingAidCents",
  aah: "aahCents",
  mva: "mvaCents",
  aspa: "aspaCents",
  asi: "asiCents",
  ass: "assCents",
  af: "afCents",
  cf: "cfCents",
  asf: "asfCents",
  paje_base: "pajeCents",
  aeeh: "aeehCents",
  ars: "arsCents",
  cheque_energie: "energyChequeCents",
};

const total = (byPerson: ByPerson): number => Object.values(byPerson).reduce((sum, cents) => sum + cents, 0);
