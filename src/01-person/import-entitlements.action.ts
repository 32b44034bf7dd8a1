import type { Readable } from "node:stream";
import { inCommissioner, type Actor, type Ground, type Job, type Round, type Work } from "#ground/server";
import { readEntitlementFile, type Progress } from "./entitlement-file.source.ts";
import {
  addEntitled,
  failList,
  failSilentLists,
  forgetOldLines,
  makeCurrent,
  noteProgress,
  startList,
  type Refusal,
} from "./entitlement.store.ts";
import type { EntitledLine } from "./entitlement.ts";
import { entitlementWords } from "./entitlement.words.ts";

export type ImportedList =
  | { readonly kind: "current"; readonly listId: string; readonly kept: number; readonly refused: number }
  /** The list before stays in service. */
  | { readonly kind: "failed"; readonly listId: string; readonly reason: string };

const words = entitlementWords.fr;
const batchSize = 2000;
const refusalsShown = 200;

/** Opens a list: seen at once by everyone, with its progress. */
export const beginList = async (work: Work, fileName: string): Promise<string> => {
  const listId = await startList(work, fileName);
  work.audit({ action: "import entitlements", objectKind: "entitlement-list", objectId: listId });
  return listId;
};

/**
 * Importer une liste d'ayants droit : reads the file as it arrives, keeps it by batches, each in a transaction of its own, then puts the
 * whole list in service in one gesture. Whatever stops it on the way, the list before stays in service.
 */
export const importEntitlements = async (ground: Ground, actor: Actor, listId: string, file: Readable): Promise<ImportedList> => {
  const tally: Tally = { received: 0, kept: 0, refused: 0, refusals: [] };
  const progress: Progress = { bytes: 0 };
  let batch: EntitledLine[] = [];
  const keep = async (): Promise<void> => {
    await inCommissioner(ground, actor, (work) => keepBatch(work, listId, batch, tally, progress));
    batch = [];
  };
  for await (const part of readEntitlementFile(file, progress)) {
    if (part.kind === "broken") return fail(ground, actor, listId, part.reason);
    if (part.kind !== "end") batch.push(part);
    if (batch.length >= batchSize) await keep();
    if (part.kind !== "end") continue;
    if (batch.length > 0) await keep();
    if (tally.kept === 0) return fail(ground, actor, listId, words.nothingKept);
    const isInService = await inCommissioner(ground, actor, (work) => putInService(work, listId, part.hash));
    if (!isInService) return { kind: "failed", listId, reason: words.cut };
  }
  return { kind: "current", listId, kept: tally.kept, refused: tally.refused };
};

interface Tally {
  received: number;
  kept: number;
  refused: number;
  readonly refusals: Refusal[];
}

const keepBatch = async (work: Work, listId: string, batch: readonly EntitledLine[], tally: Tally, progress: Progress): Promise<void> => {
  const good = batch.filter((line) => line.kind === "entitled");
  const twice = await addEntitled(
    work,
    listId,
    good.map((line) => line.entitled),
  );
  const refusals: Refusal[] = [
    ...batch.filter((line) => line.kind === "refused").map(({ line, reason }) => ({ line, reason })),
    ...twice.flatMap((at) => (good[at] ? [{ line: good[at].line, reason: words.twice }] : [])),
  ].toSorted((a, b) => a.line - b.line);
  tally.received += batch.length;
  tally.kept += good.length - twice.length;
  tally.refused += refusals.length;
  tally.refusals.push(...refusals.slice(0, refusalsShown - tally.refusals.length));
  await noteProgress(work, listId, { ...tally, bytes: progress.bytes });
  await work.tell("entitlement.changed", { listId });
};

const putInService = async (work: Work, listId: string, hash: Buffer): Promise<boolean> => {
  if (!(await makeCurrent(work, listId, hash))) return false;
  work.audit({ action: "put entitlements in service", objectKind: "entitlement-list", objectId: listId });
  await work.tell("entitlement.changed", { listId });
  await work.later(forgettingJob.name, {}, { key: `forget entitlements ${work.commissionerId}` });
  return true;
};

const fail = (ground: Ground, actor: Actor, listId: string, reason: string): Promise<ImportedList> =>
  inCommissioner(ground, actor, async (work) => {
    await failList(work, listId, reason);
    await work.tell("entitlement.changed", { listId });
    await work.later(forgettingJob.name, {}, { key: `forget entitlements ${work.commissionerId}` });
    return { kind: "failed", listId, reason };
  });

/** Takes away the lines of the lists that no longer serve, little by little so that no lock lasts. */
export const forgettingJob: Job = {
  name: "person.forget-entitlements",
  run: async (ground, { commissionerId }) => {
    for (;;) {
      const gone = await inCommissioner(ground, { kind: "system", commissionerId }, (work) => forgetOldLines(work, 20_000));
      if (gone === 0) return;
    }
  },
};

/** A list whose reading stopped an hour ago will never end: it is said so. */
export const silentListRound: Round = {
  name: "person.silent-entitlement-lists",
  everyMinutes: 10,
  run: async (work) => {
    const failed = await failSilentLists(work, new Date(work.now.getTime() - 3_600_000), words.cut);
    if (failed > 0) await work.later(forgettingJob.name, {}, { key: `forget entitlements ${work.commissionerId}` });
  },
};
