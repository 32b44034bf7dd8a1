import { setImmediate as breath } from "node:timers/promises";
import { sql } from "kysely";
import { makeFindIndex, type FindIndex } from "#engines/find";
import { inShared, type Ground, type SharedWork } from "#ground/server";
import { findServices } from "../record/service.store.ts";
import type { Service } from "../record/service.ts";
import { openChangeReader, type Change, type ChangeReader } from "./change-log.store.ts";
import { findRecordOf } from "./find-record.ts";

/** Gardien de l'index : builds it, then brings into it what the log of changes tells. */
export interface IndexKeeper {
  /** Undefined until it is built. */
  index(): FindIndex | undefined;
  /** Builds the index the first time; afterwards brings in all that was written before this call. @param isOver gives up half-way when true */
  follow(isOver: () => boolean): Promise<void>;
}

/** Services read at once: few enough for a request to be answered before the next ones. */
const readAtOnce = 200;
/** Beyond, a new index made aside is sooner ready than so many changes one by one. */
const rebuiltFrom = 20_000;

export const openIndexKeeper = (ground: Ground): IndexKeeper => {
  let kept: { readonly index: FindIndex; readonly log: ChangeReader } | undefined;
  const begin = async (isOver: () => boolean): Promise<void> => {
    // The log is opened first: what changes while the services are read is told by it, and read again.
    const log = await inShared(ground, openChangeReader);
    const index = await build(ground, isOver);
    if (index) kept = { index, log };
  };
  return {
    index: () => kept?.index,
    follow: async (isOver) => {
      if (!kept) await begin(isOver);
      if (!kept || isOver()) return;
      const ids = await changedServices(ground, kept.log);
      if (ids.length > rebuiltFrom) await begin(isOver);
      else await bringIn(ground, kept.index, ids, isOver);
    },
  };
};

/** Slice after slice, so that requests are answered meanwhile. @returns undefined when it was given up */
const build = async (ground: Ground, isOver: () => boolean): Promise<FindIndex | undefined> => {
  const index = makeFindIndex();
  let last: string | undefined;
  while (!isOver()) {
    const services: readonly Service[] = await inShared(ground, (work) => shownAfter(work, last));
    if (services.length === 0) return index;
    for (const service of services) index.upsert(findRecordOf(service));
    last = services.at(-1)?.id;
    await breath();
  }
  return undefined;
};

/** The next services that are shown, by identifier. */
const shownAfter = async (work: SharedWork, last: string | undefined): Promise<readonly Service[]> => {
  const rows = await work.rows(sql<{ id: string }>`
    select id from directory_service
    where gone_at is null
      and folded_into is null
      and id > ${last ?? "00000000-0000-0000-0000-000000000000"}
    order by id
    limit ${readAtOnce}`);
  return findServices(
    work,
    rows.map(({ id }) => id),
  );
};

/** Every service touched since the last time, those of a structure that changed included. */
const changedServices = async (ground: Ground, log: ChangeReader): Promise<readonly string[]> => {
  const ids = new Set<string>();
  const changesAtOnce = 5000;
  for (;;) {
    const changes = await inShared(ground, (work) => log.read(work, changesAtOnce));
    for (const id of idsOf(changes, "service")) ids.add(id);
    const structures = idsOf(changes, "structure");
    if (structures.length > 0) for (const id of await inShared(ground, (work) => servicesOf(work, structures))) ids.add(id);
    if (changes.length < changesAtOnce) return [...ids];
  }
};

const idsOf = (changes: readonly Change[], kind: Change["kind"]): readonly string[] =>
  changes.filter((change) => change.kind === kind).map(({ recordId }) => recordId);

/** Those of the structures that these stand for show the same structure. */
const servicesOf = async (work: SharedWork, structureIds: readonly string[]): Promise<readonly string[]> =>
  (
    await work.rows(sql<{ id: string }>`
      select id from directory_service
      where structure_id in (
          select id from directory_structure
          where id = any(${[...structureIds]}::uuid[]) or folded_into = any(${[...structureIds]}::uuid[]))
        and gone_at is null
        and folded_into is null`)
  ).map(({ id }) => id);

/** As they stand now: what is no longer shown leaves the index. */
const bringIn = async (ground: Ground, index: FindIndex, ids: readonly string[], isOver: () => boolean): Promise<void> => {
  for (let at = 0; at < ids.length && !isOver(); at += readAtOnce) {
    const slice = ids.slice(at, at + readAtOnce);
    const services = await inShared(ground, (work) => findServices(work, slice));
    const shown = new Map(services.filter(isShown).map((service) => [String(service.id), service]));
    for (const id of slice) {
      const service = shown.get(id);
      if (service) index.upsert(findRecordOf(service));
      else index.remove(id);
    }
    await breath();
  }
};

const isShown = ({ goneAt, foldedInto }: Service): boolean => goneAt === undefined && foldedInto === undefined;
