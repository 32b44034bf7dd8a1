import { smsParts, toGsm7 } from "#ground";
import { clockTimeOf, dayOf, inWords } from "#engines/calendar";
import type { Slot } from "./slot.ts";

/** SMS à la personne : never the reason, in the alphabet of SMS, in one message. The name of the service is cut before the address is. */
const inOneSms = (service: string, rest: string): string => {
  for (let length = service.length; length > 0; length--) {
    const text = toGsm7(`${service.slice(0, length).trim()}. ${rest}`);
    if (smsParts(text) === 1) return text;
  }
  return toGsm7(rest);
};

/** « mardi 24/11 ». */
const dayInShort = (when: Date): string => {
  const [, month = "", date = ""] = dayOf(when).split("-");
  return `${inWords(when).split(" ")[0] ?? ""} ${date}/${month}`;
};

/** « 10h », « 10h15 ». */
const timeInShort = (when: Date): string => {
  const [hour = "", minute = ""] = clockTimeOf(when).split(":");
  return `${Number(hour)}h${minute === "00" ? "" : minute}`;
};

export const promisedText = (service: string, slot: Slot, address: string): string =>
  inOneSms(
    service,
    `Nous vous appelons ${dayInShort(slot.from)} entre ${timeInShort(slot.from)} et ${timeInShort(slot.to)}. Changer ou annuler : ${address}`,
  );

export const unreachedText = (service: string, phone: string, address: string): string =>
  inOneSms(service, `Nous n'avons pas pu vous joindre. Choisissez un moment : ${address} ou ${phone}.`);

export const anotherWillCallText = (service: string, before: Date, address: string): string =>
  inOneSms(service, `Une autre personne va vous appeler avant ${dayInShort(before)} à ${timeInShort(before)}. Votre suivi : ${address}`);

export const lostLinkText = (service: string, expiresAt: Date, address: string): string =>
  inOneSms(service, `Voici le lien que vous avez demandé : ${address} Il marche jusqu'au ${dayInShort(expiresAt).split(" ")[1] ?? ""}.`);
