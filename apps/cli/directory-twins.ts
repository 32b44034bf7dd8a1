import { access } from "node:fs/promises";
import { findTwins, type TwinPair } from "#engines/twins";
import { CommandRefused, type Command } from "./command.ts";
import { readTwinRecords, readTwinTruth, twinHeader, twinLine } from "./twins-lines.ts";

/** Finds the structures that several sources describe. */
export const directoryTwins: Command = {
  name: "directory twins",
  summary: "Trouve les structures que plusieurs sources décrivent. Écrit un CSV : a,b,classe,score, où classe est doublon ou incertain.",
  arguments: "",
  options: [
    {
      name: "records",
      value: "FICHIER",
      help: "CSV : rid,source,nom, et ce qui est connu de adresse,code_postal,commune,code_insee,latitude,longitude,telephone,courriel,siret",
      isRequired: true,
    },
    { name: "truth", value: "FICHIER", help: "CSV a,b[,label] des paires connues : dit aussi précision, rappel et F1" },
  ],
  examples: ["directory twins --records fiches.csv > paires.csv", "directory twins --records fiches.csv --truth vraies.csv"],
  run: async (run) => {
    const [records, truth] = [await readable(run.pathOf(run.options["records"] ?? "")), run.options["truth"]];
    const truthFile = truth === undefined ? undefined : await readable(run.pathOf(truth));
    const read = await readTwinRecords(records, (sentence) => {
      run.say(sentence);
    });
    const pairs = findTwins(read);
    run.print(twinHeader);
    for (const pair of pairs) run.print(twinLine(pair));
    run.say(
      `${read.length} fiches, ${pairs.filter(isDoublon).length} doublons, ${pairs.filter((pair) => !isDoublon(pair)).length} incertains`,
    );
    if (truthFile !== undefined) run.say(measure(pairs, await readTwinTruth(truthFile)));
    return undefined;
  },
};

const isDoublon = (pair: TwinPair): boolean => pair.class === "doublon";

const readable = async (file: string): Promise<string> => {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new CommandRefused(`Le fichier ${file} ne peut pas être lu.`);
  return file;
};

/** With labels, a pair that nobody labelled is neither right nor wrong; without, whatever the file does not hold is wrong. */
const measure = (pairs: readonly TwinPair[], truth: Awaited<ReturnType<typeof readTwinTruth>>): string => {
  const label = new Map(truth.map(({ a, b, label }) => [keyOf(a, b), label]));
  const isLabelled = truth.some((pair) => pair.label !== "doublon");
  const found = pairs.filter(isDoublon).map(({ a, b }) => label.get(keyOf(a, b)) ?? (isLabelled ? "inconnue" : "distinct"));
  const count = (wanted: string): number => found.filter((of) => of === wanted).length;
  const all = truth.filter(({ label }) => label === "doublon").length;
  const uncertain = truth.filter(({ label }) => label === "incertain").length;
  const precision = count("doublon") / Math.max(1, found.length - count("inconnue"));
  const recall = count("doublon") / Math.max(1, all);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const merged = uncertain === 0 ? "" : `, incertaines fondues seules ${percent(count("incertain") / uncertain)}`;
  return `précision ${percent(precision)}, rappel ${percent(recall)}, F1 ${f1.toFixed(4)}${merged}`;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const keyOf = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);
