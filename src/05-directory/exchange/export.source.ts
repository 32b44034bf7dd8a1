import type { Ground } from "#ground/server";
import { csvLine, serviceColumns, structureColumns } from "./data-inclusion-line.source.ts";
import { exchangedLines, type ExchangedKind } from "./exchange.store.ts";
import { exportedFile, type ExportFormat } from "./exported-file.ts";

/** Fichier d'export : all services, or all structures, in the national format. */
export const exportOf = (ground: Ground, kind: ExchangedKind, format: ExportFormat): AsyncGenerator<string> => {
  const columns = kind === "services" ? serviceColumns : structureColumns;
  return exportedFile(exchangedLines(ground, kind), format, {
    header: `${columns.join(",")}\n`,
    row: (line) => csvLine(columns, line),
  });
};
