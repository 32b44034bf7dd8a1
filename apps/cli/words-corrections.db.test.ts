import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { maskingVersion } from "#engines/words";
import { inCommissioner } from "#ground/server";
import { addPerson, recordConsent } from "#person/server";
import { maskNotes, openExchange, saveNotes } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { drawReview, sheetOf } from "../../src/03-situation/review.store.ts";
import { weekOf } from "../../src/03-situation/review.ts";
import { markLeak } from "../../src/03-situation/mark-leak.action.ts";
import { CommandRefused, type Run } from "./command.ts";
import { wordsLeaks } from "./words-leaks.ts";
import { wordsTrain } from "./words-train.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const run = (options: Record<string, string>): Run => ({
  arguments: [],
  options,
  openGround: () => Promise.resolve(house.ground),
  pathOf: (written) => written,
  lines: () => Readable.from([]),
  print: () => undefined,
  say: () => undefined,
});

describe("tu words train --corrections", () => {
  test.each([
    ["nothing to learn from", { corrections: "oui" }, "Aucune correction à apprendre"],
    ["a place outside the data folder", { corrections: "oui", out: "/work/model.gz" }, "reste dans"],
  ])("%s is refused before anything is learned", async (_, options, sentence) => {
    await expect(wordsTrain.run(run(options))).rejects.toThrow(CommandRefused);
    await expect(wordsTrain.run(run(options))).rejects.toThrow(sentence);
  });
});

test("tu words leaks tries the masking of today on every leak that was marked, and prints none of what leaked", async () => {
  await inCommissioner(house.ground, house.mutuelle.supervisor, async (work) => {
    const personId = await addPerson(work, { firstName: "Nadia", lastName: "Benali" });
    await recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "yes", mode: "oral" });
    const contactId = await openContact(work, { channel: "call", direction: "in", personId });
    await openExchange(work, contactId);
    await saveNotes(work, { contactId, text: "elle voit zorglub, puis Nadia Benali.", revision: 0 });
    const read = { urgency: 0, motives: [], needs: [], fragilities: [], language: "french" } as const;
    // A masking of yesterday, that let her own name through.
    const analyse = (text: string) => ({ ...read, masked: { text, entities: [] } });
    await maskNotes(work, contactId, { analyse, maskingVersion });
    await drawReview(work);
    const [review] = await sheetOf(work, weekOf(work.now));
    for (const segment of ["zorglub", "Nadia Benali"]) await markLeak(work, { reviewId: review?.id ?? "", segment, type: "NOM" });
  });
  const said = await wordsLeaks.run(run({}));
  expect(said).toContain("2 fuites relevées, 1 passeraient encore.");
  expect(
    String(said)
      .split("\n")
      .map((line) => line.split(" ")[0]),
  ).toEqual(["fuit", "masqué", "2"]);
  expect(said).not.toMatch(/zorglub|benali/i);
  expect(await wordsLeaks.run(run({ json: "oui" }))).toMatchObject([{ leaks: true, type: "NOM" }, { leaks: false }]);
});
