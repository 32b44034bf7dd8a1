import { describe, expect, test } from "vitest";
import { networks, publics, themes } from "../record/code-lists.ts";
import { builtInMapping, builtInMappings } from "./built-in-mappings.source.ts";
import { readMapping, type Expression } from "./mapping.source.ts";

const constantsOf = (expression: Expression): readonly unknown[] => {
  if ("constant" in expression) return [expression.constant].flat();
  return "all" in expression ? expression.all.flatMap(constantsOf) : [];
};

describe.each(builtInMappings().map(({ id }) => id))("the mapping « %s » that comes with the house", (id) => {
  const read = readMapping(builtInMapping(id) ?? "");
  if (read.kind === "wrong") throw new Error(read.sentences.join(" "));
  const { mapping } = read;

  test.each([
    ["thematiques", themes],
    ["publics", publics],
    ["reseaux_porteurs", networks],
  ])("gives only %s of the national format", (field, codes) => {
    const expression = mapping.service?.[field] ?? mapping.structure[field];
    const tables = JSON.stringify(expression ?? {}).match(/(?<="table":")[^"]+/g) ?? [];
    const given = [
      ...tables.flatMap((name) => Object.values(mapping.tables[name] ?? {}).flat()),
      ...(expression ? constantsOf(expression) : []),
    ];
    expect(given.filter((code) => !codes.includes(String(code)))).toEqual([]);
  });
});
