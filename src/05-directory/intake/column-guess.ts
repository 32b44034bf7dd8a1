import { plainName } from "#engines/places";
import type { ColumnField, ColumnSample } from "./column-choices.ts";
import { codesOf } from "./column-choices.ts";
import { hoursOfFrench, spansOf } from "./written-hours.ts";

/** Proposer un champ pour une colonne, from its name first, from its values when the name says nothing. @returns undefined: nothing is proposed */
export const guessField = ({ name, samples }: ColumnSample): ColumnField | undefined => {
  const plain = plainName(name);
  const named = byName.find(([shape]) => shape.test(plain))?.[1];
  const fits = named !== undefined && samples.every((value) => mayBe[named]?.(value) ?? true);
  if (fits) return named;
  const filled = samples.filter((value) => value !== "");
  if (filled.length === 0) return undefined;
  return byValues.find(([, isSo]) => filled.every(isSo))?.[0];
};

/** The first shape that fits wins: what is precise comes before what is loose. */
const byName: readonly (readonly [RegExp, ColumnField])[] = [
  [/^(?:h |horaires? )?lun(?:di)?$/, "Mo"],
  [/^(?:h |horaires? )?mar(?:di)?$/, "Tu"],
  [/^(?:h |horaires? )?mer(?:credi)?$/, "We"],
  [/^(?:h |horaires? )?jeu(?:di)?$/, "Th"],
  [/^(?:h |horaires? )?ven(?:dredi)?$/, "Fr"],
  [/^(?:h |horaires? )?sam(?:edi)?$/, "Sa"],
  [/^(?:h |horaires? )?dim(?:anche)?$/, "Su"],
  [/^(?:id|identifiant|gid|code structure|reference|ref|num|numero)$|^id /, "id"],
  [/siret/, "siret"],
  [/insee|^cog$|code commune/, "code_insee"],
  [/code postal|^cp$|postcode|postal code/, "code_postal"],
  [/adresse (?:postale|complete)|^localisation$/, "full-address"],
  [/complement/, "complement_adresse"],
  [/^adresse|^rue$|^voie$|street/, "adresse"],
  [/commune|^ville$|^city$|localite/, "commune"],
  [/latitude|^lat$|\blat\b/, "latitude"],
  [/longitude|^(?:lon|lng|long)$|\blong?\b/, "longitude"],
  [/courriel|e ?mail|^mel$/, "courriel"],
  [/telephone|^tel$|\btel\b|phone|portable|mobile/, "telephone"],
  [/horaire|ouverture|permanence/, "horaires"],
  [/site|url|internet|web/, "site_web"],
  [/date|maj|mise a jour/, "date_maj"],
  [/thematique|categorie|type|domaine|activite|besoin|rubrique|^quoi$|secteur/, "thematiques"],
  [/age min|a partir de|des l age/, "age_de"],
  [/age max|jusqu a .* ans/, "age_a"],
  [/langue/, "langues"],
  [/public|beneficiaire|pour qui/, "publics_precisions"],
  [/condition|acces|modalite/, "conditions_acces"],
  [/tarif|prix|cout|frais|participation/, "frais_precisions"],
  [/description|presentation|detail|mission|descriptif|ce qu/, "description"],
  [/nom|structure|organisme|denomination|intitule|titre|association|raison sociale|libelle|lieu/, "nom"],
];

const isDecimal = (value: string): boolean => /^-?\d{1,3}[.,]\d+$/.test(value);
const degrees = (value: string): number => Number(value.replace(",", "."));
const mayBe: Partial<Record<ColumnField, (value: string) => boolean>> = {
  siret: (value) => /^[\d ]{14,18}$/.test(value),
  code_postal: (value) => /^\d{4,5}$/.test(value),
  code_insee: (value) => /^\d[\dABab]?\d{2,3}$/.test(value),
  latitude: isDecimal,
  longitude: isDecimal,
  courriel: (value) => value.includes("@") || !/\w/.test(value),
  telephone: (value) => /\d{4}/.test(value.replace(/[\s.\-/]/g, "")),
  date_maj: (value) => dateForm([value]) !== undefined,
  "full-address": (value) => value.length > 5,
  nom: (value) => !/\d{5} \p{L}/u.test(value),
};

const byValues: readonly (readonly [ColumnField, (value: string) => boolean])[] = [
  ["courriel", (value) => /^\S+@\S+\.\w+$/.test(value)],
  ["telephone", (value) => /^(?:\+33|0)[\d .\-/]{8,}$/.test(value)],
  ["siret", (value) => /^\d{14}$/.test(value)],
  ["site_web", (value) => /^(?:https?:\/\/|www\.)/i.test(value)],
  ["latitude", (value) => isDecimal(value) && degrees(value) > 41 && degrees(value) < 52],
  ["longitude", (value) => isDecimal(value) && degrees(value) > -6 && degrees(value) < 10],
  ["x-lambert93", (value) => /^\d{6}(?:[.,]\d+)?$/.test(value) && degrees(value) > 100_000],
  ["y-lambert93", (value) => /^[67]\d{6}(?:[.,]\d+)?$/.test(value)],
  ["code_postal", (value) => /^\d{5}$/.test(value)],
  ["date_maj", (value) => dateForm([value]) !== undefined],
  ["full-address", (value) => /\D \d{5} \D/.test(` ${value} `) && value.length > 12],
  ["horaires", (value) => (hoursOfFrench(value) ?? spansOf(value)) !== undefined || /^(?:Mo|Tu|We|Th|Fr)\b/.test(value)],
];

/** Comment une date est écrite. @returns undefined when these are not dates, or when nothing tells the day from the month */
export const dateForm = (values: readonly string[]): string | undefined => {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  if (filled.length === 0) return undefined;
  const fits = (shape: RegExp): boolean => filled.every((value) => shape.test(value));
  if (fits(/^\d{4}-\d{2}-\d{2}/)) return "AAAA-MM-JJ";
  if (fits(/^\d{4}\/\d{1,2}\/\d{1,2}/)) return "AAAA/MM/JJ";
  if (fits(/^\d{1,2}-\d{1,2}-\d{4}/)) return "JJ-MM-AAAA";
  if (!fits(/^\d{1,2}\/\d{1,2}\/\d{4}/)) return undefined;
  const seconds = filled.map((value) => Number(value.split("/")[1]));
  return seconds.some((part) => part > 12) ? "MM/JJ/AAAA" : "JJ/MM/AAAA";
};

/** Ce qui sépare une liste dans une cellule. @returns undefined when each cell holds one value */
export const splitSign = (values: readonly string[]): string | undefined =>
  [";", " / ", "|", ", "].find((sign) => values.some((value) => value.split(sign).length > 1));

/** Proposer un code pour une valeur : the one whose label or code says the same words. @param labelOf what people read for a code */
export const guessCode = (field: string, value: string, labelOf: (code: string) => string): string | undefined => {
  // An apostrophe is a blank to some and nothing to others: « Garde d’enfants », « garde-denfants ».
  const letters = (text: string): string => plainName(text).replaceAll(" ", "");
  const asked = letters(value);
  const codes = codesOf(field);
  const says = (code: string): boolean => [labelOf(code), code, code.split("--")[1] ?? code].some((text) => letters(text) === asked);
  const exact = codes.find(says);
  if (exact !== undefined || asked.length < 5) return exact;
  const near = codes.filter((code) => [labelOf(code), code].some((text) => letters(text).includes(asked)));
  return near.length === 1 ? near[0] : undefined;
};
