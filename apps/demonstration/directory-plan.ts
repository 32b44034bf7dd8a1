import { addDays, dayOf, type Day } from "#engines/calendar";
import type { Commune } from "#engines/places";
import type { AccessMode, MobilisationMode, Mobiliser, Public, ServiceNature } from "#directory";
import type { Chance } from "#engines/chance";
import { serviceKindWords, type ServiceKindWords } from "./services.words.ts";
import { fictionalPhone, rangeOf } from "./telephone.ts";

/** Service inventé, as it will be entered in the directory. */
export interface PlannedService {
  readonly key: string;
  readonly structureName: string;
  readonly name: string;
  readonly description: string;
  readonly themes: readonly string[];
  readonly publics: readonly Public[];
  readonly cost: "gratuit" | "payant";
  readonly accessModes: readonly AccessMode[];
  readonly zone: readonly string[];
  readonly street: string;
  readonly postalCode: string;
  readonly communeName: string;
  readonly communeCode: string;
  readonly point: { readonly latitude: number; readonly longitude: number };
  readonly phone: string;
  readonly mail: string;
  readonly openingHours: string;
  readonly updatedOn: Day;
  /** What initiatives say besides. */
  readonly nature?: ServiceNature;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly languages?: readonly string[];
  readonly costDetails?: string;
  readonly mobilisationModes?: readonly MobilisationMode[];
  readonly mobilisableBy?: readonly Mobiliser[];
  readonly alert?: { readonly text: string };
  readonly checked?: { readonly on: Day; readonly by: "structure" | "staff" };
}

/** Towns with services: INSEE code, how one says « of it », and its size. The Creuse has few, and no child care at all. */
const towns: readonly (readonly [code: string, of: string, size: 1 | 2 | 3])[] = [
  ["38185", "de Grenoble", 3],
  ["38151", "d’Échirolles", 2],
  ["38563", "du Voironnais", 2],
  ["38544", "du Pays viennois", 2],
  ["38053", "de Bourgoin-Jallieu", 2],
  ["38509", "des Vals du Dauphiné", 1],
  ["38416", "de Saint-Marcellin", 1],
  ["38269", "de la Matheysine", 1],
  ["38562", "de Vizille", 1],
  ["38140", "du Grésivaudan", 1],
  ["44109", "de Nantes", 3],
  ["44184", "de Saint-Nazaire", 2],
  ["44143", "de Rezé", 2],
  ["44162", "de Saint-Herblain", 2],
  ["44036", "du Castelbriantais", 1],
  ["44003", "du Pays d’Ancenis", 1],
  ["44131", "du Pays de Retz", 1],
  ["44069", "de la Presqu’île guérandaise", 1],
  ["44015", "de Blain", 1],
];
const ruralTowns: readonly (readonly [code: string, of: string, kinds: readonly string[]])[] = [
  ["23096", "du Grand Guéret", ["budget", "droits", "numerique", "aide-domicile", "soins", "emploi", "lien"]],
  ["23008", "d’Aubusson", ["droits", "repas", "repit", "mobilite"]],
  ["23176", "de La Souterraine", ["numerique", "aide-domicile", "lien"]],
  ["23030", "de Bourganeuf", ["droits", "repas"]],
];

const streets = [
  "rue des Tilleuls",
  "place du Marché",
  "rue du Vieux-Moulin",
  "avenue des Acacias",
  "rue de la Fontaine",
  "allée des Érables",
];

/** Some 150 services. Dates of update are spread: about one in six is older than 8 months, and says so on its page. */
export const planDirectory = (chance: Chance, now: Date, homes: readonly Commune[]): readonly PlannedService[] => {
  const byCode = new Map(homes.map((commune) => [commune.code, commune]));
  const wanted = [
    ...towns.flatMap(([code, of, size]) =>
      serviceKindWords.filter((kind) => kind.fromSize <= size).map((kind) => ({ code, of, kind, isRural: false })),
    ),
    ...ruralTowns.flatMap(([code, of, kinds]) =>
      serviceKindWords.filter((kind) => kinds.includes(kind.key)).map((kind) => ({ code, of, kind, isRural: true })),
    ),
  ];
  return wanted.map(({ code, of, kind }, at) => {
    const commune = byCode.get(code);
    if (!commune) throw new Error(`commune ${code} is not among the homes`);
    return serviceOf(chance, now, commune, of, kind, at);
  });
};

const serviceOf = (chance: Chance, now: Date, commune: Commune, of: string, kind: ServiceKindWords, at: number): PlannedService => ({
  key: `${kind.key}-${commune.code}`,
  structureName: kind.structure(of),
  name: kind.name,
  description: kind.description,
  themes: kind.themes,
  publics: kind.publics,
  cost: kind.cost,
  accessModes: kind.accessModes,
  zone: [commune.departement.code],
  street: `${chance.between(1, 98)} ${chance.pick(streets)}`,
  postalCode: commune.postalCodes[0] ?? "",
  communeName: commune.name,
  communeCode: commune.code,
  // Not all at the same door: within some hundred metres of the town's point.
  point: {
    latitude: commune.point.latitude + (chance.next() - 0.5) * 0.012,
    longitude: commune.point.longitude + (chance.next() - 0.5) * 0.018,
  },
  phone: fictionalPhone(rangeOf(commune.departement.code), 1000 + at * 7),
  mail: `accueil@${kind.key}-${commune.code}.example`,
  openingHours: kind.hours,
  updatedOn: addDays(dayOf(now), -(chance.happens(0.17) ? chance.between(250, 620) : chance.between(2, 200))),
});
