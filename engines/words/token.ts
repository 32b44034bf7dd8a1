import { plainLetters } from "./plain-letters.ts";

/**
 * Mot lu: a word, a number or a sign of a text, with its place in the text as given.
 * « j'ai » is two words (`j'`, `ai`), « Vasseur-Lamy » three tokens, « 7h30 » three, « 06.39 » three, « !!! » one.
 */
export type Token = {
  /** As written. */
  readonly text: string;
  /** Small letters without accents, ’ as ', œ as oe; mojibake (« MÃ© ») read as it was meant. Equal spellings have equal plain. */
  readonly plain: string;
  /** UTF-16 indices in the text: `text.slice(start, end)` is the token. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
};
/** A word is letters (and its apostrophe, when elided); a number only digits; a sign anything else but spaces. */
export type TokenKind = "word" | "number" | "sign";

/** Every word, number and sign of a text, in order. Spaces are left out: two tokens touch when `end` equals the next `start`. */
export const readTokens = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === space) {
      at += text.charCodeAt(at) === ampersand ? markupSpace.length : 1;
      continue;
    }
    const end = kind === letter ? endOfWord(text, at) : kind === digit ? endOfNumber(text, at) : endOfSign(text, at);
    const written = text.slice(at, end);
    const kindOfToken = kind === letter ? "word" : kind === digit ? "number" : "sign";
    tokens.push({ text: written, plain: kind === other ? plainSign(written) : plainLetters(written), start: at, end, kind: kindOfToken });
    at = end;
  }
  return tokens;
};

const space = 0;
const letter = 1;
const digit = 2;
const other = 3;
/** Accents typed apart from their letter, soft hyphens, marks that show nothing: they belong to the word around them. */
const unseen = 4;
type Kind = typeof space | typeof letter | typeof digit | typeof other | typeof unseen;

/** Characters as one pattern tells them; the first thousand are looked up, the others asked. */
const kindOf = (character: string): Kind => {
  if (/^\s/u.test(character)) return space;
  if (/^[\p{M}\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]/u.test(character)) return unseen;
  if (/^\p{L}/u.test(character) && !/^[ªº]/.test(character)) return letter;
  return /^\p{Nd}/u.test(character) ? digit : other;
};
const firstKinds = Uint8Array.from({ length: 0x400 }, (_, code) => kindOf(String.fromCharCode(code)));

const kindAt = (text: string, at: number): Kind => {
  const code = text.charCodeAt(at);
  if (code === ampersand) return text.startsWith(markupSpace, at) ? space : lengthOfEntity(text, at) > 0 ? letter : other;
  if (code < 128) return firstKinds[code] as Kind;
  if (lengthOfMojibake(text, at) > 0) return letter;
  if (code === 0xe2 && lengthOfApostrophe(text, at) > 0) return other;
  return code < 0x400 ? (firstKinds[code] as Kind) : kindOf(characterAt(text, at));
};

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);
const lengthAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1;
};
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** « Ren&eacute;e » of pasted markup: the letter is one of the word. */
const lengthOfEntity = (text: string, at: number): number => {
  htmlLetter.lastIndex = at;
  return htmlLetter.test(text) ? htmlLetter.lastIndex - at : 0;
};
const htmlLetter = /&[a-z](?:acute|grave|circ|uml|cedil|tilde);/iy;
const ampersand = 0x26;
const markupSpace = "&nbsp;";

/** « Ã© » for é, « Å“ » for œ: two characters of another encoding that stand for one letter. */
const lengthOfMojibake = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code !== 0xc3 && code !== 0xc5) return 0;
  const next = text.charCodeAt(at + 1);
  if (code === 0xc5) return next === 0x201c || next === 0x2019 ? 2 : 0;
  return (next >= 0x80 && next <= 0xbf) || cp1252Signs.includes(text.charAt(at + 1)) ? 2 : 0;
};
/** What Windows shows for the bytes 80 to 9F. */
const cp1252Signs = [
  "€",
  "‚",
  "ƒ",
  "„",
  "…",
  "†",
  "‡",
  "ˆ",
  "‰",
  "Š",
  "‹",
  "Œ",
  "Ž",
  "‘",
  "’",
  "“",
  "”",
  "•",
  "–",
  "—",
  "˜",
  "™",
  "š",
  "›",
  "œ",
  "ž",
  "Ÿ",
];

const endOfWord = (text: string, start: number): number => {
  let at = start;
  for (;;) {
    const end = endOfLetters(text, at);
    const apostrophe = lengthOfApostrophe(text, end);
    if (apostrophe === 0) return end;
    const elided = plainLetters(text.slice(start, end));
    const goesOn = end + apostrophe < text.length && kindAt(text, end + apostrophe) === letter;
    if (goesOn && elided === "aujourd") {
      at = end + apostrophe;
      continue;
    }
    return elisions.has(elided) || (goesOn && end - start === 1) ? end + apostrophe : end;
  }
};
/** Elided words keep their apostrophe even when a space follows (« j' ai »), a letter alone when a word follows (« N'Diaye »): elsewhere it is a sign. */
const elisions = new Set([
  "c",
  "d",
  "j",
  "l",
  "m",
  "n",
  "s",
  "t",
  "qu",
  "jusqu",
  "lorsqu",
  "puisqu",
  "quoiqu",
  "quelqu",
  "presqu",
  "entr",
  "prud",
]);

const endOfLetters = (text: string, start: number): number => {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const entity = code === ampersand ? lengthOfEntity(text, at) : 0;
      if (entity === 0 && firstKinds[code] !== letter) return at;
      at += entity > 0 ? entity : 1;
      continue;
    }
    const mojibake = lengthOfMojibake(text, at);
    const kind = kindAt(text, at);
    if (kind !== letter && kind !== unseen) return at;
    at += mojibake > 0 ? mojibake : lengthAt(text, at);
  }
  return at;
};

/** ' and the other signs that stand for it; « â€™ » is ’ in another encoding. */
const lengthOfApostrophe = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60 || code === 0xb4 || code === 0x2bc || code === 0x2032) return 1;
  return code === 0xe2 && text.startsWith("â€™", at) ? 3 : 0;
};

const endOfNumber = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && kindAt(text, at) === digit) at += lengthAt(text, at);
  return at;
};

/** The same sign repeated is one (« ... », « !! »), but for brackets, which open and close. An emoji keeps its two halves. */
const endOfSign = (text: string, start: number): number => {
  const length = lengthAt(text, start);
  const sign = text.slice(start, start + length);
  let at = start + length;
  if (sign !== "[" && sign !== "]") while (text.startsWith(sign, at)) at += length;
  while (at < text.length && text.charCodeAt(at) >= 0x300 && kindAt(text, at) === unseen) at += 1;
  return at;
};

const plainSign = (written: string): string => (written === "’" || written === "`" || written === "´" ? "'" : written);
