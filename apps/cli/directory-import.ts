import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { day, isDay, type Day } from "#engines/calendar";
import { importDirectory, readMapping, remarksAsCsv, type Mapping } from "#directory/server";
import { CommandRefused, type Command, type Run } from "./command.ts";

/** Imports a file of structures and services into the directory. */
export const directoryImport: Command = {
  name: "directory import",
  summary: "Fait entrer un fichier de structures et de services dans l’annuaire.",
  arguments: "FICHIER",
  options: [
    { name: "source", value: "ID", help: "identifiant de la source : minuscules, chiffres, tirets", isRequired: true },
    { name: "name", value: "NOM", help: "nom de la source, tel qu’il sera montré" },
    { name: "licence", value: "LICENCE", help: "licence de la source" },
    { name: "date", value: "AAAA-MM-JJ", help: "jour des données, quand les lignes n’ont pas de date" },
    { name: "mapping", value: "FICHIER", help: "correspondance JSON des colonnes vers le format national" },
    { name: "format", value: "FORMAT", help: "data-inclusion : le fichier est déjà au format national (CSV ou JSON)" },
    { name: "refusals", value: "FICHIER", help: "où écrire, en CSV, chaque ligne refusée ou remarquée avec sa raison" },
  ],
  examples: [
    "directory import lieux.csv --mapping src/05-directory/intake/mappings/lieux.mapping.json --source lieux --name 'Lieux ouverts' --licence 'Licence Ouverte 2.0'",
    "directory import export.json --format data-inclusion --source departement-38 --name 'Département de l’Isère' --licence 'Licence Ouverte 2.0'",
  ],
  run: async (run) => {
    const [file, ...more] = run.arguments;
    if (file === undefined || more.length > 0) throw new CommandRefused("Donnez un fichier, et un seul : tu directory import FICHIER …");
    const mapping = await mappingOf(run);
    const dataDate = dateOf(run);
    const began = performance.now();
    const ground = await run.openGround();
    const answer = await importDirectory(ground, {
      path: run.pathOf(file),
      source: {
        id: run.options["source"] ?? "",
        name: run.options["name"] ?? run.options["source"] ?? "",
        licence: run.options["licence"] ?? "non précisée",
      },
      mapping,
      dataDate,
      onProgress: ({ bytesRead, bytesTotal, received }) => {
        if (received > 0 && received % 5000 === 0) run.say(`${Math.floor((bytesRead / bytesTotal) * 100)} % lu, ${received} lignes`);
      },
    });
    const refusals = run.options["refusals"];
    if (refusals !== undefined && answer.importId !== undefined) await write(run.pathOf(refusals), remarksAsCsv(ground, answer.importId));
    if (answer.kind === "failed") throw new CommandRefused(answer.sentence);
    return {
      ...answer.counts,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      maxMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      importId: answer.importId,
    };
  },
};

const mappingOf = async (run: Run): Promise<Mapping | undefined> => {
  const { mapping, format } = run.options;
  if (format !== undefined && format !== "data-inclusion")
    throw new CommandRefused(`Le format « ${format} » n’est pas connu : data-inclusion, ou --mapping.`);
  if (mapping === undefined) {
    if (format === undefined) throw new CommandRefused("Dites comment lire le fichier : --mapping FICHIER, ou --format data-inclusion.");
    return undefined;
  }
  if (format !== undefined) throw new CommandRefused("Choisissez --mapping ou --format data-inclusion, pas les deux.");
  const text = await readFile(run.pathOf(mapping), "utf8").catch(() => undefined);
  if (text === undefined) throw new CommandRefused(`La correspondance « ${mapping} » ne peut pas être lue.`);
  const read = readMapping(text);
  if (read.kind === "wrong") throw new CommandRefused(`La correspondance « ${mapping} » est à corriger. ${read.sentences.join(" ")}`);
  return read.mapping;
};

const dateOf = (run: Run): Day | undefined => {
  const { date } = run.options;
  if (date === undefined) return undefined;
  if (!isDay(date)) throw new CommandRefused("--date s’écrit AAAA-MM-JJ, par exemple 2026-11-20.");
  return day(date);
};

const write = async (file: string, lines: AsyncIterable<string>): Promise<void> => {
  const out = createWriteStream(file);
  for await (const line of lines) if (!out.write(line)) await once(out, "drain");
  out.end();
  await once(out, "finish");
};
