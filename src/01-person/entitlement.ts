import { populations, type Population } from "./person.ts";
import { plainName } from "./name-index.ts";
import { entitlementWords } from "./entitlement.words.ts";

/** Ayant droit : someone whom a commissioner lets be listened to, in which population, and for how long. */
export interface Entitled {
  readonly identifier: string;
  readonly population: Population;
  /** AAAA-MM-JJ, both days included. */
  readonly since: string;
  readonly until: string | undefined;
}

/** Une ligne du fichier : entitled, or refused with the reason, which never repeats the identifier. */
export type EntitledLine =
  | { readonly kind: "entitled"; readonly line: number; readonly entitled: Entitled }
  | { readonly kind: "refused"; readonly line: number; readonly reason: string };

export const entitlementColumns = ["identifiant", "population", "debut", "fin"] as const;
export type EntitlementColumn = (typeof entitlementColumns)[number];

const words = entitlementWords.fr;

/** Two spellings of one identifier are one: case, spaces, dots and hyphens do not count. */
export const plainIdentifier = (written: string): string =>
  written
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\-/]/gu, "");

/** Reads one line. */
export const readEntitled = (line: number, cells: Readonly<Record<EntitlementColumn, string>>): EntitledLine => {
  const refused = (reason: string): EntitledLine => ({ kind: "refused", line, reason });
  const identifier = plainIdentifier(cells.identifiant);
  if (identifier === "" || identifier.length > 60) return refused(words.identifier);
  const population = readPopulation(cells.population);
  if (!population) return refused(words.population);
  const since = readDay(cells.debut);
  if (since === undefined) return refused(words.since);
  const until = cells.fin.trim() === "" ? undefined : readDay(cells.fin);
  if (until === undefined && cells.fin.trim() !== "") return refused(words.until);
  if (until !== undefined && until < since) return refused(words.order);
  return { kind: "entitled", line, entitled: { identifier, population, since, until } };
};

const readPopulation = (written: string): Population | undefined => {
  const plain = plainName(written).replaceAll(" ", "_");
  return populations.find((population) => population === plain);
};

/** « 2026-01-31 » or « 31/01/2026 »; undefined when there is no such day. */
export const readDay = (written: string): string | undefined => {
  const [, french, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written.trim()) ?? [];
  const day = french !== undefined && month !== undefined && year !== undefined ? `${year}-${month}-${french}` : written.trim();
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(day)) return undefined;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
};
