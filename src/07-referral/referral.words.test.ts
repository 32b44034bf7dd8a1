import { describe, expect, test } from "vitest";
import { isGsm7, smsParts } from "#ground";
import { needIds, needLabel, themes } from "#situation";
import { atPlace, momentForSms, referralWords } from "./referral.words.ts";

const dueAt = new Date("2026-11-22T09:09:00Z");
const now = new Date("2026-11-20T09:09:00Z");
const words = referralWords.fr;
const url = "http://127.0.0.1/s/mutuelle-des-alpes/p/abc";

test("the subject tells where and by when, never why", () => {
  expect(words.offer({ provider: "ADH", commune: "Voiron", dueAt, now, url }).subject).toBe(
    "Une demande à Voiron, réponse avant dimanche 10 h 09",
  );
});

test.each([
  ["Voiron", "à Voiron"],
  ["Le Havre", "au Havre"],
  ["Les Abrets en Dauphiné", "aux Abrets en Dauphiné"],
  ["La Tour-du-Pin", "à La Tour-du-Pin"],
])("%s: « %s »", (commune, expected) => {
  expect(atPlace(commune)).toBe(expected);
});

test("the moment of an SMS is short: « mardi 24/11 à 17h »", () => {
  expect(momentForSms(new Date("2026-11-24T16:00:00Z"))).toBe("mardi 24/11 à 17h");
  expect(momentForSms(new Date("2026-12-01T16:05:00Z"))).toBe("mardi 1/12 à 17h05");
});

describe("messages never tell the situation", () => {
  const mails = [
    words.offer({ provider: "ADH", commune: "Voiron", dueAt, now, url }),
    words.warning({ provider: "ADH", commune: "Voiron", dueAt, now, url, isAccepted: true }),
    words.warning({ provider: "ADH", commune: "Voiron", dueAt, now, url, isAccepted: false }),
    words.closed({ provider: "ADH", commune: "Voiron", url }),
    words.question({ provider: "ADH", commune: "Voiron", url }),
  ].flatMap((mail) => [mail.subject, mail.body]);
  const texts = [
    words.smsNext({ commissioner: "Mutuelle des Alpes", dueAt }),
    words.smsSearching({ commissioner: "Mutuelle des Alpes" }),
    words.smsService({ commissioner: "Mutuelle des Alpes", phone: "04 65 71 12 34", address: "3 rue Genevoise 38500 Voiron" }),
  ];
  const forbidden = [...needIds.map(needLabel), ...themes.map((theme) => theme.label)].map((label) => label.toLowerCase());
  test.each([...mails, ...texts])("%s", (text) => {
    expect(forbidden.filter((label) => text.toLowerCase().includes(label))).toEqual([]);
  });
  test.each(texts)("one SMS: %s", (text) => {
    expect(isGsm7(text)).toBe(true);
    expect(smsParts(text)).toBe(1);
  });
  test("one SMS even for the longest name of a commissioner", () => {
    expect(smsParts(words.smsNext({ commissioner: "M".repeat(80), dueAt: new Date("2026-11-25T16:30:00Z") }))).toBe(1);
    expect(smsParts(words.smsSearching({ commissioner: "M".repeat(80) }))).toBe(1);
  });
});
