import { createHash } from "node:crypto";
import path from "node:path";
import { dayOf, type Day } from "#engines/calendar";
import type { Gazetteer } from "#engines/places";
import type { Id } from "#ground";
import { inShared, type Ground } from "#ground/server";
import { openDataFile, type DataFile } from "./data-file.source.ts";
import { linesOf, type FileLine } from "./file-lines.source.ts";
import { gazetteer } from "../record/gazetteer.source.ts";
import { holdImport, lossOf } from "./held-import.store.ts";
import { isTooMuch, type ImportCounts, type Loss } from "./import.ts";
import {
  addImport,
  keepAlive,
  failImport,
  keepProgress,
  keepRemarks,
  keepSource,
  linesSoFar,
  readStagedAsAWhole,
  servicesWithoutStructure,
  stageLines,
  startImport,
  switchOver,
  type LineRemark,
  type SourceAsked,
  type StagedLine,
} from "./import.store.ts";
import { importWords as words } from "./import.words.ts";
import { cleanedLine } from "./clean-draft.ts";
import { locate } from "./located.ts";
import { columnsUsed, type Mapping } from "./mapping.source.ts";
import { nameWords } from "./name-words.source.ts";
import { dataInclusionReader, mappedReader, type LineReader } from "./record-reader.source.ts";
import { stagedRow } from "./staged-row.ts";

/** Ce qui est demandé d'un import. Without a mapping, the file is in the national format. */
export interface ImportAsked {
  readonly path: string;
  /** The name to show, when the file is kept under another one. */
  readonly fileName?: string;
  readonly source: SourceAsked;
  readonly mapping?: Mapping | undefined;
  /** The day that the data are of. */
  readonly dataDate?: Day | undefined;
  readonly startedBy?: string;
  /** The share of what is known of a source that may vanish without a human being asked: from 0 to 1. */
  readonly holdShare?: number | undefined;
  /** Told when the import runs, or will not: a page shown from then on says so. */
  readonly onStarted?: () => void;
  readonly onProgress?: (progress: { readonly bytesRead: number; readonly bytesTotal: number; readonly received: number }) => void;
}

export type ImportAnswer =
  | { readonly kind: "done"; readonly importId: Id<"Import">; readonly counts: ImportCounts }
  /** The source lost too much since its last import: nothing changed, a human says. */
  | { readonly kind: "held"; readonly importId: Id<"Import">; readonly loss: Loss }
  | { readonly kind: "failed"; readonly importId: Id<"Import"> | undefined; readonly sentence: string };

/** Importer un fichier, from its opening to the switch. */
export const importDirectory = async (ground: Ground, asked: ImportAsked): Promise<ImportAnswer> => {
  const prepared = await prepareImport(ground, asked);
  return prepared.kind === "failed" ? prepared : runImport(ground, prepared.importId, prepared.file, asked);
};

export type Prepared =
  { readonly kind: "prepared"; readonly importId: Id<"Import">; readonly file: DataFile } | Extract<ImportAnswer, { kind: "failed" }>;

/** Opens the file and the import; nothing of the file is kept yet. */
export const prepareImport = async (ground: Ground, asked: ImportAsked): Promise<Prepared> => {
  const wrong = wrongSource(asked.source);
  if (wrong !== undefined) return { kind: "failed", importId: undefined, sentence: wrong };
  const opened = await openDataFile(asked.path);
  if (opened.kind === "failed") return { kind: "failed", importId: undefined, sentence: opened.sentence };
  const { file } = opened;
  const importId = await inShared(ground, async (work) => {
    await keepSource(work, asked.source);
    return addImport(work, {
      sourceId: asked.source.id,
      fileName: asked.fileName ?? path.basename(asked.path),
      fileHash: file.hash,
      bytes: file.bytes,
      dataDate: asked.dataDate,
      mapping: asked.mapping,
      startedBy: asked.startedBy,
    });
  });
  return { kind: "prepared", importId, file };
};

const wrongSource = ({ id, name, licence }: SourceAsked): string | undefined => {
  if (!/^[a-z0-9][a-z0-9._-]{1,60}$/.test(id)) return words.sourceId;
  if (name.trim() === "") return words.sourceName;
  return licence.trim() === "" ? words.licence : undefined;
};

/** Reads the file in batches, each in its transaction, put aside; then switches over in one. A failure leaves the directory as it was. */
export const runImport = async (ground: Ground, importId: Id<"Import">, file: DataFile, asked: ImportAsked): Promise<ImportAnswer> => {
  const start = await inShared(ground, (work) => startImport(work, importId));
  asked.onStarted?.();
  if (start !== "started")
    return { kind: "failed", importId, sentence: start === "already-running" ? words.alreadyRunning : words.interrupted };
  const beat = setInterval(() => void inShared(ground, (work) => keepAlive(work, importId)).catch(() => undefined), beatMs);
  try {
    const failure = await stageFile(ground, importId, file, asked);
    return failure === undefined ? await finish(ground, importId, asked) : await fail(ground, importId, failure);
  } catch (error) {
    await fail(ground, importId, words.interrupted);
    throw error;
  } finally {
    clearInterval(beat);
  }
};

/** The switch of a very large file takes minutes in the database: the import says all the same that it is alive. */
const beatMs = 20_000;

const fail = async (ground: Ground, importId: Id<"Import">, sentence: string): Promise<ImportAnswer> => {
  await inShared(ground, (work) => failImport(work, importId, sentence));
  return { kind: "failed", importId, sentence };
};

/** Some hundred lines a statement: a file of the whole country takes seconds, and no more than a batch is in memory. */
const batchLines = 500;

/** @returns what stopped the reading, if anything did */
const stageFile = async (ground: Ground, importId: Id<"Import">, file: DataFile, asked: ImportAsked): Promise<string | undefined> => {
  const read = readerOf(file, asked, dayOf(ground.clock()));
  let bytesRead = 0;
  let received = 0;
  let batch: Batch = { staged: [], remarks: encodingRemark(file) };
  const flush = async (): Promise<void> => {
    await keepBatch(ground, importId, batch, bytesRead, received);
    asked.onProgress?.({ bytesRead, bytesTotal: file.bytes, received });
    batch = { staged: [], remarks: [] };
  };
  const options = {
    separator: asked.mapping?.separator,
    columns: asked.mapping ? columnsUsed(asked.mapping) : [],
    onBytes: (bytes: number) => (bytesRead = bytes),
  };
  for await (const line of linesOf(file, options)) {
    if (line.kind === "failed") {
      await flush();
      return line.sentence;
    }
    received++;
    addLine(batch, line, read);
    if (received % batchLines === 0) await flush();
  }
  await flush();
  return undefined;
};

const readerOf = (file: DataFile, asked: ImportAsked, today: Day): LineReader =>
  asked.mapping ? mappedReader(today, asked.mapping, asked.source.id, asked.dataDate) : dataInclusionReader(today, file.format);

export interface Batch {
  readonly staged: StagedLine[];
  readonly remarks: LineRemark[];
}

const encodingRemark = (file: DataFile): LineRemark[] => {
  const reason = words.encoding[file.encoding];
  return reason === undefined ? [] : [{ line: 0, objectId: undefined, field: "", rule: "encoding", reason, verdict: "remarked" }];
};

/** Reads one line into a batch: what is to be kept, and what is to be said. */
export const addLine = (
  batch: Batch,
  line: Exclude<FileLine, { kind: "failed" }>,
  read: LineReader,
  places: Gazetteer = gazetteer(),
): void => {
  if (line.kind === "broken") {
    batch.remarks.push({ line: line.line, objectId: undefined, field: "", rule: line.rule, reason: line.sentence, verdict: "refused" });
    return;
  }
  const answer = read(line);
  const verdict = answer.kind === "refused" ? "refused" : "remarked";
  const objectId = answer.kind === "refused" ? answer.key : answer.drafts[0]?.draft.key;
  for (const { field, rule, sentence } of answer.remarks)
    batch.remarks.push({ line: line.line, objectId, field, rule, reason: sentence, verdict });
  if (answer.kind === "refused") return;
  const said = new Set<string>();
  for (const { draft, raw, remarks } of cleanedLine(answer.drafts, nameWords())) {
    for (const remark of remarks) {
      if (said.has(remark)) continue;
      said.add(remark);
      batch.remarks.push({ line: line.line, objectId, field: "", rule: remark, reason: words.clean[remark], verdict: "remarked" });
    }
    const located = locate(draft.place, places);
    for (const remark of located.remarks) {
      if (said.has(remark)) continue;
      said.add(remark);
      batch.remarks.push({ line: line.line, objectId, field: "", rule: remark, reason: words.remarks[remark], verdict: "remarked" });
    }
    const row = stagedRow(draft, located);
    batch.staged.push({
      kind: draft.kind,
      source_key: draft.key,
      line: line.line,
      structure_key: draft.kind === "service" ? draft.structureKey : undefined,
      row_hash: createHash("sha256")
        .update(JSON.stringify([row, draft.kind === "service" ? draft.structureKey : ""]))
        .digest("hex"),
      row,
      raw,
    });
  }
};

const keepBatch = (ground: Ground, importId: Id<"Import">, batch: Batch, bytesRead: number, received: number): Promise<void> =>
  inShared(ground, async (work) => {
    const twice = batch.staged.length === 0 ? [] : await stageLines(work, importId, batch.staged);
    const repeated = new Map(twice.map((each) => [each.line, each]));
    const remarks: LineRemark[] = [
      ...batch.remarks,
      ...[...repeated.values()].map((each): LineRemark => ({
        line: each.line,
        objectId: each.source_key,
        field: "id",
        rule: "twice",
        reason: words.twice(each.first),
        verdict: "refused",
      })),
    ];
    if (remarks.length > 0) await keepRemarks(work, importId, remarks);
    await keepProgress(work, importId, bytesRead, received);
  });

const finish = (ground: Ground, importId: Id<"Import">, { source: { id: sourceId }, holdShare }: ImportAsked): Promise<ImportAnswer> =>
  inShared(ground, async (work) => {
    await readStagedAsAWhole(work);
    const orphans = await servicesWithoutStructure(work, importId, sourceId);
    if (orphans.length > 0)
      await keepRemarks(
        work,
        importId,
        orphans.map((each) => ({
          line: each.line,
          objectId: each.source_key,
          field: "structure_id",
          rule: "structure-missing",
          reason: words.structureMissing(each.structure_key),
          verdict: "refused",
        })),
      );
    const { received, refused } = await linesSoFar(work, importId);
    if (received === refused) {
      // A file that gives nothing must not empty the directory.
      const sentence = received === 0 ? words.empty : words.nothingKept(refused);
      await failImport(work, importId, sentence);
      return { kind: "failed", importId, sentence };
    }
    const loss = await lossOf(work, importId, sourceId);
    if (isTooMuch(loss, holdShare)) {
      await holdImport(work, importId, loss);
      return { kind: "held", importId, loss };
    }
    return { kind: "done", importId, counts: await switchOver(work, importId, sourceId) };
  });
