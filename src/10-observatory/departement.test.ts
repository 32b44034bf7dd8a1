import { expect, test } from "vitest";
import { departementOf } from "./departement.ts";

test.each([
  ["38185", "38"],
  ["2A004", "2A"],
  ["97411", "974"],
  ["98818", "988"],
  ["75056", "75"],
  ["38", undefined],
  ["", undefined],
  ["Grenoble", undefined],
])("the commune %s is in %s", (commune, departement) => {
  expect(departementOf(commune)).toBe(departement);
});
