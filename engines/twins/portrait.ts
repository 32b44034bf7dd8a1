import { plainName, type Point } from "#engines/places";
import { mailFrom, phoneFrom } from "./contacts.ts";
import { kindNamed, kindsIn } from "./kinds.ts";
import type { TwinRecord } from "./record.ts";
import { streetFrom, type Street } from "./street.ts";
import { isCommon, isTie, moves, withoutMoving } from "./words.ts";

/** Portrait: a record read once, to be compared with many others. */
export interface Portrait {
  readonly record: TwinRecord;
  /** The name as anyone may type it. */
  readonly plain: string;
  readonly kinds: readonly string[];
  readonly moves: boolean;
  readonly isAntenna: boolean;
  /** Words of the name that tell which one it is: neither its kind, nor its commune, nor what hundreds of names say. */
  readonly rare: readonly string[];
  readonly town: readonly string[];
  readonly postalCode: string | undefined;
  readonly communeCode: string | undefined;
  readonly departement: string;
  readonly street: Street | undefined;
  /** Every word of the address, to find there the name of a house. */
  readonly around: readonly string[];
  readonly point: Point | undefined;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  readonly siret: string | undefined;
}

export const portraitOf = (record: TwinRecord): Portrait => {
  const plain = plainName(record.name);
  const named = kindsIn(plain);
  const kinds =
    record.kind === undefined || record.kind === "" ? named.kinds : [...new Set([...named.kinds, kindNamed(record.kind)])].toSorted();
  const [postalCode, communeCode] = [codeFrom(record.postalCode), codeFrom(record.communeCode)];
  const town = townWords(record.communeName ?? "");
  const telling = withoutMoving(named.rest)
    .split(" ")
    .filter((word) => word.length > 1 && !isTie(word) && !isCommon(word));
  const address = plainName(record.street ?? "");
  return {
    record,
    plain,
    kinds,
    moves: moves(plain),
    isAntenna: /\bantenne\b|\bsite secondaire\b/.test(plain),
    rare: [...new Set(telling.filter((word) => !town.includes(word)))],
    town,
    postalCode,
    communeCode,
    departement: departementOf(communeCode ?? postalCode ?? ""),
    street: record.street === undefined ? undefined : streetFrom(record.street, town),
    around: address.split(" "),
    point: record.point,
    phone: record.phone === undefined ? undefined : phoneFrom(record.phone),
    mail: record.mail === undefined ? undefined : mailFrom(record.mail),
    siret: record.siret?.replace(/\s/g, "") || undefined,
  };
};

/** « LYON 8 », « Angers Cedex 9 »: the name of the town, without what the post adds. */
const townWords = (communeName: string): readonly string[] =>
  plainName(communeName)
    .replace(/\bcedex\b.*$/, "")
    .split(" ")
    .filter((word) => word !== "" && !isTie(word) && !/^\d+(?:er?|e|eme)?$/.test(word));

/** Spreadsheets eat the zero that opens a code (« 1290 » for 01290). */
const codeFrom = (written: string | undefined): string | undefined => {
  const code = (written ?? "").replace(/\s/g, "").toUpperCase();
  return code === "" ? undefined : code.padStart(5, "0");
};

/** Overseas départements bear three figures. A postal code tells it nearly always, Corsica's too: « 20 » is « 2A » and « 2B » together. */
const departementOf = (code: string): string => {
  const figures = code.replace(/^2[AB]/, "20");
  return figures.startsWith("97") || figures.startsWith("98") ? figures.slice(0, 3) : figures.slice(0, 2);
};
