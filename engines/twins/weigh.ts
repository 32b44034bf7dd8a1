import { distanceMeters } from "#engines/places";
import { houseOf } from "./contacts.ts";
import { kindRelation, type KindRelation } from "./kinds.ts";
import type { Evidence } from "./pair.ts";
import type { Portrait } from "./portrait.ts";
import { streetLikeness, type StreetLikeness } from "./street.ts";
import { sharedCount, shareTellingWord } from "./words.ts";
import { weights } from "./weights.ts";

/** Pesée: what each thing compared weighs, 0 when one of the two says nothing. */
export interface Weighed {
  readonly parts: Readonly<Record<Part, number>>;
  readonly total: number;
  readonly relation: KindRelation;
  readonly street: StreetLikeness | undefined;
}

export type Part = Exclude<Evidence["of"], "themes" | "structure">;

export const weigh = (a: Portrait, b: Portrait): Weighed => {
  const relation = kindRelation(a.kinds, b.kinds);
  const street = a.street && b.street ? streetLikeness(a.street, b.street) : undefined;
  const commune = communeWeight(a, b);
  const parts = {
    commune,
    kind: kindWeight(a, b, relation),
    name: nameWeight(a, b, isShared(relation) && commune >= 0),
    street: streetWeight(street, commune),
    distance: distanceWeight(a, b, street),
    phone: phoneWeight(a, b),
    mail: mailWeight(a, b),
    siret: siretWeight(a, b),
    rivals: 0,
  };
  return { parts, total: sumOf(parts), relation, street };
};

/** Rounded, so that the order of an addition never decides. */
export const sumOf = ({ commune, kind, name, street, distance, phone, mail, siret, rivals }: Weighed["parts"]): number =>
  Math.round((commune + kind + name + street + distance + phone + mail + siret + rivals) * 1e6) / 1e6;

/** Contacts and address say where; only the name or the kind says who. */
export const isNamed = ({ relation, parts }: Weighed): boolean => isShared(relation) || parts.name >= weights.nameWithin;

export const isShared = (relation: KindRelation): boolean => relation === "same" || relation === "overlap";

const communeWeight = (a: Portrait, b: Portrait): number => {
  if (areOneCommune(a, b)) return weights.sameCommune;
  if (a.town.length === 0 || b.town.length === 0) return 0;
  const each = bearsItsTown(a) && bearsItsTown(b) ? weights.eachItsTown : 0;
  if (isKnownSame(a.postalCode, b.postalCode)) return weights.samePostalCode + each;
  return weights.otherCommune + each;
};

/** « Chamonix » and « Chamonix-Mont-Blanc »; but « Saint-Pierre » and « Saint-Pierre-sur-Dives » are two when nothing but this likeness brings them together. */
const areOneCommune = (a: Portrait, b: Portrait): boolean => {
  if (isKnownSame(a.communeCode, b.communeCode)) return true;
  if (a.departement !== b.departement || a.town.length === 0 || b.town.length === 0) return false;
  const [few, many] = a.town.length <= b.town.length ? [a.town, b.town] : [b.town, a.town];
  const shared = sharedCount(few, many);
  if (shared < few.length || few.every((word) => word === "saint" || word === "sainte")) return false;
  return shared === many.length || isKnownSame(a.postalCode, b.postalCode) || a.communeCode === undefined || b.communeCode === undefined;
};

const isKnownSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

const bearsItsTown = ({ plain, town }: Portrait): boolean => town.every((word) => plain.includes(word));

const kindWeight = (a: Portrait, b: Portrait, relation: KindRelation): number =>
  kindWeights[relation] + (a.moves === b.moves ? 0 : weights.oneMoves) + (a.isAntenna === b.isAntenna ? 0 : weights.oneIsAntenna);

const kindWeights: Readonly<Record<KindRelation, number>> = {
  same: weights.sameKind,
  overlap: weights.overlappingKinds,
  kept: weights.keptKind,
  different: weights.otherKind,
  unknown: 0,
};

/** @param areOfOneKindThere a bare name then means « the one of its kind, in its commune » */
const nameWeight = (a: Portrait, b: Portrait, areOfOneKindThere: boolean): number => {
  const ofA = b.town.length === 0 ? a.rare : a.rare.filter((word) => !b.town.includes(word));
  const ofB = a.town.length === 0 ? b.rare : b.rare.filter((word) => !a.town.includes(word));
  if (ofA.length === 0 && ofB.length === 0) return areOfOneKindThere ? weights.bareNames : 0;
  const [few, many] = ofA.length <= ofB.length ? [ofA, ofB] : [ofB, ofA];
  const shared = sharedCount(few, many);
  if (shared > 0 && !areOfOneKindThere && !isToldBy(a, b) && !isToldBy(b, a)) return weights.onlyWideWords;
  if (shared === many.length) return weights.sameName;
  if (few.length > 0 && shared === few.length) return weights.nameWithin;
  if (shared > 0) return weights.nameShared;
  if (isInAddress(ofA, b) || isInAddress(ofB, a)) return weights.nameInAddress;
  return few.length === 0 ? 0 : weights.otherName;
};

/** A word of the one that tells, found in the whole name of the other, which may bear it as its town. */
const isToldBy = ({ rare }: Portrait, { plain }: Portrait): boolean => shareTellingWord(rare, plain.split(" "));

const isInAddress = (words: readonly string[], { around }: Portrait): boolean =>
  words.length > 0 && sharedCount(words, around) === words.length;

/** Every town has its rue de la République: a street tells little from one commune to another. */
const streetWeight = (street: StreetLikeness | undefined, commune: number): number => {
  if (street === undefined) return 0;
  const weight = streetWeights[street];
  return commune <= weights.otherCommune ? Math.min(weight, weights.sameStreetElsewhere) : weight;
};

const streetWeights: Readonly<Record<StreetLikeness, number>> = {
  same: weights.sameStreet,
  "same-street": weights.sameStreetNoNumber,
  "other-number": weights.otherNumber,
  partly: weights.partOfAddress,
  different: weights.otherStreet,
};

const distanceWeight = (a: Portrait, b: Portrait, street: StreetLikeness | undefined): number => {
  if (!a.point || !b.point) return 0;
  const meters = distanceMeters(a.point, b.point);
  const weight = weights.distances.find(([within]) => meters <= within)?.[1] ?? weights.farther;
  const isExcused = street === "same" || (a.moves && b.moves);
  return isExcused && weight < weights.wrongPoint ? weights.wrongPoint : weight;
};

const phoneWeight = ({ phone: a }: Portrait, { phone: b }: Portrait): number =>
  a === undefined || b === undefined ? 0 : a === b ? weights.samePhone : weights.otherPhone;

const mailWeight = ({ mail: a }: Portrait, { mail: b }: Portrait): number => {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return weights.sameMail;
  const house = houseOf(a);
  return house !== undefined && house === houseOf(b) ? weights.sameMailHouse : weights.otherMail;
};

const siretWeight = ({ siret: a }: Portrait, { siret: b }: Portrait): number => {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return weights.sameSiret;
  return a.slice(0, 9) === b.slice(0, 9) ? weights.sameSiren : weights.otherSiren;
};
