import { sql } from "kysely";
import type { Work } from "#ground/server";
import { nameKeys } from "./name-index.ts";
import type { AccessNeed, AgeBand, Person, Population } from "./person.ts";
import { findPerson, keysOfName, personPlace } from "./person.store.ts";
import { vaultOf } from "./vault.store.ts";

/** What may be changed of a person. Absent: left as it is; null: taken away. */
export interface PersonEdit {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly communeCode?: string | null | undefined;
  readonly ageBand?: AgeBand | null | undefined;
  readonly population?: Population | null | undefined;
  readonly populationFrom?: "entitlement" | "declared" | undefined;
  readonly language?: string | undefined;
  readonly accessNeeds?: readonly AccessNeed[] | undefined;
  readonly isProtected?: boolean | undefined;
}

export type EditedPerson =
  | { readonly kind: "edited" }
  | { readonly kind: "not-found" }
  /** Someone who gave a name keeps one: a file without a name is another file, an anonymous one. */
  | { readonly kind: "name-needed" };

const given = <Value>(edited: Value | null | undefined, before: Value | undefined): Value | undefined =>
  edited === undefined ? before : (edited ?? undefined);
const filled = (text: string | undefined): string | undefined => (text?.trim() === "" ? undefined : text?.trim());

/** Corrige une personne : an anonymous one who gives a name becomes identified, in the same file. */
export const editPerson = async (work: Work, personId: string, edit: PersonEdit): Promise<EditedPerson> => {
  // All of a file is written again: two corrections at the same instant come one after the other, so that neither is lost.
  await work.run(sql`select 1 from person where commissioner_id = ${work.commissionerId} and id = ${personId} for update`);
  const before = await findPerson(work, personId);
  if (!before) return { kind: "not-found" };
  const after = merged(before, edit);
  if (before.kind === "identified" && after.firstName === undefined && after.lastName === undefined) return { kind: "name-needed" };
  await keepPerson(work, personId, after);
  work.audit({ action: "edit person", objectKind: "person", objectId: personId, purpose: Object.keys(edit).toSorted().join(" ") });
  await work.tell("person.changed", { personId });
  return { kind: "edited" };
};

type Kept = Pick<
  Person,
  | "firstName"
  | "lastName"
  | "birthDate"
  | "communeCode"
  | "ageBand"
  | "population"
  | "populationFrom"
  | "language"
  | "accessNeeds"
  | "isProtected"
>;

const merged = (before: Person, edit: PersonEdit): Kept => {
  const population = given(edit.population, before.population);
  return {
    firstName: filled(given(edit.firstName, before.firstName)),
    lastName: filled(given(edit.lastName, before.lastName)),
    birthDate: filled(given(edit.birthDate, before.birthDate)),
    communeCode: filled(given(edit.communeCode, before.communeCode)),
    ageBand: given(edit.ageBand, before.ageBand),
    population,
    populationFrom:
      population === undefined ? undefined : edit.population === undefined ? before.populationFrom : (edit.populationFrom ?? "declared"),
    language: edit.language ?? before.language,
    accessNeeds: edit.accessNeeds ?? before.accessNeeds,
    isProtected: edit.isProtected ?? before.isProtected,
  };
};

const keepPerson = async (work: Work, id: string, person: Kept): Promise<void> => {
  const vault = await vaultOf(work, id);
  const sealed = (column: string, text: string | undefined): Buffer | null =>
    text === undefined ? null : vault.seal(personPlace(id, column), text);
  const isNamed = person.firstName !== undefined || person.lastName !== undefined;
  await work.run(sql`
    update person
    set kind = ${isNamed ? "identified" : "anonymous"},
      first_name = ${sealed("first_name", person.firstName)},
      last_name = ${sealed("last_name", person.lastName)},
      birth_date = ${sealed("birth_date", person.birthDate)},
      name_index = ${keysOfName(work, nameKeys(person.firstName, person.lastName))},
      commune_code = ${person.communeCode ?? null},
      age_band = ${person.ageBand ?? null},
      population = ${person.population ?? null},
      population_from = ${person.populationFrom ?? null},
      language = ${person.language},
      access_needs = ${[...person.accessNeeds]},
      is_protected = ${person.isProtected}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
};
