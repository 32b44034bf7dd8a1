// Measures what the desk would propose on long notes: `node --import ./house/jsx.mjs bench/words-notes.ts FILE.jsonl`, labelled texts (`tu words evaluate`).
// Texts are glued four by four, letters left out, as half an hour of notes is: what is right and what is found, by how sure the machine must be.
import { readFileSync } from "node:fs";
import { words } from "#situation/server";

interface Line {
  readonly registre: string;
  readonly texte: string;
  readonly besoins: readonly string[];
}

const file = process.argv[2] ?? "../shared/words/dev.jsonl";
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Line)
  .filter(({ registre }) => registre !== "courrier_formel");
const glued = Array.from({ length: Math.floor(lines.length / 4) }, (_, index) => lines.slice(index * 4, index * 4 + 4));
const read = glued.map((four) => ({
  there: new Set(four.flatMap(({ besoins }) => besoins)),
  found: words().analyse(four.map(({ texte }) => texte.replace(/([^.!?…])$/, "$1.")).join(" ")).needs,
}));
console.log(`${read.length} notes of four texts`);
for (const enough of [0, 0.2, 0.3, 0.4, 0.5, 0.6]) {
  let [right, wrong, there] = [0, 0, 0];
  for (const { there: needs, found } of read) {
    there += needs.size;
    for (const { id, confidence } of found)
      if (confidence >= enough)
        if (needs.has(id)) right += 1;
        else wrong += 1;
  }
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;
  console.log(`sure at ${enough.toFixed(1)}  right ${share(right, right + wrong)}  found ${share(right, there)}`);
}
