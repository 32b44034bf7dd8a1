import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeModel } from "#engines/words";
import { smallModel } from "../../house/testing/small-model.ts";
import { chooseModel, houseModelPlace, readModelAt, trainedModelPlace, useModel, words } from "./words.source.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "tu-model-"));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});
afterAll(() => {
  useModel(readModelAt(houseModelPlace)); // files share one process
});
const put = (bytes: Uint8Array): void => {
  mkdirSync(path.join(dataDir, "words"));
  writeFileSync(trainedModelPlace(dataDir), bytes);
};

describe("a model trained on corrections serves when it speaks of our needs", () => {
  test("none: that of the house", () => {
    expect(chooseModel(dataDir)).toEqual({ kind: "house" });
  });
  test("ours: it serves, and says which it is", () => {
    put(gzipSync(writeModel(smallModel())));
    expect(chooseModel(dataDir)).toEqual({ kind: "trained", version: "small" });
    expect(words().versions.model).toBe("small");
  });
  test("another taxonomy, or a broken file: it is left aside, and said", () => {
    const model = smallModel();
    put(gzipSync(writeModel({ ...model, card: { ...model.card, taxonomyVersion: "of yesterday" } })));
    expect(chooseModel(dataDir)).toEqual({ kind: "left-aside", because: "other-taxonomy" });
    writeFileSync(trainedModelPlace(dataDir), "not a model");
    expect(chooseModel(dataDir)).toEqual({ kind: "left-aside", because: "unreadable" });
  });
  test.each([
    ["of other traits", { traits: "0badf00d" }],
    ["that does not say which", { traits: undefined }],
  ])("one that learned with traits %s would find nothing, in silence: it is left aside too", (_, other) => {
    const model = smallModel();
    put(gzipSync(writeModel({ ...model, card: { ...model.card, ...other } as typeof model.card })));
    expect(chooseModel(dataDir)).toEqual({ kind: "left-aside", because: "other-traits" });
  });
  test("a model with a part missing, and a small file that unfolds to half a gigabyte, are no models", () => {
    const bytes = writeModel(smallModel());
    const end = bytes.indexOf(10);
    const head = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()) as Record<string, unknown>;
    mkdirSync(path.join(dataDir, "words"));
    for (const part of ["card", "labels", "biases", "units", "second", "measures", "urgencyThresholds", "places"]) {
      const without = Buffer.concat([Buffer.from(JSON.stringify({ ...head, [part]: undefined })), bytes.subarray(end)]);
      writeFileSync(trainedModelPlace(dataDir), gzipSync(without));
      expect(chooseModel(dataDir), part).toEqual({ kind: "left-aside", because: "unreadable" });
    }
    writeFileSync(trainedModelPlace(dataDir), gzipSync(Buffer.alloc(512 * 1024 * 1024)));
    expect(chooseModel(dataDir)).toEqual({ kind: "left-aside", because: "unreadable" });
  });
});
