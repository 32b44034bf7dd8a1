import type { Entity, EntityType } from "./entity.ts";
import { maskAddresses } from "./mask-address.ts";
import { maskBirthDates } from "./mask-birth-date.ts";
import { maskCompanies } from "./mask-company.ts";
import { maskIdentifiers } from "./mask-identifier.ts";
import { knownNamesFrom, type KnownNames } from "./known-names.ts";
import { maskKnownNames } from "./mask-known-name.ts";
import { maskMails } from "./mask-mail.ts";
import { maskLongNumbers, maskNumbers } from "./mask-number.ts";
import { placeholdersOf } from "./mask-numbering.ts";
import { readPage, turnPage, type Page } from "./mask-page.ts";
import { maskPersons } from "./mask-person.ts";
import { maskSignature } from "./mask-signature.ts";
import { maskSpokenNumbers } from "./mask-spoken-number.ts";
import { makeLexicon } from "./mask-traits.ts";
import type { NameLists } from "./name-lists.ts";

export type { Entity, EntityType };

/** Texte masqué : what may be stored, shown in statistics, or given to a model. */
export type Masked = {
  /** With `[NOM_1]`, `[TEL]`… in the place of the entities. */
  readonly text: string;
  /** What was masked, in the order of the text as given, never overlapping. */
  readonly entities: readonly Entity[];
};

/** @param context `names`: those of the file, which are masked in any spelling */
export type Masker = (text: string, context?: { readonly names?: readonly string[] }) => Masked;

/** The version of the rules, kept beside what they masked. */
export const maskingVersion = "1";

/**
 * Masquage : hides who and where someone is. In doubt it masks: no number needs a valid key, no name needs its capital.
 * Masking a text already masked changes nothing.
 */
export const makeMasker = (lists: NameLists): Masker => {
  const lexicon = makeLexicon(lists);
  return (text, context) => {
    const known = knownNames(context?.names);
    const found: Entity[] = [];
    let page = readPage(text, lexicon);
    // What is hidden may uncover something beside it: read again until nothing more is found.
    for (let turn = 0; turn < mostTurns; turn++) {
      maskPage(page, known);
      if (page.claims.length === 0) break;
      found.push(...page.claims);
      page = turnPage(page);
    }
    const entities = found.toSorted((a, b) => a.start - b.start);
    return { text: written(text, entities, placeholdersOf(entities, known, text)), entities };
  };
};

const mostTurns = 6;

const knownNames = (names: readonly string[] | undefined): KnownNames =>
  names === undefined || names.length === 0 ? nobody : knownNamesFrom(names);
const nobody = knownNamesFrom([]);

/** The surest first: what a detector claims, the next ones no longer see. */
const maskPage = (page: Page, known: KnownNames): void => {
  maskMails(page);
  maskNumbers(page);
  maskSpokenNumbers(page);
  maskIdentifiers(page);
  maskLongNumbers(page);
  maskKnownNames(page, known);
  maskAddresses(page);
  maskSignature(page);
  maskCompanies(page);
  maskPersons(page);
  maskBirthDates(page);
};

const written = (text: string, entities: readonly Entity[], placeholders: readonly string[]): string => {
  if (entities.length === 0) return text;
  let result = "";
  let from = 0;
  for (const [at, { start, end }] of entities.entries()) {
    result += text.slice(from, start) + (placeholders[at] ?? "");
    from = end;
  }
  return result + text.slice(from);
};
