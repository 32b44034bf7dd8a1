import type { FindBuilder, FindIndex } from "./find-index.ts";
import { gapsOf } from "./gaps.ts";
import type { FindRecord } from "./record.ts";
import { makeSearch } from "./search.ts";
import { Store } from "./store.ts";

/** An index that holds nothing yet: `upsert` fills it, one record after another, without ever a long pause. */
export const makeFindIndex = (): FindIndex => {
  const store = new Store();
  return {
    get size() {
      return store.size;
    },
    search: makeSearch(store),
    upsert: (record) => {
      store.upsert(record);
    },
    remove: (id) => {
      store.remove(id);
    },
    gaps: (asked) => gapsOf(store, asked),
  };
};

/** Records between two stops: two or three milliseconds of work. */
const recordsAtOnce = 128;

/**
 * The same from records that are at hand. Whoever reads them from a database by portions gives each to `upsert` of an empty index instead, so
 * that nothing is held twice.
 */
export const makeFindBuilder = (): FindBuilder => {
  const given: Iterable<FindRecord>[] = [];
  return {
    add: (records) => {
      given.push(records);
    },
    *finish() {
      const index = makeFindIndex();
      let count = 0;
      for (const records of given.splice(0))
        for (const record of records) {
          index.upsert(record);
          if (++count % recordsAtOnce === 0) yield;
        }
      return index;
    },
  };
};
