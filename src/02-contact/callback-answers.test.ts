import { expect, test } from "vitest";
import { readAnswers, signAnswers } from "./signed-answers.http.ts";

const key = Buffer.alloc(32, 7);
const now = new Date("2026-11-20T09:00:00Z");
const answers = { slot: "2026-11-23T08:00:00.000Z", phone: "+33639981234", firstName: "Zoé" } as const;
const signed = signAnswers(key, "m1", answers, now);

test("the answers come back as they were given", () => {
  expect(readAnswers(key, "m1", signed, now)).toEqual(answers);
});

test.each([
  ["altered", `e30${signed}`, "m1", now],
  ["without a mark", signed.split(".")[0] ?? "", "m1", now],
  ["empty", "", "m1", now],
  ["of another service", signed, "c2", now],
  ["three hours old", signed, "m1", new Date("2026-11-20T12:00:00Z")],
])("%s, they are not believed", (_, given, service, at) => {
  expect(readAnswers(key, service, given, at)).toBeUndefined();
});
