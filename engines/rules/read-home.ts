import { fieldPath } from "./field.ts";
import type { Occupancy, PartialHousehold, PartialPerson, Zone } from "./household.ts";
import { fieldWords, readingWords as words } from "./reading.words.ts";
import { isPiece, way, type Piece, type Reading } from "./reading.ts";
import { zoneOf } from "./zone.ts";

const occupancies: Readonly<Record<string, Occupancy>> = {
  locataire_hlm: "social-tenant",
  locataire_vide: "tenant",
  locataire_meuble: "furnished-tenant",
  proprietaire: "owner",
  loge_gratuitement: "rent-free",
  sans_domicile: "homeless",
};
const withoutRent: readonly (Occupancy | null)[] = ["owner", "rent-free", "homeless"];
const anyZone: Zone = 3;

/** Logement : for who pays no rent, rent and zone are without object, and never unknown. */
export const readHousing = (reading: Reading, value: unknown): PartialHousehold["housing"] => {
  const at = "logement";
  const piece = reading.piece(value, at, "logement");
  if (piece === null) return null;
  const occupancy = reading.oneOf(piece["statut"], way(at, "statut"), "statut", occupancies);
  const rentCents = reading.cents(piece["loyer"], way(at, "loyer"), "loyer");
  const zone = readZone(reading, piece, at);
  const isRentless = withoutRent.includes(occupancy);
  return {
    occupancy,
    rentCents: isRentless ? (rentCents ?? 0) : rentCents,
    zone: isRentless ? (zone ?? anyZone) : zone,
    isFlatShare: reading.yesNo(piece, at, "colocation"),
    isSingleRoom: reading.yesNo(piece, at, "chambre"),
    sharesCosts: reading.yesNo(piece, at, "participation_frais"),
  };
};

/** The zone itself, or that of the commune. */
const readZone = (reading: Reading, piece: Piece, at: string): Zone | null => {
  const { zone_apl: zone, commune } = piece;
  if (zone === 1 || zone === 2 || zone === 3) return zone;
  if (zone !== undefined && zone !== null) return reading.complain(way(at, "zone_apl"), words.notAZone(fieldWords.zone_apl));
  if (commune === undefined || commune === null) return null;
  if (typeof commune === "string" && /^(\d{2}|2[AB])\d{3}$/.test(commune)) return zoneOf(commune);
  return reading.complain(way(at, "commune"), words.notACommune(fieldWords.commune));
};

/** Prestations perçues : one that is absent is not received. */
export const readReceived = (reading: Reading, value: unknown, persons: readonly PartialPerson[]): PartialHousehold["received"] => {
  const at = "prestations_percues";
  const piece = reading.piece(value, at, "prestations_percues");
  if (piece === null) return null;
  const ofFamily = (name: string): number | null => reading.cents(piece[name], fieldPath(at, name), "prestation", 0);
  const ofEach = (name: string) => readByPerson(reading, piece[name], fieldPath(at, name), persons);
  return {
    housingAidCents: ofFamily("aide_logement"),
    rsaCents: ofFamily("rsa"),
    afCents: ofFamily("af"),
    cfCents: ofFamily("cf"),
    asfCents: ofFamily("asf"),
    pajeCents: ofFamily("paje_base"),
    aspaCents: ofFamily("aspa"),
    aahCents: ofEach("aah"),
    assCents: ofEach("ass"),
    asiCents: ofEach("asi"),
    mvaCents: ofEach("caah"),
    primeActiviteCents: ofFamily("prime_activite"),
    aeehCents: ofFamily("aeeh"),
    arsCents: ofFamily("ars"),
    energyChequeCents: ofFamily("cheque_energie"),
  };
};

/** One unknown part makes the whole unknown. */
const readByPerson = (
  reading: Reading,
  value: unknown,
  path: string,
  persons: readonly PartialPerson[],
): Readonly<Record<string, number>> | null => {
  if (value === undefined) return {};
  if (value === null) return null;
  if (!isPiece(value)) return reading.complain(path, words.notARecord(fieldWords.prestation));
  const parts = Object.entries(value).map(([id, euros]): readonly [string, number | null] => {
    const at = fieldPath(path, id);
    const isThere = persons.some((person) => person.id === id) || !reading.isSound("personnes");
    if (!isThere) return [id, reading.complain(at, words.nobodyOfThatName(id.slice(0, 40)))];
    return [id, reading.cents(euros, at, "prestation")];
  });
  const known = parts.filter((part): part is readonly [string, number] => part[1] !== null);
  return known.length === parts.length ? Object.fromEntries(known) : null;
};

/** Revenus fiscaux de référence : a household has at least one; an empty piece tells nothing. */
export const readTaxIncomes = (reading: Reading, value: unknown): PartialHousehold["taxIncomesCents"] => {
  const at = "foyers_fiscaux_rfr_n2";
  const piece = reading.piece(value, at, "foyers_fiscaux_rfr_n2");
  if (piece === null || Object.keys(piece).length === 0) return null;
  return Object.fromEntries(Object.entries(piece).map(([key, euros]) => [key, reading.cents(euros, fieldPath(at, key), "revenu_fiscal")]));
};
