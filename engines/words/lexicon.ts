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

/** One place of an expression: the words that may stand there, and how many other words may come before. */
interface Step {
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly gap: number;
}
interface Expression {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** « … » lets up to three words stand between. */
const widestGap = 3;
/** Expressions that begin with a free ending are filed under these first letters. */
const filedLetters = 3;

/**
 * Reads lexicon files. A line is an expression, under a title in brackets:
 *
 *     [besoin loyer]
 *     loyer* … (impayé*|en retard)
 *
 * `*` ends a word freely, `…` lets up to three words between, `(a|b)` is one or the other. Case and accents are ignored.
 * @param shorthand lines « rdv = rendez-vous »
 */
export const readLexicon = (files: readonly string[], shorthand = ""): Lexicon => {
  const short = readShorthand(shorthand);
  const byWord = new Map<string, Expression[]>();
  const byBeginning = new Map<string, Expression[]>();
  const file = (map: Map<string, Expression[]>, key: string, expression: Expression): void => {
    const list = map.get(key);
    if (list) list.push(expression);
    else map.set(key, [expression]);
  };
  for (const expression of files.flatMap((text) => readExpressions(text, short))) {
    const first = expression.steps[0];
    if (!first) continue;
    for (const word of first.words) file(byWord, word, expression);
    for (const beginning of first.beginnings) file(byBeginning, beginning.slice(0, filedLetters), expression);
  }
  const find = (words: readonly string[]): Found[] => {
    const found: Found[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? "";
      for (const list of [byWord.get(word), byBeginning.get(word.slice(0, filedLetters))])
        for (const expression of list ?? []) {
          const to = endOf(expression, words, at);
          if (to !== undefined) found.push({ label: expression.label, from: at, to });
        }
    }
    return found;
  };
  const wordsOf = (tokens: readonly Token[]): string[] =>
    tokens.map(({ plain, kind }) => (kind === "number" ? numberWord(plain) : (short.get(plain) ?? plain)));
  return { wordsOf, find };
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
    return trimmed.split(",").flatMap(variants).map((written) => ({ label, steps: stepsOf(written, short) }));
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
    const free = isFree && number.length >= filedLetters;
    steps.push({ words: new Set(free ? [] : [number]), beginnings: free ? [number] : [], gap });
    gap = 0;
  }
  return steps;
};

const stands = (step: Step, word: string): boolean =>
  step.words.has(word) || step.beginnings.some((beginning) => word.startsWith(beginning));

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
