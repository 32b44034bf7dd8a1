import { parse } from "csv-parse/sync";
import { fileColumns, neededColumns, type FileLine } from "./benefit-file.ts";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";

export type ReadFile =
  | { readonly kind: "read"; readonly lines: readonly { readonly line: number; readonly cells: FileLine }[] }
  | { readonly kind: "refused"; readonly sentence: string };

const mostLines = 2_000;

/** Lire un fichier d'aides : CSV with a first line of names, separated by semicolons or commas. Columns that we do not know are ignored. */
export const readBenefitFile = (text: string): ReadFile => {
  const header = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  const delimiter = header.split(";").length >= header.split(",").length ? ";" : ",";
  let rows: { readonly record: Record<string, string>; readonly info: { readonly lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      to: mostLines + 1,
    });
  } catch {
    return { kind: "refused", sentence: words.fileBroken };
  }
  const names = new Set(Object.keys(rows[0]?.record ?? {}));
  if (rows.length === 0) return { kind: "refused", sentence: words.fileEmpty };
  if (rows.length > mostLines) return { kind: "refused", sentence: words.fileTooLong };
  const missing = neededColumns.filter((column) => !names.has(column));
  if (missing.length > 0) return { kind: "refused", sentence: words.fileColumns(missing.join(", ")) };
  return {
    kind: "read",
    lines: rows.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(fileColumns.flatMap((column) => (record[column] === undefined ? [] : [[column, record[column]]]))),
    })),
  };
};
