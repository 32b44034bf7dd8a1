import { describe, expect, test } from "vitest";
import { mayMergeAlone, type Known } from "./merge-alone.ts";
import type { PairKept } from "./twin.ts";

const pair = (a: string, b: string, level: PairKept["level"] = "structure"): PairKept => ({
  id: `${a}-${b}`,
  a,
  b,
  level,
  proposedLevel: level,
  class: "doublon",
  score: 0.99,
  evidence: [],
  state: "proposed",
  decidedBy: undefined,
  decidedStaff: undefined,
  decidedAt: undefined,
});
const sources = new Map([
  ["gueret-fs", "france-services"],
  ["gueret-hub", "hub-lo"],
  ["gueret-dep", "departement-23"],
  ["aubusson-fs", "france-services"],
]);
const known = (more: Partial<Known> = {}): Known => ({ groups: [], apart: [], sourceOf: sources, ...more });
const merged = (pairs: readonly PairKept[], more?: Partial<Known>) => mayMergeAlone(pairs, known(more)).map(({ id }) => id);

describe("what the machine merges alone", () => {
  test("a sure pair, and the pair that follows from it", () => {
    expect(merged([pair("gueret-fs", "gueret-hub"), pair("gueret-dep", "gueret-hub")])).toHaveLength(2);
  });
  test("never, even by a chain, two rows that a human said to be two", () => {
    const apart = [{ a: "gueret-dep", b: "gueret-fs" }];
    expect(merged([pair("gueret-fs", "gueret-hub"), pair("gueret-dep", "gueret-hub")], { apart })).toEqual(["gueret-fs-gueret-hub"]);
  });
  test("never two rows of one source, which tells its own apart", () => {
    expect(merged([pair("aubusson-fs", "gueret-hub")], { groups: [["gueret-fs", "gueret-hub"]] })).toEqual([]);
  });
  test("the same place folds nothing, and forbids nothing", () => {
    expect(merged([pair("aubusson-fs", "gueret-hub", "place")], { groups: [["gueret-fs", "gueret-hub"]] })).toHaveLength(1);
  });
});
