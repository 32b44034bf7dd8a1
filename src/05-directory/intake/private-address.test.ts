import { describe, expect, test } from "vitest";
import { nameWords } from "./name-words.source.ts";
import { hiddenOf, isAtSomeone, isMobile, isPersonalMail, isPersonName, type Contacts } from "./private-address.ts";

const words = nameWords();

describe("a mail box that could be a person's", () => {
  test.each([
    ["claude.martin@petits-pas.example", true],
    ["martin_claude@petits-pas.example", true],
    ["saint.claude@petits-pas.example", false],
    ["mairie.voiron@petits-pas.example", false],
    ["accueil@petits-pas.example", false],
    ["service.social@petits-pas.example", false],
    ["les.petits.pas@petits-pas.example", false],
    ["claude@petits-pas.example", false],
  ])("%s: %s", (mail, expected) => {
    expect(isPersonalMail(mail, words.firstNames)).toBe(expected);
  });
  test.each(["gmail.com", "orange.fr", "laposte.net", "GMAIL.com"])("whatever box at %s", (domain) => {
    expect(isPersonalMail(`garde38@${domain}`, words.firstNames)).toBe(true);
  });
});

describe("somebody's home", () => {
  test.each([
    ["chez M. Martin, 3 rue Haute", true],
    ["C/O Mme Durand", true],
    ["Chez Claude, 3 rue Haute", true],
    ["domicile de Madame Petit", true],
    ["3 chemin de Chez Nous", false],
    ["Chez les Bretons", false],
    ["3 rue Claude-Martin", false],
  ])("« %s »: %s", (street, expected) => {
    expect(isAtSomeone(street, words.firstNames)).toBe(expected);
  });
});

describe("a name that is a person's", () => {
  test.each([
    ["Mme Martin", true],
    ["Claude Martin", true],
    ["MARTIN Claude", true],
    ["Jean-Pierre Martin", true],
    ["Monsieur Amadou Diallo", true],
    ["Espace Claude Martin", false],
    ["Association Les Petits Pas", false],
    ["Rose des Vents", false],
    ["France services Voiron", false],
    ["Mission locale", false],
    ["Mairie de Voiron", false],
    ["Claude", false],
    ["CAF", false],
    ["Alès Agglomération", false],
    ["PIMMS Antony", false],
    ["M’Tzamboro", false],
  ])("« %s »: %s", (name, expected) => {
    expect(isPersonName(name, words)).toBe(expected);
  });
});

// The ranges 01 99 00 … are kept for fiction and begin no mobile: these are 06 39 98 …, kept for it too.
test.each([
  ["06 39 98 12 34", true],
  ["+33639981234", true],
  ["0033 6 39 98 12 34", true],
  ["01 99 00 12 34", false],
  ["3949", false],
])("%s is a mobile: %s", (phone, expected) => {
  expect(isMobile(phone)).toBe(expected);
});

describe("what is hidden of a line", () => {
  const structure: Contacts = {
    name: "Les Petits Pas",
    street: "3 rue Haute",
    extra: undefined,
    phone: "01 99 00 12 34",
    mail: "accueil@petits-pas.example",
    siret: undefined,
    communeName: "Voiron",
  };
  test.each<[string, Partial<Contacts>, { mail?: boolean; address?: boolean; phone?: boolean }]>([
    ["nothing, of an institution", {}, {}],
    ["the mail alone, when it is personal", { mail: "claude.martin@petits-pas.example" }, { mail: true }],
    ["the address alone, when it is somebody's", { extra: "chez M. Martin" }, { address: true }],
    ["address and mail, when the structure is a person", { name: "Claude Martin" }, { address: true, mail: true }],
    ["nothing, of a place that bears the name of its commune", { name: "Claude Martin", communeName: "Claude-Martin" }, {}],
    ["and her mobile", { name: "Claude Martin", phone: "06 39 98 12 34" }, { address: true, mail: true, phone: true }],
    [
      "all of a lone person",
      { mail: "claude.martin@petits-pas.example", phone: "06 39 98 12 34" },
      { address: true, mail: true, phone: true },
    ],
    [
      "not the address of an association that has a Siret",
      { mail: "claude.martin@petits-pas.example", phone: "06 39 98 12 34", siret: "13002526500013" },
      { mail: true },
    ],
    ["not the mobile of an institution", { phone: "06 39 98 12 34" }, {}],
  ])("%s", (_, change, expected) => {
    const { because: _why, ...hidden } = hiddenOf({ ...structure, ...change }, words);
    expect(hidden).toEqual({ mail: false, address: false, phone: false, ...expected });
  });
});
