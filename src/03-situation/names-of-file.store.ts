import { staffOfCommissioner, type Work } from "#ground/server";
import { findPerson, householdOf } from "#person/server";

/**
 * Noms connus dans le dossier : hers, those of her household, how she is reached, and who listens. Masking hides them in any spelling.
 * @returns them as they are written, in no order; nobody's file gives the names of those who listen alone
 */
export const namesOfFile = async (work: Work, personId: string | undefined): Promise<string[]> => {
  const staff = (await staffOfCommissioner(work, work.commissionerId)).map(({ name }) => name);
  const person = personId === undefined ? undefined : await findPerson(work, personId);
  if (!person) return staff;
  const persons = [person, ...(await householdOf(work, person))];
  const names = persons.flatMap((each) => [each.firstName, each.lastName, ...each.contactPoints.map((point) => point.value)]);
  return [...new Set([...names.filter((name) => name !== undefined && name !== ""), ...staff])] as string[];
};
