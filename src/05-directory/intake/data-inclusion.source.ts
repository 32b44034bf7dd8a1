import { z } from "zod";
import { day, isDay, type Day } from "#engines/calendar";
import { accessModes, costs, mobilisationModes, mobilisers, networks, publics, serviceKinds, themes } from "../record/code-lists.ts";
import { dataInclusionWords as words } from "./data-inclusion.words.ts";
import type { ServiceDraft, StructureDraft } from "./draft.ts";

/**
 * Format national des structures et des services (data·inclusion, version 1.0.8): its contract, and its words turned into ours.
 * Its names (`date_maj`, `code_insee`) stay in this file and in mappings. One broken rule gives one sentence.
 */
export interface BrokenRule {
  readonly field: string;
  readonly rule: Rule;
  readonly sentence: string;
}
export type Rule =
  | "required"
  | "type"
  | "min-length"
  | "max-length"
  | "pattern"
  | "uri"
  | "email"
  | "date"
  | "date-too-old"
  | "date-in-future"
  | "list"
  | "unique"
  | "min-items"
  | "minimum"
  | "integer"
  | "id-prefix"
  | "everybody-alone"
  | "unreadable";

/** Each check says its own rule, so that nobody has to read the text of an error. */
const broken = (rule: Rule, ...details: readonly (string | number)[]) => ({ params: { rule, details } });
/** Lengths are counted in characters as people see them in a schema: one for « é », one for an emoji. */
const lengthOf = (text: string): number => text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length;

const text = z.string();
const bounded = (min: number, max: number) =>
  text
    .refine((value) => lengthOf(value) >= min, broken("min-length", min))
    .refine((value) => lengthOf(value) <= max, broken("max-length", max));
const shaped = (pattern: RegExp, example: string) => text.refine((value) => pattern.test(value), broken("pattern", example));
const isWebAddress = (value: string): boolean => !/\s/.test(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const address = text
  .refine((value) => lengthOf(value) <= 2083, broken("max-length", 2083))
  .refine((value) => lengthOf(value) > 2083 || isWebAddress(value), broken("uri"));
const mail = text.refine((value) => z.email().safeParse(value).success, broken("email"));
const oneOf = (codes: readonly string[]) => text.refine((value) => codes.includes(value), broken("list"));
const listOf = (codes: readonly string[], min = 0) =>
  z
    .array(oneOf(codes))
    .refine((values) => new Set(values).size === values.length, broken("unique"))
    .refine((values) => values.length >= min, broken("min-items", min));
const maybe = <Inner extends z.ZodType>(inner: Inner) => inner.nullish().transform((value) => value ?? undefined);

const oldestDay = day("2000-01-01");
const date = (today: Day) =>
  text
    .refine(isDay, broken("date"))
    .refine((value) => !isDay(value) || value >= oldestDay, broken("date-too-old"))
    .refine((value) => !isDay(value) || value <= today, broken("date-in-future"));

/** Codes of communes, départements, EPCI (nine digits), countries (99…), or the word "france". */
const zoneCode = shaped(/^(\w{5}|\w{2,3}|\d{9}|france)$/, "38563, 38, 243800984, 99100 ou france");

const common = (today: Day) => ({
  id: text,
  source: text,
  date_maj: date(today),
  nom: bounded(3, 150),
  adresse: maybe(text),
  complement_adresse: maybe(text),
  code_postal: maybe(shaped(/^\d{5}$/, "38500")),
  commune: maybe(text),
  code_insee: maybe(shaped(/^\w{5}$/, "38563")),
  latitude: maybe(z.number()),
  longitude: maybe(z.number()),
  telephone: maybe(text),
  courriel: maybe(mail),
  horaires_accueil: maybe(text),
  lien_source: maybe(address),
});

/** An identifier begins with the source that it comes from. */
const idPrefix = (record: { readonly id: string; readonly source: string }): boolean =>
  record.id.startsWith(`${record.source}--`) && record.id.length > record.source.length + 2;
const prefixed = { ...broken("id-prefix"), path: ["id"], when: isNamed };
function isNamed({ value }: { value: unknown }): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "source" in value &&
    typeof value.id === "string" &&
    typeof value.source === "string"
  );
}

/** Structure, as the format writes it. @param today Paris day: a date after it is refused */
export const StructureContract = (today: Day) =>
  z
    .object({
      ...common(today),
      siret: maybe(shaped(/^\d{14}$/, "13002526500013")),
      description: maybe(bounded(5, 10_000)),
      site_web: maybe(address),
      accessibilite_lieu: maybe(address),
      reseaux_porteurs: maybe(listOf(networks)),
    })
    .refine(idPrefix, prefixed);

/** Service, as the format writes it. */
export const ServiceContract = (today: Day) =>
  z
    .object({
      ...common(today),
      structure_id: text,
      description: bounded(5, 10_000),
      type: maybe(oneOf(serviceKinds)),
      thematiques: maybe(listOf(themes)),
      publics: maybe(
        listOf(publics, 1).refine((values) => !values.includes("tous-publics") || new Set(values).size === 1, broken("everybody-alone")),
      ),
      publics_precisions: maybe(text),
      conditions_acces: maybe(text),
      frais: maybe(oneOf(costs)),
      frais_precisions: maybe(text),
      modes_accueil: maybe(listOf(accessModes)),
      modes_mobilisation: maybe(listOf(mobilisationModes, 1)),
      mobilisable_par: maybe(listOf(mobilisers, 1)),
      mobilisation_precisions: maybe(text),
      lien_mobilisation: maybe(address),
      contact_nom_prenom: maybe(text),
      zone_eligibilite: maybe(z.array(zoneCode).refine((codes) => codes.length >= 1, broken("min-items", 1))),
      volume_horaire_hebdomadaire: maybe(z.number().refine((hours) => hours >= 0, broken("minimum", 0))),
      nombre_semaines: maybe(
        z
          .number()
          .refine((weeks) => Number.isInteger(weeks), broken("integer"))
          .refine((weeks) => weeks >= 1, broken("minimum", 1)),
      ),
    })
    .refine(idPrefix, prefixed);

export type DataInclusionStructure = z.infer<ReturnType<typeof StructureContract>>;
export type DataInclusionService = z.infer<ReturnType<typeof ServiceContract>>;

export type Reading<Draft> =
  { readonly kind: "read"; readonly draft: Draft } | { readonly kind: "refused"; readonly broken: readonly BrokenRule[] };

/** Reads one record of the format. Made once for a file: the contract depends on the day only. */
export const makeReader = (today: Day) => {
  const structure = StructureContract(today);
  const service = ServiceContract(today);
  return {
    structure: (record: unknown): Reading<StructureDraft> => {
      const read = structure.safeParse(record);
      return read.success
        ? { kind: "read", draft: structureDraft(read.data) }
        : { kind: "refused", broken: brokenRules(read.error, record) };
    },
    service: (record: unknown): Reading<ServiceDraft> => {
      const read = service.safeParse(record);
      return read.success ? { kind: "read", draft: serviceDraft(read.data) } : { kind: "refused", broken: brokenRules(read.error, record) };
    },
  };
};

/** What the contract refuses, one line a rule and a field. */
export const brokenRules = (error: z.ZodError, record: unknown): BrokenRule[] =>
  error.issues.map((issue) => {
    const field = String(issue.path[0] ?? "");
    const { rule, details } = ruleOf(issue, record);
    return { field, rule, sentence: words.sentence(field, rule, details) };
  });

const ruleOf = (issue: z.core.$ZodIssue, record: unknown): { rule: Rule; details: readonly (string | number)[] } => {
  if (issue.code === "custom" && issue.params) return issue.params as { rule: Rule; details: readonly (string | number)[] };
  if (issue.path.length === 1 && !(String(issue.path[0]) in Object(record))) return { rule: "required", details: [] };
  return { rule: "type", details: [issue.code === "invalid_type" ? issue.expected : ""] };
};

/** What tells a service from a structure in a list that does not say. */
export const isServiceRecord = (record: unknown): boolean => typeof record === "object" && record !== null && "structure_id" in record;

/** A record without the name of a person: the directory keeps none. */
export const withoutPerson = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { contact_nom_prenom: _, ...rest } = record;
  return rest;
};

/** The identifier written on a record, to say which one is refused. */
export const recordKey = (record: unknown): string | undefined =>
  typeof record === "object" && record !== null && "id" in record && typeof record.id === "string" ? record.id : undefined;

const shared = (record: DataInclusionStructure | DataInclusionService) => ({
  key: record.id,
  name: record.nom,
  description: record.description,
  place: {
    street: record.adresse,
    extra: record.complement_adresse,
    postalCode: record.code_postal,
    communeName: record.commune,
    communeCode: record.code_insee,
    latitude: record.latitude,
    longitude: record.longitude,
  },
  phone: record.telephone,
  mail: record.courriel,
  openingHours: record.horaires_accueil,
  sourceUrl: record.lien_source,
  updatedOn: record.date_maj,
});

const structureDraft = (record: DataInclusionStructure): StructureDraft => ({
  ...shared(record),
  kind: "structure",
  siret: record.siret,
  website: record.site_web,
  accessibilityUrl: record.accessibilite_lieu,
  networks: record.reseaux_porteurs ?? [],
});

const serviceDraft = (record: DataInclusionService): ServiceDraft => ({
  ...shared(record),
  kind: "service",
  structureKey: record.structure_id,
  serviceKind: record.type,
  themes: record.thematiques ?? [],
  publics: record.publics ?? [],
  publicsDetails: record.publics_precisions,
  conditions: record.conditions_acces,
  cost: record.frais,
  costDetails: record.frais_precisions,
  accessModes: record.modes_accueil ?? [],
  mobilisationModes: record.modes_mobilisation ?? [],
  mobilisableBy: record.mobilisable_par ?? [],
  mobilisationDetails: record.mobilisation_precisions,
  mobilisationUrl: record.lien_mobilisation,
  zone: record.zone_eligibilite,
  weeklyHours: record.volume_horaire_hebdomadaire,
  weeks: record.nombre_semaines,
});

/** The fields of the format that a mapping may fill; identifiers of source and structure are ours to write. */
export const structureFields = [
  "id",
  "nom",
  "date_maj",
  "siret",
  "description",
  "adresse",
  "complement_adresse",
  "code_postal",
  "commune",
  "code_insee",
  "latitude",
  "longitude",
  "telephone",
  "courriel",
  "site_web",
  "horaires_accueil",
  "lien_source",
  "accessibilite_lieu",
  "reseaux_porteurs",
] as const;
export const serviceFields = [
  "nom",
  "description",
  "date_maj",
  "type",
  "thematiques",
  "publics",
  "publics_precisions",
  "conditions_acces",
  "frais",
  "frais_precisions",
  "modes_accueil",
  "modes_mobilisation",
  "mobilisable_par",
  "mobilisation_precisions",
  "lien_mobilisation",
  "zone_eligibilite",
  "volume_horaire_hebdomadaire",
  "nombre_semaines",
  "adresse",
  "complement_adresse",
  "code_postal",
  "commune",
  "code_insee",
  "latitude",
  "longitude",
  "telephone",
  "courriel",
  "horaires_accueil",
  "lien_source",
] as const;
export const listFields: readonly string[] = [
  "reseaux_porteurs",
  "thematiques",
  "publics",
  "modes_accueil",
  "modes_mobilisation",
  "mobilisable_par",
  "zone_eligibilite",
];
export const numberFields: readonly string[] = ["latitude", "longitude", "volume_horaire_hebdomadaire", "nombre_semaines"];
