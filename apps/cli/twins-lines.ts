import { createReadStream } from "node:fs";
import { CsvError, parse, type Info } from "csv-parse";
import type { TwinPair, TwinRecord } from "#engines/twins";
import { CommandRefused } from "./command.ts";

/** A line of a CSV file, by the names of its columns, with the number that an editor shows. */
interface Line {
  readonly number: number;
  readonly columns: Readonly<Record<string, string | undefined>>;
}

/**
 * The records of a file; only rid, source and nom are needed, the rest may be empty or not there. An identifier that comes back is left aside, and said:
 * one record counts once.
 */
export const readTwinRecords = async (file: string, say: (sentence: string) => void): Promise<readonly TwinRecord[]> => {
  const records = new Map<string, TwinRecord>();
  for await (const { number, columns } of csvLines(file, ["rid", "source", "nom"])) {
    const { rid = "", source = "" } = columns;
    if (rid === "" || source === "") throw new CommandRefused(`Ligne ${number} de ${file} : rid et source doivent être remplis.`);
    if (records.has(rid)) say(`Ligne ${number} : ${rid} est déjà venu plus haut, cette ligne est laissée de côté.`);
    else records.set(rid, recordFrom(columns));
  }
  return [...records.values()];
};

const recordFrom = (columns: Line["columns"]): TwinRecord => {
  const { rid = "", source = "", nom = "", adresse, code_postal, commune, code_insee, telephone, courriel, siret } = columns;
  const [latitude, longitude] = [numberFrom(columns["latitude"]), numberFrom(columns["longitude"])];
  return {
    id: rid,
    source,
    name: nom,
    ...(adresse ? { street: adresse } : {}),
    ...(code_postal ? { postalCode: code_postal } : {}),
    ...(commune ? { communeName: commune } : {}),
    ...(code_insee ? { communeCode: code_insee } : {}),
    ...(telephone ? { phone: telephone } : {}),
    ...(courriel ? { mail: courriel } : {}),
    ...(siret ? { siret } : {}),
    ...(latitude === undefined || longitude === undefined ? {} : { point: { latitude, longitude } }),
  };
};

const numberFrom = (written: string | undefined): number | undefined => {
  const number = Number((written ?? "").replace(",", "."));
  return written === undefined || written === "" || !Number.isFinite(number) || Math.abs(number) > 180 ? undefined : number;
};

/** The pairs that are known to be one: columns a and b, and label when there are several classes (doublon, incertain, distinct). */
export const readTwinTruth = async (
  file: string,
): Promise<readonly { readonly a: string; readonly b: string; readonly label: string }[]> => {
  const truth: { a: string; b: string; label: string }[] = [];
  for await (const { columns } of csvLines(file, ["a", "b"])) {
    truth.push({ a: columns["a"] ?? "", b: columns["b"] ?? "", label: columns["label"] ?? "doublon" });
  }
  return truth;
};

export const twinHeader = "a,b,classe,score";
export const twinLine = ({ a, b, class: classe, score }: TwinPair): string => [cell(a), cell(b), classe, String(score)].join(",");

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function* csvLines(file: string, needed: readonly string[]): AsyncGenerator<Line> {
  const parser = createReadStream(file).pipe(parse({ columns: true, bom: true, info: true, trim: true, skip_empty_lines: true }));
  let isFirst = true;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: Line["columns"]; info: Info }>) {
      const lacking = isFirst ? needed.filter((name) => record[name] === undefined) : [];
      if (lacking.length > 0) throw new CommandRefused(`Ligne 1 de ${file} : il manque la colonne ${lacking.join(", ")}.`);
      isFirst = false;
      yield { number: info.lines, columns: record };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new CommandRefused(`Ligne ${String(error["lines"])} de ${file} : ce n’est pas une ligne de CSV comme la première.`);
    throw error;
  }
}
