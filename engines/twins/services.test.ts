import { describe, expect, test } from "vitest";
import { serviceTwins, type TwinPair, type TwinService } from "./index.ts";

const structures = (own: TwinPair["class"]): TwinPair => ({ a: "m1", b: "m2", level: "structure", class: own, score: 0.99, evidence: [] });
const ofFirst = (id: string, name: string, ...themes: string[]): TwinService => ({ id, structureId: "m1", source: "alpha", name, themes });
const ofSecond = (id: string, name: string, ...themes: string[]): TwinService => ({ id, structureId: "m2", source: "beta", name, themes });

const told = (services: readonly TwinService[], own: TwinPair["class"] = "doublon"): readonly string[] =>
  serviceTwins(services, [structures(own)]).map(({ a, b, class: said }) => `${a} ${b} ${said}`);

const one = [
  ofFirst("s1", "Aide aux démarches en ligne", "numerique--acceder-a-ses-droits"),
  ofSecond("s2", "Aide aux demarches en ligne", "numerique--acceder-a-ses-droits"),
];

describe("services of a structure that two sources describe", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["given one name and one theme, then they are one", told(one), ["s1 s2 doublon"]],
    ["given structures that are not sure to be one, then the services are not either", told(one, "incertain"), ["s1 s2 incertain"]],
    [
      "given one theme and two other names, then they are two: a structure offers several",
      told([
        ofFirst("s1", "Atelier de français", "langue--communiquer"),
        ofSecond("s2", "Cours du soir pour parents", "langue--communiquer"),
      ]),
      [],
    ],
    [
      "given names that share half their words and the same theme, then they are one",
      told([
        ofFirst("s1", "Permanence logement", "logement--trouver"),
        ofSecond("s2", "Logement : permanence du mardi", "logement--trouver"),
      ]),
      ["s1 s2 doublon"],
    ],
    [
      "given one name and themes that have nothing in common, then they are two",
      told([ofFirst("s1", "Permanence", "sante--prevention"), ofSecond("s2", "Permanence", "mobilite--permis")]),
      [],
    ],
    [
      "given two candidates, then the nearest is taken, and each service has one twin",
      told([
        ofFirst("s1", "Garde d’enfants", "famille--garde"),
        ofSecond("s2", "Garde d'enfants", "famille--garde"),
        ofSecond("s3", "Garde d’enfants le soir", "famille--garde"),
      ]),
      ["s1 s2 doublon"],
    ],
  ])("%s", (_, said, expected) => {
    expect(said).toEqual(expected);
  });
  test("given a pair that is one place only, then its services are not compared", () => {
    expect(serviceTwins(one, [{ ...structures("doublon"), level: "place" }])).toEqual([]);
  });
});
