import { publics } from "#directory";
import { gazetteer, placeAsked, searchServices, type SearchAsked } from "#directory/server";
import { isNeedId, needIds, thematiquesOf } from "#situation";
import { inShared } from "#ground/server";
import { CommandRefused, type Command, type Run } from "./command.ts";

/** Searches the directory as a counsellor does. */
export const directorySearch: Command = {
  name: "directory search",
  summary: "Cherche des services par besoin, par mots et par lieu.",
  arguments: "[MOTS]",
  options: [
    { name: "need", value: "BESOIN", help: "besoin de la taxonomie, par exemple garde ou loyer" },
    { name: "near", value: "LIEU", help: "commune, avec son code postal quand plusieurs portent ce nom" },
    { name: "radius", value: "KM", help: "rayon en kilomètres, 15 si rien n’est dit" },
    { name: "limit", value: "NOMBRE", help: "combien de services au plus, 20 si rien n’est dit" },
    { name: "open", help: "ouvert maintenant : ce dont les horaires ne sont pas connus est laissé de côté, et compté" },
    { name: "free", help: "gratuit" },
    { name: "walk-in", help: "sans rendez-vous" },
    { name: "remote", help: "par téléphone ou en ligne" },
    { name: "initiatives", help: "activités et rencontres seulement" },
    { name: "public", value: "PUBLIC", help: "code du format national, par exemple familles-enfants" },
    { name: "language", value: "LANGUE", help: "code de deux lettres, ou lsf" },
    { name: "age", value: "ANS", help: "âge de la personne" },
    { name: "order", value: "ORDRE", help: "utile, si rien n’est dit, ou distance" },
    { name: "exact", help: "ne pas élargir le rayon quand il n’y a rien" },
  ],
  examples: ["directory search --need garde --near Guéret --radius 15", "directory search garage solidaire --near 'Voiron 38500'"],
  run: async (run) => {
    const { need } = run.options;
    if (need !== undefined && !isNeedId(need))
      throw new CommandRefused(`Le besoin « ${need} » n’existe pas. Les besoins : ${needIds.join(", ")}.`);
    const words = run.arguments.join(" ");
    const isAsked = need !== undefined || words !== "" || run.options["initiatives"] !== undefined;
    if (!isAsked) throw new CommandRefused("Dites ce que vous cherchez : --need BESOIN, --initiatives, ou des mots.");
    const place = placeOf(run);
    const radiusMeters = kilometers(run) * 1000;
    const limit = count(run);
    const filters = filtersOf(run);
    const ground = await run.openGround();
    const answer = await inShared(ground, (work) =>
      searchServices(work, {
        ...(need === undefined ? {} : { need, themes: thematiquesOf(need) }),
        ...(words === "" ? {} : { words }),
        ...(place ? { near: place.point, communeCode: place.code } : {}),
        ...filters,
        ...(run.options["open"] === undefined ? {} : { openAt: work.now }),
        radiusMeters,
        limit,
        mayWiden: run.options["exact"] === undefined,
      }),
    );
    return {
      ...(place ? { place: { code: place.code, name: place.name, departement: place.departement.code } } : {}),
      total: answer.total,
      radiusMeters: answer.radiusMeters,
      widenedFromMeters: answer.widenedFromMeters,
      noCategory: answer.noCategory,
      unknownHours: answer.unknownHours,
      services: answer.services.map(({ service, distanceMeters, reasons }) => ({
        id: service.id,
        name: service.name,
        structure: service.structure.name,
        commune: service.address.communeName,
        distanceMeters: distanceMeters === undefined ? undefined : Math.round(distanceMeters),
        phone: service.phone,
        updatedOn: service.updatedOn,
        source: service.source.name,
        reasons,
      })),
    };
  },
};

/** One commune, or the list to choose from: never a guess between namesakes. */
const placeOf = (run: Run) => {
  const { near } = run.options;
  if (near === undefined) return undefined;
  const asked = placeAsked(gazetteer(), near);
  if (asked.kind === "one") return asked.commune;
  if (asked.kind !== "several") throw new CommandRefused(`Le lieu « ${near} » n’est pas connu.`);
  const choices = asked.communes.map(
    ({ name, postalCodes, code, departement }) => `${name} ${postalCodes[0] ?? code} (${departement.name})`,
  );
  throw new CommandRefused(`Plusieurs lieux répondent à « ${near} » : ${choices.join(", ")}. Donnez le nom entier, avec le code postal.`);
};

/** What must be met besides: a code that nobody knows is refused, since it would find nothing and say so wrongly. */
const filtersOf = ({ options }: Run): Partial<SearchAsked> => {
  const { public: whom, language, age, order } = options;
  const known = publics.find((code) => code === whom);
  if (whom !== undefined && known === undefined) throw new CommandRefused(`--public est un de ceux-ci : ${publics.join(", ")}.`);
  if (language !== undefined && !/^[a-z]{2,3}$/.test(language)) throw new CommandRefused("--language est un code comme ar, pt ou lsf.");
  if (age !== undefined && !(/^\d{1,3}$/.test(age) && Number(age) <= 120))
    throw new CommandRefused("--age est un nombre d’années, de 0 à 120.");
  if (order !== undefined && order !== "utile" && order !== "distance") throw new CommandRefused("--order vaut utile ou distance.");
  return {
    ...(known === undefined ? {} : { publics: [known] }),
    ...(language === undefined ? {} : { languages: [language] }),
    ...(age === undefined ? {} : { age: Number(age) }),
    ...(order === "distance" ? { order } : {}),
    ...(options["free"] === undefined ? {} : { cost: "gratuit" }),
    ...(options["walk-in"] === undefined ? {} : { walkIn: true }),
    ...(options["remote"] === undefined ? {} : { accessMode: "a-distance" }),
    ...(options["initiatives"] === undefined ? {} : { nature: "initiative" }),
  };
};

const kilometers = (run: Run): number => {
  const radius = Number(run.options["radius"] ?? 15);
  if (!(radius >= 1 && radius <= 200)) throw new CommandRefused("--radius est un nombre de kilomètres entre 1 et 200.");
  return radius;
};

const count = (run: Run): number => {
  const limit = Number(run.options["limit"] ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new CommandRefused("--limit est un nombre entre 1 et 500.");
  return limit;
};
