import { claim, has, plainAt, touches, type Page } from "./mask-page.ts";
import { withAcronym } from "./mask-identifier.ts";
import { trait } from "./mask-traits.ts";
import { isCounted, readRun, type NumberRun } from "./number-run.ts";
import { readDate } from "./written-date.ts";

/**
 * Numéros écrits en chiffres : telephones, NIR, IBAN, and any figure too long to count something. No key is checked and one figure may be missing or
 * in excess: a number mistyped leads to the person as well.
 */
export const maskNumbers = (page: Page): void => {
  if ((page.anyTrait & trait.number) === 0) return;
  for (let at = 0; at < page.tokens.length; at++) {
    const ibanEnd = endOfIban(page, at);
    if (ibanEnd > at) {
      at = claim(page, "IBAN", at, ibanEnd) - 1;
      continue;
    }
    if (!has(page, at, trait.number)) {
      if (plainAt(page, at) !== "o" || !has(page, at + 1, trait.number)) continue;
    }
    at = maskRun(page, at) - 1;
  }
};

/** @returns the index to read on from */
const maskRun = (page: Page, at: number): number => {
  const date = readDate(page, at);
  if (date !== undefined && date.end > at + 1 && !isLongerThanDate(page, date.end)) return date.end;
  const run = readRun(page, at);
  if (run.digits.length < 6) return at + 1;
  const phoneStart = plainAt(page, at - 1) === "+" && touches(page, at) ? at - 1 : at;
  const phoneEnd = endOfPhone(page, run, phoneStart < at);
  if (phoneEnd > at) return claim(page, "TEL", phoneStart, phoneEnd);
  if (isNir(run) && !/^sire[nt]$/.test(plainAt(page, at - 1))) return claim(page, "NIR", at, run.end);
  if (run.digits.length >= 20) return claim(page, "IBAN", at, run.end);
  // « 3 06 39 98 41 07 » : a number may begin further on, but not inside one that opened on zero (« 035 0199 001873 »).
  return run.digits.startsWith("0") ? run.end : at + 1;
};

/** Figures that neither a telephone, nor a date, nor an amount explains: a number of something, masked in doubt. */
export const maskLongNumbers = (page: Page): void => {
  if ((page.anyTrait & trait.number) === 0) return;
  for (let at = 0; at < page.tokens.length; at++) {
    if (!has(page, at, trait.number)) continue;
    const date = readDate(page, at);
    if (date !== undefined && date.end > at + 1 && !isLongerThanDate(page, date.end)) {
      at = date.end - 1;
      continue;
    }
    const run = readRun(page, at);
    if (run.digits.length >= 6 && isLongNumber(page, run)) claim(page, "IDENTIFIANT", withAcronym(page, at), run.end);
    at = Math.max(at, run.end - 1);
  }
};

/** « 01.02.1964 » is a date; « 01.99.00.64.07 » is not. */
const isLongerThanDate = (page: Page, end: number): boolean =>
  has(page, end + 1, trait.number) && touches(page, end) && touches(page, end + 1) && /^[-/.]$/.test(plainAt(page, end));

const endOfPhone = (page: Page, run: NumberRun, hasPlus: boolean): number => {
  const { digits, groups } = run;
  const before = (groups[0]?.at ?? 0) - 1;
  // « MDPH-69-0045127 » : the figures of a file number.
  if (/^[-/]$/.test(plainAt(page, before)) && touches(page, before + 1) && touches(page, before) && !/^0[1-79]\d{8}$/.test(digits))
    return -1;
  // « réf. J00154873329 ».
  if (touches(page, before + 1) && has(page, before, trait.capital) && !has(page, before, trait.phoneCue)) return -1;
  if (hasPlus) return endAfter(run, 8, 15);
  if (/^00[1-9]/.test(digits)) return digits.length >= 11 ? endAfter(run, 10, 16) : -1;
  if (digits.startsWith("0")) return /^0[1-9]/.test(digits) ? endOfNationalPhone(page, run) : -1;
  const sizes = groups.map((group) => group.digits.length).join("");
  if (digits.startsWith("33") && digits.length === 11 && /^[1-9]/.test(digits.slice(2))) return run.end;
  if (/^12222/.test(sizes) && /^[1-79]/.test(digits)) return groups[4]?.end ?? -1;
  return digits.length === 9 && /^[67]/.test(digits) && (groups.length > 1 || !isCounted(page, run.end)) && !/^3+$/.test(sizes)
    ? run.end
    : -1;
};

/** Ten figures; where the groups do not fall on ten, one or two more; at the end of the run, one or two less. */
const endOfNationalPhone = (page: Page, { groups, digits }: NumberRun): number => {
  let count = 0;
  for (const [index, group] of groups.entries()) {
    count += group.digits.length;
    if (count < 10) continue;
    const next = groups[index + 1];
    if (count > 12 || (count > 10 && (next !== undefined || isSeriesBefore(page, (groups[0]?.at ?? 0) - 1)))) return -1;
    // « 06 39 98 41 07 5 » : a figure too many, written like the others and followed by nothing that it counts.
    const isOneMore =
      count === 10 &&
      next !== undefined &&
      groups.length === index + 2 &&
      next.digits.length <= 2 &&
      next.joiner === group.joiner &&
      !has(page, next.end, trait.word);
    return isOneMore ? next.end : group.end;
  }
  // « ref client 6 014 552 870 » : short of a figure, and following others, it is no telephone.
  const follows = has(page, (groups[0]?.at ?? 0) - 1, trait.number);
  return digits.length >= 8 && !follows && !isCounted(page, groups.at(-1)?.end ?? 0) ? (groups.at(-1)?.end ?? -1) : -1;
};

/** « PDL 09 447 218 330 » : an acronym that announces no telephone. */
const isSeriesBefore = (page: Page, at: number): boolean => has(page, at, trait.upper) && !has(page, at, trait.phoneCue);

/** The whole run when its figures are as many as said, else the last group that keeps them so. */
const endAfter = ({ groups }: NumberRun, least: number, most: number): number => {
  let count = 0;
  let end = -1;
  for (const group of groups) {
    count += group.digits.length;
    if (count > most) break;
    if (count >= least) end = group.end;
  }
  return end;
};

/** Thirteen or fifteen figures that open on a sex; or its five first groups, with figures missing. */
const isNir = ({ digits, groups }: NumberRun): boolean => {
  if (!/^[1-478]/.test(digits)) return false;
  const length = digits.length;
  if (length === 13 || length === 15) return true;
  const opensLikeNir = groups[0]?.digits.length === 1 && groups[1]?.digits.length === 2 && groups.length >= 4;
  return length >= 10 && length <= 17 && (opensLikeNir || (groups.length === 1 && length >= 12));
};

/** « 7503129944 », « 7719020 » ; neither « 1 200 000 € » nor « 300 000 ». */
const isLongNumber = (page: Page, run: NumberRun): boolean => {
  const { groups, digits, end } = run;
  if (isCounted(page, end)) return false;
  if (groups.length === 1) return digits.length >= 6;
  const isAmount = groups
    .slice(1)
    .every((group, index) => group.digits.length === 3 || (index === groups.length - 2 && group.joiner === ","));
  if (isAmount && (groups[0]?.digits.length ?? 0) <= 3) return digits.length >= 12;
  const isGlued = groups.slice(1).every(({ joiner }) => joiner !== " " && !joiner.startsWith(" "));
  return isGlued ? digits.length >= 7 && !isYears(run) : digits.length >= 9;
};
/** « 2019-2020 », « 2023/2024 ». */
const isYears = ({ groups }: NumberRun): boolean => groups.every(({ digits }) => /^(19|20)\d\d$/.test(digits));

/** « FR00 4255 9100 », « fr0042559100… », « F R 7 6… » : two letters, two figures, then groups of letters and figures. */
const endOfIban = (page: Page, at: number): number => {
  if (!has(page, at, trait.word)) return -1;
  const plain = plainAt(page, at);
  let next = at + 1;
  if (plain.length === 1 && plainAt(page, at + 1).length === 1 && has(page, at + 1, trait.word)) next = at + 2;
  else if (plain.length !== 2) return -1;
  if (!has(page, next, trait.number) || !(touches(page, next) || plain === "fr" || next === at + 2)) return -1;
  let length = 0;
  let digits = 0;
  let end = next;
  while (length < 34) {
    const isNumber = has(page, end, trait.number);
    const isLetters =
      has(page, end, trait.word) &&
      plainAt(page, end).length <= 4 &&
      (touches(page, end) || touches(page, end + 1) || has(page, end, trait.upper));
    const isJoiner = /^[-.]$/.test(plainAt(page, end)) && touches(page, end + 1) && touches(page, end);
    if (!isNumber && !isLetters && !isJoiner) break;
    if (!isJoiner) length += plainAt(page, end).length;
    if (isNumber) digits += plainAt(page, end).length;
    end += 1;
  }
  return digits >= 10 && length >= 12 ? end : -1;
};
