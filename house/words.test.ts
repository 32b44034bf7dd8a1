import path from "node:path";
import { describe, expect, test } from "vitest";
import { anotherWillCallText, lostLinkText, promisedText, unreachedText } from "#contact";
import { isGsm7, smsParts, toGsm7 } from "#ground";
import { themes } from "#situation";
import * as contactTexts from "../src/02-contact/text-message.ts";
import { referralWords } from "../src/07-referral/referral.words.ts";
import { outcomeWords } from "../src/09-outcome/outcome.words.ts";
import { root, sourceFiles } from "./rules/source-files.ts";
import { hardWords, languageComplaints } from "./rules/words.ts";

// What the demonstration's persons say is theirs: « J’ai reçu une convocation au tribunal. »
const wordFiles = sourceFiles()
  .map((file) => file.path)
  .filter((name) => name.endsWith(".words.ts") && !name.startsWith("apps/demonstration/"));

const wordsOf = async (file: string): Promise<readonly (readonly [string, unknown])[]> =>
  Object.entries((await import(path.join(root, file))) as Record<string, unknown>);

// What a model is told quotes the taxonomy, label by label: nobody reads it.
const toldToModels = "src/03-situation/language-model.words.ts";

// What is read aloud to the person is what she agreed to, word for word: it exists in French only.
const readAloud = /^scripts\./;

const isInTwoLanguages = (words: unknown): words is { fr: unknown; en: unknown } =>
  typeof words === "object" && words !== null && "fr" in words && "en" in words;

describe("the words that people read", () => {
  test("there are many, and some in two languages", async () => {
    const all = (await Promise.all(wordFiles.map(wordsOf))).flat();
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(([, words]) => isInTwoLanguages(words)).length).toBeGreaterThan(10);
  });
  test.each(wordFiles)("%s: the same sentences in both languages, and no hard word", async (file) => {
    for (const [name, words] of await wordsOf(file)) {
      if (file !== toldToModels) expect(hardWords(words), name).toEqual([]);
      if (isInTwoLanguages(words))
        expect(
          languageComplaints(words).filter((complaint) => !readAloud.test(complaint)),
          name,
        ).toEqual([]);
    }
  });
  test("no hard word in the taxonomy, save what an « arnaque » is also called", () => {
    const labels = Object.fromEntries(
      themes.map((theme) => [theme.id, [theme.label, ...theme.needs.filter((need) => need.id !== "arnaque").map((need) => need.label)]]),
    );
    expect(hardWords(labels)).toEqual([]);
  });
  test.each([
    [{ fr: { late: "Votre dossier incomplet" }, en: { late: "Late" } }, ["fr.late says « dossier incomplet »"], []],
    [{ fr: { a: (n: number) => `${n} échecs` }, en: { a: "x", b: "y" } }, ["fr.a says « échecs »"], ["a", "b"]],
    [{ fr: { a: "Elle échoue", b: { c: "Il" } }, en: { a: "She" } }, [], ["b.c"]],
  ])("the rule can say no: %s", (words, hard, unlike) => {
    expect(hardWords(words)).toEqual(hard);
    expect(languageComplaints(words).map((complaint) => complaint.split(" ")[0])).toEqual(unlike);
  });
});

// Messages: whoever looks over a shoulder learns nothing.

const slot = { from: new Date("2026-11-24T09:00:00Z"), to: new Date("2026-11-24T09:15:00Z") };
const url = "https://ecoute-alpes.example/suivi/k7m2pk7m2pk7m2pk7m2p";
const dueAt = new Date("2026-11-25T16:30:00Z");

const given = {
  provider: "ADH 38",
  commune: "Les Abrets en Dauphiné",
  dueAt,
  now: new Date("2026-11-23T16:30:00Z"),
  since: new Date("2026-11-10T10:00:00Z"),
  url,
  isAccepted: true,
  phone: "04 65 71 12 34",
  address: "3 rue Genevoise 38500 Voiron",
};

/** Each text of the room of exchanges, written for a service. */
const contactTemplates: Readonly<Record<keyof typeof contactTexts, (service: string) => string>> = {
  promisedText: (service) => promisedText(service, slot, url),
  unreachedText: (service) => unreachedText(service, "01 99 00 12 34", url),
  anotherWillCallText: (service) => anotherWillCallText(service, dueAt, url),
  lostLinkText: (service) => lostLinkText(service, dueAt, url),
};

interface Written {
  readonly name: string;
  readonly channel: "sms" | "mail";
  readonly text: string;
}

/** Every message that the house can write, for a service: a template added tomorrow is in it too. */
const written = (service: string): readonly Written[] => [
  ...Object.entries(contactTemplates).map(([name, write]) => ({ name, channel: "sms" as const, text: write(service) })),
  ...Object.entries(referralWords.fr).flatMap(([name, write]): readonly Written[] => {
    const made = write({ ...given, commissioner: service });
    if (typeof made === "string") return [{ name, channel: "sms", text: made }];
    const refused = write({ ...given, commissioner: service, isAccepted: false });
    return [made, typeof refused === "string" ? made : refused].map((mail) => ({
      name,
      channel: "mail",
      text: `${mail.subject}\n${mail.body}`,
    }));
  }),
  { name: "smsQuestion", channel: "sms", text: outcomeWords.fr.smsQuestion({ ...given, commissioner: service }) },
];

const services = ["Mutuelle des Alpes", "Département de l’Isère", "Conseil départemental de la Creuse", "Caisse de l’Ouest, écoute"];

const rights = [
  "RSA",
  "APA",
  "AAH",
  "AEEH",
  "ASPA",
  "APL",
  "PCH",
  "CSS",
  "ARE",
  "ASS",
  "FSL",
  "MDPH",
  "CAF",
  "allocation",
  "prime d’activité",
  "chèque énergie",
  "pension",
  "minimum vieillesse",
  "complémentaire santé",
  "aide juridictionnelle",
  "surendettement",
];
const trades = [
  "aide à domicile",
  "auxiliaire de vie",
  "aide ménagère",
  "ménage",
  "assistante sociale",
  "travailleur social",
  "psychologue",
  "médecin",
  "infirmier",
  "infirmière",
  "avocat",
  "notaire",
  "conseiller",
  "conseillère",
  "médiateur",
  "serrurier",
  "plombier",
  "électricien",
  "crèche",
  "garde d’enfants",
  "nounou",
  "association",
];
// « Loyer impayé, expulsion » is three things that must not be read: the whole, and each of its parts.
const labels = themes.flatMap((theme) => [theme, ...theme.needs]).flatMap(({ label }) => [label, ...label.split(/, | et /)]);
// Parts of labels that say nothing by themselves: « sans compte ni mot de passe », « Sans réponse, rien ne change ».
const ordinary = new Set(["compte", "sans réponse"]);
const secrets = [...new Set([...labels, ...rights, ...trades])].filter((secret) => !ordinary.has(secret));

const plain = (text: string): string => toGsm7(text).toLowerCase();
const holds = (text: string, secret: string): boolean => {
  const at = plain(text).indexOf(plain(secret));
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign);
  return at !== -1 && !isLetter(plain(text)[at - 1]) && !isLetter(plain(text)[at + plain(secret).length]);
};

describe("messages: every template, for every service", () => {
  test("the templates are all known here: no other file writes to people", () => {
    const writers = sourceFiles()
      .filter((file) => /^src\/.*(?<!\.test)\.ts$/.test(file.path) && !file.path.startsWith("src/00-ground/"))
      .filter((file) => /\b(?:sendMessage|textPerson)\(/.test(file.text))
      .map((file) => file.path);
    expect(writers).toEqual([
      "src/02-contact/book-callback.action.ts",
      "src/02-contact/resend-link.action.ts",
      "src/02-contact/settle-callback.action.ts",
      "src/07-referral/inform-person.action.ts",
      "src/07-referral/tell-person.action.ts",
      "src/07-referral/tell-provider.action.ts",
      "src/09-outcome/ask-outcomes.action.ts",
    ]);
    expect(Object.keys(contactTemplates).toSorted()).toEqual(Object.keys(contactTexts).toSorted());
  });
  test.each(services)("none tells a need, a theme, a right or a trade: %s", (service) => {
    for (const { name, text } of written(service))
      expect(
        secrets.filter((secret) => !holds(service, secret) && holds(text, secret)),
        `${name}: ${text}`,
      ).toEqual([]);
  });
  test.each(services)("an SMS takes one message of the SMS alphabet: %s", (service) => {
    const texts = written(service).filter((message) => message.channel === "sms");
    expect(texts.length).toBeGreaterThanOrEqual(8);
    for (const { name, text } of texts) {
      expect(isGsm7(toGsm7(text)), `${name}: ${text}`).toBe(true);
      expect(toGsm7(text), name).not.toContain("?");
      expect(smsParts(toGsm7(text)), `${name}: ${text}`).toBe(1);
    }
  });
  test("the rule can say no", () => {
    const text = "Votre demande de RSA : l’aide à domicile de Voiron vous appelle pour une expulsion.";
    expect(secrets.filter((secret) => holds(text, secret))).toEqual(expect.arrayContaining(["expulsion", "RSA", "aide à domicile"]));
  });
});
