import type { Month } from "#engines/calendar";
import type { RightId } from "#engines/rules";
import { ageIn } from "../facts/age.ts";
import { adultsOf, booleanIn, childPlaces, choicesIn, hasPartner, numberIn, textIn, type Adult, type Facts } from "../facts/fact.ts";
import { rightReasonWords, type Reason } from "./right-reason.words.ts";

const words = rightReasonWords.fr;

/** What a household is, as far as the reasons look at it. */
interface Looked {
  readonly facts: Facts;
  readonly month: Month;
}

/**
 * Pourquoi pas cette fois : the first condition that the answers do not meet; what is left when all of them are met is resources.
 * Said only of a right that the engine excludes: this explains an answer, and decides none.
 */
export const reasonAgainst = (right: RightId, facts: Facts, month: Month): Reason => {
  const looked: Looked = { facts, month };
  return (conditions[right] ?? []).find(([, fails]) => fails(looked))?.[0] ?? "resources";
};

export const reasonInWords = (right: RightId, reason: Reason): string => words[right].not[reason] ?? words[right].not.resources;

const ageOf = ({ facts, month }: Looked, id: string): number | undefined => {
  const born = textIn(facts, id);
  return born === undefined ? undefined : ageIn(month, born);
};

const adultAges = (looked: Looked): readonly (number | undefined)[] => adultsOf(looked.facts).map((who) => ageOf(looked, `${who}.born`));
const childAges = (looked: Looked): readonly number[] =>
  childPlaces(looked.facts).flatMap((child) => ageOf(looked, `child.${child}.born`) ?? []);

const every = (looked: Looked, is: (who: Adult) => boolean): boolean => adultsOf(looked.facts).every(is);
const receives = ({ facts }: Looked, who: Adult, kind: string): boolean => (choicesIn(facts, `${who}.income`) ?? []).includes(kind);
const earnsNothing = (looked: Looked): boolean =>
  every(looked, (who) => !receives(looked, who, "wage") && !receives(looked, who, "business"));
const areYoungerThan = (looked: Looked, age: number): boolean => adultAges(looked).every((each) => each !== undefined && each < age);
const hasFewer = (looked: Looked, count: number, from: number, until: number): boolean =>
  childAges(looked).length === childPlaces(looked.facts).length &&
  childAges(looked).filter((age) => age >= from && age < until).length < count;
const disability = ({ facts }: Looked, who: Adult): string | undefined => textIn(facts, `${who}.disability`);
const isNotDisabled = (looked: Looked): boolean => every(looked, (who) => [undefined, "none"].includes(disability(looked, who)));
const isTenant = ({ facts }: Looked): boolean => ["social", "rented", "furnished"].includes(textIn(facts, "home") ?? "");
const isStudent = (looked: Looked): boolean => every(looked, (who) => textIn(looked.facts, `${who}.work`) === "student");
const isOldEnough = (looked: Looked): boolean => adultAges(looked).some((age) => age !== undefined && age >= 65);

type Condition = readonly [reason: Reason, fails: (looked: Looked) => boolean];

const conditions: Readonly<Partial<Record<RightId, readonly Condition[]>>> = {
  rsa: [
    ["study", isStudent],
    ["age", (looked) => childPlaces(looked.facts).length === 0 && areYoungerThan(looked, 25)],
  ],
  prime_activite: [
    ["age", (looked) => areYoungerThan(looked, 18)],
    ["work", earnsNothing],
    ["study", isStudent],
  ],
  aide_logement: [["home", (looked) => textIn(looked.facts, "home") !== undefined && !isTenant(looked)]],
  aah: [
    ["health", isNotDisabled],
    [
      "rate",
      (looked) => every(looked, (who) => disability(looked, who) !== "high" && booleanIn(looked.facts, `${who}.restriction`) !== true),
    ],
    ["age", (looked) => every(looked, (who) => disability(looked, who) !== "high") && !areYoungerThan(looked, 65)],
  ],
  mva: [
    ["health", (looked) => every(looked, (who) => disability(looked, who) !== "high")],
    ["other-right", () => true],
  ],
  aspa: [["age", (looked) => areYoungerThan(looked, 65)]],
  asi: [
    ["other-right", (looked) => every(looked, (who) => receives(looked, who, "invalidity")) && isOldEnough(looked)],
    ["health", (looked) => every(looked, (who) => !receives(looked, who, "invalidity"))],
  ],
  ass: [
    ["work", (looked) => every(looked, (who) => textIn(looked.facts, `${who}.work`) !== "unemployed")],
    [
      "unemployment",
      (looked) => every(looked, (who) => textIn(looked.facts, `${who}.work`) !== "unemployed" || receives(looked, who, "unemployment")),
    ],
  ],
  af: [["children", (looked) => hasFewer(looked, 2, 0, 20)]],
  cf: [["children", (looked) => hasFewer(looked, 3, 3, 21)]],
  asf: [
    ["children", (looked) => hasFewer(looked, 1, 0, 20)],
    ["couple", (looked) => hasPartner(looked.facts) === true],
    ["alimony", (looked) => (numberIn(looked.facts, "me.alimony") ?? 0) > 0],
  ],
  paje_base: [["children", (looked) => hasFewer(looked, 1, 0, 3)]],
  aeeh: [["children", () => true]],
  ars: [["children", (looked) => hasFewer(looked, 1, 5, 19)]],
  cheque_energie: [["home", (looked) => ["free", "none", "institution"].includes(textIn(looked.facts, "home") ?? "")]],
};
