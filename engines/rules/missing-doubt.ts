import type { PartialHousehold } from "./household.ts";
import { fieldWords, missingReason, ownerWords } from "./missing.words.ts";
import type { Doubt } from "./right.ts";
import type { UnknownField } from "./unknown-field.ts";

/** Doute d'un champ inconnu : what is missing, whose it is, and the papers that would tell. Nothing when nothing is missing. */
export const missingDoubt = (household: PartialHousehold, missing: readonly UnknownField[]): readonly Doubt[] => {
  if (missing.length === 0) return [];
  const names = [...new Set(missing.map((field) => nameOf(household, field)))];
  const documents = [...new Set(missing.flatMap(({ kind }) => fieldWords[kind].document ?? []))];
  return [
    {
      kind: "missing",
      reason: missingReason(names),
      ...(documents.length === 0 ? {} : { document: documents.join(" ; ") }),
      fields: missing.map(({ path }) => path),
    },
  ];
};

const nameOf = ({ persons }: PartialHousehold, { kind, person }: UnknownField): string => {
  const owner = persons[person];
  if (!owner) return fieldWords[kind].name;
  return `${fieldWords[kind].name} ${owner.role === "child" ? ownerWords.child(owner.id) : ownerWords[owner.role]}`;
};
