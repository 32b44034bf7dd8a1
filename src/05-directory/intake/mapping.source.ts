import { z } from "zod";
import { isDay } from "#engines/calendar";
import { listFields, numberFields, serviceFields, structureFields } from "./data-inclusion.source.ts";
import { importWords as words } from "./import.words.ts";

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
      readonly date?: "AAAA-MM-JJ" | "JJ/MM/AAAA" | "JJ-MM-AAAA" | "MM/JJ/AAAA" | undefined;
      /** The decimal sign of a number. */
      readonly decimal?: "." | "," | undefined;
      /** Adds https:// before an address that lacks it. */
      readonly web?: boolean | undefined;
      /** Taken off the beginning: « mailto: ». */
      readonly withoutPrefix?: string | undefined;
      /** Completes with zeros on the left: a postal code that a spreadsheet took for a number. */
      readonly digits?: number | undefined;
    }
  /** The first that gives something. */
  | { readonly first: readonly Expression[] }
  /** All that give something, put side by side. */
  | { readonly join: readonly Expression[]; readonly with: string }
  /** A list of all that these give, each once. */
  | { readonly all: readonly Expression[] }
  /** The date of the data, given with the file. */
  | { readonly fileDate: true };

const ExpressionContract: z.ZodType<Expression> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ constant: z.union([z.string(), z.number(), z.array(z.string())]) }),
      z.strictObject({
        column: z.string().min(1),
        table: z.string().optional(),
        split: z.array(z.string().min(1)).min(1).optional(),
        date: z.enum(["AAAA-MM-JJ", "JJ/MM/AAAA", "JJ-MM-AAAA", "MM/JJ/AAAA"]).optional(),
        decimal: z.enum([".", ","]).optional(),
        web: z.boolean().optional(),
        withoutPrefix: z.string().min(1).optional(),
        digits: z.number().int().min(1).max(20).optional(),
      }),
      z.strictObject({ first: z.array(ExpressionContract).min(1) }),
      z.strictObject({ join: z.array(ExpressionContract).min(1), with: z.string() }),
      z.strictObject({ all: z.array(ExpressionContract).min(1) }),
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
    service: fieldsOf(serviceFields).optional(),
    /** A line has a service only when the value of this column stands in the table. */
    serviceIf: z.strictObject({ column: z.string().min(1), table: z.string() }).optional(),
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
  readonly serviceIf?: { readonly column: string; readonly table: string } | undefined;
};

const expressionsOf = ({ structure, service }: Parts): Expression[] =>
  [...Object.values(structure), ...Object.values(service ?? {})].flatMap(within);
const within = (expression: Expression): Expression[] => {
  if ("first" in expression) return expression.first.flatMap(within);
  if ("join" in expression) return expression.join.flatMap(within);
  return "all" in expression ? expression.all.flatMap(within) : [expression];
};
const tablesUsed = (mapping: Parts): string[] => [
  ...expressionsOf(mapping).flatMap((expression) => ("column" in expression && expression.table !== undefined ? [expression.table] : [])),
  ...(mapping.serviceIf ? [mapping.serviceIf.table] : []),
];

/** The columns that a file must have. */
export const columnsUsed = (mapping: Mapping): string[] => [
  ...new Set([
    ...expressionsOf(mapping).flatMap((expression) => ("column" in expression ? [expression.column] : [])),
    ...(mapping.serviceIf ? [mapping.serviceIf.column] : []),
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

const hasService = ({ serviceIf, tables }: Mapping, line: Line): boolean =>
  serviceIf === undefined || Object.hasOwn(tables[serviceIf.table] ?? {}, asText(line[serviceIf.column]) ?? "");

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
  if ("join" in expression)
    return (
      expression.join
        .map((each) => asText(valueOf(known, each, line)))
        .filter(isSomething)
        .join(expression.with) || undefined
    );
  return cellValue(known.mapping, expression, line[expression.column]);
};

const isSomething = (value: Value): boolean => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const cellValue = (mapping: Mapping, how: Extract<Expression, { column: string }>, cell: unknown): Value => {
  const text = asText(cell)?.trim();
  if (text === undefined || text === "") return undefined;
  const table = how.table === undefined ? undefined : (mapping.tables[how.table] ?? {});
  const parts = how.split && partsOf(text, how.split);
  if (table) return parts ? unique(parts.flatMap((part) => looked(table, part) ?? [])) : looked(table, text);
  if (parts) return unique(parts);
  return written(how, text);
};

const partsOf = (text: string, signs: readonly string[]): string[] =>
  signs
    .reduce((parts, sign) => parts.flatMap((part) => part.split(sign)), [text])
    .map((part) => part.trim())
    .filter((part) => part !== "");

const looked = (table: Readonly<Record<string, Value>>, value: string): Value => (Object.hasOwn(table, value) ? table[value] : undefined);
const unique = (values: readonly (string | number)[]): string[] => [...new Set(values.map(String))];

const written = (how: Extract<Expression, { column: string }>, text: string): Value => {
  if (how.date !== undefined) return isoDate(text, how.date);
  if (how.decimal !== undefined) return text.replace(/\s/g, "").replace(how.decimal, ".");
  if (how.withoutPrefix !== undefined && text.startsWith(how.withoutPrefix)) return text.slice(how.withoutPrefix.length);
  if (how.web === true) return /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return how.digits === undefined ? text : text.padStart(how.digits, "0");
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
  if (listFields.includes(field)) return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
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
