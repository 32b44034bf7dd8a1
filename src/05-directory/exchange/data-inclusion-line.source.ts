import { z } from "zod";
import { accessModes, mobilisationModes, mobilisers, networks, publics, themes } from "../record/code-lists.ts";

// Ligne d'échange : a record of ours in the words of the national format (data·inclusion, version 1.0.8). Its names stay in this file.

/** What is read of a row, merged values in place of its own. */
export interface StoredRecord {
  readonly id: string;
  readonly source_id: string;
  readonly source_key: string;
  readonly licence: string;
  readonly is_demonstration: boolean;
  readonly name: string;
  readonly description: string | null;
  readonly address: string | null;
  readonly address_extra: string | null;
  readonly postal_code: string | null;
  readonly commune_name: string | null;
  readonly commune_code: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly opening_hours: string | null;
  readonly source_url: string | null;
  readonly updated_on: string;
}
export interface StoredStructure extends StoredRecord {
  readonly siret: string | null;
  readonly website: string | null;
  readonly accessibility_url: string | null;
  readonly networks: readonly string[];
}
export interface StoredService extends StoredRecord {
  readonly structure_source_id: string;
  readonly structure_key: string;
  readonly kind: string | null;
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  readonly publics_details: string | null;
  readonly conditions: string | null;
  readonly cost: string | null;
  readonly cost_details: string | null;
  readonly access_modes: readonly string[];
  readonly mobilisation_modes: readonly string[];
  readonly mobilisable_by: readonly string[];
  readonly mobilisation_details: string | null;
  readonly mobilisation_url: string | null;
  readonly zone: readonly string[] | null;
  readonly weekly_hours: number | null;
  readonly weeks: number | null;
  readonly age_from: number | null;
  readonly age_to: number | null;
  readonly languages: readonly string[];
  readonly alert: string | null;
  readonly alert_until: string | null;
  readonly checked_on: string | null;
  readonly nature: string;
}

const text = z.string().nullable();
const code = (shape: RegExp) => z.string().regex(shape).nullable();
const address = z
  .url({ protocol: /^https?$/ })
  .max(2083)
  .nullable();
const listOf = (codes: readonly string[], least = 0) =>
  z
    .array(z.string().refine((value) => codes.includes(value)))
    .min(least)
    .refine((values) => new Set(values).size === values.length)
    .nullable();

const shared = {
  id: z.string().regex(/^.+--.+$/s),
  source: z.string(),
  nom: z.string().min(3).max(150),
  date_maj: z.iso.date(),
  adresse: text,
  complement_adresse: text,
  code_postal: code(/^\d{5}$/),
  commune: text,
  code_insee: code(/^\w{5}$/),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  telephone: text,
  courriel: z.email().nullable(),
  horaires_accueil: text,
  lien_source: address,
  /** Ours: under what licence the line may be used again, and whether it was invented to show the house. */
  licence: z.string(),
  est_demonstration: z.boolean(),
};

/** Structure, as others receive it. */
export const StructureLineContract = z.object({
  ...shared,
  siret: code(/^\d{14}$/),
  description: z.string().min(5).max(10_000).nullable(),
  site_web: address,
  accessibilite_lieu: address,
  reseaux_porteurs: listOf(networks),
});
export type StructureLine = z.infer<typeof StructureLineContract>;

/** Service, as others receive it; the last fields are ours, the format allows them. */
export const ServiceLineContract = z.object({
  ...shared,
  structure_id: z.string(),
  description: z.string().min(5).max(10_000),
  type: text,
  thematiques: listOf(themes),
  publics: listOf(publics, 1).refine((values) => values === null || !values.includes("tous-publics") || values.length === 1),
  publics_precisions: text,
  conditions_acces: text,
  frais: text,
  frais_precisions: text,
  modes_accueil: listOf(accessModes),
  modes_mobilisation: listOf(mobilisationModes, 1),
  mobilisable_par: listOf(mobilisers, 1),
  mobilisation_precisions: text,
  lien_mobilisation: address,
  zone_eligibilite: z
    .array(z.string().regex(/^(\w{5}|\w{2,3}|\d{9}|france)$/))
    .min(1)
    .nullable(),
  volume_horaire_hebdomadaire: z.number().min(0).nullable(),
  nombre_semaines: z.int().min(1).nullable(),
  age_de: z.number().nullable(),
  age_a: z.number().nullable(),
  langues: z.array(z.string()),
  alerte: text,
  alerte_jusqu_au: text,
  verifie_le: text,
  nature: z.string(),
});
export type ServiceLine = z.infer<typeof ServiceLineContract>;

/** The identifier that the format asks for, made the same way every time. */
export const lineId = (sourceId: string, key: string): string => (key.startsWith(`${sourceId}--`) ? key : `${sourceId}--${key}`);

/** @param isPersonalMail a mail box that could be a person's stays here */
export const structureLine = (row: StoredStructure, isPersonalMail: (mail: string) => boolean): StructureLine => ({
  ...sharedOf(row, isPersonalMail),
  siret: shaped(row.siret, /^\d{14}$/),
  description: described(row.description),
  site_web: webAddress(row.website),
  accessibilite_lieu: webAddress(row.accessibility_url),
  reseaux_porteurs: known(row.networks, networks),
});

export const serviceLine = (row: StoredService, isPersonalMail: (mail: string) => boolean): ServiceLine => {
  const forWhom = known(row.publics, publics);
  return {
    ...sharedOf(row, isPersonalMail),
    structure_id: lineId(row.structure_source_id, row.structure_key),
    // The format wants a description of each service: where the source gave none, its name is all that is known.
    description: described(row.description) ?? atLeast(row.name, 5),
    type: row.kind,
    thematiques: known(row.themes, themes),
    publics: forWhom?.includes("tous-publics") === true ? ["tous-publics"] : forWhom,
    publics_precisions: row.publics_details,
    conditions_acces: row.conditions,
    frais: row.cost,
    frais_precisions: row.cost_details,
    modes_accueil: known(row.access_modes, accessModes),
    modes_mobilisation: known(row.mobilisation_modes, mobilisationModes),
    mobilisable_par: known(row.mobilisable_by, mobilisers),
    mobilisation_precisions: row.mobilisation_details,
    lien_mobilisation: webAddress(row.mobilisation_url),
    zone_eligibilite: filled((row.zone ?? []).filter((each) => /^(\w{5}|\w{2,3}|\d{9}|france)$/.test(each))),
    volume_horaire_hebdomadaire: row.weekly_hours !== null && row.weekly_hours >= 0 ? row.weekly_hours : null,
    nombre_semaines: row.weeks !== null && row.weeks >= 1 ? row.weeks : null,
    age_de: row.age_from,
    age_a: row.age_to,
    langues: [...row.languages],
    alerte: row.alert,
    alerte_jusqu_au: row.alert_until,
    verifie_le: row.checked_on,
    nature: row.nature,
  };
};

const sharedOf = (row: StoredRecord, isPersonalMail: (mail: string) => boolean) => ({
  id: lineId(row.source_id, row.source_key),
  source: row.source_id,
  nom: atLeast(Array.from(row.name).slice(0, 150).join(""), 3),
  date_maj: row.updated_on,
  adresse: row.address,
  complement_adresse: row.address_extra,
  code_postal: shaped(row.postal_code, /^\d{5}$/),
  commune: row.commune_name,
  code_insee: shaped(row.commune_code, /^\w{5}$/),
  latitude: row.latitude,
  longitude: row.longitude,
  telephone: row.phone,
  courriel: row.mail !== null && z.email().safeParse(row.mail).success && !isPersonalMail(row.mail) ? row.mail : null,
  horaires_accueil: row.opening_hours,
  lien_source: webAddress(row.source_url),
  licence: row.licence,
  est_demonstration: row.is_demonstration,
});

const shaped = (value: string | null, shape: RegExp): string | null => (value !== null && shape.test(value) ? value : null);
const webAddress = (value: string | null): string | null =>
  value !== null && address.safeParse(value).success && !/[\s<>"{}|\\^`]/.test(value) ? value : null;
const described = (value: string | null): string | null =>
  value !== null && Array.from(value).length >= 5 ? Array.from(value).slice(0, 10_000).join("") : null;
const atLeast = (value: string, length: number): string => (value.length >= length ? value : value.padEnd(length, "."));
const filled = (values: readonly string[]): string[] | null => (values.length === 0 ? null : [...new Set(values)]);
const known = (values: readonly string[], codes: readonly string[]): string[] | null =>
  filled(values.filter((value) => codes.includes(value)));

/** Columns of the CSV, in an order that never changes. */
export const structureColumns: readonly string[] = Object.keys(StructureLineContract.shape);
export const serviceColumns: readonly string[] = Object.keys(ServiceLineContract.shape);

/** One line of CSV: lists as JSON, nothing for what is not known. A cell that a spreadsheet would run is kept from it by an apostrophe. */
export const csvLine = (columns: readonly string[], line: Readonly<Record<string, unknown>>): string =>
  `${columns.map((column) => cell(line[column])).join(",")}\n`;

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  const written = typeof value === "string" ? value.replace(/^[=@\t\r]/, "'$&") : JSON.stringify(value);
  return /[",\n\r]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
};
