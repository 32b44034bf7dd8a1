import { expect, test } from "vitest";
import type { TwinPair } from "#engines/twins";
import { seenPairs } from "./seen-pair.ts";

const pair = (a: string, b: string, level: TwinPair["level"], certainty: TwinPair["class"]): TwinPair => ({
  a,
  b,
  level,
  class: certainty,
  score: 0.9,
  evidence: [],
});

test("two rows make one line: the structure first, and whether they stand at one place", () => {
  const seen = seenPairs([
    pair("atelier", "recyclerie", "structure", "incertain"),
    pair("atelier", "recyclerie", "place", "doublon"),
    pair("france-services", "mission-locale", "place", "doublon"),
    pair("mairie", "ccas", "place", "incertain"),
  ]);
  expect(seen.map(({ a, level, atOnePlace }) => [a, level, atOnePlace])).toEqual([
    ["atelier", "structure", true],
    ["france-services", "place", true],
  ]);
});
