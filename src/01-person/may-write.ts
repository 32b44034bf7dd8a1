import { holds, type Consent, type ConsentPurpose } from "./consent.ts";
import type { ContactPoint, Person } from "./person.ts";

/** What a message may be left by. */
export type MessageChannel = "sms" | "mail" | "voicemail";

export type MayWrite =
  { readonly kind: "may"; readonly to: string } | { readonly kind: "may-not"; readonly because: "protected" | "no-consent" | "no-address" };

const mayNot = (because: "protected" | "no-consent" | "no-address"): MayWrite => ({ kind: "may-not", because });

// Someone else may read what is sent to a number that is shared: it takes a word that it is safe. What a trusted person holds is hers.
const isReadByHerAlone = (point: ContactPoint): boolean => point.holder === "self" || (point.holder === "shared" && point.isSafeForMessage);
const isMobile = (value: string): boolean => /^\+33[67]\d{8}$/.test(value) || (/^\+\d{8,}$/.test(value) && !value.startsWith("+33"));

const pointFor: Readonly<Record<MessageChannel, (point: ContactPoint) => boolean>> = {
  sms: (point) => point.channel === "phone" && isMobile(point.value) && isReadByHerAlone(point),
  mail: (point) => point.channel === "mail" && isReadByHerAlone(point),
  voicemail: (point) => point.channel === "phone" && point.isSafeForMessage,
};

/**
 * Peut-on lui écrire : whether a message may be left to a person, and where. Someone protected receives none, whatever she said before:
 * someone may be watching. An SMS or a mail takes a yes to that very channel; a purpose such as a survey takes its own yes besides.
 */
export const mayWriteTo = (
  person: Pick<Person, "isProtected" | "contactPoints">,
  channel: MessageChannel,
  consents: readonly Pick<Consent, "purpose" | "answer" | "withdrawnAt">[],
  about?: ConsentPurpose,
): MayWrite => {
  if (person.isProtected) return mayNot("protected");
  const saidYes = (purpose: ConsentPurpose): boolean => holds(consents.find((each) => each.purpose === purpose));
  if (channel !== "voicemail" && !saidYes(channel)) return mayNot("no-consent");
  if (about !== undefined && !saidYes(about)) return mayNot("no-consent");
  const point = person.contactPoints.find(pointFor[channel]);
  return point ? { kind: "may", to: point.value } : mayNot("no-address");
};
