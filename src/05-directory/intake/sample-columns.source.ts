import { openDataFile } from "./data-file.source.ts";
import { toldOf, type ColumnSample } from "./column-choices.ts";
import { linesOf } from "./file-lines.source.ts";

export type Sampled =
  { readonly kind: "sampled"; readonly columns: readonly ColumnSample[] } | { readonly kind: "failed"; readonly sentence: string };

const linesLooked = 200;
const samplesKept = 3;
const mostColumns = 120;

/** Colonnes d'un fichier, with three different values each, from its first lines. */
export const sampleColumns = async (path: string): Promise<Sampled> => {
  const columns = new Map<string, Set<string>>();
  const failure = await look(path, linesLooked, (record) => {
    for (const [name, value] of Object.entries(record)) {
      if (!columns.has(name) && columns.size < mostColumns && name !== "") columns.set(name, new Set());
      const samples = columns.get(name);
      const text = textOf(value);
      if (samples !== undefined && text !== "" && samples.size < samplesKept) samples.add(text.slice(0, 120));
    }
  });
  if (failure !== undefined && columns.size === 0) return { kind: "failed", sentence: failure };
  return { kind: "sampled", columns: [...columns].map(([name, samples]) => ({ name, samples: [...samples] })) };
};

const linesForValues = 20_000;
const mostValues = 60;

/** Valeurs d'une colonne, the most frequent first. @param splits what parts a list in a cell, by column */
export const valuesOfColumns = async (
  path: string,
  names: readonly string[],
  splits: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, readonly { readonly value: string; readonly lines: number }[]>>> => {
  const counts = new Map(names.map((name) => [name, new Map<string, number>()]));
  await look(path, linesForValues, (record) => {
    for (const [name, values] of counts) {
      const sign = toldOf(splits, name);
      const text = textOf(toldOf(record, name));
      for (const part of sign === undefined ? [text] : text.split(sign)) {
        const value = part.trim();
        if (value !== "" && (values.size < 5000 || values.has(value))) values.set(value, (values.get(value) ?? 0) + 1);
      }
    }
  });
  return Object.fromEntries(
    [...counts].map(([name, values]) => [
      name,
      [...values]
        .map(([value, lines]) => ({ value, lines }))
        .toSorted((a, b) => b.lines - a.lines || a.value.localeCompare(b.value))
        .slice(0, mostValues),
    ]),
  );
};

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value).trim() : "";

/** @returns what stopped the reading, if anything did before enough lines */
const look = async (path: string, most: number, see: (record: Readonly<Record<string, unknown>>) => void): Promise<string | undefined> => {
  const opened = await openDataFile(path);
  if (opened.kind === "failed") return opened.sentence;
  let lines = 0;
  for await (const line of linesOf(opened.file)) {
    if (line.kind === "failed") return line.sentence;
    if (line.kind === "record") see(line.record);
    if (++lines >= most) break;
  }
  return undefined;
};
