import { expect, test } from "vitest";
import { ranked } from "./rank.ts";

test("equals share a rank and keep the order in which they came; the next rank is left empty", () => {
  const needs = [
    { need: "garde", persons: 40 },
    { need: "loyer impayé", persons: 120 },
    { need: "énergie", persons: 90 },
    { need: "ménage", persons: 90 },
  ];
  expect(ranked(needs, ({ persons }) => persons).map(({ item, rank }) => `${rank} ${item.need}`)).toEqual([
    "1 loyer impayé",
    "2 énergie",
    "2 ménage",
    "4 garde",
  ]);
});
