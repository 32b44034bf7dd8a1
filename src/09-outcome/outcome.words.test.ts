import { expect, test } from "vitest";
import { isGsm7, smsParts } from "#ground";
import { outcomeWords } from "./outcome.words.ts";

test.each(["Mutuelle des Alpes", "M".repeat(80)])("the question fits one SMS and does not say why: %s", (commissioner) => {
  const text = outcomeWords.fr.smsQuestion({
    commissioner,
    since: new Date("2026-11-10T10:00:00Z"),
    url: "https://ecoute.example/reponse/k7m2pk7m2pk7m2pk7m2p",
  });
  expect(isGsm7(text)).toBe(true);
  expect(smsParts(text)).toBe(1);
  expect(text).toContain("échange du 10/11");
});
