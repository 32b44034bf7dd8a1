import type { FastifyReply } from "fastify";
import { z } from "zod";
import { dayOf } from "#engines/calendar";
import { HttpAnswer, inShared, notFound, type Web } from "#ground/server";
import { accessModes, costs, publics, type Public } from "../record/code-lists.ts";
import { gazetteer } from "../record/gazetteer.source.ts";
import { placeAsked } from "./place-asked.ts";
import { searchFrom } from "./search-request.source.ts";
import { serviceNatures } from "../record/service.ts";
import { isCursor } from "./search.ts";
import { databaseSearch, type ServiceSearch } from "./service-search.store.ts";
import { PlacesContract } from "../record/place.contract.ts";
import { ServiceContract } from "../record/service.contract.ts";
import { SearchContract } from "./search.contract.ts";
import { placeShown } from "../record/place-shown.ts";
import { serviceShown } from "../record/service-shown.ts";
import { searchBytes } from "./found-cards.ts";
import { findService } from "../record/service.store.ts";
import { apiWords as words } from "../record/api.words.ts";

/** Offices share an address: many counsellors behind one, yet no one empties the directory through it. */
const readRate = { rateLimit: { max: 600, timeWindow: "1 minute" } };

/** Codes separated by commas. @param known those that exist, when there is a list */
const codes = (known: readonly string[] | undefined, sentence: string) =>
  z
    .string()
    .max(200, sentence)
    .refine((text) => text.split(",").every((code) => (known ? known.includes(code) : /^[a-z]{2,3}$/.test(code))), sentence);

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
  publics: codes(publics, words.publics).optional(),
  langues: codes(undefined, words.languages).optional(),
  age: z.coerce.number(words.age).int(words.age).min(0, words.age).max(120, words.age).optional(),
  sansrendezvous: z.enum(["oui"], words.yesNo).optional(),
  ouvert: z.enum(["oui"], words.yesNo).optional(),
  nature: z.enum(serviceNatures, words.nature).optional(),
  ordre: z.enum(["utile", "distance"], words.order).optional(),
  elargir: z.enum(["oui", "non"], words.yesNo).optional(),
  nombre: z.coerce.number(words.limit).int(words.limit).min(1, words.limit).max(100, words.limit).optional(),
  apres: z.string().max(300).optional(),
});

/** Interface publique de l'annuaire: search, one service, communes. */
export const openServices = (web: Web, services: ServiceSearch = databaseSearch(web.ground)): void => {
  openSearch(web, services);
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

const openSearch = (web: Web, services: ServiceSearch): void => {
  web.app.get(
    "/api/services",
    // The same at every service, and asked at each key pressed: the portal is not looked for.
    { config: { ...readRate, everywhere: true }, schema: { querystring: QueryContract, response: { 200: SearchContract } } },
    async (request, reply) => {
      const { query } = request;
      if (query.apres !== undefined && !isCursor(query.apres)) throw new HttpAnswer(400, words.cursor);
      const now = web.ground.clock();
      const search = searchFrom({
        need: query.besoin,
        theme: query.theme,
        words: query.mots,
        communeCode: query.commune,
        point:
          query.latitude === undefined || query.longitude === undefined
            ? undefined
            : { latitude: query.latitude, longitude: query.longitude },
        radiusMeters: query.rayon === undefined ? undefined : query.rayon * 1000,
        accessMode: query.mode,
        cost: query.frais,
        publics: query.publics?.split(",") as Public[] | undefined,
        languages: query.langues?.split(","),
        age: query.age,
        walkIn: query.sansrendezvous === "oui" ? true : undefined,
        nature: query.nature,
        openAt: query.ouvert === "oui" ? now : undefined,
        order: query.ordre === "distance" ? "distance" : undefined,
        mayWiden: query.elargir !== "non",
        limit: query.nombre,
        after: query.apres,
      });
      if (search.kind !== "asked") throw new HttpAnswer(400, words[search.kind]);
      // Bytes go out as they are: the contract was kept when the cards were made, and the tests check that it is.
      return (reply as unknown as FastifyReply)
        .type("application/json; charset=utf-8")
        .send(searchBytes(await services.search(search.asked), now));
    },
  );
};
