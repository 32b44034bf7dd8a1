import type { Day } from "#engines/calendar";
import { ageOn, type Person, type Population } from "#person";
import type { Need } from "#situation";
import { mostChildren } from "../facts/questions.ts";
import type { FactValue, QuestionId } from "../facts/fact.ts";
import type { KeptFact } from "./kept-fact.ts";

/** What the list of the commissioner, or the person, says of her activity, as the plain question says it. */
const workOf: Readonly<Partial<Record<Population, string>>> = {
  actif_prive: "employed",
  actif_public: "employed",
  retraite: "retired",
  demandeur_emploi: "unemployed",
  etudiant: "student",
};

/** Family benefits count a child until this age. */
const childUntil = 20;

const fromFile = (question: QuestionId, value: FactValue): KeptFact => ({
  question,
  value,
  source: "file",
  saidAt: undefined,
  saidBy: undefined,
});

/**
 * Ce que dit le dossier : her birth, her commune, her activity, and the children of her household. Other adults of the household are left
 * out: nothing says that they are a couple.
 * @param others the other persons of her household
 */
export const factsOfFile = (
  person: Pick<Person, "birthDate" | "communeCode" | "population">,
  others: readonly Pick<Person, "birthDate">[],
  today: Day,
): readonly KeptFact[] => {
  const work = person.population === undefined ? undefined : workOf[person.population];
  const children = others
    .flatMap(({ birthDate }) => (birthDate !== undefined && ageOn(birthDate, today) < childUntil ? [birthDate] : []))
    .toSorted()
    .slice(0, mostChildren);
  return [
    ...(person.birthDate === undefined ? [] : [fromFile("me.born", person.birthDate)]),
    ...(person.communeCode === undefined ? [] : [fromFile("commune", person.communeCode)]),
    ...(work === undefined ? [] : [fromFile("me.work", work)]),
    ...(children.length === 0 ? [] : [fromFile("children", children.length)]),
    ...children.map((birthDate, at) => fromFile(`child.${at + 1}.born`, birthDate)),
  ];
};

/** A need that was found, and the one fact that it tells by itself. Most tell none: an unpaid rent does not say how much it is. */
const toldByNeed: Readonly<Record<string, readonly [QuestionId, FactValue]>> = {
  perte_emploi: ["me.work", "unemployed"],
  enfant_handi: ["children.handicap", true],
};

/** A domain signed as « sans objet », and what that says. */
const toldByDomain: Readonly<Record<string, readonly [QuestionId, FactValue]>> = { handicap: ["me.disability", "none"] };

/** What the signed round and the needs found say, with who signed or when it was found. */
export const factsOfDiagnosis = (
  signed:
    { readonly answers: Readonly<Record<string, string>>; readonly signedAt: Date; readonly signedBy: KeptFact["saidBy"] } | undefined,
  needs: readonly Pick<Need, "need" | "status" | "notedAt">[],
): readonly KeptFact[] => {
  const told = (told: readonly [QuestionId, FactValue], at: Date | undefined, by: KeptFact["saidBy"]): KeptFact => ({
    question: told[0],
    value: told[1],
    source: "diagnosis",
    saidAt: at,
    saidBy: by,
  });
  return [
    ...needs.flatMap(({ need, status, notedAt }) => {
      const fact = status === "gone" ? undefined : toldByNeed[need];
      return fact ? [told(fact, notedAt, undefined)] : [];
    }),
    ...Object.entries(signed?.answers ?? {}).flatMap(([domain, state]) => {
      const fact = state === "apart" ? toldByDomain[domain] : undefined;
      return fact && signed ? [told(fact, signed.signedAt, signed.signedBy)] : [];
    }),
  ];
};
