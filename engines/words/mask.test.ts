import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { makeMasker, type Masker } from "./mask.ts";
import { readNameLists } from "./name-lists.ts";

let masker: Masker;
beforeAll(() => {
  const folder = new URL("names/", import.meta.url);
  masker = makeMasker(readNameLists(readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"))));
});
const masked = (text: string, names?: readonly string[]) => masker(text, names && { names }).text;

describe("a telephone is hidden however it is written", () => {
  test.each([
    ["by pairs", "rappel jeudi 06 39 98 41 07", "rappel jeudi [TEL]"],
    ["glued", "mon num 0639984107 merci", "mon num [TEL] merci"],
    ["with dots", "Tél. 06.39.98.03.14", "Tél. [TEL]"],
    ["with hyphens", "06-39-98-41-07", "[TEL]"],
    ["from abroad", "+33 6 39 98 41 07 ou 0033639984107", "[TEL] ou [TEL]"],
    ["with its zero in brackets", "+33(0)6.39.98.41.07", "[TEL]"],
    ["of another country", "au bled +213 555 01 99 00", "au bled [TEL]"],
    ["a figure missing", "06 39 98 41 0", "[TEL]"],
    ["a figure too many", "06 39 98 41 077", "[TEL]"],
    ["a pair too many", "06 39 98 41 07 5.", "[TEL]."],
    ["badly grouped", "0199 00 48 31", "[TEL]"],
    ["two in a row", "06 39 98 41 07 / 01 99 00 12 34", "[TEL] / [TEL]"],
    ["figure by figure", "0 6 3 9 9 8 4 1 0 7", "[TEL]"],
    ["with the letter O", "O6 39 98 41 O7", "[TEL]"],
    ["dictated", "au zéro six trente-neuf quatre-vingt-dix-huit quarante et un zéro sept", "au [TEL]"],
    ["dictated without hyphens", "zero six trente neuf quatre vingt dix huit quarante et un zero sept", "[TEL]"],
    ["dictated with pauses", "zéro six, trente-neuf, quatre-vingt-dix-huit… douze, quarante", "[TEL]"],
    ["half dictated", "06 trente neuf 98 quarante et un 07", "[TEL]"],
    ["without its zero", "joindre au 6 39 98 41 07", "joindre au [TEL]"],
    ["in Arabic figures", "٠٦ ٣٩ ٩٨ ٤١ ٠٧", "[TEL]"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("an electronic address is hidden however it is written", () => {
  test.each([
    ["plain", "Merci. theo.garnerin@courriel.example", "Merci. [EMAIL]"],
    ["its full stop stays", "mail k.belhadj54@courriel.example.", "mail [EMAIL]."],
    ["spaced", "c'est kevin @ exemple.fr merci", "c'est [EMAIL] merci"],
    ["dictated", "kevin point dupont arobase exemple point fr", "[EMAIL]"],
    ["half dictated", "kdupont54 arobase exemple.fr", "[EMAIL]"],
    ["(at)", "contact(at)exemple.fr", "[EMAIL]"],
    ["speaking of the key is not an address", "le temps que je trouve l'arobase c'est fini", "le temps que je trouve l'arobase c'est fini"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("a social security number is hidden, whatever its key", () => {
  test.each([
    ["by groups", "Mon numéro : 2 51 08 99 302 118 98", "Mon numéro : [NIR]"],
    ["glued", "NIR 138059930411298", "NIR [NIR]"],
    ["without its key", "2 79 03 99 417 033", "[NIR]"],
    ["of Corsica", "1 64 03 2A 417 033 99", "[NIR]"],
    ["a figure missing", "1 64 03 99 417 03 99", "[NIR]"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("a bank account is hidden, whatever its key", () => {
  test.each([
    ["by fours", "RIB FR00 4255 9100 0008 0123 4567 891", "RIB [IBAN]"],
    ["glued, in small letters", "rib : fr0042559100000801234567891", "rib : [IBAN]"],
    ["with letters inside", "FR00 2004 1010 0505 0001 3M02 606", "[IBAN]"],
    ["of another country", "BE00 0961 2345 6769", "[IBAN]"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("a date of birth is hidden, other dates are not", () => {
  test.each([
    ["in letters", "né le 3 mars 1961", "né le [DATE_NAISSANCE]"],
    ["in figures", "DDN 12/04/58", "DDN [DATE_NAISSANCE]"],
    ["month and year", "née en mars 61", "née en [DATE_NAISSANCE]"],
    ["a year alone", "né vers 1932", "né vers [DATE_NAISSANCE]"],
    ["behind a place", "née à Oran le 12.04.1958", "née à Oran le [DATE_NAISSANCE]"],
    ["announced by a form", "Date de naissance : 14-03-1964", "Date de naissance : [DATE_NAISSANCE]"],
    ["in words", "je suis née le douze avril cinquante-huit", "je suis née le [DATE_NAISSANCE]"],
    ["an appointment stays", "RDV le 12/04/2024 à 14h30", "RDV le 12/04/2024 à 14h30"],
    ["a fact stays", "périmée depuis le 3 novembre 2019", "périmée depuis le 3 novembre 2019"],
    ["a negation is no birth", "il ne le sait pas, 2 mars passé", "il ne le sait pas, 2 mars passé"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("an address is hidden, a commune alone is not", () => {
  test.each([
    ["street and town", "au 48 bis avenue des Carriers, 69190 Saint-Fons. Merci", "au [ADRESSE]. Merci"],
    ["in small letters", "jabite 12 rue victor hugo 69100 villeurbanne", "jabite [ADRESSE]"],
    ["a date for a name", "5 place du 8 mai 1945, 23000 Guéret", "[ADRESSE]"],
    ["shortened", "4 r du Lavoir Vierzon", "[ADRESSE]"],
    ["in small letters, shortened", "venez 31 av jean moulin apt 12", "venez [ADRESSE]"],
    ["without a number", "rue des Tamaris à Perpignan", "[ADRESSE]"],
    ["building and flat", "bât B appt 12", "[ADRESSE]"],
    ["lieu-dit", "ferme isolée lieu-dit Les Gravières, 23400 Bourganeuf.", "ferme isolée [ADRESSE]."],
    ["a thing said is no lieu-dit", "elle a dit Bourganeuf, au lieu de Guéret", "elle a dit Bourganeuf, au lieu de Guéret"],
    ["hamlet and postal code", "Le Bourg-Neuf, 53160 Bais", "[ADRESSE]"],
    ["a commune stays", "j'habite Saint-Étienne et je travaille à Lyon", "j'habite Saint-Étienne et je travaille à Lyon"],
    ["to be in the street is no address", "on est à la rue, deux places au foyer", "on est à la rue, deux places au foyer"],
    ["« av » for « avec »", "vit seul av 2 enfants", "vit seul av 2 enfants"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("a file number is hidden, quantities are not", () => {
  test.each([
    ["announced", "allocataire 4418027", "allocataire [IDENTIFIANT]"],
    ["with letters", "matricule HP-55210.", "matricule [IDENTIFIANT]."],
    ["with its series", "adhérent MB 774 215 09", "adhérent [IDENTIFIANT]"],
    ["with bars", "Dossier MDPH 93/77451", "Dossier MDPH [IDENTIFIANT]"],
    ["behind n°", "contrat n° 7719020P", "contrat n° [IDENTIFIANT]"],
    ["unannounced", "ECH-2203-5567 reçu", "[IDENTIFIANT] reçu"],
    ["money stays", "1 942,17 € sur 14 000 €, 2300e d'impayés", "1 942,17 € sur 14 000 €, 2300e d'impayés"],
    ["years stay", "de 2009 à 2014, dossier 2017", "de 2009 à 2014, dossier 2017"],
    ["helplines stay", "numéro 3919, le 115 et le 3114", "numéro 3919, le 115 et le 3114"],
    ["times stay", "police 21h07, 8h-18h, 2x8, 35h", "police 21h07, 8h-18h, 2x8, 35h"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("an employer, a landlord, a private provider are hidden, public bodies are not", () => {
  test.each([
    ["behind its trade", "Mon CDD chez Calliope Assurances", "Mon CDD chez [ENTREPRISE]"],
    ["behind « société »", "la société Iso Horizon 2000 m'a fait signer", "la société [ENTREPRISE] m'a fait signer"],
    ["typed without apostrophe", "a lusine Sopralac", "a lusine [ENTREPRISE]"],
    ["with its form", "à la SCI Les Trois Marronniers", "à la [ENTREPRISE]"],
    ["with its trade", "le garage du Bosquet me la garde", "le [ENTREPRISE] me la garde"],
    ["in acronyms", "la société GTM Habitat", "la société [ENTREPRISE]"],
    ["made of everyday words", "par L'Escale du Lot pour", "par [ENTREPRISE] pour"],
    ["with « & »", "Transports Gaudry & Fils", "[ENTREPRISE]"],
    ["in small letters", "la societe lumivert", "la societe [ENTREPRISE]"],
    [
      "public bodies stay",
      "La CAF, la CPAM, France Travail, la MDPH, la préfecture et la mairie de Lyon",
      "La CAF, la CPAM, France Travail, la MDPH, la préfecture et la mairie de Lyon",
    ],
    ["what everyone uses stays", "par Doctolib et sur WhatsApp", "par Doctolib et sur WhatsApp"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("a name is hidden in any case", () => {
  test.each([
    ["first name and surname", "Merci. Odette Vasseur-Lamy", "Merci. [NOM_1]"],
    ["after kin, in small letters", "mon fils kevin et ma fille lea", "mon fils [NOM_1] et ma fille [NOM_2]"],
    ["a first name that is a word", "ma fille rose a 3 ans", "ma fille [NOM_1] a 3 ans"],
    ["surname first", "svp Traoré Bakary, 54 a", "svp [NOM_1], 54 a"],
    ["in small letters after a title", "je suis mme daoudi samira", "je suis [NOM_1]"],
    ["introduced", "jmappelle zoubida ouazzani", "jmappelle [NOM_1]"],
    ["with a particle", "Armand Le Guellec et Anne-Sophie de Kerlan", "[NOM_1] et [NOM_2]"],
    ["with an apostrophe", "vu Awa N'Diaye hier", "vu [NOM_1] hier"],
    ["with an initial", "Karim Z. et R. Delahaye", "[NOM_1]. et [NOM_2]"],
    ["spelled out", "B.E.L.H.A.D.J", "[NOM_1]"],
    ["in another encoding", "MÃ©lanie Dupuis m'a appelé", "[NOM_1] m'a appelé"],
    ["in wide letters", "Ｋevin Dupont", "[NOM_1]"],
    ["all in capitals", "BONJOUR JE SUIS SAMIRA BENALI", "BONJOUR JE SUIS [NOM_1]"],
    ["that no list knows", "Vu Xhulibal ce matin", "Vu [NOM_1] ce matin"],
    ["with an emoji beside", "merci 🙏Fatoumata🙏", "merci 🙏[NOM_1]🙏"],
    ["nobody in a trade", "Mr couvreur, chute échafaudage", "Mr couvreur, chute échafaudage"],
    ["nobody in a greeting", "Madame, Monsieur, bonjour", "Madame, Monsieur, bonjour"],
    ["nobody in everyday words", "Pas de quoi manger depuis lundi. Rien ne va.", "Pas de quoi manger depuis lundi. Rien ne va."],
    ["illnesses and feasts name nobody", "la maladie de Charcot, depuis Noël", "la maladie de Charcot, depuis Noël"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text)).toBe(hidden);
  });
});

describe("a name of the file is hidden in any spelling", () => {
  const names = ["Odette Vasseur-Lamy", "Rose Petit", "N'Golo Diabaté"];
  test.each([
    ["as it is", "Odette Vasseur-Lamy", "[NOM_1]"],
    ["without accents or capitals", "odette vasseur lamy", "[NOM_1]"],
    ["glued", "odettevasseurlamy, vasseurlamy", "[NOM_1], [NOM_1]"],
    ["surname first", "VASSEUR LAMY Odette", "[NOM_1]"],
    ["one wrong key", "vaseur lamy, odete, vassuer, vasseyr", "[NOM_1], [NOM_1], [NOM_1], [NOM_1]"],
    ["letters repeated", "odeeette", "[NOM_1]"],
    ["letters spaced out", "v a s s e u r, V-A-S-S-E-U-R", "[NOM_1], [NOM_1]"],
    ["with an initial", "O. Vasseur", "[NOM_1]"],
    ["a word of every day, since it is in the file", "rose petit a appelé", "[NOM_2] a appelé"],
    ["with its apostrophe or not", "ngolo, n golo, N’Golo", "[NOM_3], [NOM_3], [NOM_3]"],
  ])("%s: %s", (_, text, hidden) => {
    expect(masked(text, names)).toBe(hidden);
  });

  test("a word of every day, one key away from a name, stays", () => {
    expect(masked("ce matin", ["Karim Martin"])).toBe("ce matin");
  });
});

describe("the same person keeps one number", () => {
  test("full name, first name alone, surname alone", () => {
    expect(masked("Kevin Belhadj appelle. Kevin pleure, Mr Belhadj crie.")).toBe("[NOM_1] appelle. [NOM_1] pleure, [NOM_1] crie.");
  });

  test("two persons have two numbers, in the order they are met", () => {
    expect(masked("Sandrine a vu Fatoumata puis Sandrine")).toBe("[NOM_1] a vu [NOM_2] puis [NOM_1]");
  });

  test("those of the file come first, in the order of the file, whatever the order of the text", () => {
    expect(masked("Fatoumata, Bakary et Odette", ["Odette Vasseur", "Bakary Traoré"])).toBe("[NOM_3], [NOM_2] et [NOM_1]");
  });

  test("numbers already written in the text are taken", () => {
    expect(masked("[NOM_4] a vu Fatoumata")).toBe("[NOM_4] a vu [NOM_5]");
  });
});

test("masks of a masked text are not read as words", () => {
  const text = "[NOM_1], né le [DATE_NAISSANCE], [TEL]";
  expect(masker(text)).toEqual({ text, entities: [] });
});

test("entities come in the order of the text, with their places", () => {
  const text = "App. Mr Belhadj, rappel jeudi 06 39 98 41 07";
  expect(masker(text).entities).toEqual([
    { type: "NOM", start: 5, end: 15, text: "Mr Belhadj" },
    { type: "TEL", start: 30, end: 44, text: "06 39 98 41 07" },
  ]);
});

test.each(["", " ", "\n", "...", "😀", "[NOM_", "@", "né le"])("nothing is found in « %s », and nothing breaks", (text) => {
  expect(masker(text)).toEqual({ text, entities: [] });
});
