import { ageIn } from "./age.ts";
import { booleanIn, isAnswered, numberIn, textIn, type Facts } from "./fact.ts";
import { birthDay, type Gathering } from "./gathering.ts";
import { incomeOf, type BorderIncome } from "./incomes-of.ts";
import { historyBegins } from "./years.ts";

const childId = (child: number): string => `e${child}`;

/** Enfant, as the engine reads it. */
export const childOf = (gathering: Gathering, child: number): Record<string, unknown> => {
  const { facts, at } = gathering;
  const born = textIn(facts, `child.${child}.born`);
  return {
    id: childId(child),
    role: "enfant",
    date_naissance: birthDay(born),
    nationalite: "francaise",
    activite:
      born !== undefined && ageIn(at.month, born) >= 16 && booleanIn(facts, "children.earn") !== false
        ? activityOfChild(facts, child)
        : "inactif",
    revenus: incomesOfChild(gathering, child),
    revenus_annuels_n2: {},
    taux_incapacite: 0,
    rsdae: false,
    inapte_travail: false,
    enceinte: false,
    boursier: false,
    rsa_jeune_condition_heures: false,
    ass_condition_activite_anterieure: false,
    livret_a: 0,
    epargne_non_imposable: 0,
    handicap: ofThisChild(facts, "children.handicap", child, "handicap"),
    garde_alternee: custodyOf(gathering, child),
  };
};

const activityOfChild = (facts: Facts, child: number): string => ((numberIn(facts, `child.${child}.wage`) ?? 0) > 0 ? "actif" : "inactif");

const incomesOfChild = (gathering: Gathering, child: number): readonly BorderIncome[] | null => {
  const { facts, at } = gathering;
  const wage = numberIn(facts, `child.${child}.wage`);
  if (wage === undefined) {
    if (isAnswered(facts, `child.${child}.wage`)) return null;
    const born = textIn(facts, `child.${child}.born`);
    if (born !== undefined && ageIn(at.month, born) >= 16 && booleanIn(facts, "children.earn") !== false)
      gathering.suppose({ kind: "children-earn-nothing" });
    return [];
  }
  if (wage === 0) return [];
  gathering.suppose({ kind: "child-wage-same", year: Number(historyBegins(at.month).slice(0, 4)) });
  return [incomeOf(gathering, "wage", wage, historyBegins(at.month), null)];
};

/** Said of the family first, then of each child when there are several. */
const ofThisChild = (facts: Facts, family: string, child: number, name: string): boolean | null => {
  const some = booleanIn(facts, family);
  if (some === false) return false;
  if (some === true && numberIn(facts, "children") === 1) return true;
  return some === undefined ? null : (booleanIn(facts, `child.${child}.${name}`) ?? null);
};

const custodyOf = (gathering: Gathering, child: number): boolean | null => {
  if (isAnswered(gathering.facts, "children.custody")) return ofThisChild(gathering.facts, "children.custody", child, "custody");
  gathering.suppose({ kind: "no-shared-custody" });
  return false;
};
