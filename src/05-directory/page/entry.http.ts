import type { FastifyReply, FastifyRequest } from "fastify";
import { dayOf } from "#engines/calendar";
import type { Commune } from "#engines/places";
import { looksLikeId } from "#ground";
import { drawKey, formFields, frameOf, HttpAnswer, inShared, sendPage, signedIn, type Staff, type Web } from "#ground/server";
import type { FieldError } from "#ground/screens";
import { readPhone } from "#person";
import { enterService, type ServiceEntered } from "../intake/enter-service.action.ts";
import { gazetteer } from "../record/gazetteer.source.ts";
import type { Service } from "../record/service.ts";
import { EntryContract, type Entry } from "./entry.contract.ts";
import { EntryPage, type EntryTyped } from "./EntryPage.screen.tsx";
import { entryWords } from "./entry.words.ts";
import { mayEnter, serviceAsked } from "./service-page.http.ts";
import { entryOf, isEnteredHere, setGone } from "./service-page.store.ts";

const words = entryWords.fr;
const hidden = { schema: { hide: true } };

const keeper = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await signedIn(web, request);
  if (!mayEnter(staff)) throw new HttpAnswer(403, words.notAllowed);
  return staff;
};

/** Only what was written here is written again: the rest belongs to its source. */
const ownService = async (web: Web, request: FastifyRequest): Promise<Service> => {
  await keeper(web, request);
  const service = await serviceAsked(web, request);
  if (!(await inShared(web.ground, (work) => isEnteredHere(work, service.id)))) throw new HttpAnswer(403, words.notOurs);
  return service;
};

/** Saisie : a service or an initiative written by hand, written again, taken out, brought back. */
export const openEntries = (web: Web): void => {
  const at = "/annuaire/services";
  web.app.get(`${at}/nouveau`, hidden, async (request, reply) => {
    await keeper(web, request);
    return show(web, request, reply, { typed: { accueil: ["en-presentiel"] } });
  });

  web.app.post(at, hidden, async (request, reply) => {
    await keeper(web, request);
    return save(web, request, reply, undefined);
  });

  web.app.get(`${at}/:id/modifier`, hidden, async (request, reply) => {
    const service = await ownService(web, request);
    return show(web, request, reply, { edited: service, typed: typedAgain(service) });
  });

  web.app.post(`${at}/:id/modifier`, hidden, async (request, reply) => save(web, request, reply, await ownService(web, request)));

  for (const [deed, isGone] of [
    ["retirer", true],
    ["remettre", false],
  ] as const)
    web.app.post(`${at}/:id/${deed}`, hidden, async (request, reply) => {
      const service = await ownService(web, request);
      await inShared(web.ground, (work) => setGone(work, service.id, isGone));
      return reply.redirect(`${frameOf(request).prefix}${at}/${service.id}`, 303);
    });
};

interface Shown {
  readonly edited?: Service;
  readonly typed: EntryTyped;
  readonly errors?: readonly FieldError[];
  readonly key?: string;
}

const show = (web: Web, request: FastifyRequest, reply: FastifyReply, { edited, typed, errors = [], key }: Shown): unknown =>
  sendPage(
    reply,
    EntryPage,
    {
      ...frameOf(request),
      edited: edited && { id: edited.id, isGone: edited.goneAt !== undefined },
      errors,
      typed,
      formKey: key ?? drawKey(web.ground),
    },
    errors.length > 0 ? 422 : 200,
  );

const oneNames = [
  ...[
    "nature",
    "structure",
    "nom",
    "description",
    "precision",
    "age_debut",
    "age_fin",
    "conditions",
    "prix",
    "prix_detail",
    "telephone",
    "courriel",
  ],
  ...["site", "adresse", "code_postal", "commune", "zone", "horaires", "alerte", "alerte_fin", "verifie"],
] as const;
const manyNames = ["sujets", "publics", "langues", "accueil"] as const;

const save = async (web: Web, request: FastifyRequest, reply: FastifyReply, edited: Service | undefined): Promise<unknown> => {
  const fields = formFields(request);
  const given: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(oneNames.map((name) => [name, fields.one(name)])),
    ...Object.fromEntries(manyNames.map((name) => [name, fields.all(name)])),
  };
  const typed: EntryTyped = Object.fromEntries([...oneNames, ...manyNames].map((name) => [name, fields.all(name)]));
  const key = looksLikeId(fields.one("cle")) ? fields.one("cle") : drawKey(web.ground);
  const read = EntryContract.safeParse(given);
  const place = communeTyped(fields.one("code_postal").trim(), fields.one("commune").trim());
  const errors: FieldError[] = [
    ...(read.success ? [] : read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? "nom"), message: issue.message }))),
    ...(place.kind === "wrong" ? [{ field: "commune", message: place.sentence }] : []),
  ];
  if (!read.success || place.kind === "wrong") return show(web, request, reply, { ...(edited ? { edited } : {}), typed, errors, key });
  const entered = enteredFrom(read.data, place.commune, { now: web.ground.clock(), edited });
  const id = await inShared(web.ground, async (work) => {
    const known = edited && (await entryOf(work, edited.id));
    const source = edited ? edited.source : { id: "saisie", name: words.sourceName, licence: words.licence, isDemonstration: false };
    return enterService(work, { ...entered, source, key: known ? known.key : key });
  });
  return reply.redirect(`${frameOf(request).prefix}/annuaire/services/${id}`, 303);
};

type CommuneTyped = { readonly kind: "found"; readonly commune: Commune } | { readonly kind: "wrong"; readonly sentence: string };

/** A commune is never guessed: its name and its postal code must agree. */
const communeTyped = (postalCode: string, name: string): CommuneTyped => {
  const near = /^\d{5}$/.test(postalCode)
    ? gazetteer()
        .search(postalCode, { limit: 60 })
        .filter(({ postalCodes }) => postalCodes.includes(postalCode))
    : [];
  const named = near.filter((commune) => plain(commune.name) === plain(name));
  const commune = named.length === 1 ? named[0] : near.length === 1 && name === "" ? near[0] : undefined;
  if (commune) return { kind: "found", commune };
  const names = near.map((each) => each.name);
  return { kind: "wrong", sentence: names.length === 0 ? words.wrong.commune : words.wrong.communeAmong(names) };
};

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bst\b/g, "saint")
    .replace(/\bste\b/g, "sainte")
    .trim();

const enteredFrom = (
  entry: Entry,
  commune: Commune,
  { now, edited }: { readonly now: Date; readonly edited: Service | undefined },
): Omit<ServiceEntered, "source" | "key"> => {
  const zone = { "": undefined, commune: [commune.code], departement: [commune.departement.code], pareil: edited?.zone }[entry.zone];
  const isSamePlace = edited?.address.communeCode === commune.code && edited.address.street === entry.adresse;
  const point = isSamePlace && edited.point ? edited.point : { ...commune.point, from: "commune" as const };
  return {
    structureName: entry.structure,
    name: entry.nom,
    nature: entry.nature,
    ...(edited?.kind === undefined ? {} : { kind: edited.kind }),
    ...said("description", entry.description),
    themes: [...new Set(entry.sujets)],
    publics: [...new Set(entry.publics)],
    ...said("publicsDetails", entry.precision),
    ...said("conditions", entry.conditions),
    ...(entry.age_debut === undefined ? {} : { ageFrom: entry.age_debut }),
    ...(entry.age_fin === undefined ? {} : { ageTo: entry.age_fin }),
    languages: entry.langues.length === 0 ? [] : ["fr", ...new Set(entry.langues)],
    ...(entry.prix === "" ? {} : { cost: entry.prix }),
    ...said("costDetails", entry.prix_detail),
    accessModes: entry.accueil,
    mobilisationModes: edited?.mobilisationModes ?? [],
    mobilisableBy: edited?.mobilisableBy ?? ["usagers", "professionnels"],
    ...said("mobilisationDetails", edited?.mobilisationDetails ?? ""),
    ...said("mobilisationUrl", edited?.mobilisationUrl ?? ""),
    ...(zone === undefined ? {} : { zone }),
    ...said("street", entry.adresse),
    ...said("addressExtra", edited?.address.extra ?? ""),
    postalCode: entry.code_postal,
    communeName: commune.name,
    communeCode: commune.code,
    point: { latitude: point.latitude, longitude: point.longitude },
    pointFrom: point.from === "commune" ? "commune" : "source",
    ...said("phone", entry.telephone === "" ? "" : (readPhone(entry.telephone)?.value ?? "")),
    ...said("mail", entry.courriel),
    ...said("website", entry.site),
    ...said("openingHours", entry.horaires),
    ...(entry.alerte === "" ? {} : { alert: { text: entry.alerte, ...(entry.alerte_fin === "" ? {} : { until: entry.alerte_fin }) } }),
    checked: { on: dayOf(now), by: entry.verifie },
    updatedOn: dayOf(now),
  };
};

/** A field left empty is not said. */
const said = <Name extends string>(name: Name, text: string): Partial<Record<Name, string>> =>
  (text === "" ? {} : { [name]: text }) as Partial<Record<Name, string>>;

const typedAgain = (service: Service): EntryTyped => ({
  nature: [service.nature],
  structure: [service.structure.name],
  nom: [service.name],
  description: [service.description ?? ""],
  sujets: service.themes,
  publics: service.publics,
  precision: [service.publicsDetails ?? ""],
  age_debut: [service.ageFrom === undefined ? "" : String(service.ageFrom)],
  age_fin: [service.ageTo === undefined ? "" : String(service.ageTo)],
  conditions: [service.conditions ?? ""],
  langues: service.languages,
  prix: [service.cost ?? ""],
  prix_detail: [service.costDetails ?? ""],
  accueil: service.accessModes,
  telephone: [service.phone ?? ""],
  courriel: [service.mail ?? ""],
  site: [service.structure.website ?? ""],
  adresse: [service.address.street ?? ""],
  code_postal: [service.address.postalCode ?? ""],
  commune: [service.address.communeName ?? ""],
  zone: [service.zone === undefined ? "" : "pareil"],
  horaires: [service.openingHours ?? ""],
  alerte: [service.alert?.text ?? ""],
  alerte_fin: [service.alert?.until ?? ""],
  verifie: [service.checked?.by ?? ""],
});
