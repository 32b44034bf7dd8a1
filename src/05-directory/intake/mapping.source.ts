import { createHash } from "node:crypto";
import { z } from "zod";
import { isDay } from "#engines/calendar";
import { listFields, numberFields, serviceFields, structureFields } from "./data-inclusion.source.ts";
import { extensionFields } from "./extension.ts";
import { importWords as words } from "./import.words.ts";
import { pointOfLambert93 } from "./lambert93.ts";
import { partsOfAddress } from "./postal-address.ts";
import { hoursOfDays, hoursOfFrench, weekdays, type Weekday } from "./written-hours.ts";

/**
 * Correspondance : how a producer's columns fill the fields of the national format, declared in a JSON file that anyone may write.
 * The README of this room explains it; the contract below says what is wrong with one, in French.
 */
export type Expression =
  | { readonly constant: string | number | readonly string[] }
  | {
      readonly column: string;
      /** Name of a table of « tables »: what each value becomes. What is not in the table becomes nothing. */
      readonly table?: string | undefined;
      /** A list written in one cell: the signs that part it. */
      readonly split?: readonly string[] | undefined;
      /** How a date is written: AAAA-MM-JJ unless told. */
      readonly date?: (typeof dateForms)[number] | undefined;
      /** The decimal sign of a number. */
      readonly decimal?: "." | "," | undefined;
      /** Adds https:// before an address that lacks it. */
      readonly web?: boolean | undefined;
      /** Taken off the beginning: « mailto: ». */
      readonly withoutPrefix?: string | undefined;
      /** Completes with zeros on the left: a postal code that a spreadsheet took for a number. */
      readonly digits?: number | undefined;
      /** What is taken from an address written on one line. */
      readonly part?: (typeof addressParts)[number] | undefined;
      /** Hours written in French become those of OpenStreetMap; what cannot be read whole stays as it is. */
      readonly hours?: boolean | undefined;
    }
  /** The first that gives something. */
  | { readonly first: readonly Expression[] }
  /** All that give something, put side by side. */
  | { readonly join: readonly Expression[]; readonly with: string }
  /** A list of all that these give, each once. */
  | { readonly all: readonly Expression[] }
  /** Hours, a column for each day. */
  | { readonly days: Readonly<Record<string, Expression>> }
  /** A point given in metres of the French maps. */
  | { readonly lambert93: { readonly x: Expression; readonly y: Expression }; readonly give: "latitude" | "longitude" }
  /** An identifier for lines that have none, made from what they say: the same line gives the same one. */
  | { readonly fingerprint: readonly Expression[] }
  /** The date of the data, given with the file. */
  | { readonly fileDate: true };

const dateForms = ["AAAA-MM-JJ", "AAAA/MM/JJ", "JJ/MM/AAAA", "JJ-MM-AAAA", "MM/JJ/AAAA"] as const;
const addressParts = ["street", "postal-code", "commune"] as const;

const ExpressionContract: z.ZodType<Expression> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ constant: z.union([z.string(), z.number(), z.array(z.string())]) }),
      z.strictObject({
        column: z.string().min(1),
        table: z.string().optional(),
        split: z.array(z.string().min(1)).min(1).optional(),
        date: z.enum(dateForms).optional(),
        decimal: z.enum([".", ","]).optional(),
        web: z.boolean().optional(),
        withoutPrefix: z.string().min(1).optional(),
        digits: z.number().int().min(1).max(20).optional(),
        part: z.enum(addressParts).optional(),
        hours: z.boolean().optional(),
      }),
      z.strictObject({ first: z.array(ExpressionContract).min(1) }),
      z.strictObject({ join: z.array(ExpressionContract).min(1), with: z.string() }),
      z.strictObject({ all: z.array(ExpressionContract).min(1) }),
      z.strictObject({ days: z.partialRecord(z.enum(weekdays), ExpressionContract) }),
      z.strictObject({
        lambert93: z.strictObject({ x: ExpressionContract, y: ExpressionContract }),
        give: z.enum(["latitude", "longitude"]),
      }),
      z.strictObject({ fingerprint: z.array(ExpressionContract).min(1) }),
      z.strictObject({ fileDate: z.literal(true) }),
    ],
    { error: words.mappingExpression },
  ),
);

const fieldsOf = (known: readonly string[]) =>
  z.record(z.string(), ExpressionContract).superRefine((fields, context) => {
    for (const field of Object.keys(fields))
      if (!known.includes(field)) context.addIssue({ code: "custom", path: [field], message: words.mappingField(field) });
  });

export const MappingContract = z
  .strictObject({
    format: z.literal("trait-dunion/correspondance@1", { error: "« format » vaut « trait-dunion/correspondance@1 »." }),
    name: z.string({ error: "donnez un nom à la correspondance." }).min(1).max(120),
    separator: z.string().length(1, "le séparateur est un seul signe.").optional(),
    structure: fieldsOf(structureFields),
    service: fieldsOf([...serviceFields, ...extensionFields]).optional(),
    /** A line has a service only when the value of this column stands in the table; without a table, when it is not empty. */
    serviceIf: z.strictObject({ column: z.string().min(1), table: z.string().optional() }).optional(),
    /** A line is read only when the value of this column stands in the table; the others are refused, and it is said. */
    onlyIf: z.strictObject({ column: z.string().min(1), table: z.string() }).optional(),
    /** What producers write where they know nothing: « - », « NR ». */
    absent: z.array(z.string()).default([]),
    /** Fields left empty, with a remark, when their value is refused; any other field refuses its line. */
    leaveOutIfWrong: z.array(z.string()).default([]),
    tables: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))).default({}),
  })
  .superRefine((mapping, context) => {
    for (const name of tablesUsed(mapping))
      if (!Object.hasOwn(mapping.tables, name)) context.addIssue({ code: "custom", path: ["tables"], message: words.mappingTable(name) });
  });

export type Mapping = z.infer<typeof MappingContract>;
export type MappingAnswer =
  { readonly kind: "mapping"; readonly mapping: Mapping } | { readonly kind: "wrong"; readonly sentences: readonly string[] };

/** Reads a mapping file. @returns the mapping, or a sentence for each thing to put right, with its place */
export const readMapping = (text: string): MappingAnswer => {
  const json = parsed(text);
  if (json === undefined) return { kind: "wrong", sentences: [words.mappingJson] };
  const read = MappingContract.safeParse(json);
  return read.success
    ? { kind: "mapping", mapping: read.data }
    : { kind: "wrong", sentences: read.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
};

type Fields = Readonly<Record<string, Expression>>;
type Parts = {
  readonly structure: Fields;
  readonly service?: Fields | undefined;
  readonly serviceIf?: { readonly column: string; readonly table?: string | undefined } | undefined;
  readonly onlyIf?: { readonly column: string; readonly table: string } | undefined;
};

const expressionsOf = ({ structure, service }: Parts): Expression[] =>
  [...Object.values(structure), ...Object.values(service ?? {})].flatMap(within);
const within = (expression: Expression): Expression[] => {
  if ("first" in expression) return expression.first.flatMap(within);
  if ("join" in expression) return expression.join.flatMap(within);
  if ("days" in expression) return Object.values(expression.days).flatMap(within);
  if ("lambert93" in expression) return [expression.lambert93.x, expression.lambert93.y].flatMap(within);
  if ("fingerprint" in expression) return expression.fingerprint.flatMap(within);
  return "all" in expression ? expression.all.flatMap(within) : [expression];
};
const tablesUsed = (mapping: Parts): string[] => [
  ...expressionsOf(mapping).flatMap((expression) => ("column" in expression && expression.table !== undefined ? [expression.table] : [])),
  ...[mapping.serviceIf, mapping.onlyIf].flatMap((condition) => (condition?.table === undefined ? [] : [condition.table])),
];

/** The columns that a file must have. */
export const columnsUsed = (mapping: Mapping): string[] => [
  ...new Set([
    ...expressionsOf(mapping).flatMap((expression) => ("column" in expression ? [expression.column] : [])),
    ...[mapping.serviceIf, mapping.onlyIf].flatMap((condition) => (condition ? [condition.column] : [])),
  ]),
];

export interface MappedRecords {
  readonly structure: Readonly<Record<string, unknown>>;
  readonly service: Readonly<Record<string, unknown>> | undefined;
}

type Line = Readonly<Record<string, unknown>>;
interface Known {
  readonly mapping: Mapping;
  readonly sourceId: string;
  readonly fileDate: string | undefined;
}

/** Whether the mapping reads this line at all. @returns undefined when it does; otherwise the column and the value that leave it out */
export const leftOutBy = ({ onlyIf, tables }: Mapping, line: Line): { readonly column: string; readonly value: string } | undefined => {
  if (onlyIf === undefined) return undefined;
  const value = asText(line[onlyIf.column])?.trim() ?? "";
  return Object.hasOwn(tables[onlyIf.table] ?? {}, value) ? undefined : { column: onlyIf.column, value };
};

/** Applies a mapping to one line: a structure of the national format, and a service when the mapping gives it one. */
export const mapLine = (known: Known, line: Line): MappedRecords => {
  const structure = filled(known, known.mapping.structure, line);
  const id = structure["id"] === undefined ? undefined : `${known.sourceId}--${asText(structure["id"]) ?? ""}`;
  const identity = { ...(id === undefined ? {} : { id }), source: known.sourceId };
  const service = known.mapping.service && hasService(known.mapping, line) ? filled(known, known.mapping.service, line) : undefined;
  return {
    structure: { ...structure, ...identity },
    service: service && {
      ...(structure["date_maj"] === undefined ? {} : { date_maj: structure["date_maj"] }),
      ...service,
      ...identity,
      ...(id === undefined ? {} : { structure_id: id }),
    },
  };
};

const hasService = ({ serviceIf, tables }: Mapping, line: Line): boolean => {
  if (serviceIf === undefined) return true;
  const value = asText(line[serviceIf.column])?.trim() ?? "";
  return serviceIf.table === undefined ? value !== "" : Object.hasOwn(tables[serviceIf.table] ?? {}, value);
};

const filled = (known: Known, fields: Fields, line: Line): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, expression]) => {
      const value = typed(field, valueOf(known, expression, line));
      return value === undefined ? [] : [[field, value]];
    }),
  );

type Value = string | number | readonly string[] | undefined;

const valueOf = (known: Known, expression: Expression, line: Line): Value => {
  if ("constant" in expression) return expression.constant;
  if ("fileDate" in expression) return known.fileDate;
  if ("all" in expression) return unique(expression.all.flatMap((each) => valueOf(known, each, line) ?? []));
  if ("first" in expression) return expression.first.map((each) => valueOf(known, each, line)).find(isSomething);
  const textOf = (one: Expression): string => asText(valueOf(known, one, line)) ?? "";
  if ("days" in expression) return hoursOf(expression.days, textOf);
  if ("lambert93" in expression)
    return pointOfLambert93(numberOf(textOf(expression.lambert93.x)), numberOf(textOf(expression.lambert93.y)))?.[expression.give];
  if ("fingerprint" in expression) return fingerprint(expression.fingerprint.map(textOf));
  if ("join" in expression)
    return (
      expression.join
        .map((each) => asText(valueOf(known, each, line)))
        .filter(isSomething)
        .join(expression.with) || undefined
    );
  return cellValue(known.mapping, expression, Object.hasOwn(line, expression.column) ? line[expression.column] : undefined);
};

const hoursOf = (days: Readonly<Record<string, Expression>>, textOf: (one: Expression) => string): string | undefined => {
  const texts = Object.fromEntries(weekdays.flatMap((day) => (days[day] ? [[day, textOf(days[day])]] : []))) as Partial<
    Record<Weekday, string>
  >;
  const written = weekdays.flatMap((day) => (texts[day] ? [`${frenchDays[day]} ${texts[day]}`] : []));
  return hoursOfDays(texts) ?? (written.length === 0 ? undefined : written.join(" ; "));
};
const frenchDays: Readonly<Record<Weekday, string>> = {
  Mo: "lundi",
  Tu: "mardi",
  We: "mercredi",
  Th: "jeudi",
  Fr: "vendredi",
  Sa: "samedi",
  Su: "dimanche",
};

const numberOf = (text: string): number => (text === "" ? Number.NaN : Number(text.replace(/\s/g, "").replace(",", ".")));

const fingerprint = (texts: readonly string[]): string | undefined =>
  texts.every((text) => text === "") ? undefined : createHash("sha256").update(texts.join("\n").toLowerCase()).digest("hex").slice(0, 16);

const isSomething = (value: Value): boolean => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const cellValue = (mapping: Mapping, how: Extract<Expression, { column: string }>, cell: unknown): Value => {
  const text = asText(cell)?.trim();
  if (text === undefined || text === "" || mapping.absent.includes(text) || isNobody.test(text)) return undefined;
  const table = how.table === undefined ? undefined : (mapping.tables[how.table] ?? {});
  const parts = how.split && partsOf(text, how.split);
  if (table) return parts ? unique(parts.flatMap((part) => looked(table, part) ?? [])) : looked(table, text);
  if (parts) return unique(parts);
  return written(how, text);
};

/** Producers write a mail of the domain that never exists (RFC 2606) where one was taken out. */
const isNobody = /@[\w.-]+\.invalid$/i;

const partsOf = (text: string, signs: readonly string[]): string[] =>
  signs
    .reduce((parts, sign) => parts.flatMap((part) => part.split(sign)), [text])
    .map((part) => part.trim())
    .filter((part) => part !== "");

const looked = (table: Readonly<Record<string, Value>>, value: string): Value => (Object.hasOwn(table, value) ? table[value] : undefined);
const unique = (values: readonly (string | number)[]): string[] => [...new Set(values.map(String))];

const written = (how: Extract<Expression, { column: string }>, text: string): Value => {
  if (how.date !== undefined) return isoDate(text, how.date);
  if (how.part !== undefined) return addressPart(text, how.part);
  if (how.hours === true) return hoursOfFrench(text) ?? text;
  if (how.decimal !== undefined) return text.replace(/\s/g, "").replace(how.decimal, ".");
  if (how.withoutPrefix !== undefined && text.startsWith(how.withoutPrefix)) return text.slice(how.withoutPrefix.length);
  if (how.web === true) return /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return how.digits === undefined ? text : text.padStart(how.digits, "0");
};

const addressPart = (text: string, part: (typeof addressParts)[number]): string | undefined => {
  const parts = partsOfAddress(text);
  if (part === "street") return parts.street;
  return part === "commune" ? parts.commune : parts.postalCode;
};

/** A date that is not written so is left as it is: the contract of the format refuses it, with its own words. */
const isoDate = (text: string, how: string): string => {
  const parts = text.slice(0, 10).split(/[/-]/);
  const at = (sign: string): string => parts[how.split(/[/-]/).findIndex((part) => part.startsWith(sign))]?.padStart(2, "0") ?? "";
  const iso = `${at("A")}-${at("M")}-${at("J")}`;
  return isDay(iso) ? iso : text;
};

const asText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

/** Lists are lists and numbers numbers, as the format wants them; a number that is not one stays a text, and is refused as such. */
const typed = (field: string, value: Value): Value => {
  if (!isSomething(value)) return undefined;
  if (listFields.includes(field) || field === "langues") return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  if (numberFields.includes(field)) return typeof value === "string" && Number.isFinite(Number(value)) ? Number(value) : value;
  return Array.isArray(value) ? value.join(", ") : typeof value === "number" ? String(value) : value;
};

/** A line of a CSV written with the names of the national format itself: texts become what the format wants. */
export const recordOfCsv = (line: Line): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(line).flatMap(([field, cell]) => {
      const text = asText(cell) ?? "";
      if (text === "") return [];
      return [[field, listFields.includes(field) ? listOf(text) : numberFields.includes(field) ? typed(field, text) : text]];
    }),
  );

/** A list in a cell: as JSON writes it, or parted by a comma, a semicolon or a bar. */
const listOf = (text: string): unknown => {
  const json = /^\[.*\]$/s.test(text) ? parsed(text) : undefined;
  return Array.isArray(json)
    ? json
    : text
        .split(/[,;|]/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
};
