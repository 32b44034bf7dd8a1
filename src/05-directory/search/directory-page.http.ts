import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, inShared, notFound, sendPage, staffOf, type Web } from "#ground/server";
import { needLabel } from "#situation";
import { directoryWords } from "../record/directory.words.ts";
import { DirectoryPage, type SearchOutcome } from "./DirectoryPage.screen.tsx";
import { ErrorReportContract } from "../report/error-report.contract.ts";
import { addErrorReport } from "../report/error-report.store.ts";
import { ErrorReportPage } from "../report/ErrorReportPage.screen.tsx";
import { gazetteer } from "../record/gazetteer.source.ts";
import { needsMatching } from "./need-asked.ts";
import { placeAsked, type PlaceAsked } from "./place-asked.ts";
import { searchFrom } from "./search-request.source.ts";
import { publics } from "../record/code-lists.ts";
import { isCursor } from "./search.ts";
import { placeShown } from "../record/place-shown.ts";
import { searchShown } from "./found-cards.ts";
import { databaseSearch, type ServiceSearch } from "./service-search.store.ts";
import type { SearchTypedHere } from "./SearchForm.screen.tsx";
import { findService } from "../record/service.store.ts";
import { openServicePages } from "../page/service-page.http.ts";

const words = directoryWords.fr;
const text = z.string().max(200).catch("");
const nothingTyped = {
  besoin: "",
  mots: "",
  ou: "",
  commune: "",
  rayon: 15,
  ouvert: "",
  gratuit: "",
  sansrdv: "",
  distance: "",
  activites: "",
  public: "",
  langue: "",
  age: "",
  ordre: "",
  cadre: "",
  apres: "",
} as const;
const QueryContract = z
  .object({
    besoin: text,
    mots: text,
    ou: text,
    commune: text,
    rayon: z.coerce.number().min(1).max(200).catch(15),
    ouvert: text,
    gratuit: text,
    sansrdv: text,
    distance: text,
    activites: text,
    public: z.enum(["", ...publics]).catch(""),
    langue: z
      .string()
      .regex(/^([a-z]{2,3})?$/)
      .catch(""),
    // An empty field is no age at all, and not zero.
    age: z.union([z.literal(""), z.coerce.number().int().min(0).max(120)]).catch(""),
    ordre: z.enum(["", "distance"]).catch(""),
    cadre: text,
    apres: z.string().max(300).catch(""),
  })
  .catch({ ...nothingTyped });
type Query = z.infer<typeof QueryContract>;

/** A person reads pages; a machine that copies the directory takes the exports. */
const pageRate = { rateLimit: { max: 120, timeWindow: "1 minute" } };
const writeRate = { rateLimit: { max: 10, timeWindow: "1 minute" } };
const hidden = { schema: { hide: true }, config: pageRate };

/** Pages publiques de l'annuaire. Nothing of what is searched is kept, nor written in the log (its lines hold the pattern of the route only). */
export const openDirectoryPages = (web: Web, services: ServiceSearch = databaseSearch(web.ground)): void => {
  web.app.get("/annuaire", hidden, async (request, reply) => {
    const query = QueryContract.parse(request.query);
    const outcome = await outcomeOf(services, web.ground.clock(), request, query);
    if (query.cadre === "oui") mayBeFramed(reply);
    return sendPage(reply, DirectoryPage, { ...frameOf(request), typed: typedHere(query, outcome), outcome });
  });

  openServicePages(web);
  openErrorReports(web);
};

const typedHere = (query: Query, outcome: SearchOutcome): SearchTypedHere => ({
  need: query.besoin,
  words: query.mots,
  where: outcome.kind === "found" && outcome.place ? `${outcome.place.name} ${outcome.place.postalCodes[0] ?? ""}`.trim() : query.ou,
  radius: query.rayon,
  isOpen: query.ouvert === "oui",
  isFree: query.gratuit === "oui",
  isWalkIn: query.sansrdv === "oui",
  isRemote: query.distance === "oui",
  isInitiative: query.activites === "oui",
  public: query.public,
  language: query.langue,
  age: String(query.age),
  order: query.ordre,
  isFramed: query.cadre === "oui",
});

/** This page alone may be shown inside the page of somebody else: nobody is signed in there, and no form of it changes anything. */
const mayBeFramed = (reply: FastifyReply): void => {
  const policy = String(reply.getHeader("content-security-policy") ?? "");
  void reply
    .header("content-security-policy", policy.replace("frame-ancestors 'none'", "frame-ancestors *"))
    .removeHeader("x-frame-options");
};

const outcomeOf = async (services: ServiceSearch, now: Date, request: FastifyRequest, query: Query): Promise<SearchOutcome> => {
  // The list of communes takes a second to load the first time: an empty form does not wait for it.
  const place: PlaceAsked =
    query.ou.trim() === "" && query.commune === "" ? { kind: "none" } : placeAsked(gazetteer(), query.ou, query.commune);
  const href = (change: Partial<Query>): string => hrefOf(request, { ...query, ...change });
  if (place.kind === "unknown") return { kind: "unknown-place", typed: place.typed };
  if (place.kind === "several") {
    const choices = place.communes.map((commune) => ({
      place: placeShown(commune),
      href: href({ commune: commune.code, ou: commune.name, apres: "" }),
    }));
    return { kind: "choose-place", typed: query.ou, choices };
  }
  const isAsked = query.besoin !== "" || query.mots.trim() !== "" || query.activites === "oui";
  if (!isAsked) return query.ou === "" ? { kind: "nothing-asked" } : { kind: "nothing-asked", sentence: words.askSomething };
  if (query.apres !== "" && !isCursor(query.apres)) return { kind: "nothing-asked", sentence: words.badCursor };
  const search = searchFrom({
    need: query.besoin === "" ? undefined : query.besoin,
    words: query.mots === "" ? undefined : query.mots,
    communeCode: place.kind === "one" ? place.commune.code : undefined,
    radiusMeters: query.rayon * 1000,
    accessMode: query.distance === "oui" ? "a-distance" : undefined,
    cost: query.gratuit === "oui" ? "gratuit" : undefined,
    publics: query.public === "" ? undefined : [query.public],
    languages: query.langue === "" ? undefined : [query.langue],
    age: query.age === "" ? undefined : query.age,
    walkIn: query.sansrdv === "oui" ? true : undefined,
    nature: query.activites === "oui" ? "initiative" : undefined,
    openAt: query.ouvert === "oui" ? now : undefined,
    order: query.ordre === "distance" ? "distance" : undefined,
    after: query.apres === "" ? undefined : query.apres,
  });
  if (search.kind !== "asked") return { kind: "nothing-asked", sentence: words.askSomething };
  const shown = searchShown(await services.search(search.asked), now);
  return {
    kind: "found",
    place: place.kind === "one" ? placeShown(place.commune) : undefined,
    services: shown.services,
    total: shown.total,
    radiusMeters: shown.radiusMeters,
    widenedFromMeters: shown.widenedFromMeters,
    noCategory: shown.noCategory,
    unknownHours: shown.unknownHours,
    now,
    gapHref: place.kind === "one" ? gapHrefOf(request, query, place.commune.code) : undefined,
    unfilteredHref: isFiltered(query) ? href({ ...unfiltered, apres: "" }) : undefined,
    nextHref: shown.next === undefined ? undefined : href({ apres: shown.next }),
    firstHref: query.apres === "" ? undefined : href({ apres: "" }),
    meant:
      query.besoin === ""
        ? needsMatching(query.mots).map(({ id }) => ({ label: needLabel(id), href: href({ besoin: id, mots: "", apres: "" }) }))
        : [],
  };
};

const unfiltered = { ouvert: "", gratuit: "", sansrdv: "", distance: "", public: "", langue: "", age: "" } as const;
const isFiltered = (query: Query): boolean => Object.keys(unfiltered).some((name) => query[name as keyof Query] !== "");

const hrefOf = (request: FastifyRequest, query: Query): string => {
  const filled = Object.entries(query).filter(([name, value]) => value !== "" && !(name === "rayon" && value === 15));
  return `${frameOf(request).prefix}/annuaire?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()}#resultats`;
};

/** A gap belongs to a service: without a portal nobody would read it. Nothing is told from inside the page of somebody else. */
const gapHrefOf = (request: FastifyRequest, query: Query, commune: string): string | undefined => {
  if (!request.portal || query.cadre === "oui") return undefined;
  const asked = new URLSearchParams({ besoin: query.besoin, commune, rayon: String(query.rayon) });
  return `${frameOf(request).prefix}/annuaire/manque?${asked.toString()}`;
};

const openErrorReports = (web: Web): void => {
  const serviceOf = async (request: FastifyRequest) => {
    const service = await inShared(web.ground, (work) => findService(work, (request.params as { id: string }).id));
    if (!service) throw notFound();
    const frame = frameOf(request);
    return { service, frame, back: `${frame.prefix}/annuaire/services/${service.id}` };
  };

  web.app.get("/annuaire/services/:id/erreur", hidden, async (request, reply) => {
    const { service, frame, back } = await serviceOf(request);
    return sendPage(reply, ErrorReportPage, {
      ...frame,
      serviceName: service.name,
      back,
      errors: [],
      typed: { reason: undefined, details: "" },
      formKey: newFormKey(web),
    });
  });

  web.app.post("/annuaire/services/:id/erreur", { schema: { hide: true }, config: writeRate }, async (request, reply) => {
    const { service, frame, back } = await serviceOf(request);
    const read = ErrorReportContract.safeParse(request.body ?? {});
    if (!read.success) {
      const errors = read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? "motif"), message: issue.message }));
      const typed = z
        .object({ motif: z.string().optional().catch(undefined), precision: text })
        .catch({ motif: undefined, precision: "" })
        .parse(request.body ?? {});
      return sendPage(
        reply,
        ErrorReportPage,
        {
          ...frame,
          serviceName: service.name,
          back,
          errors,
          typed: { reason: typed.motif, details: typed.precision },
          formKey: newFormKey(web),
        },
        422,
      );
    }
    const staff = await staffOf(web, request);
    await inShared(web.ground, (work) => addErrorReport(work, service.id, read.data, staff ? "staff" : "public"));
    return reply.redirect(`${back}?merci=oui`, 303);
  });
};

/** A uuid drawn by the ground: it becomes the identifier of the report. */
const newFormKey = (web: Web): string => {
  const bytes = web.ground.draw(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
