import { inShared, type Ground } from "#ground/server";
import { gazetteer } from "../record/gazetteer.source.ts";
import { cardsFrom, type FoundCards } from "./found-cards.ts";
import { searchServices } from "./search.store.ts";
import type { SearchAsked } from "./search.ts";

/** Recherche de la maison : asked by the pages and the interface, whoever answers it. */
export interface ServiceSearch {
  search(asked: SearchAsked): Promise<FoundCards>;
}

/** Answers from the database: for tests, and for the command line. */
export const databaseSearch = (ground: Ground): ServiceSearch => ({
  search: async (asked) => {
    // The list of communes takes a second to load the first time: never while a transaction is open.
    if (asked.near) gazetteer();
    return cardsFrom(await inShared(ground, (work) => searchServices(work, asked)));
  },
});
