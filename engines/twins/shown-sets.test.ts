import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { findTwins, type TwinRecord } from "./index.ts";

// The shown sets are not in the project: without them this file has nothing to say (`node bench/twins.ts` says it too).
const folder = new URL("../../../shared/directory/twins/", import.meta.url);
const read = (name: string): Record<string, string>[] => parse(readFileSync(new URL(name, folder)), { columns: true, bom: true });

const recordFrom = (line: Record<string, string>, isBare: boolean): TwinRecord => ({
  id: line["rid"] ?? "",
  source: line["source"] ?? "",
  name: line["nom"] ?? "",
  street: line["adresse"] ?? "",
  postalCode: line["code_postal"] ?? "",
  communeName: line["commune"] ?? "",
  communeCode: line["code_insee"] ?? "",
  ...(isBare || !line["latitude"] ? {} : { point: { latitude: Number(line["latitude"]), longitude: Number(line["longitude"]) } }),
  ...(isBare ? {} : { phone: line["telephone"] ?? "", mail: line["courriel"] ?? "" }),
});

describe.skipIf(!existsSync(folder))("on the shown sets", () => {
  test.each([
    ["everything known", false, 0.99],
    ["coordinates, telephone and mail hidden", true, 0.98],
  ])("France services of 2021 and 2024, %s: F1 reaches its goal", (_, isBare, goal) => {
    const truth = new Set(read("truth.csv").map(({ a, b }) => `${a} ${b}`));
    const found = findTwins(read("records.csv").map((line) => recordFrom(line, isBare))).filter((pair) => pair.class === "doublon");
    const right = found.filter(({ a, b }) => truth.has(`${a} ${b}`)).length;
    expect((2 * right) / (found.length + truth.size)).toBeGreaterThanOrEqual(goal);
  });
  test("across producers: precision, recall, and uncertain pairs left to humans reach their goals", () => {
    const pairs = findTwins(read("cross-records.csv").map((line) => recordFrom(line, false)));
    const merged = new Set(pairs.filter((pair) => pair.class === "doublon").map(({ a, b }) => `${a} ${b}`));
    const labels = read("cross-truth.csv");
    const count = (label: string): number =>
      labels.filter(({ a = "", b = "", label: own }) => own === label && merged.has([a, b].toSorted().join(" "))).length;
    const all = (label: string): number => labels.filter(({ label: own }) => own === label).length;
    expect(count("doublon") / (count("doublon") + count("incertain") + count("distinct"))).toBeGreaterThanOrEqual(0.9);
    expect(count("doublon") / all("doublon")).toBeGreaterThanOrEqual(0.75);
    expect(count("incertain") / all("incertain")).toBeLessThanOrEqual(0.1);
  });
});
