import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Facts } from "./fact.ts";
import { findQuestion, questionsFor } from "./questions.ts";
import { doesNotKnow, readFact } from "./read-fact.ts";

const month = "2026-11";
const isCommune = (code: string): boolean => code === "23096";
const question = (id: string) => {
  const found = findQuestion(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
const read = (id: string, typed: string, facts: Facts = {}) => readFact(question(id), typed, { facts, month, isCommune });
const valueOf = (id: string, typed: string, facts: Facts = {}) => {
  const answer = read(id, typed, facts);
  return answer.kind === "read" ? answer.value : answer.sentence;
};

describe("an answer is read as people write it", () => {
  test.each([
    ["me.wage", "1 250", 125_000],
    ["me.wage", "1250,50 €", 125_050],
    ["me.wage", "1.250", 125_000],
    ["me.wage", "1\u00a0250 euros", 125_000],
    ["me.wage", "0", 0],
    ["savings", "150 000", 15_000_000],
    ["me.born", "03/1962", "1962-03"],
    ["me.born", "mars 1962", "1962-03"],
    ["me.born", "Août 1962", "1962-08"],
    ["me.born", "1962-03", "1962-03"],
    ["me.born", "12/03/1962", "1962-03-12"],
    ["me.born", "1er juillet 1962", "1962-07-01"],
    ["me.since", "12/06/2026", "2026-06"],
    ["children", "2", 2],
    ["me.steady", "no", false],
    ["union", "cohabiting", "cohabiting"],
    ["me.income", "alimony,wage", ["wage", "alimony"]],
    ["commune", "23096", "23096"],
  ])("%s: « %s »", (id, typed, expected) => {
    expect(valueOf(id, typed)).toEqual(expected);
  });

  test.each(["union", "me.born", "me.wage", "me.income", "children", "commune", "me.steady"])(
    "%s: « je ne sais pas » is an answer",
    (id) => {
      expect(read(id, doesNotKnow)).toEqual({ kind: "read", value: null });
    },
  );
});

describe("what cannot be is refused with a sentence that names the field", () => {
  test.each([
    ["me.born", "31/02/1962", "Votre naissance : cette date n’existe pas."],
    ["me.born", "13/1962", "Votre naissance : cette date n’existe pas."],
    ["me.born", "demain", "Votre naissance : cette date n’existe pas."],
    ["me.born", "12/2026", "Votre naissance : cette date n’est pas encore passée."],
    ["me.born", "03/1862", "Votre naissance : cette date est trop ancienne."],
    ["me.born", "03/2015", "Votre naissance : nous calculons à partir de 15 ans."],
    ["me.born", "", "Votre naissance : indiquez le mois et l’année"],
    ["me.wage", "-50", "Votre salaire net : un montant ne peut pas être négatif."],
    ["me.wage", "−50 €", "Votre salaire net : un montant ne peut pas être négatif."],
    ["me.wage", "beaucoup", "Votre salaire net : écrivez un montant en euros"],
    ["me.wage", "12,345", "Votre salaire net : écrivez un montant en euros"],
    ["me.wage", "999 999", "Votre salaire net : ce montant est trop grand."],
    ["children", "-1", "Enfants au foyer : un nombre d’enfants ne peut pas être négatif."],
    ["children", "40", "Enfants au foyer : nous ne savons pas compter au-delà de 12 enfants."],
    ["children", "1,5", "Enfants au foyer : écrivez un nombre"],
    ["commune", "99999", "Commune : nous ne connaissons pas cette commune."],
    ["union", "", "Couple : choisissez une réponse."],
    ["union", "trois", "Couple : choisissez une réponse."],
    ["me.income", "wage,none", "Vos revenus : « Aucune » ne va pas avec une autre réponse."],
    ["me.income", "wage,or", "Vos revenus : choisissez une réponse."],
  ])("%s: « %s »", (id, typed, begins) => {
    expect(valueOf(id, typed)).toMatch(new RegExp(`^${begins.replaceAll("?", "\\?")}`));
  });

  test("a child is never older than a parent, whoever is told first", () => {
    const facts: Facts = { union: "married", children: 1, "me.born": "1990-05", "partner.born": "1988-01" };
    expect(valueOf("child.1.born", "04/2004", facts)).toBe("2004-04");
    expect(valueOf("child.1.born", "06/2003", { ...facts, "me.born": "2004-01" })).toMatch(/plus âgé que son parent/);
    expect(valueOf("child.1.born", "06/2003", { ...facts, "partner.born": "2004-01" })).toMatch(/plus âgé que son parent/);
    expect(valueOf("me.born", "05/2009", { children: 1, "child.1.born": "2008-06" })).toMatch(/plus jeune que son enfant/);
  });
  test("a child of 25 is not counted, and the sentence says so", () => {
    const facts: Facts = { children: 1, "me.born": "1970-05" };
    expect(valueOf("child.1.born", "10/2001", facts)).toMatch(/moins de 25 ans/);
    expect(valueOf("child.1.born", "11/2001", facts)).toBe("2001-11");
  });
  test("benefits of families are not proposed without a child", () => {
    expect(valueOf("received", "rsa", { children: 0 })).toEqual(["rsa"]);
    expect(valueOf("received", "af", { children: 0 })).toMatch(/choisissez une réponse/);
    expect(valueOf("received", "af", { children: 2 })).toEqual(["af"]);
  });
});

describe("whatever is typed", () => {
  const anyQuestion = fc.constantFrom(...questionsFor({ union: "married", children: 2 }, month));
  test("an answer or a French sentence, never an accident", () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[-\d/., €a-z]{0,16}$/)),
        (asked, typed) => {
          const answer = readFact(asked, typed, { facts: { union: "married", children: 2 }, month, isCommune });
          return answer.kind === "read" || (answer.sentence.includes(" : ") && answer.sentence.endsWith("."));
        },
      ),
    );
  });
  test("an amount read is whole cents, never negative", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-\d., ]{0,12}$/), (typed) => {
        const answer = read("me.wage", typed);
        return answer.kind === "refused" || answer.value === null || (Number.isSafeInteger(answer.value) && Number(answer.value) >= 0);
      }),
    );
  });
});
