import { plainLetters } from "./plain-letters.ts";
import type { Token } from "./token.ts";

/** Lexique : expressions by which needs, emotions, dangers and fragilities show themselves, and the shorthand that is read as whole words. */
export interface Lexicon {
  /** The words of a text as expressions are compared to them: plain, shorthand spelled out, a number « 0 ». One a token. */
  wordsOf(tokens: readonly Token[]): readonly string[];
  /** Every expression that stands in these words. */
  find(words: readonly string[]): readonly Found[];
}

/** An expression that was found: `besoin loyer`, words from `from` to `to` (not included). */
export interface Found {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** One place of an expression: the word that stands there, whole or with a free ending, and how many other words may come before. */
interface Step {
  readonly word: string;
  readonly isFree: boolean;
  readonly gap: number;
}
interface Expression {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** « … » lets up to three words stand between. */
const widestGap = 3;
/** Words with a free ending have three letters at least; they are filed under their first six at most. */
const fewestLetters = 3;
const mostFiled = 6;

/** Where expressions are found by how they begin: most texts then compare a handful, not thousands. */
interface Files {
  /** Two whole words that follow each other: « commandement de ». */
  readonly byPair: Map<string, Expression[]>;
  readonly byWord: Map<string, Expression[]>;
  /** By number of letters: the beginning of a word with a free ending. */
  readonly byBeginning: ReadonlyMap<number, Map<string, Expression[]>>;
}

/**
 * Reads lexicon files. A line is an expression, under a title in brackets:
 *
 *     [besoin loyer]
 *     loyer* … (impayé*|en retard)
 *
 * `*` ends a word freely, `…` lets up to three words between, `(a|b)` is one or the other. Case and accents are ignored.
 * @param shorthand lines « rdv = rendez-vous »
 */
export const readLexicon = (texts: readonly string[], shorthand = ""): Lexicon => {
  const short = readShorthand(shorthand);
  const files = filed(texts.flatMap((text) => readExpressions(text, short)));
  const find = (words: readonly string[]): Found[] => {
    const found: Found[] = [];
    const look = (list: readonly Expression[] | undefined, at: number): void => {
      if (list === undefined) return;
      for (const expression of list) {
        const to = endOf(expression, words, at);
        if (to !== undefined) found.push({ label: expression.label, from: at, to });
      }
    };
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? "";
      look(files.byWord.get(word), at);
      const next = words[at + 1];
      if (next !== undefined) look(files.byPair.get(`${word} ${next}`), at);
      for (const [letters, beginnings] of files.byBeginning) if (word.length >= letters) look(beginnings.get(word.slice(0, letters)), at);
    }
    return found;
  };
  const wordsOf = (tokens: readonly Token[]): string[] =>
    tokens.map(({ plain, kind }) => (kind === "number" ? numberWord(plain) : (short.get(plain) ?? plain)));
  return { wordsOf, find };
};

const filed = (expressions: readonly Expression[]): Files => {
  const byPair = new Map<string, Expression[]>();
  const byWord = new Map<string, Expression[]>();
  const byBeginning = new Map<number, Map<string, Expression[]>>();
  const file = (map: Map<string, Expression[]>, key: string, expression: Expression): void => {
    const list = map.get(key);
    if (list) list.push(expression);
    else map.set(key, [expression]);
  };
  for (const expression of expressions) {
    const [first, second] = expression.steps;
    if (!first) continue;
    if (first.isFree) {
      const letters = Math.min(first.word.length, mostFiled);
      const beginnings = byBeginning.get(letters) ?? new Map<string, Expression[]>();
      byBeginning.set(letters, beginnings);
      file(beginnings, first.word.slice(0, letters), expression);
    } else if (second && !second.isFree && second.gap === 0) file(byPair, `${first.word} ${second.word}`, expression);
    else file(byWord, first.word, expression);
  }
  return { byPair, byWord, byBeginning };
};

/** A figure says its size, never its value: 3 children and 3 000 € differ, 312 € and 298 € do not. */
const numberWord = (digits: string): string => (digits.length > 4 ? "00000" : "0".repeat(digits.length));

const readShorthand = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [short = "", long] = line.split("=").map((part) => plainLetters(part.trim()));
      return line.startsWith("#") || long === undefined || short === "" ? [] : [[short, long] as const];
    }),
  );

const readExpressions = (text: string, short: ReadonlyMap<string, string>): Expression[] => {
  let label = "";
  return text.split(/\r?\n/).flatMap((line) => {
    const trimmed = line.replace(/\s#.*$/, "").trim();
    if (trimmed === "" || trimmed.startsWith("#")) return [];
    const title = /^\[(.+)\]$/.exec(trimmed);
    if (title) {
      label = plainTitle(title[1] ?? "");
      return [];
    }
    return trimmed
      .split(",")
      .flatMap(variants)
      .map((written) => ({ label, steps: stepsOf(written, short) }));
  });
};

const plainTitle = (title: string): string => title.trim().replace(/\s+/g, " ");

/** « (a|b) c » is « a c » and « b c ». Groups do not nest. */
const variants = (written: string): string[] => {
  const group = /\(([^()]*)\)/.exec(written);
  if (!group) return [written];
  const [whole, inside = ""] = group;
  return inside
    .split("|")
    .flatMap((choice) => variants(`${written.slice(0, group.index)} ${choice} ${written.slice(group.index + whole.length)}`));
};

/** An apostrophe ends its word, as in the texts: « j'ai » is « j' » then « ai ». */
const stepsOf = (written: string, short: ReadonlyMap<string, string>): Step[] => {
  const steps: Step[] = [];
  let gap = 0;
  const pieces = plainLetters(written)
    .replace(/…|\.\.\./g, " … ")
    .replace(/'/g, "' ")
    .replace(/-/g, " - ")
    .split(/\s+/);
  for (const piece of pieces) {
    if (piece === "") continue;
    if (piece === "…") {
      gap = widestGap;
      continue;
    }
    const isFree = piece.endsWith("*");
    const word = isFree ? piece.slice(0, -1) : piece;
    if (word === "") continue;
    const number = /^\d+$/.test(word) ? numberWord(word) : isFree ? word : (short.get(word) ?? word);
    // A word of one or two letters with a free ending would be filed with everything: it is read as it stands.
    steps.push({ word: number, isFree: isFree && number.length >= fewestLetters, gap });
    gap = 0;
  }
  return steps;
};

const stands = (step: Step, word: string): boolean => (step.isFree ? word.startsWith(step.word) : word === step.word);

const endOf = (expression: Expression, words: readonly string[], start: number): number | undefined => {
  const { steps } = expression;
  const first = steps[0];
  if (!first || !stands(first, words[start] ?? "")) return undefined;
  let at = start + 1;
  for (let index = 1; index < steps.length; index++) {
    const step = steps[index] as Step;
    let [skipped, commas] = [0, 0];
    while (at + skipped < words.length && !stands(step, words[at + skipped] ?? "")) {
      // A comma is not a word.
      if (words[at + skipped] === ",") commas += 1;
      skipped += 1;
      if (skipped - commas > step.gap) return undefined;
    }
    if (at + skipped >= words.length) return undefined;
    at += skipped + 1;
  }
  return at;
};
