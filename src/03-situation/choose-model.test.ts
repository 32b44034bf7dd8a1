import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeModel } from "#engines/words";
import { smallModel } from "../../house/testing/small-model.ts";
import { chooseModel, trainedModelPlace, words } from "./words.source.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "tu-model-"));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
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
});
