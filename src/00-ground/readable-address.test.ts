import { expect, test } from "vitest";
import { readableAddress } from "./readable-address.ts";

test.each([
  ["an ordinary one is left alone", "/s/mutuelle-des-alpes/suivi/abc", "/s/mutuelle-des-alpes/suivi/abc"],
  ["what is searched for may hold anything", "/annuaire?mots=100%&ou=Voiron", "/annuaire?mots=100%&ou=Voiron"],
  ["accents well written", "/s/mutuelle-des-alpes/p/%C3%A9t%C3%A9", "/s/mutuelle-des-alpes/p/%C3%A9t%C3%A9"],
  ["a link cut in the middle of an accent", "/suivi/abc%C3", "/-"],
  ["at the address of a service, its own page answers", "/s/mutuelle-des-alpes/suivi/abc%", "/s/mutuelle-des-alpes/-"],
  ["a link pasted after itself", `/p/${"a".repeat(121)}`, "/-"],
  ["for a program, the answer stays a program's", "/api/persons/%ff", "/api/-"],
  ["the name of a service that cannot be read", "/s/%/p/abc", "/-"],
])("%s", (_, asked, read) => {
  expect(readableAddress(asked)).toBe(read);
});
