import { describe, expect, test } from "vitest";
import { idOf } from "#ground";
import { mayWriteTo, type MessageChannel } from "./may-write.ts";
import type { ConsentPurpose } from "./consent.ts";
import type { ContactPoint } from "./person.ts";

const point = (
  channel: ContactPoint["channel"],
  value: string,
  holder: ContactPoint["holder"] = "self",
  isSafeForMessage = false,
): ContactPoint => ({
  id: idOf<"ContactPoint">("1"),
  channel,
  value,
  holder,
  isSafeForMessage,
});
const yes = (...purposes: ConsentPurpose[]) => purposes.map((purpose) => ({ purpose, answer: "yes", withdrawnAt: undefined }) as const);
const awa = { isProtected: false, contactPoints: [point("phone", "+33639983344", "self", true), point("mail", "awa@diallo.example")] };
const mayNot = (because: string) => ({ kind: "may-not", because });

describe("case 10: a protected person is left no message, by any means, whatever she said before", () => {
  test.each<MessageChannel>(["sms", "mail", "voicemail"])("%s", (channel) => {
    expect(mayWriteTo({ ...awa, isProtected: true }, channel, yes("sms", "mail", "survey"))).toEqual(mayNot("protected"));
    expect(mayWriteTo(awa, channel, yes("sms", "mail")).kind).toBe("may");
  });
});

describe("case 13: a yes to one purpose is no yes to another", () => {
  test.each<[string, MessageChannel, ConsentPurpose[], ConsentPurpose | undefined, object]>([
    ["an SMS takes a yes to SMS", "sms", ["mail"], undefined, mayNot("no-consent")],
    ["yes to SMS only, a survey by mail is not sent", "mail", ["sms"], "survey", mayNot("no-consent")],
    ["yes to mail only, a survey by mail is not sent", "mail", ["mail"], "survey", mayNot("no-consent")],
    ["yes to mail and to surveys, it is sent", "mail", ["mail", "survey"], "survey", { kind: "may", to: "awa@diallo.example" }],
    ["absence means no", "sms", [], undefined, mayNot("no-consent")],
  ])("%s", (_, channel, purposes, about, expected) => {
    expect(mayWriteTo(awa, channel, yes(...purposes), about)).toEqual(expected);
  });

  test("a yes taken back, or a no, is no yes", () => {
    expect(mayWriteTo(awa, "sms", [{ purpose: "sms", answer: "yes", withdrawnAt: new Date("2026-11-01") }])).toEqual(mayNot("no-consent"));
    expect(mayWriteTo(awa, "sms", [{ purpose: "sms", answer: "no", withdrawnAt: undefined }])).toEqual(mayNot("no-consent"));
  });
});

describe("a message goes where she alone reads it", () => {
  test.each<[string, MessageChannel, ContactPoint, boolean]>([
    ["a landline receives no SMS", "sms", point("phone", "+33199001234"), false],
    ["a shared mobile without a word that it is safe", "sms", point("phone", "+33639983344", "shared"), false],
    ["a shared mobile said to be safe", "sms", point("phone", "+33639983344", "shared", true), true],
    ["the mobile of a trusted person", "sms", point("phone", "+33639983344", "trusted", true), false],
    ["a voicemail nobody said was safe", "voicemail", point("phone", "+33639983344"), false],
  ])("%s", (_, channel, only, may) => {
    expect(mayWriteTo({ isProtected: false, contactPoints: [only] }, channel, yes("sms")).kind).toBe(may ? "may" : "may-not");
  });
});
