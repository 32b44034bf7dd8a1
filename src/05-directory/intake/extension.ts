import { isDay } from "#engines/calendar";
import type { Extension } from "./draft.ts";

/** Champs que le format national n'a pas, as a mapping names them. A file in the national format never gives them. */
export const extensionFields: readonly string[] = ["age_de", "age_a", "langues", "alerte", "alerte_jusqu_au", "verifie_le", "nature"];

export interface ExtensionRead {
  readonly extension: Extension;
  /** Fields whose value is wrong: left out. */
  readonly wrong: readonly string[];
}

/**
 * Reads what a mapping gives for them.
 * @param named the fields that the mapping fills: one of them that the line leaves empty is read as « nothing more », not as « nothing said »
 */
export const readExtension = (named: readonly string[], record: Readonly<Record<string, unknown>>, today: string): ExtensionRead => {
  const extension: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const field of named.filter((name) => extensionFields.includes(name))) {
    const value = record[field];
    const read = value === undefined ? emptyOf(field) : readers[field]?.(value, today);
    if (read === undefined) wrong.push(field);
    else extension[columns[field] ?? field] = read;
  }
  const { age_from: from, age_to: to } = extension as Extension;
  if (typeof from === "number" && typeof to === "number" && to < from) {
    delete extension["age_to"];
    wrong.push("age_a");
  }
  return { extension, wrong };
};

const columns: Readonly<Record<string, string>> = {
  age_de: "age_from",
  age_a: "age_to",
  langues: "languages",
  alerte: "alert",
  alerte_jusqu_au: "alert_until",
  verifie_le: "checked_on",
  nature: "nature",
};

const emptyOf = (field: string): unknown => (field === "langues" ? [] : field === "nature" ? "service" : null);

const age = (value: unknown): number | undefined => {
  const years = Number(/^\s*(\d{1,3})/.exec(String(value))?.[1] ?? Number.NaN);
  return years >= 0 && years <= 120 ? years : undefined;
};
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const readers: Readonly<Record<string, (value: unknown, today: string) => unknown>> = {
  age_de: age,
  age_a: age,
  langues: (value) => {
    const codes = (Array.isArray(value) ? value : [value]).map((one) => languageOf(textOf(one)));
    return codes.includes(undefined) ? undefined : [...new Set(codes)];
  },
  alerte: (value) => (textOf(value) === "" ? null : textOf(value).slice(0, 300)),
  alerte_jusqu_au: (value) => (isDay(textOf(value)) ? textOf(value) : undefined),
  verifie_le: (value, today) => (isDay(textOf(value)) && textOf(value) <= today ? textOf(value) : undefined),
  nature: (value) => (["service", "initiative"].includes(textOf(value)) ? textOf(value) : undefined),
};

/** Languages that people write in French, with their codes (ISO 639-1). */
const languages: Readonly<Record<string, string>> = {
  français: "fr",
  anglais: "en",
  arabe: "ar",
  espagnol: "es",
  portugais: "pt",
  italien: "it",
  allemand: "de",
  turc: "tr",
  russe: "ru",
  ukrainien: "uk",
  roumain: "ro",
  polonais: "pl",
  chinois: "zh",
  vietnamien: "vi",
  tamoul: "ta",
  bengali: "bn",
  pachto: "ps",
  dari: "fa",
  persan: "fa",
  kurde: "ku",
  albanais: "sq",
  serbe: "sr",
  wolof: "wo",
  peul: "ff",
  bambara: "bm",
  soninké: "snk",
  lingala: "ln",
  somali: "so",
  tigrigna: "ti",
  berbère: "ber",
  breton: "br",
  basque: "eu",
  occitan: "oc",
  corse: "co",
  créole: "cpf",
  lsf: "lsf",
  "langue des signes": "lsf",
};

const languageOf = (written: string): string | undefined => {
  const word = written.toLowerCase();
  return languages[word] ?? (/^[a-z]{2,3}$/.test(word) ? word : undefined);
};
