import type { UnreadHours } from "./hours.ts";
import { spokenAt, type Spoken } from "./spoken.ts";

/** Signe : what a text of opening hours is made of, with its place in the text. */
export type Token = { readonly at: number } & (
  | { readonly kind: "day" | "month" | "number" | "time"; readonly value: number }
  | { readonly kind: "comment"; readonly text: string }
  | {
      readonly kind:
        Exclude<Spoken["kind"], "day" | "month" | "to" | "and" | "nothing" | "noon"> | "always" | "dash" | "comma" | "semicolon";
    }
  | { readonly kind: "otherwise" | "colon" | "slash" | "opening" | "closing" }
);

export type Tokens = { readonly kind: "tokens"; readonly tokens: readonly Token[] } | UnreadHours;

/** Cuts a text into signs; it stops at the first one that has no meaning here. */
export const tokensOf = (text: string): Tokens => {
  const plain = withoutAccents(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === space || code === noBreakSpace || code === narrowSpace || code === lineFeed || code === carriageReturn || code === tab) {
      at += 1;
      continue;
    }
    const end = isDigit(code)
      ? readFigures(text, at, tokens)
      : isLetter(plain.charCodeAt(at))
        ? readWord(plain, text, at, tokens)
        : readSign(text, at, tokens);
    if (end === undefined) return { kind: "not-understood", at, why: /^\d+ ?[:hH]/.test(text.slice(at, at + 8)) ? "no-such-time" : "word" };
    at = end;
  }
  return { kind: "tokens", tokens };
};

const [colon, slash] = [58, 47];
const [space, noBreakSpace, narrowSpace, lineFeed, carriageReturn, tab] = [32, 160, 8239, 10, 13, 9];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => code >= 97 && code <= 122;

/** Small letters, accents dropped, of the same length, so that places in one are places in the other. */
const withoutAccents = (text: string): string => {
  const small = text.toLowerCase();
  const kept = small.length === text.length ? small : text;
  return /^[\x20-\x7e]*$/.test(kept) ? kept : kept.replace(/[àâéèêëîïôûùüç]/g, (letter) => letter.normalize("NFD").charAt(0));
};

/** « 09:00 », « 9h30 », « 9 h », « 24/7 », or a bare number. */
const readFigures = (text: string, from: number, tokens: Token[]): number | undefined => {
  let end = from;
  let value = 0;
  while (isDigit(text.charCodeAt(end))) value = value * 10 + text.charCodeAt(end++) - 48;
  if (end - from > 4) return undefined;
  if (value === 24 && text.charCodeAt(end) === slash && text.startsWith("/7", end)) {
    tokens.push({ kind: "always", at: from });
    return end + 2;
  }
  const next = text.charCodeAt(end);
  if (next === colon && isDigit(text.charCodeAt(end + 1)) && isDigit(text.charCodeAt(end + 2))) {
    if (isDigit(text.charCodeAt(end + 3))) return undefined;
    return pushTime(tokens, from, value, (text.charCodeAt(end + 1) - 48) * 10 + text.charCodeAt(end + 2) - 48, end + 3);
  }
  const spoken = frenchMinutes(text, end);
  if (spoken) return pushTime(tokens, from, value, spoken.minutes, spoken.end);
  tokens.push({ kind: "number", value, at: from });
  // « 1er juillet »
  return text.startsWith("er", end) && value === 1 ? end + 2 : end;
};

/** After the hours: « h », « h30 », « h 30 », « H00 ». */
const frenchMinutes = (text: string, from: number): { readonly minutes: number; readonly end: number } | undefined => {
  const at = text[from] === " " || text[from] === "\u00a0" ? from + 1 : from;
  if (text[at] !== "h" && text[at] !== "H") return undefined;
  if (isLetter(text.toLowerCase().charCodeAt(at + 1))) return undefined;
  const figures = text[at + 1] === " " ? at + 2 : at + 1;
  const isTwo = isDigit(text.charCodeAt(figures)) && isDigit(text.charCodeAt(figures + 1)) && !isDigit(text.charCodeAt(figures + 2));
  // « 9 h 12 h » is a hole in the text, not nine hours twelve.
  if (isTwo && !/^[:hH]/.test(text.slice(figures + 2).trimStart()))
    return { minutes: Number(text.slice(figures, figures + 2)), end: figures + 2 };
  return { minutes: 0, end: at + 1 };
};

const pushTime = (tokens: Token[], at: number, hours: number, minutes: number, end: number): number | undefined => {
  if (minutes > 59 || hours > 48 || (hours === 48 && minutes > 0)) return undefined;
  tokens.push({ kind: "time", value: hours * 60 + minutes, at });
  return end;
};

const readWord = (plain: string, text: string, from: number, tokens: Token[]): number | undefined => {
  const onAppointment = appointmentAt(plain, from);
  if (onAppointment !== undefined) {
    tokens.push({ kind: "comment", text: text.slice(from, onAppointment), at: from });
    return onAppointment;
  }
  let end = from;
  while (isLetter(plain.charCodeAt(end))) end += 1;
  const spoken = spokenAt(plain, from, plain.slice(from, end));
  if (!spoken) return undefined;
  push(tokens, spoken.meaning, from);
  const after = from + spoken.length;
  return plain[after] === "." ? after + 1 : after;
};

const appointmentAt = (plain: string, from: number): number | undefined => {
  if (plain.charCodeAt(from) !== 115 && plain.charCodeAt(from) !== 117) return undefined;
  appointment.lastIndex = from;
  return appointment.test(plain) ? appointment.lastIndex : undefined;
};
const appointment = /(uniquement )?sur (rendez[- ]vous|rdv)\b/y;

const push = (tokens: Token[], meaning: Spoken, at: number): void => {
  if (meaning.kind === "day" || meaning.kind === "month") tokens.push({ kind: meaning.kind, value: meaning.value, at });
  else if (meaning.kind === "to") tokens.push({ kind: "dash", at });
  else if (meaning.kind === "and") tokens.push({ kind: "comma", at });
  else if (meaning.kind === "noon") tokens.push({ kind: "time", value: 720, at });
  else if (meaning.kind !== "nothing") tokens.push({ kind: meaning.kind, at });
};

const signs: Readonly<Record<string, "dash" | "comma" | "semicolon" | "colon" | "slash" | "opening" | "closing">> = {
  "-": "dash",
  "–": "dash",
  "—": "dash",
  ",": "comma",
  "&": "comma",
  ";": "semicolon",
  ":": "colon",
  "/": "slash",
  "[": "opening",
  "]": "closing",
};

const readSign = (text: string, at: number, tokens: Token[]): number | undefined => {
  const sign = text.charAt(at);
  const kind = signs[sign];
  if (kind) {
    tokens.push({ kind, at });
    return at + 1;
  }
  if (sign === "|" && text[at + 1] === "|") {
    tokens.push({ kind: "otherwise", at });
    return at + 2;
  }
  const closing = sign === '"' ? '"' : sign === "«" ? "»" : undefined;
  const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
  if (end === -1) return undefined;
  tokens.push({ kind: "comment", text: text.slice(at + 1, end).trim(), at });
  return end + 1;
};
