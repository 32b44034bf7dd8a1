import { monthInWords, type Month } from "#engines/calendar";
import { fieldPath, type FieldPath } from "./field.ts";
import type { PartialHousehold, PartialPerson, Union } from "./household.ts";
import { complainOfPersons } from "./household-sense.ts";
import { readHousing, readReceived, readTaxIncomes } from "./read-home.ts";
import { readPerson } from "./read-person.ts";
import { isPiece, Reading, type Complaint } from "./reading.ts";
import { fieldWords, readingWords as words } from "./reading.words.ts";
import { firstMonth, lastMonth } from "./months-known.ts";
import { unknownFields } from "./unknown-field.ts";

/** Foyer lu : what is known and the way to all that is not, or what is wrong with it. */
export type ReadHousehold =
  | { readonly kind: "read"; readonly household: PartialHousehold; readonly unknown: readonly FieldPath[] }
  | { readonly kind: "refused"; readonly complaints: readonly Complaint[] };

const mostPersons = 30;

const unions: Readonly<Record<string, Union>> = {
  celibataire: "single",
  marie: "married",
  pacse: "civil-union",
  concubinage: "cohabiting",
};

/**
 * Lit un foyer tel qu'il est donné (`menage`), whatever it is. Amounts enter in euros and become cents; null means unknown; a boolean that
 * is absent is false, a benefit that is absent is 0; keys that we do not know are ignored. Never throws.
 */
export const readHousehold = (menage: unknown): ReadHousehold => {
  if (!isPiece(menage)) return { kind: "refused", complaints: [{ field: "", sentence: words.notAHousehold }] };
  const reading = new Reading();
  const month = readMonth(reading, menage["mois"]);
  const persons = readPersons(reading, menage["personnes"]);
  const rest = {
    union: reading.oneOf(menage["situation_familiale"], "situation_familiale", "situation_familiale", unions),
    isRecentlyAlone: reading.yesNo(menage, "", "isolement_recent"),
    housing: readHousing(reading, menage["logement"]),
    received: readReceived(
      reading,
      menage["prestations_percues"],
      persons.map(({ person }) => person),
    ),
    taxIncomesCents: readTaxIncomes(reading, menage["foyers_fiscaux_rfr_n2"]),
  };
  if (month !== null) complainOfPersons(reading, { month, union: rest.union, persons });
  if (reading.complaints.length > 0 || month === null) return { kind: "refused", complaints: reading.complaints };
  const household = { month, ...rest, persons: persons.map(({ person }) => person) };
  return { kind: "read", household, unknown: unknownFields(household).map(({ path }) => path) };
};

const readMonth = (reading: Reading, value: unknown): Month | null => {
  if (value === undefined || value === null) return reading.complain("mois", words.required(fieldWords.mois));
  const month = reading.month(value, "mois", "mois");
  if (month === null) return null;
  if (month < firstMonth) return reading.complain("mois", words.beforeScales(monthInWords(firstMonth)));
  return month > lastMonth ? reading.complain("mois", words.beyondScales(monthInWords(lastMonth))) : month;
};

/** Each person keeps her place in the list that was given. */
export interface PersonRead {
  readonly person: PartialPerson;
  readonly at: FieldPath;
}

const readPersons = (reading: Reading, value: unknown): readonly PersonRead[] => {
  const list = reading.list(value, "personnes", "personnes", mostPersons);
  if (list === null) {
    if (value === undefined || value === null) reading.complain("personnes", words.required(fieldWords.personnes));
    return [];
  }
  return list.flatMap((each, index) => {
    const at = fieldPath("personnes", index);
    if (!isPiece(each)) {
      reading.complain(at, words.notARecord(fieldWords.personne));
      return [];
    }
    const person = readPerson(reading, each, at);
    return person === null ? [] : [{ person, at }];
  });
};
