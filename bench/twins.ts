// Measures the search of twins: `node bench/twins.ts [FOLDER]`, a folder with twins/{records,truth,cross-records,cross-truth}.csv and data/places.csv.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { distanceMeters, plainName } from "#engines/places";
import { findTwins, type TwinPair, type TwinRecord } from "#engines/twins";

type Line = Readonly<Record<string, string>>;

const folder = process.argv[2] ?? "../shared/directory";
if (!existsSync(path.join(folder, "twins/records.csv"))) {
  console.error(`${folder}/twins/records.csv is not here: give the folder of the shown sets.`);
  process.exit(1);
}
const read = (name: string): Line[] => parse(readFileSync(path.join(folder, name)), { columns: true, bom: true });

const recordFrom = (line: Line): TwinRecord => ({
  id: line["rid"] ?? "",
  source: line["source"] ?? "",
  name: line["nom"] ?? "",
  ...(line["adresse"] ? { street: line["adresse"] } : {}),
  ...(line["code_postal"] ? { postalCode: line["code_postal"] } : {}),
  ...(line["commune"] ? { communeName: line["commune"] } : {}),
  ...(line["code_insee"] ? { communeCode: line["code_insee"] } : {}),
  ...(line["telephone"] ? { phone: line["telephone"] } : {}),
  ...(line["courriel"] ? { mail: line["courriel"] } : {}),
  ...(line["latitude"] ? { point: { latitude: Number(line["latitude"]), longitude: Number(line["longitude"]) } } : {}),
});
const bare = ({ id, source, name, street, postalCode, communeName, communeCode }: TwinRecord): TwinRecord => ({
  ...{ id, source, name },
  ...(street === undefined ? {} : { street }),
  ...(postalCode === undefined ? {} : { postalCode }),
  ...(communeName === undefined ? {} : { communeName }),
  ...(communeCode === undefined ? {} : { communeCode }),
});

const shown = read("twins/records.csv").map(recordFrom);
const truth = read("twins/truth.csv").map(({ a, b }) => `${a} ${b}`);
const isTrue = new Set(truth);
const isShown = new Set(shown.map(({ id }) => id));
const departement = new Map(shown.map(({ id, postalCode }) => [id, (postalCode ?? "").padStart(5, "0").slice(0, 2)]));
const places = existsSync(path.join(folder, "data/places.csv"))
  ? read("data/places.csv").map((line) => recordFrom({ ...line, rid: `place-${line["id"] ?? ""}` }))
  : [];

const f1 = (found: readonly string[], wanted: readonly string[]): number =>
  (2 * found.filter((pair) => isTrue.has(pair)).length) / (found.length + wanted.length);
/** Ten folds by département: no weight is learnt from the shown set, so each fold says how far chance may carry the figure. */
const foldOf = (pair: string): number => {
  const code = departement.get(pair.split(" ")[0] ?? "") ?? "";
  return Math.floor(Number.parseInt(code, 36) / 2) % 10;
};
const told = (found: readonly string[]): string => {
  const right = found.filter((pair) => isTrue.has(pair)).length;
  const folds = Array.from({ length: 10 }, (_, at) => at).map((at) =>
    f1(
      found.filter((pair) => foldOf(pair) === at),
      truth.filter((pair) => foldOf(pair) === at),
    ),
  );
  const mean = folds.reduce((sum, one) => sum + one, 0) / folds.length;
  const four = (number: number): string => number.toFixed(4);
  return `precision ${four(right / found.length)}  recall ${four(right / truth.length)}  F1 ${four(f1(found, truth))}  folds: mean ${four(mean)}, worst ${four(Math.min(...folds))}`;
};

const measured = (records: readonly TwinRecord[]): { pairs: readonly TwinPair[]; cost: string } => {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const pairs = findTwins(records);
  const used = process.cpuUsage(cpu);
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  const cost = `${seconds(performance.now() - began)} (${seconds((used.user + used.system) / 1000)} of processor), ${Math.round(process.memoryUsage().rss / 1e6)} MB`;
  return { pairs, cost };
};
const doublons = (pairs: readonly TwinPair[]): string[] =>
  pairs.filter((pair) => pair.class === "doublon" && isShown.has(pair.a) && isShown.has(pair.b)).map(({ a, b }) => `${a} ${b}`);

for (const [name, records] of [
  ["everything known", shown],
  ["bare", shown.map(bare)],
  ["everything known, among all places", [...shown, ...places]],
  ["bare, among all places", [...shown, ...places].map(bare)],
] as const) {
  const { pairs, cost } = measured(records);
  console.log(`${name.padEnd(35)} ${records.length} records  ${told(doublons(pairs))}  ${cost}`);
}

// The simple rule of a peer, written by us: in a commune, the mean of three likenesses, one to one.
const bigrams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  const compact = plainName(text).replaceAll(" ", "");
  for (let at = 0; at < compact.length - 1; at++) counts.set(compact.slice(at, at + 2), (counts.get(compact.slice(at, at + 2)) ?? 0) + 1);
  return counts;
};
const dice = (a: string, b: string): number => {
  const [ofA, ofB] = [bigrams(a), bigrams(b)];
  const size = (of: Map<string, number>): number => [...of.values()].reduce((sum, one) => sum + one, 0);
  const shared = [...ofA].reduce((sum, [pair, count]) => sum + Math.min(count, ofB.get(pair) ?? 0), 0);
  return size(ofA) + size(ofB) === 0 ? 0 : (2 * shared) / (size(ofA) + size(ofB));
};
const simpleRule = (records: readonly TwinRecord[], cutoff: number): string[] => {
  const scored = [...Map.groupBy(records, ({ communeCode }) => communeCode ?? "").values()].flatMap((there) =>
    there.flatMap((a) =>
      there
        .filter((b) => a.source < b.source)
        .map((b) => {
          const near = a.point && b.point ? [1 - Math.min(1, distanceMeters(a.point, b.point) / 1000)] : [];
          const likenesses = [
            dice(a.street ?? "", b.street ?? ""),
            dice(a.name, b.name.replace(/^(Bus )?France services (de |d'|du )?/i, "")),
            ...near,
          ];
          return { a: a.id, b: b.id, score: likenesses.reduce((sum, one) => sum + one, 0) / likenesses.length };
        }),
    ),
  );
  const taken = new Set<string>();
  return scored
    .filter(({ score }) => score >= cutoff)
    .toSorted((x, y) => y.score - x.score)
    .flatMap(({ a, b }) => {
      if (taken.has(a) || taken.has(b)) return [];
      taken.add(a).add(b);
      return [`${a} ${b}`];
    });
};
for (const [name, records] of [
  ["everything known", shown],
  ["bare", shown.map(bare)],
] as const) {
  for (const cutoff of [0.6, 0.5, 0.4])
    console.log(`simple rule, cutoff ${cutoff}, ${name.padEnd(18)} ${told(simpleRule(records, cutoff))}`);
}

const cross = new Map(
  measured(read("twins/cross-records.csv").map(recordFrom)).pairs.map(({ a, b, class: own }) => [[a, b].toSorted().join(" "), own]),
);
const table = Map.groupBy(read("twins/cross-truth.csv"), ({ label }) => label ?? "");
const count = (label: string, own: string): number =>
  (table.get(label) ?? []).filter(({ a = "", b = "" }) => (cross.get([a, b].toSorted().join(" ")) ?? "nothing") === own).length;
for (const label of ["doublon", "incertain", "distinct"]) {
  console.log(
    `across producers, ${label.padEnd(9)} said doublon ${count(label, "doublon")}, incertain ${count(label, "incertain")}, nothing ${count(label, "nothing")}`,
  );
}
const said = count("doublon", "doublon") + count("incertain", "doublon") + count("distinct", "doublon");
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
console.log(
  `across producers: precision ${percent(count("doublon", "doublon"), said)}, recall ${percent(count("doublon", "doublon"), table.get("doublon")?.length ?? 0)}, ` +
    `uncertain merged alone ${percent(count("incertain", "doublon"), table.get("incertain")?.length ?? 0)}`,
);
