import { describe, expect, test } from "vitest";
import { gazetteer } from "../record/gazetteer.source.ts";
import { placeAsked } from "./place-asked.ts";

const places = gazetteer();

describe("a place typed is one commune, or a choice", () => {
  test.each([
    ["Voiron", "Voiron"],
    ["gueret", "Guéret"],
    ["Voiron 38500", "Voiron"],
    ["Saint-Denis 974", "Saint-Denis"],
    ["PARIS", "Paris"],
  ])("« %s » is %s", (typed, name) => {
    const asked = placeAsked(places, typed);
    expect(asked.kind === "one" && asked.commune.name).toBe(name);
  });

  test.each([
    ["neuilly", ["Neuilly-sur-Seine", "Neuilly-Plaisance", "Neuilly-sur-Marne"]],
    ["Romans", ["Romans-sur-Isère", "Romans"]],
    ["Sainte-Colombe", ["Sainte-Colombe"]],
    ["38500", ["Voiron", "Coublevie"]],
    ["Voirron", ["Voiron"]],
  ])("« %s » is chosen among %j and others", (typed, names) => {
    const asked = placeAsked(places, typed);
    expect(asked.kind === "several" && asked.communes.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  test("a commune already chosen wins", () => {
    expect(placeAsked(places, "neuilly", "92051")).toMatchObject({ kind: "one", commune: { name: "Neuilly-sur-Seine" } });
  });

  test("nothing, and nowhere", () => {
    expect(placeAsked(places, " ")).toEqual({ kind: "none" });
    expect(placeAsked(places, "xqzwv")).toEqual({ kind: "unknown", typed: "xqzwv" });
  });
});
