// Measures masking: `node bench/words-masking.ts [FILE.jsonl]`, a file with the keys `texte` and, to score, `entites: [{ debut, fin }]`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { makeMasker, readNameLists } from "#engines/words";

type Line = { texte: string; entites?: { debut: number; fin: number }[] };
type Range = { start: number; end: number };

const file = process.argv[2] ?? "../shared/words/dev.jsonl";
if (!existsSync(file)) {
  console.error(`${file} is not here: give a JSON Lines file with the keys texte and entites.`);
  process.exit(1);
}
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Line);

const folder = "engines/words/names";
const started = performance.now();
const masker = makeMasker(readNameLists(readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"))));
console.log(`lists made ready in ${Math.round(performance.now() - started)} ms`);

/** What most tools do: regular expressions for telephones, mails and social security numbers, nothing for names. */
const plainExpressions =
  /(?:\+33|0033|0)\s?[1-9](?:[\s.-]?\d{2}){4}|[\w.+-]+@[\w-]+\.[\w.]+|\b[12]\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/g;
const byExpressions = (text: string): Range[] =>
  Array.from(text.matchAll(plainExpressions), ({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** An entity counts when each of its letters and figures is hidden, as in `words/score.mjs`. */
const score = (find: (text: string) => readonly Range[]): string => {
  let [entities, hidden, texts, clean, excess, characters] = [0, 0, 0, 0, 0, 0];
  for (const { texte, entites = [] } of lines) {
    const covered = new Uint8Array(texte.length);
    for (const { start, end } of find(texte)) covered.fill(1, start, end);
    const due = new Uint8Array(texte.length);
    const kept = entites.filter(({ debut, fin }) => {
      due.fill(1, debut, fin);
      return Array.from({ length: fin - debut }, (_, at) => debut + at).every(
        (at) => covered[at] === 1 || !/[\p{L}\p{N}]/u.test(texte.charAt(at)),
      );
    });
    entities += entites.length;
    hidden += kept.length;
    if (entites.length > 0) texts += 1;
    if (entites.length > 0 && kept.length === entites.length) clean += 1;
    excess += covered.reduce((sum, bit, at) => sum + (bit === 1 && due[at] === 0 ? 1 : 0), 0);
    characters += texte.length;
  }
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  return `entities masked ${share(hidden, entities)}  texts without any leak ${share(clean, texts)}  characters masked for nothing ${share(excess, characters)}`;
};

/** Processor time, so that neighbours on the machine count less. */
const textsPerSecond = (find: (text: string) => unknown): number => {
  const once = (): void => {
    for (const { texte } of lines) find(texte);
  };
  for (let turn = 0; turn < 40; turn++) once();
  const before = process.cpuUsage();
  const turns = 60;
  for (let turn = 0; turn < turns; turn++) once();
  const { user, system } = process.cpuUsage(before);
  return Math.round((turns * lines.length) / ((user + system) / 1e6));
};

const averageLength = Math.round(lines.reduce((sum, { texte }) => sum + texte.length, 0) / lines.length);
console.log(`${lines.length} texts of ${averageLength} characters`);
for (const [name, find] of [
  ["masking", (text: string) => masker(text).entities],
  ["plain expressions", byExpressions],
] as const)
  console.log(`${name.padEnd(18)} ${String(textsPerSecond(find)).padStart(8)} texts per second of one core  ${score(find)}`);

const long = lines
  .map(({ texte }) => texte)
  .join("\n")
  .repeat(20)
  .slice(0, 200_000);
const before = performance.now();
const found = masker(long, { names: ["Odette Vasseur-Lamy", "Kevin Belhadj"] }).entities.length;
console.log(`one text of 200,000 characters: ${Math.round(performance.now() - before)} ms, ${found} entities`);
