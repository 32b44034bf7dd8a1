import { ownCommissioner, sendMessage, type Work } from "#ground/server";
import type { Person } from "#person";
import { activeConsent, findPerson } from "#person/server";
import { referralWords } from "./referral.words.ts";

// Numbers that receive SMS in France and overseas.
const mobile = /^\+(33[67]|262(639|69[23])|590690|594694|596696)/;

/** The number that a person may be texted at: she agreed to SMS, nobody watches her, and it is a mobile. */
export const smsNumberOf = async (work: Work, person: Person): Promise<string | undefined> => {
  if (person.isProtected) return undefined;
  const number = person.contactPoints.find((point) => point.channel === "phone" && mobile.test(point.value))?.value;
  return number !== undefined && (await activeConsent(work, person.id, "sms")) ? number : undefined;
};

/** Texts a person, if she may be texted. @returns whether it was done. */
export const textPerson = async (
  work: Work,
  personId: string,
  purpose: string,
  body: (commissioner: string) => string,
): Promise<boolean> => {
  const person = await findPerson(work, personId);
  const number = person && (await smsNumberOf(work, person));
  if (number === undefined) return false;
  await sendMessage(work, { channel: "sms", to: number, purpose, body: body((await ownCommissioner(work)).name) });
  return true;
};

/** Another provider was asked: the hour she was promised has changed. */
export const tellNext = (work: Work, personId: string, dueAt: Date): Promise<boolean> =>
  textPerson(work, personId, "referral next", (commissioner) => referralWords.fr.smsNext({ commissioner, dueAt }));

/** Nobody took the request: a human goes on. */
export const tellSearching = (work: Work, personId: string): Promise<boolean> =>
  textPerson(work, personId, "referral searching", (commissioner) => referralWords.fr.smsSearching({ commissioner }));
