import type { Day } from "#engines/calendar";
import { lookedAtOn } from "../record/service-shown.ts";
import type { Service } from "../record/service.ts";
import { withoutAbsent } from "../record/without-absent.ts";

/**
 * Fiche en octets : the card of a service made once as JSON, since 200,000 of them wait in memory and are sent far more often than they
 * change. What depends on the day or on the hour is kept before the JSON, and added when the card is sent.
 */
export interface CardBytes {
  /** What `readFacts` reads, as text: cards that say the same are worked out once. */
  readonly facts: string;
  /** JSON of the card without its last brace: what is of the day is written after it. */
  readonly json: Uint8Array;
}

/** Faits qui dépendent du jour: what must be known to say the freshness, the opening and the alert of a card. */
export interface CardFacts {
  readonly lookedAtOn: Day;
  readonly openingHours: string | undefined;
  readonly alert: Service["alert"];
}

/** Four bytes of length, the facts of the day as JSON, then the card. */
const lengthBytes = 4;
const encoder = new TextEncoder();

export const packCard = (service: Service): Uint8Array => {
  const facts = encoder.encode(JSON.stringify([lookedAtOn(service), service.openingHours ?? null, service.alert ?? null]));
  const card = encoder.encode(JSON.stringify(withoutAbsent(cardOf(service))).slice(0, -1));
  const packed = new Uint8Array(lengthBytes + facts.length + card.length);
  new DataView(packed.buffer).setUint32(0, facts.length);
  packed.set(facts, lengthBytes);
  packed.set(card, lengthBytes + facts.length);
  return packed;
};

export const unpackCard = (packed: Uint8Array): CardBytes => {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const factsEnd = lengthBytes + bytes.readUInt32BE(0);
  return { facts: bytes.toString("utf8", lengthBytes, factsEnd), json: bytes.subarray(factsEnd) };
};

export const readFacts = (facts: string): CardFacts => {
  const [lookedAt, openingHours, alert] = JSON.parse(facts) as [Day, string | null, Service["alert"] | null];
  return { lookedAtOn: lookedAt, openingHours: openingHours ?? undefined, alert: alert ?? undefined };
};

/** What stays the same whatever the day; see ServiceCardContract. */
const cardOf = (service: Service): object => ({
  id: service.id,
  name: service.name,
  kind: service.kind,
  themes: service.themes,
  publics: service.publics,
  cost: service.cost,
  accessModes: service.accessModes,
  mobilisationModes: service.mobilisationModes,
  mobilisableBy: service.mobilisableBy,
  mobilisationUrl: service.mobilisationUrl,
  address: service.address,
  point: service.point,
  phone: service.phone,
  mail: service.mail,
  openingHours: service.openingHours,
  sourceUrl: service.sourceUrl,
  updatedOn: service.updatedOn,
  ageFrom: service.ageFrom,
  ageTo: service.ageTo,
  languages: service.languages,
  checked: service.checked,
  nature: service.nature,
  foldedInto: service.foldedInto,
  isGone: service.goneAt !== undefined,
  structure: service.structure,
  source: service.source,
});
