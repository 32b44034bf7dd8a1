import type { Day } from "#engines/calendar";
import { openDataFile } from "./data-file.source.ts";
import { linesOf } from "./file-lines.source.ts";
import { addLine, type Batch } from "./import-directory.action.ts";
import { importWords } from "./import.words.ts";
import { columnsUsed, type Mapping } from "./mapping.source.ts";
import { dataInclusionReader, mappedReader } from "./record-reader.source.ts";

/** Ligne essayée : what it would become, or why it would be refused. */
export interface TriedLine {
  readonly line: number;
  readonly isRefused: boolean;
  readonly structure: string | undefined;
  readonly service: string | undefined;
  readonly commune: string | undefined;
  readonly themes: readonly string[];
  readonly remarks: readonly string[];
}
export interface Trial {
  readonly lines: readonly TriedLine[];
  /** What would stop the whole import, or must be known before. */
  readonly sentence: string | undefined;
  readonly mayBegin: boolean;
}

export interface TrialAsked {
  readonly mapping: Mapping | undefined;
  readonly sourceId: string;
  readonly dataDate: Day | undefined;
  readonly today: Day;
  readonly lines: number;
}

/** Essayer les premières lignes d'un fichier, without writing anything. */
export const tryFirstLines = async (path: string, asked: TrialAsked): Promise<Trial> => {
  const opened = await openDataFile(path);
  if (opened.kind === "failed") return { lines: [], sentence: importWords.fileLost, mayBegin: false };
  const { file } = opened;
  const read = asked.mapping
    ? mappedReader(asked.today, asked.mapping, asked.sourceId, asked.dataDate)
    : dataInclusionReader(asked.today, file.format);
  const lines: TriedLine[] = [];
  const options = { separator: asked.mapping?.separator, columns: asked.mapping ? columnsUsed(asked.mapping) : [] };
  for await (const line of linesOf(file, options)) {
    if (line.kind === "failed") return { lines, sentence: line.sentence, mayBegin: false };
    const batch: Batch = { staged: [], remarks: [] };
    addLine(batch, line, read);
    lines.push(tried(line.line, batch));
    if (lines.length === asked.lines) break;
  }
  return lines.length === 0
    ? { lines, sentence: importWords.empty, mayBegin: false }
    : { lines, sentence: importWords.encoding[file.encoding], mayBegin: true };
};

const tried = (line: number, { staged, remarks }: Batch): TriedLine => {
  const structure = staged.find(({ kind }) => kind === "structure")?.row;
  const service = staged.find(({ kind }) => kind === "service")?.row;
  const commune = service?.["commune_name"] ?? structure?.["commune_name"];
  return {
    line,
    isRefused: staged.length === 0,
    structure: asText(structure?.["name"]),
    service: asText(service?.["name"]),
    commune: asText(commune),
    themes: (service?.["themes"] as readonly string[] | undefined) ?? [],
    remarks: remarks.map(({ reason }) => reason),
  };
};

const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
