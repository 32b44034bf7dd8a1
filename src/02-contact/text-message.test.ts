import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGsm7, smsParts } from "#ground";
import { anotherWillCallText, lostLinkText, promisedText, unreachedText } from "./text-message.ts";

const slot = { from: new Date("2026-11-24T09:00:00Z"), to: new Date("2026-11-24T09:15:00Z") };
const address = "https://tu.example/suivi/k7m2pk7m2pk7m2pk7m2p";

test("the texts are those that were written", () => {
  expect(promisedText("Mutuelle des Alpes", slot, address)).toBe(
    `Mutuelle des Alpes. Nous vous appelons mardi 24/11 entre 10h et 10h15. Changer ou annuler : ${address}`,
  );
  expect(lostLinkText("Mutuelle des Alpes", new Date("2026-11-30T12:00:00Z"), address)).toBe(
    `Mutuelle des Alpes. Voici le lien que vous avez demandé : ${address} Il marche jusqu'au 30/11.`,
  );
});

describe("every SMS fits one message, in the alphabet of SMS, whatever the name of the service", () => {
  test.each([
    ["promised", (name: string) => promisedText(name, slot, address)],
    ["unreached", (name: string) => unreachedText(name, "01 99 00 12 34", address)],
    ["another will call", (name: string) => anotherWillCallText(name, slot.from, address)],
    ["lost link", (name: string) => lostLinkText(name, slot.from, address)],
  ])("%s", (_, write) => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 80 }), (name) => {
        const text = write(name);
        expect([isGsm7(text), smsParts(text), text.includes(address)]).toEqual([true, 1, true]);
      }),
    );
  });
});
