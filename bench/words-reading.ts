// Measures the engine of words: `node --import ./house/jsx.mjs bench/words-reading.ts [FILE.jsonl]`, a file of texts under the key `texte`; our corpus otherwise.
import { readFileSync, statSync } from "node:fs";
import { readCorpus } from "#engines/words";
import { corpusFiles, houseModelPlace, readModelAt, words, wordsLexicon, wordsMasker, wordsVocabulary } from "#situation/server";

const timed = <Value>(name: string, task: () => Value): Value => {
  const from = performance.now();
  const value = task();
  console.log(`${name.padEnd(38)} ${Math.round(performance.now() - from)} ms`);
  return value;
};

console.log(`model ${(statSync(houseModelPlace).size / 1e6).toFixed(1)} MB compressed`);
timed("lists of names made ready", wordsMasker);
timed("lexicon made ready", wordsLexicon);
const model = timed("model read", () => readModelAt(houseModelPlace));
console.log(`${model.labels.length} labels, ${(model.weights.length / model.labels.length).toLocaleString("fr-FR")} traits`);
const { analyse, mask } = timed("all together, once more", words);

const file = process.argv[2];
const texts =
  file === undefined
    ? readCorpus(corpusFiles(), wordsVocabulary).texts.map(({ text }) => text)
    : readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => (JSON.parse(line) as { texte: string }).texte);
const signs = texts.reduce((sum, text) => sum + text.length, 0);
console.log(`${texts.length} texts of ${Math.round(signs / texts.length)} signs`);

/** Best of five turns: what the machine can do when nobody else asks it. */
const perSecond = (task: (text: string) => unknown): number => {
  const turns = Array.from({ length: 5 }, () => {
    const from = performance.now();
    for (const text of texts) task(text);
    return texts.length / ((performance.now() - from) / 1000);
  });
  return Math.round(Math.max(...turns));
};

/** What most tools do: three patterns, no list, no word around. The price of masking well is read against it. */
const patterns = [
  /(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}/g,
  /[\w.+-]+@[\w-]+\.[\w.]+/g,
  /[12]\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{3}\s?\d{3}\s?\d{2}/g,
];
const plain = perSecond((text) => patterns.reduce((left, pattern) => left.replace(pattern, "[…]"), text));
const masking = perSecond((text) => mask(text));
const everything = perSecond((text) => analyse(text));
console.log(`three patterns only (peer)   ${plain.toLocaleString("fr-FR")} texts/s`);
console.log(
  `masking                      ${masking.toLocaleString("fr-FR")} texts/s   ${(plain / masking).toFixed(1)} times the peer's time`,
);
console.log(`everything                   ${everything.toLocaleString("fr-FR")} texts/s`);
const longest = texts.join(" ").slice(0, 200_000);
timed(`one text of ${longest.length.toLocaleString("fr-FR")} signs`, () => analyse(longest));
