import { fieldPath, type FieldPath } from "./field.ts";
import type { IncomeKind, PartialIncome, PartialPerson } from "./household.ts";
import { fieldWords, readingWords as words } from "./reading.words.ts";
import { way, type Piece, type Reading } from "./reading.ts";

const mostIncomes = 200;

const kinds: Readonly<Record<string, IncomeKind>> = {
  salaire: "salary",
  chomage: "unemployment",
  retraite: "retirement",
  pension_invalidite: "disability-pension",
  pension_alimentaire_percue: "alimony",
  micro_entreprise: "micro-business",
};

/** Which amounts, beside the net one, each kind of income has. */
const hasGross: readonly IncomeKind[] = ["salary", "retirement"];
const hasTaxable: readonly IncomeKind[] = ["salary", "retirement", "unemployment"];

/** Revenus d'une personne : an empty list says that there is none, null that nobody knows. */
export const readIncomes = (reading: Reading, value: unknown, path: FieldPath): readonly PartialIncome[] | null => {
  const list = reading.list(value, path, "revenus", mostIncomes);
  if (list === null) return null;
  return list.flatMap((each, index) => {
    const at = fieldPath(path, index);
    const piece = reading.piece(each, at, "revenu");
    if (piece === null) {
      reading.complain(at, words.required(fieldWords.revenu));
      return [];
    }
    return readIncome(reading, piece, at) ?? [];
  });
};

const readIncome = (reading: Reading, piece: Piece, at: FieldPath): PartialIncome | null => {
  const known = reading.complaints.length;
  const kind = reading.oneOf(piece["type"], way(at, "type"), "type", kinds);
  const from = reading.month(piece["debut"], way(at, "debut"), "debut");
  const until = reading.month(piece["fin"], way(at, "fin"), "fin");
  if (reading.complaints.length > known) return null;
  if (kind === null) return reading.complain(way(at, "type"), words.required(fieldWords.type));
  if (from === null) return reading.complain(way(at, "debut"), words.required(fieldWords.debut));
  if (until !== null && until < from) return reading.complain(way(at, "fin"), words.endsBeforeBeginning(from, until));
  return {
    kind,
    from,
    until: until ?? "ongoing",
    netCents: reading.cents(piece["net"], way(at, "net"), "net"),
    grossCents: hasGross.includes(kind) ? reading.cents(piece["brut"], way(at, "brut"), "brut") : 0,
    taxableCents: hasTaxable.includes(kind) ? reading.cents(piece["imposable"], way(at, "imposable"), "imposable") : 0,
  };
};

/** Revenus de l'année N-2 : a kind that is absent was not received. */
export const readYearlyIncomes = (reading: Reading, value: unknown, path: FieldPath): PartialPerson["yearlyIncomes"] => {
  const piece = reading.piece(value, path, "revenus_annuels_n2");
  if (piece === null) return null;
  const cents = (
    name: "salaire_imposable" | "chomage_imposable" | "retraite_imposable" | "pension_invalidite" | "pension_alimentaire_percue",
  ): number | null => reading.cents(piece[name], way(path, name), name, 0);
  return {
    salaryCents: cents("salaire_imposable"),
    unemploymentCents: cents("chomage_imposable"),
    retirementCents: cents("retraite_imposable"),
    disabilityPensionCents: cents("pension_invalidite"),
    alimonyCents: cents("pension_alimentaire_percue"),
  };
};
