import type { Entity, EntityType } from "./entity.ts";
import { trait, type Lexicon } from "./mask-traits.ts";
import { readTokens, type Token } from "./token.ts";

/**
 * Page : a text while it is being masked. Detectors read tokens and traits, and claim ranges of tokens. What is claimed shows itself from then on
 * as what will be written in its place, so that masking a text already masked sees the same page, and finds nothing more.
 */
export type Page = {
  readonly text: string;
  readonly tokens: Token[];
  /** Bits of `trait`, one number by token. */
  readonly traits: number[];
  /** The same as the lists and the letters give them, before what stands around is read. */
  readonly ownTraits: readonly number[];
  /** Every trait met in the text: a detector that finds none of its own does not read the text. */
  readonly anyTrait: number;
  /** All in capitals, or A Capital To Every Word: capitals tell nothing. */
  readonly shouted: boolean;
  readonly claims: Entity[];
  readonly lexicon: Lexicon;
};

/** In the place of a claimed token. */
export const maskedPlain = (type: EntityType): string => `[${type}]`;

export const readPage = (text: string, lexicon: Lexicon): Page => {
  const tokens = withPlaceholders(text, readTokens(text));
  return pageOf(
    text,
    tokens,
    lexicon,
    tokens.map((token) => (isMaskedToken(token) ? trait.masked : lexicon.traitsOf(token))),
  );
};

/** « Baie-Mahault », « Saint-Étienne » : places whose words apart might be people's names. */
const markPlaces = (tokens: readonly Token[], traits: number[], lexicon: Lexicon): void => {
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (((traits[at] ?? 0) & trait.word) === 0 || tokens[at + 1]?.text !== "-" || tokens[at + 1]?.start !== tokens[at]?.end) continue;
    const end = endOfPlace(tokens, at, lexicon);
    if (end === at) continue;
    for (let part = at; part < end; part++)
      traits[part] =
        ((traits[part] ?? 0) & ~(trait.firstName | trait.surname | trait.street | trait.companyCue)) | trait.place | trait.everyday;
    at = end - 1;
  }
};

/** « Saint-Nazaire », « La Faute-sur-Mer », « Neuilly-lès-Dijon » : so are towns written, and no one else. */
const hasPlaceShape = (plain: string): boolean =>
  /^(saint|sainte|st|ste) ./.test(plain) || /. (sur|sous|les|en|aux|la|le|du|des|de) ./.test(plain);

const endOfPlace = (tokens: readonly Token[], from: number, lexicon: Lexicon): number => {
  let plain = tokens[from]?.plain ?? "";
  let end = from;
  for (let at = from + 1; at < from + 12; at++) {
    const token = tokens[at];
    if (token === undefined || token.start !== tokens[at - 1]?.end) break;
    if (token.kind === "word") {
      plain += plain.endsWith("'") ? token.plain : ` ${token.plain}`;
      if (lexicon.isPlace(plain.replaceAll("'", "")) || hasPlaceShape(plain)) end = at + 1;
    } else if (token.text !== "-") break;
  }
  return end;
};

/** The page once more, each claim in one token: as a reader of the masked text would see it. */
export const turnPage = (page: Page): Page => {
  const tokens: Token[] = [];
  const traits: number[] = [];
  const claims = page.claims.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (const [at, token] of page.tokens.entries()) {
    let claim = claims[next];
    while (claim !== undefined && claim.end <= token.start) claim = claims[++next];
    if (claim === undefined || token.start < claim.start) {
      tokens.push(token);
      traits.push(page.ownTraits[at] ?? 0);
    } else if (token.start === claim.start) {
      tokens.push({ text: "", plain: maskedPlain(claim.type), start: claim.start, end: claim.end, kind: "sign" });
      traits.push(trait.masked);
    }
  }
  return pageOf(page.text, tokens, page.lexicon, traits);
};

const pageOf = (text: string, tokens: Token[], lexicon: Lexicon, ownTraits: readonly number[]): Page => {
  const traits = ownTraits.slice();
  if (text.includes("-")) markPlaces(tokens, traits, lexicon);
  let anyTrait = 0;
  let words = 0;
  let everyday = 0;
  let capitals = 0;
  let uppers = 0;
  for (let at = 0; at < tokens.length; at++) {
    const bits = (traits[at] ?? 0) | openingOf(text, tokens, traits, at);
    traits[at] = bits;
    anyTrait |= bits;
    if ((bits & trait.word) === 0 || (bits & trait.single) !== 0) continue;
    words += 1;
    if ((bits & trait.upper) !== 0) uppers += 1;
    if ((bits & trait.everyday) === 0 || (bits & trait.place) !== 0) continue;
    everyday += 1;
    if ((bits & trait.capital) !== 0) capitals += 1;
  }
  const shouted = (words >= 3 && uppers > 0.6 * words) || (everyday >= 4 && capitals > 0.75 * everyday);
  return { text, tokens, traits, ownTraits, anyTrait, shouted, claims: [], lexicon };
};

const openingOf = (text: string, tokens: readonly Token[], traits: readonly number[], at: number): number => {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined) return trait.opening | trait.line;
  if (breaksLine(text, before.end, token.start)) return trait.opening | trait.line;
  if (before.kind !== "sign" || ((traits[at - 1] ?? 0) & trait.masked) !== 0) return 0;
  if (before.text === "." && tokens[at - 2]?.end === before.start && isShortened(tokens[at - 2], traits[at - 2] ?? 0, traits[at] ?? 0))
    return 0;
  return opens(before, token) ? trait.opening : 0;
};

const breaksLine = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d || code === 0x2028) return true;
  }
  return false;
};

/** « M. Dupont », « K. Belhadj », « rés. Les Ormes » : this full stop shortens a word. « vitamine C. Elle » ends a sentence. */
const isShortened = (token: Token | undefined, bits: number, next: number): boolean => {
  if (token?.plain === "m" || ((bits & (trait.street | trait.building)) !== 0 && (token?.plain.length ?? 9) <= 4)) return true;
  const isOrdinary = (next & (trait.everyday | trait.surname | trait.firstName)) === trait.everyday;
  return !isOrdinary && ((bits & trait.civility) !== 0 || (bits & (trait.single | trait.capital)) === (trait.single | trait.capital));
};

/** A hyphen opens when it is a dash; a comma, an apostrophe, a slash do not. */
const opens = (sign: Token, token: Token): boolean => {
  const first = sign.text.charCodeAt(0);
  if (first === 0x2d || first === 0x2013) return token.start > sign.end;
  return first !== 0x2c && first !== 0x27 && first !== 0x2f && first !== 0x26 && first !== 0x2019;
};

/** « [NOM_1] », « [TEL] » written in the text stand for one masked thing. */
const withPlaceholders = (text: string, tokens: Token[]): Token[] => {
  if (!text.includes("[")) return tokens;
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    placeholder.lastIndex = token.start;
    const found = token.text === "[" ? placeholder.exec(text) : null;
    if (found?.[1] === undefined) {
      read.push(token);
      continue;
    }
    const end = placeholder.lastIndex;
    while ((tokens[at + 1]?.start ?? end) < end) at += 1;
    read.push({ text: "", plain: maskedPlain(found[1] as EntityType), start: token.start, end, kind: "sign" });
  }
  return read;
};
const placeholder = /\[(NOM|TEL|EMAIL|ADRESSE|NIR|IBAN|DATE_NAISSANCE|ENTREPRISE|IDENTIFIANT)(?:_\d{1,6})?\]/y;
const isMaskedToken = (token: Token): boolean => token.text === "";

/**
 * Claims the tokens from `from` to before `to`, those already claimed left aside. Signs at both ends are left out, except + and what belongs to the number.
 * @returns the index after the claim, to read on from there
 */
export const claim = (page: Page, type: EntityType, from: number, to: number): number => {
  let start = from;
  while (start < to) {
    while (start < to && !isClaimable(page, start)) start += 1;
    let end = start;
    while (end < to && !has(page, end, trait.masked)) end += 1;
    let last = end;
    while (last > start && !isClaimable(page, last - 1)) last -= 1;
    if (last > start) claimRange(page, type, start, last);
    start = Math.max(end, start + 1);
  }
  return to;
};

const isClaimable = (page: Page, at: number): boolean =>
  (traitsAt(page, at) & (trait.word | trait.number)) !== 0 || page.tokens[at]?.text === "+";

const claimRange = (page: Page, type: EntityType, from: number, to: number): void => {
  const start = page.tokens[from]?.start ?? 0;
  const end = page.tokens[to - 1]?.end ?? start;
  page.claims.push({ type, start, end, text: page.text.slice(start, end) });
  for (let at = from; at < to; at++) {
    const token = page.tokens[at];
    if (token === undefined) continue;
    page.tokens[at] = { text: "", plain: maskedPlain(type), start: token.start, end: token.end, kind: "sign" };
    page.traits[at] = trait.masked;
  }
};

export const traitsAt = (page: Page, at: number): number => page.traits[at] ?? 0;
export const has = (page: Page, at: number, bits: number): boolean => ((page.traits[at] ?? 0) & bits) !== 0;
export const plainAt = (page: Page, at: number): string => page.tokens[at]?.plain ?? "";
/** No space between this token and the one before. */
export const touches = (page: Page, at: number): boolean => {
  const before = page.tokens[at - 1];
  return before !== undefined && before.end === page.tokens[at]?.start;
};
/** How many characters between this token and the one before. */
export const gapBefore = (page: Page, at: number): number => (page.tokens[at]?.start ?? Infinity) - (page.tokens[at - 1]?.end ?? -Infinity);
/** A capital that tells something. */
export const isCapital = (page: Page, at: number): boolean => !page.shouted && has(page, at, trait.capital);
