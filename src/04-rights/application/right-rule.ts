import type { RightId } from "#engines/rules";
import type { RightAsked } from "./application.ts";

/**
 * From when a right is due, once it is asked for. « request-month »: the month of the request, and no month before; « month-after »: the
 * month that follows it; « after-decision »: the month that follows the decision; « two-years »: up to two years back; « now »: as soon as
 * the conditions are met; « by-itself »: it comes unasked to most; « as-written »: its own rules say.
 */
export const rightStarts = ["request-month", "month-after", "after-decision", "now", "two-years", "by-itself", "as-written"] as const;
export type RightStart = (typeof rightStarts)[number];

/** Organisme : to whom one asks. */
export const bodies = ["caf", "mdph", "pension-fund", "health-fund", "france-travail", "energy-cheque", "local"] as const;
export type Body = (typeof bodies)[number];

/** À qui dire son désaccord d'abord, before any judge. */
export const appealBodies = [
  "department",
  "caf-commission",
  "caf-director",
  "mdph",
  "fund-commission",
  "france-travail",
  "who-decided",
] as const;
export type AppealBody = (typeof appealBodies)[number];

/** Règle d'un droit : what the law says of asking for it. Articles are those that were read; where none stands, the rule is of use. */
export interface RightRule {
  readonly body: Body;
  readonly start: RightStart;
  readonly startArticle?: string;
  /** After so many months nobody needs to wait any more: most often silence is then a refusal, that may be contested. */
  readonly silenceMonths: 2 | 4;
  readonly silenceArticle?: string;
  readonly appealTo: AppealBody;
  readonly appealArticle?: string;
  /** A cover is not money: what comes is a card or a certificate. */
  readonly isMoney: boolean;
  readonly period: "month" | "year";
}

/** Two months, from the day the decision was received: R142-1 of the CSS, R262-88 of the CASF, L142-4 of the CSS. */
export const appealMonths = 2;
/** After so many days, money that was granted should have come. */
export const moneyDays = 45;

const financial = "code des relations entre le public et l’administration, art. L231-4";
const familyBenefit: RightRule = {
  body: "caf",
  start: "two-years",
  startArticle: "code de la sécurité sociale, art. L553-1",
  silenceMonths: 2,
  silenceArticle: financial,
  appealTo: "caf-commission",
  appealArticle: "code de la sécurité sociale, art. R142-1",
  isMoney: true,
  period: "month",
};
const disability: RightRule = {
  body: "mdph",
  start: "month-after",
  silenceMonths: 4,
  silenceArticle: "code de l’action sociale et des familles, art. R241-33",
  appealTo: "mdph",
  appealArticle: "code de la sécurité sociale, art. L142-4",
  isMoney: true,
  period: "month",
};
const minimumPension: RightRule = {
  body: "pension-fund",
  start: "month-after",
  silenceMonths: 2,
  silenceArticle: financial,
  appealTo: "fund-commission",
  appealArticle: "code de la sécurité sociale, art. R142-1",
  isMoney: true,
  period: "month",
};

const rules: Readonly<Record<RightId, RightRule>> = {
  rsa: {
    ...familyBenefit,
    start: "request-month",
    startArticle: "code de l’action sociale et des familles, art. L262-18 et R262-33",
    appealTo: "department",
    appealArticle: "code de l’action sociale et des familles, art. L262-47 et R262-88",
  },
  prime_activite: {
    ...familyBenefit,
    start: "request-month",
    startArticle: "code de la sécurité sociale, art. R846-1 et suivants",
    appealArticle: "code de la sécurité sociale, art. L845-2",
  },
  aide_logement: {
    ...familyBenefit,
    start: "request-month",
    startArticle: "code de la construction et de l’habitation, art. R823-10",
    appealTo: "caf-director",
    appealArticle: "code de la construction et de l’habitation, art. L825-2",
  },
  aah: { ...disability, startArticle: "code de la sécurité sociale, art. R821-7" },
  mva: disability,
  aeeh: disability,
  aspa: minimumPension,
  asi: { ...minimumPension, body: "health-fund" },
  ass: {
    body: "france-travail",
    start: "now",
    silenceMonths: 2,
    silenceArticle: financial,
    appealTo: "france-travail",
    isMoney: true,
    period: "month",
  },
  af: familyBenefit,
  cf: familyBenefit,
  asf: familyBenefit,
  paje_base: familyBenefit,
  ars: { ...familyBenefit, period: "year" },
  css: {
    body: "health-fund",
    start: "after-decision",
    startArticle: "code de la sécurité sociale, art. L861-5 et suivants",
    silenceMonths: 2,
    appealTo: "fund-commission",
    isMoney: false,
    period: "year",
  },
  cheque_energie: {
    body: "energy-cheque",
    start: "by-itself",
    silenceMonths: 2,
    appealTo: "who-decided",
    isMoney: true,
    period: "year",
  },
};

/** What is neither computed nor known by us: whoever gives it makes its rules. */
const localRule: RightRule = {
  body: "local",
  start: "as-written",
  silenceMonths: 2,
  silenceArticle: financial,
  appealTo: "who-decided",
  isMoney: true,
  period: "month",
};

export const ruleOf = (asked: RightAsked): RightRule => (asked.kind === "computed" ? rules[asked.right] : localRule);

/** Whether money can be told of it without an amount: help in kind, a cover. */
export const mayBeWithoutAmount = (asked: RightAsked): boolean => asked.kind !== "computed" || !rules[asked.right].isMoney;
