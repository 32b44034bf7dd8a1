import { workForEach, type Web } from "#ground/server";
import { DueOffersContract } from "./due-offers.contract.ts";
import { dueOffers } from "./due-offers.store.ts";

/** Opens the requests whose time comes near, over all the services that one listens for. */
export const openDueOffers = (web: Web): void => {
  web.app.get("/api/due-offers", { schema: { response: { 200: DueOffersContract } } }, async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const each = await workForEach(web, request, "listen", dueOffers);
    return each.flat().toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  });
};
