import type { Month } from "#engines/calendar";
import { fieldPath, type FieldPath } from "#engines/rules";
import { ageIn } from "./age.ts";
import { childPlaces, hasPartner, textIn, type Adult, type Facts, type QuestionId } from "./fact.ts";

const placeOf = (facts: Facts, who: Adult | number): number =>
  who === "me" ? 0 : who === "partner" ? 1 : who + (hasPartner(facts) === true ? 1 : 0);

/** The fields of one person of the household. */
export const ofPerson =
  (who: Adult | number, ...names: readonly string[]) =>
  (facts: Facts): readonly FieldPath[] =>
    names.map((name) => fieldPath("personnes", placeOf(facts, who), name));

/** One field of every child. */
export const ofChildren =
  (name: string) =>
  (facts: Facts): readonly FieldPath[] =>
    childPlaces(facts).map((child) => fieldPath("personnes", placeOf(facts, child), name));

/** Fields that are always at the same place. */
export const fixed =
  (...fields: readonly FieldPath[]) =>
  (): readonly FieldPath[] =>
    fields;

export const always = (): boolean => true;
export const isHere = (facts: Facts, who: Adult): boolean => who === "me" || hasPartner(facts) === true;

export const ageOf = (facts: Facts, month: Month, id: QuestionId): number | undefined => {
  const born = textIn(facts, id);
  return born === undefined ? undefined : ageIn(month, born);
};

/** Whether an age may stand between two bounds: an unknown age may. */
export const mayBe = (age: number | undefined, least: number, most: number): boolean => age === undefined || (age >= least && age <= most);

export const hasWorkingAge = (facts: Facts, month: Month, who: Adult): boolean => mayBe(ageOf(facts, month, `${who}.born`), 15, 66);
