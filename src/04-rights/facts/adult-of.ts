import { ageIn } from "./age.ts";
import { booleanIn, isAnswered, numberIn, textIn, type Adult } from "./fact.ts";
import { birthDay, eurosOrNull, type Gathering } from "./gathering.ts";
import { incomesOf, unemployedSince, yearlyOf } from "./incomes-of.ts";
import { findQuestion } from "./questions.ts";

export const personIds = { me: "p1", partner: "p2" } as const;

const activities: Readonly<Record<string, string>> = {
  employed: "actif",
  "self-employed": "actif",
  unemployed: "chomeur",
  student: "etudiant",
  retired: "retraite",
  home: "inactif",
};

/** Adulte, as the engine reads it. */
export const adultOf = (gathering: Gathering, who: Adult): Record<string, unknown> => {
  const { facts } = gathering;
  const { incomes, history } = incomesOf(gathering, who);
  return {
    id: personIds[who],
    role: who === "me" ? "demandeur" : "conjoint",
    date_naissance: birthDay(textIn(facts, `${who}.born`)),
    nationalite: nationalityOf(gathering),
    activite: activities[textIn(facts, `${who}.work`) ?? ""] ?? null,
    revenus: incomes,
    revenus_annuels_n2: yearlyOf(gathering, who, history),
    ...unemployedSince(gathering, who),
    ...healthOf(gathering, who),
    enceinte: pregnancyOf(gathering, who),
    boursier: toldOrFalse(gathering, `${who}.scholarship`),
    garde_alternee: false,
    rsa_jeune_condition_heures: toldOrFalse(gathering, `${who}.worked-young`),
    ass_condition_activite_anterieure: toldOrFalse(gathering, `${who}.worked-five-years`),
    ...savingsOf(gathering, who),
  };
};

/** Not asked since it cannot concern her is no; asked and not answered, or « je ne sais pas », stays unknown. */
const toldOrFalse = ({ facts, at }: Gathering, id: string): boolean | null => {
  const isAsked = isAnswered(facts, id) || findQuestion(id)?.isAsked(facts, at.month) === true;
  return isAsked ? (booleanIn(facts, id) ?? null) : false;
};

const nationalityOf = (gathering: Gathering): string | null => {
  const { facts } = gathering;
  const isFrench = booleanIn(facts, "french");
  if (isFrench !== undefined) return isFrench ? "francaise" : "etrangere";
  // Whoever passes the question may well be worried: it stays unknown, and concludes nothing against anyone.
  if (isAnswered(facts, "french")) return null;
  gathering.suppose({ kind: "is-french" });
  return "francaise";
};

const savingsOf = (gathering: Gathering, who: Adult): Record<string, number | null> => {
  const savings = numberIn(gathering.facts, "savings");
  // One answer for the household: it is counted once, on whoever asks.
  if (who === "partner") return { livret_a: 0, epargne_non_imposable: 0 };
  if (savings !== undefined && savings > 0) gathering.suppose({ kind: "savings-on-livret" });
  return { livret_a: eurosOrNull(savings), epargne_non_imposable: savings === undefined ? null : 0 };
};

const incapacity: Readonly<Record<string, number>> = { none: 0, half: 0.5, high: 0.8 };
const oldestAsked = 66;

const healthOf = (gathering: Gathering, who: Adult): Record<string, unknown> => {
  const { facts, at } = gathering;
  const born = textIn(facts, `${who}.born`);
  const age = born === undefined ? undefined : ageIn(at.month, born);
  const told = textIn(facts, `${who}.disability`);
  // Not asked of those past the age at which it opens a right that they could still ask for.
  const isPast = told === undefined && !isAnswered(facts, `${who}.disability`) && age !== undefined && age > oldestAsked;
  if (isPast) gathering.suppose({ kind: "no-disability", who });
  if (age !== undefined && age >= 62 && age < 65 && booleanIn(facts, `${who}.unfit`) === undefined)
    gathering.suppose({ kind: "not-unfit" });
  return {
    taux_incapacite: isPast ? 0 : (incapacity[told ?? ""] ?? null),
    handicap: isPast ? false : told === undefined ? null : told !== "none",
    rsdae:
      told === "half" || told === "some" ? (booleanIn(facts, `${who}.restriction`) ?? null) : isPast || told !== undefined ? false : null,
    inapte_travail: booleanIn(facts, `${who}.unfit`) ?? false,
  };
};

const pregnancyOf = (gathering: Gathering, who: Adult): boolean | null => {
  const { facts, at } = gathering;
  if (!isAnswered(facts, "pregnancy")) {
    if (findQuestion("pregnancy")?.isAsked(facts, at.month) === true) gathering.suppose({ kind: "no-birth" });
    return false;
  }
  const told = textIn(facts, "pregnancy");
  return told === undefined ? null : told === who;
};
