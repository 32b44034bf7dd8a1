import { parse } from "csv-parse/sync";
import { z } from "zod";
import { gazetteer } from "#directory/server";
import type { FoundCommune } from "#engines/places";
import { CommandRefused, type Command } from "./command.ts";

const RowsContract = z.array(z.object({ q: z.string(), departement: z.string().optional() }));

/** Looks for communes as the desk does. */
export const placesSearch: Command = {
  name: "places search",
  summary: "Cherche des communes par leur nom, même mal écrit, ou par leur code postal.",
  arguments: "< FICHIER.csv",
  options: [],
  examples: ["places search < communes.csv"],
  run: async (run) => {
    const rows = rowsOf(await Array.fromAsync(run.lines()));
    for (const { q, departement } of rows) {
      const found = gazetteer().search(q, { limit: 10, ...((departement ?? "") === "" ? {} : { departement: departement ?? "" }) });
      run.print(JSON.stringify({ q, hits: found.map(hitOf) }));
    }
    return undefined;
  },
};

/** `ancienNom` says by which former commune it was found. */
const hitOf = ({ code, name, departement, postalCodes, population, foundAs }: FoundCommune) => ({
  code,
  nom: name,
  departement: departement.code,
  codesPostaux: postalCodes,
  population,
  ...(foundAs === undefined ? {} : { ancienNom: foundAs }),
});

const rowsOf = (lines: readonly string[]): z.infer<typeof RowsContract> => {
  const [header = ""] = lines;
  if (
    !header
      .replace(/^\uFEFF/, "")
      .split(/[,;]/)
      .some((name) => name.trim().replaceAll('"', "") === "q")
  )
    throw new CommandRefused("Ligne 1 : il faut une colonne « q », et si l’on veut une colonne « departement ».");
  try {
    const delimiter = header.includes(";") && !header.includes(",") ? ";" : ",";
    const rows: unknown = parse(lines.join("\n"), {
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return RowsContract.parse((rows as Record<string, string>[]).map((row) => ({ q: "", ...row })));
  } catch (error) {
    const line = (error as { lines?: unknown }).lines;
    throw new CommandRefused(`Ligne ${typeof line === "number" ? line : 2} : ce n’est pas du CSV.`);
  }
};
