import fc, { type Arbitrary } from "fast-check";

/** As much of JSON Schema as our contracts produce. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly $ref?: string;
}

/** Values that our contracts check further than their shape tells, by the name they bear: a request goes past the first sentence of refusal. */
const good: Readonly<Record<string, unknown>> = {
  phone: "01 99 00 12 34",
  mail: "essai@prestataires.example",
  communeCode: "23096",
  birthDate: "1950-05-02",
  need: "aide_domicile",
  needs: ["aide_domicile"],
  zone: ["23"],
  theme: "autonomie",
  value: "01 99 00 12 34",
  radiusMeters: 15_000,
};

/**
 * One value that a schema accepts, as far as its shape can tell: identifiers are those given, so that a request names things that
 * exist, at somebody else's. @param at chooses among what may be chosen: even, with all that may be given; odd, with what must be
 */
export const sampleOf = (schema: Schema, ids: readonly string[], at = 0): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[at % schema.enum.length];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return sampleOf(choice[Math.floor(at / 2) % choice.length] ?? {}, ids, at);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, ids, at)));
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type;
  if (type === "object") return sampleOfObject(schema, ids, at);
  if (type === "array") return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sampleOf(schema.items ?? {}, ids, at));
  if (type === "integer" || type === "number") return schema.minimum ?? Math.min(1, schema.maximum ?? 1);
  if (type === "boolean") return true;
  if (type === "null") return null;
  if (schema.format === "uuid") return ids[at % Math.max(1, ids.length)];
  if (schema.format === "date-time") return "2026-11-25T09:00:00.000Z";
  if (schema.format === "date") return "2026-11-25";
  return "essai".padEnd(schema.minLength ?? 0, "x");
};

const sampleOfObject = (schema: Schema, ids: readonly string[], at: number): unknown =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => at % 2 === 0 || (schema.required ?? []).includes(name))
      .map(([name, inner]) => {
        if (/id$/i.test(name)) return [name, ids[at % Math.max(1, ids.length)]];
        const isOpen = inner.const === undefined && inner.enum === undefined;
        return [name, isOpen && name in good ? good[name] : sampleOf(inner, ids, at)];
      }),
  );

const nasty: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "'; drop table person; --",
    "é".repeat(3000),
    "NaN",
    "-1",
    "2026-13-45",
    "null",
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 4 }),
  fc.uuid(),
);

/** Values near what a schema asks for: mostly right, one part of them wrong in a way that breaks things. */
export const nearlyRight = (schema: Schema, ids: readonly string[]): Arbitrary<unknown> => {
  const right = fc.nat(7).map((at) => sampleOf(schema, ids, at));
  if (schema.properties === undefined) return fc.oneof(right, nasty);
  const names = Object.keys(schema.properties);
  return fc.oneof(
    right,
    nasty,
    fc
      .tuple(right, fc.constantFrom(...(names.length > 0 ? names : ["x"])), nasty)
      .map(([value, name, bad]) => ({ ...(value as object), [name]: bad })),
    fc
      .tuple(right, fc.subarray(names))
      .map(([value, gone]) => Object.fromEntries(Object.entries(value as object).filter(([name]) => !gone.includes(name)))),
  );
};
