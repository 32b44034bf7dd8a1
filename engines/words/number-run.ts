import { gapBefore, has, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

/** Suite de chiffres : numbers written one after the other as one, « 06 39 98 41 07 », « 1 64 03 2A 417 033 99 », « 93/77451 ». */
export type NumberRun = {
  readonly groups: readonly Group[];
  readonly digits: string;
  /** Index of the token after the last. */
  readonly end: number;
};
export type Group = {
  readonly at: number;
  readonly end: number;
  readonly digits: string;
  /** What parts it from the group before. */ readonly joiner: string;
};

/** A run longer than the longest of numbers (an IBAN dictated figure by figure) is not one: it bounds the work on a text of figures. */
const mostGroups = 40;

export const readRun = (page: Page, from: number): NumberRun => {
  const groups: Group[] = [];
  let at = from;
  let joiner = "";
  let digits = "";
  while (groups.length < mostGroups) {
    const group = readGroup(page, at, joiner);
    if (group === undefined) break;
    groups.push(group);
    digits += group.digits;
    const next = nextGroup(page, group.end);
    if (next === undefined) break;
    ({ at, joiner } = next);
  }
  return { groups, digits, end: groups.at(-1)?.end ?? from };
};

/** « O6 » : the letter for the figure. « 2A » : a département of Corsica. */
const readGroup = (page: Page, at: number, joiner: string): Group | undefined => {
  const plain = plainAt(page, at);
  if (has(page, at, trait.number)) {
    const isCorsica = plain === "2" && /^[ab]$/.test(plainAt(page, at + 1)) && touches(page, at + 1);
    return isCorsica ? { at, end: at + 2, digits: "20", joiner } : { at, end: at + 1, digits: plain, joiner };
  }
  if (plain === "o" && has(page, at + 1, trait.number) && touches(page, at + 1))
    return { at, end: at + 2, digits: `0${plainAt(page, at + 1)}`, joiner };
  return undefined;
};

const nextGroup = (page: Page, end: number): { at: number; joiner: string } | undefined => {
  const gap = gapBefore(page, end);
  if (startsGroup(page, end))
    return gap > 0 && (gap <= 3 || hasMarkupSpace(page, end)) && !has(page, end, trait.line) ? { at: end, joiner: " " } : undefined;
  const sign = plainAt(page, end);
  if (startsGroup(page, end + 1) && joiners.has(sign) && !has(page, end + 1, trait.line)) {
    const before = touches(page, end);
    const after = touches(page, end + 1);
    if (before && after) return { at: end + 1, joiner: sign };
    if (sign !== "," && sign !== "/" && gap <= 1 && gapBefore(page, end + 1) <= 1) return { at: end + 1, joiner: ` ${sign}` };
  }
  // « +33 (0)6 ».
  if (sign === "(" && plainAt(page, end + 1) === "0" && plainAt(page, end + 2) === ")" && startsGroup(page, end + 3))
    return { at: end + 3, joiner: "(0)" };
  return undefined;
};
const hasMarkupSpace = (page: Page, at: number): boolean => page.text.startsWith("&nbsp;", page.tokens[at - 1]?.end);
const joiners = new Set([".", "-", "/", "_", "·", "–", "—", ",", "..", "--", "•"]);
const startsGroup = (page: Page, at: number): boolean =>
  has(page, at, trait.number) || (plainAt(page, at) === "o" && has(page, at + 1, trait.number) && touches(page, at + 1));

/** « 1 942,17 € », « 300 000 », « 35 h », « 12 ans » : the word that follows tells what is counted. */
export const isCounted = (page: Page, end: number): boolean => {
  const sign = page.tokens[end]?.text ?? "";
  if (/^[€%$£°]/.test(sign)) return true;
  // « 54 a » is an age, « 34 à Sarcelles » is not.
  return has(page, end, trait.word) && units.has(plainAt(page, end)) && gapBefore(page, end) <= 2 && !/^[àKM]$/u.test(sign);
};
const units = new Set(
  (
    "e euro euros eur eu balles k ke kms km m m2 mm cm kg g kwh kw l h heure heures min mn minutes minute s sec secondes j jr jrs jour jours nuit nuits " +
    "semaine semaines sem mois an ans a annee annees fois x enfants enf personnes pers places lits pages pieces p dossiers demandes lignes habitants " +
    "francs f dinars dollars cents centimes points pts trimestres trim salaries employes cv mg ml th tonnes"
  ).split(" "),
);
