import type { Candidate } from "./candidate.ts";
import { candidatesOf } from "./candidates.ts";
import { draftOf, draftPersonOf, filled, type Draft, type DraftPerson } from "./draft.ts";
import type { Household, PartialHousehold } from "./household.ts";
import { unknownFields, type UnknownField } from "./unknown-field.ts";

/** Inconnues d'un foyer : each unknown field with its plausible answers, the most likely first. */
export interface Unknowns {
  readonly household: PartialHousehold;
  readonly fields: readonly UnknownField[];
  readonly candidates: readonly (readonly Candidate[])[];
}

/** Choix : for each unknown field, the index of the answer that is tried. */
export type Choice = readonly number[];

export const unknownsOf = (household: PartialHousehold): Unknowns => {
  const fields = unknownFields(household);
  return { household, fields, candidates: fields.map((field) => candidatesOf(field, household)) };
};

/** Réponses les plus vraisemblables, to all that is unknown. */
export const likelyChoice = ({ fields }: Pick<Unknowns, "fields">): Choice => fields.map(() => 0);

/** Foyer complété : the household as it would be with these answers. */
export const complete = ({ household, candidates }: Unknowns, choice: Choice): Household => {
  const draft = draftOf(household);
  candidates.forEach((answers, at) => answers[choice[at] ?? 0]?.fill(draft));
  return filled(draft);
};

/**
 * Le même foyer complété, with another answer to one field: only what that answer touches is written again, and the answers that follow from it
 * (a tax income from what was earned, a partner's age from the claimant's). The same as `complete`, several times faster.
 */
export const completeAgain = ({ fields, candidates }: Unknowns, completed: Household, choice: Choice, at: number): Household => {
  const touched = fields[at]?.person ?? -1;
  // Persons that are not touched are shared, and never written on.
  const persons = completed.persons.map((person, index) => (index === touched ? draftPersonOf(person) : (person as DraftPerson)));
  const draft: Draft = { ...completed, persons, housing: { ...completed.housing }, received: { ...completed.received } };
  candidates.forEach((answers, index) => {
    const answer = answers[choice[index] ?? 0];
    const person = fields[index]?.person ?? -1;
    const isConcerned = index === at || (answer?.follows === true && (person === touched || person < 0));
    if (isConcerned) answer?.fill(draft);
  });
  return filled(draft);
};
