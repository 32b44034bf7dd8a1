import { claim, gapBefore, has, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";
import { isCounted } from "./number-run.ts";
import { readDate } from "./written-date.ts";

/** Numéro de dossier, d'allocataire, de contrat : announced by a word, or so made of letters and figures that it can be nothing else. */
export const maskIdentifiers = (page: Page): void => {
  if ((page.anyTrait & trait.number) === 0) return;
  if ((page.anyTrait & trait.identifierCue) !== 0) maskAnnounced(page);
  maskUnannounced(page);
};

const maskAnnounced = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    if (!isCue(page, at)) continue;
    const start = startOfCode(page, at + 1);
    if (start === -1) continue;
    const end = endOfCode(page, start);
    if (end > start && isCode(page, start, end))
      at = claim(page, "IDENTIFIANT", isSeries(page, at) ? at : withSeries(page, start, at), end) - 1;
  }
};

/** « n » announces nothing without its sign: « n° 4521 », « N: ». « numéro 12 », « dossier » do. */
const isCue = (page: Page, at: number): boolean =>
  (has(page, at, trait.identifierCue) || isSeries(page, at)) &&
  (plainAt(page, at) !== "n" || /^[°º:]/.test(page.tokens[at + 1]?.text ?? "")) &&
  plainAt(page, at) !== "no";

/** « allocataire n° : 0736621 », « dossier CAF numéro 4418027 », « dossier est le 4418027 ». */
const startOfCode = (page: Page, from: number): number => {
  for (let at = from; at < from + 7; at++) {
    if (has(page, at, trait.number)) return startOfChain(page, at, from);
    if (!isBetween(page, at)) return hasFiguresGlued(page, at) ? at : -1;
  }
  return -1;
};
const isBetween = (page: Page, at: number): boolean =>
  betweens.has(plainAt(page, at)) ||
  /^[°º:#(–-]+$/.test(page.tokens[at]?.text ?? "") ||
  has(page, at, trait.identifierCue) ||
  (has(page, at, trait.upper) && !hasFiguresGlued(page, at));
const betweens = new Set([
  ".",
  "de",
  "du",
  "d'",
  "est",
  "le",
  "la",
  "mon",
  "ma",
  "son",
  "votre",
  "suivant",
  "c'",
  "no",
  "a",
  "des",
  "en",
  "sous",
  "portant",
  "droit",
]);
const hasFiguresGlued = (page: Page, at: number): boolean => {
  for (let next = at + 1; next < at + 5 && touches(page, next); next++) if (has(page, next, trait.number)) return has(page, at, trait.word);
  return false;
};

/** Back to the letters glued before the first figures. */
const startOfChain = (page: Page, at: number, least: number): number => {
  let start = at;
  while (start > least && touches(page, start) && isLink(page, start - 1)) start -= 1;
  while (start < at && !has(page, start, trait.word | trait.number)) start += 1;
  return start;
};

/** « MB 774 215 09 », « RG 24/01187 » : the letters of a series, apart from their figures. */
const withSeries = (page: Page, start: number, cue: number): number => {
  const before = start - 1;
  if (before <= cue || !has(page, before, trait.capital) || plainAt(page, before).length > 6) return start;
  return has(page, before, trait.upper | trait.single) && !bodies.has(plainAt(page, before)) ? before : start;
};
/** Who gave the number: it says nothing of the person, and helps to understand. */
const bodies = new Set(["caf", "cpam", "msa", "cnav", "carsat", "ft", "pe", "ccas", "mdph", "ameli"]);

const isLink = (page: Page, at: number): boolean => has(page, at, trait.word | trait.number) || /^[-/_.–]$/.test(plainAt(page, at));

/** « RG 24/01187 », with no other word before. */
const isSeries = (page: Page, at: number): boolean =>
  /^(rg|pv|pdl|pce|neph|siret|siren|rpps|adeli|iej|ine)$/.test(plainAt(page, at)) && has(page, at, trait.upper);

const endOfCode = (page: Page, start: number): number => {
  let end = endOfChain(page, start);
  for (let groups = 0; groups < 5; groups++) {
    const isFigures = has(page, end, trait.number) && gapBefore(page, end) <= 2 && !has(page, end, trait.line);
    const isLetters =
      has(page, end, trait.word) && has(page, end, trait.capital) && plainAt(page, end).length <= 2 && has(page, end - 1, trait.number);
    const isSpacedDash = /^[-/]$/.test(plainAt(page, end)) && has(page, end + 1, trait.number) && gapBefore(page, end + 1) <= 1;
    if (isSpacedDash) end += 1;
    else if (
      !isFigures &&
      !(isLetters && !has(page, end, trait.particle) && (plainAt(page, end) !== "a" || !has(page, end + 1, trait.word)))
    )
      return end;
    const next = endOfChain(page, end);
    if (isCounted(page, next)) return end;
    end = next;
  }
  return end;
};

const endOfChain = (page: Page, start: number): number => {
  let end = start + 1;
  while (end < start + 24 && touches(page, end) && isLink(page, end)) end += 1;
  while (end > start + 1 && !has(page, end - 1, trait.word | trait.number)) end -= 1;
  return end;
};

/** At least three figures, that are neither a date, nor a year, nor a quantity. */
const isCode = (page: Page, start: number, end: number): boolean => {
  const { figures, letters } = countOf(page, start, end);
  if (figures < 3) return false;
  const date = readDate(page, start);
  if (date !== undefined && date.end >= end && date.end > start + 1) return false;
  if (isTimeOrHelpline(page, start, end) || (isWeakCue(page, start) && figures < 7 && letters === 0)) return false;
  if (letters === 0 && end === start + 1 && (figures === 3 || /^(19|20)\d\d$/.test(plainAt(page, start))))
    return figures === 3 && announcedByNumber(page, start);
  return figures >= 6 || !isCounted(page, end);
};
const announcedByNumber = (page: Page, start: number): boolean => /^[°º]/.test(page.tokens[start - 1]?.text ?? "");

/** « 21h07 », « 3919 », « 115/SIAO ». */
const isTimeOrHelpline = (page: Page, start: number, end: number): boolean => {
  if (plainAt(page, start + 1) === "h" || plainAt(page, start + 1) === "min") return true;
  return /^(3\d{3}|1[15-9]|11[2-9])$/.test(plainAt(page, start)) && (end === start + 1 || !has(page, end - 1, trait.number));
};
/** « demande 4 900 », « facture 1 240 » : without « n° », more likely an amount. */
const isWeakCue = (page: Page, start: number): boolean =>
  weakCues.has(plainAt(page, start - 1)) || (weakCues.has(plainAt(page, start - 2)) && !/^[°º:#]/.test(page.tokens[start - 1]?.text ?? ""));
const weakCues = new Set(
  "demande demandes facture facturation mesure compte cpte commande avis bail police jugement licence recours procedure passeport carte permis plainte contrat contrats dossier dossiers".split(
    " ",
  ),
);

const countOf = (page: Page, start: number, end: number): { figures: number; letters: number } => {
  let figures = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    if (has(page, at, trait.number)) figures += plainAt(page, at).length;
    else if (has(page, at, trait.word)) letters += plainAt(page, at).length;
  }
  return { figures, letters };
};

/** « ECH-2203-5567 », « 7719020P », « FT-348-ZK » : five figures glued to letters or signs, or three with two capitals and a dash. */
const maskUnannounced = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    if (!has(page, at, trait.number)) continue;
    const start = startOfChain(page, at, Math.max(0, at - 4));
    const end = endOfChain(page, start);
    if (end > start + 1 && isUnmistakable(page, start, end)) at = claim(page, "IDENTIFIANT", withAcronym(page, start), end) - 1;
    else at = Math.max(at, end - 1);
  }
};

/** « …, MDPH 73-10928 » : with nothing to announce it, the acronym is part of the number. */
export const withAcronym = (page: Page, start: number): number => {
  const before = start - 1;
  const isAcronym = has(page, before, trait.upper) && plainAt(page, before).length <= 6 && gapBefore(page, start) === 1;
  return isAcronym && !has(page, before, trait.identifierCue) && !has(page, before - 1, trait.word) ? before : start;
};

const isUnmistakable = (page: Page, start: number, end: number): boolean => {
  const date = readDate(page, start);
  if (date !== undefined && date.end >= end) return false;
  // « art. L133-18 ».
  if (/^[lrd]$/.test(plainAt(page, start)) && /^(art|article|articles|\.)$/.test(plainAt(page, start - 1))) return false;
  const { figures, letters } = countOf(page, start, end);
  const capitals = /\p{Lu}{2}/u.test(page.text.slice(page.tokens[start]?.start ?? 0, page.tokens[end - 1]?.end ?? 0));
  if (letters === 0) return figures >= 7 && !/^(19|20)\d\d$/.test(plainAt(page, start));
  const lastIsUnit = has(page, end - 1, trait.word) && isCounted(page, end - 1);
  return !lastIsUnit && (figures >= 5 || (figures >= 3 && capitals && hasDash(page, start, end)));
};
const hasDash = (page: Page, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (/^[-/_]$/.test(plainAt(page, at))) return true;
  return false;
};
