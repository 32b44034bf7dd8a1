import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { day, isDay, type Day } from "#engines/calendar";
import {
  builtInMapping,
  fetchPages,
  importDirectory,
  readMapping,
  remarksAsCsv,
  rulesOf,
  tryWholeFile,
  type Mapping,
} from "#directory/server";
import { CommandRefused, type Command, type Run } from "./command.ts";

/** Imports a file of structures and services into the directory. */
export const directoryImport: Command = {
  name: "directory import",
  summary: "Fait entrer un fichier de structures et de services dans l’annuaire.",
  arguments: "FICHIER|ADRESSE",
  options: [
    { name: "source", value: "ID", help: "identifiant de la source : minuscules, chiffres, tirets", isRequired: true },
    { name: "name", value: "NOM", help: "nom de la source, tel qu’il sera montré" },
    { name: "licence", value: "LICENCE", help: "licence de la source" },
    { name: "date", value: "AAAA-MM-JJ", help: "jour des données, quand les lignes n’ont pas de date" },
    {
      name: "mapping",
      value: "FICHIER",
      help: "correspondance : un fichier JSON, ou le nom d’une correspondance fournie (lieux, mairies, france-services, hub-lo, gironde, maine-et-loire)",
    },
    { name: "format", value: "FORMAT", help: "data-inclusion : le fichier est déjà au format national (CSV ou JSON)" },
    {
      name: "hold-share",
      value: "PART",
      help: "part des fiches connues qui peut disparaître sans qu’on demande : 0.5 par défaut, 1.01 pour toujours accepter",
    },
    { name: "trial", help: "lire tout le fichier et compter, sans rien écrire" },
    { name: "refusals", value: "FICHIER", help: "où écrire, en CSV, chaque ligne refusée ou remarquée avec sa raison" },
  ],
  examples: [
    "directory import https://api.annuaire.example/api/v1 --format data-inclusion --source annuaire --name 'Annuaire' --licence 'Licence Ouverte 2.0'",
    "directory import lieux.csv --mapping lieux --source lieux --name 'Lieux ouverts' --licence 'Licence Ouverte 2.0'",
    "directory import export.json --format data-inclusion --source departement-38 --name 'Département de l’Isère' --licence 'Licence Ouverte 2.0'",
  ],
  // An address is that of an API of the national format; its token stands in TU_DATA_INCLUSION_TOKEN.
  run: async (run) => {
    const [file, ...more] = run.arguments;
    if (file === undefined || more.length > 0) throw new CommandRefused("Donnez un fichier, et un seul : tu directory import FICHIER …");
    const mapping = await mappingOf(run);
    const dataDate = dateOf(run);
    const began = performance.now();
    const path = await fileOf(file, run);
    const ground = await run.openGround();
    if (run.options["trial"] !== undefined) {
      const tried = await tryWholeFile(ground, { path, mapping, sourceId: run.options["source"] ?? "", dataDate });
      if (tried.kind === "failed") throw new CommandRefused(tried.sentence);
      return { ...tried.counts, ...measured(began) };
    }
    const answer = await importDirectory(ground, {
      path,
      fileName: basename(file),
      source: {
        id: run.options["source"] ?? "",
        name: run.options["name"] ?? run.options["source"] ?? "",
        licence: run.options["licence"] ?? "non précisée",
      },
      mapping,
      dataDate,
      holdShare: holdShareOf(run),
      onProgress: ({ bytesRead, bytesTotal, received }) => {
        if (received > 0 && received % 5000 === 0) run.say(`${Math.floor((bytesRead / bytesTotal) * 100)} % lu, ${received} lignes`);
      },
    });
    const refusals = run.options["refusals"];
    if (refusals !== undefined && answer.importId !== undefined) await write(run.pathOf(refusals), remarksAsCsv(ground, answer.importId));
    if (answer.kind === "failed") throw new CommandRefused(answer.sentence);
    if (answer.kind === "held") {
      const { before, gone, departements } = answer.loss;
      throw new CommandRefused(
        `Import retenu : ${gone} fiches sur ${before} disparaîtraient${departements.length === 0 ? "" : ` (plus rien en ${departements.join(", ")})`}. ` +
          "Rien n’a été changé. Un référent data dit oui ou non sur la page des imports, ou recommencez avec --hold-share 1.01.",
      );
    }
    return {
      ...answer.counts,
      rules: await rulesOf(ground, answer.importId),
      ...measured(began),
      importId: answer.importId,
    };
  },
};

/** A file of this computer, or the pages of an API, put together in one. */
const fileOf = async (file: string, run: Run): Promise<string> => {
  if (!/^https?:\/\//.test(file)) return run.pathOf(file);
  const token = process.env["TU_DATA_INCLUSION_TOKEN"] ?? "";
  if (token === "") throw new CommandRefused("Donnez le jeton de l’API dans TU_DATA_INCLUSION_TOKEN.");
  const folder = join(tmpdir(), `tu-api-${process.getuid?.() ?? 0}`, createHash("sha256").update(file).digest("hex").slice(0, 16));
  const fetched = await fetchPages({ url: file, token }, folder, {
    onPage: ({ list, items, total }) => {
      run.say(`${list} : ${items} sur ${total}`);
    },
  });
  if (fetched.kind === "failed") throw new CommandRefused(fetched.sentence);
  return fetched.path;
};

const measured = (began: number) => ({
  seconds: Math.round((performance.now() - began) / 100) / 10,
  maxMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
});

const holdShareOf = (run: Run): number | undefined => {
  const written = run.options["hold-share"];
  if (written === undefined) return undefined;
  const share = Number(written.replace(",", "."));
  if (!(share > 0 && share <= 2)) throw new CommandRefused("--hold-share est une part entre 0 et 1, par exemple 0.5.");
  return share;
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
  const text = builtInMapping(mapping) ?? (await readFile(run.pathOf(mapping), "utf8").catch(() => undefined));
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
