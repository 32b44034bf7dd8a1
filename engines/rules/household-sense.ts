import { monthInWords, type Month } from "#engines/calendar";
import type { FieldPath } from "./field.ts";
import type { PartialPerson, Union } from "./household.ts";
import { way, type Reading } from "./reading.ts";
import { readingWords as words } from "./reading.words.ts";

interface Persons {
  readonly month: Month;
  readonly union: Union | null;
  readonly persons: readonly { readonly person: PartialPerson; readonly at: FieldPath }[];
}

const longestLife = 120;
const unionWords: Readonly<Record<Union, string>> = {
  single: "celibataire",
  married: "marie",
  "civil-union": "pacse",
  cohabiting: "concubinage",
};

/** Cohérence : what no single field shows, but several together. */
export const complainOfPersons = (reading: Reading, household: Persons): void => {
  complainOfRoles(reading, household);
  complainOfNames(reading, household);
  complainOfUnion(reading, household);
  complainOfDates(reading, household);
};

const complainOfRoles = (reading: Reading, { persons }: Persons): void => {
  const [first, ...others] = persons.filter(({ person }) => person.role === "claimant");
  if (!first && reading.isSound("personnes")) reading.complain("personnes", words.noClaimant);
  for (const { at } of others) reading.complain(way(at, "role"), words.severalClaimants);
  for (const { at } of persons.filter(({ person }) => person.role === "partner").slice(1))
    reading.complain(way(at, "role"), words.severalPartners);
};

const complainOfNames = (reading: Reading, { persons }: Persons): void => {
  const seen = new Set<string>();
  for (const { person, at } of persons) {
    if (seen.has(person.id)) reading.complain(way(at, "id"), words.sameId(person.id.slice(0, 40)));
    seen.add(person.id);
  }
};

const complainOfUnion = (reading: Reading, { union, persons }: Persons): void => {
  if (union === null) return;
  const hasPartner = persons.some(({ person }) => person.role === "partner");
  if (union === "single" && hasPartner) reading.complain("situation_familiale", words.singleWithPartner);
  if (union !== "single" && !hasPartner && reading.isSound("personnes"))
    reading.complain("situation_familiale", words.unionWithoutPartner(unionWords[union]));
};

const complainOfDates = (reading: Reading, { month, persons }: Persons): void => {
  const named = monthInWords(month);
  const parentsBirths = persons.flatMap(({ person }) => (person.role === "child" || person.birthDate === null ? [] : [person.birthDate]));
  for (const { person, at } of persons) {
    const { birthDate, unemployedSince, role } = person;
    if (unemployedSince !== null && unemployedSince !== "never" && unemployedSince.slice(0, 7) > month)
      reading.complain(way(at, "date_debut_chomage"), words.unemployedLater(named));
    if (birthDate === null) continue;
    const path = way(at, "date_naissance");
    if (birthDate.slice(0, 7) > month) reading.complain(path, words.bornLater(named));
    else if (Number(month.slice(0, 4)) - Number(birthDate.slice(0, 4)) > longestLife)
      reading.complain(path, words.bornLongAgo(longestLife));
    else if (role === "child" && parentsBirths.length > 0 && parentsBirths.every((birth) => birthDate <= birth))
      reading.complain(path, words.olderThanParent);
  }
};
