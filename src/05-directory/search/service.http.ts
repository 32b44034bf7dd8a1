import { z } from "zod";
import { dayOf } from "#engines/calendar";
import { HttpAnswer, inShared, notFound, type Web } from "#ground/server";
import { accessModes, costs } from "../record/code-lists.ts";
import { gazetteer } from "../record/gazetteer.source.ts";
import { placeAsked } from "./place-asked.ts";
import { searchFrom } from "./search-request.source.ts";
import { readCursor } from "./search.ts";
import { searchServices } from "./search.store.ts";
import { PlacesContract } from "../record/place.contract.ts";
import { ServiceContract } from "../record/service.contract.ts";
import { SearchContract } from "./search.contract.ts";
import { placeShown } from "../record/place-shown.ts";
import { serviceShown } from "../record/service-shown.ts";
import { searchShown } from "./search-shown.ts";
import { findService } from "../record/service.store.ts";
import { apiWords as words } from "../record/api.words.ts";

/** Offices share an address: many counsellors behind one, yet no one empties the directory through it. */
const readRate = { rateLimit: { max: 600, timeWindow: "1 minute" } };

const QueryContract = z.object({
  besoin: z.string().max(60).optional(),
  theme: z.string().max(120).optional(),
  mots: z.string().max(200).optional(),
  commune: z.string().max(5).optional(),
  latitude: z.coerce.number(words.number).min(-90, words.number).max(90, words.number).optional(),
  longitude: z.coerce.number(words.number).min(-180, words.number).max(180, words.number).optional(),
  rayon: z.coerce.number(words.radius).min(1, words.radius).max(200, words.radius).optional(),
  mode: z.enum(accessModes, words.mode).optional(),
  frais: z.enum(costs, words.cost).optional(),
  elargir: z.enum(["oui", "non"], words.yesNo).optional(),
  nombre: z.coerce.number(words.limit).int(words.limit).min(1, words.limit).max(100, words.limit).optional(),
  apres: z.string().max(300).optional(),
});

/** Interface publique de l'annuaire: search, one service, communes. */
export const openServices = (web: Web): void => {
  openSearch(web);
  web.app.get(
    "/api/services/:id",
    { config: readRate, schema: { params: z.object({ id: z.string() }), response: { 200: ServiceContract } } },
    async (request) => {
      const service = await inShared(web.ground, (work) => findService(work, request.params.id));
      if (!service) throw notFound();
      return serviceShown(service, dayOf(web.ground.clock()));
    },
  );
  web.app.get(
    "/api/places",
    { config: readRate, schema: { querystring: z.object({ q: z.string().max(120) }), response: { 200: PlacesContract } } },
    async (request) => {
      await Promise.resolve();
      const asked = placeAsked(gazetteer(), request.query.q);
      const places = gazetteer().search(request.query.q, { limit: 10 }).map(placeShown);
      return { places, ...(asked.kind === "one" ? { exact: placeShown(asked.commune) } : {}) };
    },
  );
};

const openSearch = (web: Web): void => {
  web.app.get(
    "/api/services",
    { config: readRate, schema: { querystring: QueryContract, response: { 200: SearchContract } } },
    async (request) => {
      const { besoin, theme, mots, commune, latitude, longitude, rayon, mode, frais, elargir, nombre, apres } = request.query;
      if (apres !== undefined && !readCursor(apres)) throw new HttpAnswer(400, words.cursor);
      const search = searchFrom({
        need: besoin,
        theme,
        words: mots,
        communeCode: commune,
        point: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
        radiusMeters: rayon === undefined ? undefined : rayon * 1000,
        accessMode: mode,
        cost: frais,
        mayWiden: elargir !== "non",
        limit: nombre,
        after: apres,
      });
      if (search.kind !== "asked") throw new HttpAnswer(400, words[search.kind]);
      const answer = await inShared(web.ground, (work) => searchServices(work, search.asked));
      return searchShown(answer, dayOf(web.ground.clock()));
    },
  );
};
