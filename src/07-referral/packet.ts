import { phoneOf, type ContactPoint, type Person } from "#person";

export const packetFields = ["firstName", "phone", "zone", "need", "availability"] as const;
export type PacketField = (typeof packetFields)[number];

/**
 * Ce qui est transmis : all that a provider may know of a person, and not one field more (invariant 4). The prohibition of leaving a
 * message travels with the telephone: without it the number would be dangerous.
 */
export interface Packet {
  /** Absent when the person gave no name. */
  readonly firstName?: string;
  /** E.164. */
  readonly phone: string;
  readonly mayLeaveMessage: boolean;
  /** Name of the commune, never the address. */
  readonly zone: string;
  readonly need: string;
  /** When to call, in the person's words. */
  readonly availability?: string;
}

/** What is lacking before anything can be handed over. */
export type MissingDetail = "phone" | "commune";

export type PacketAnswer =
  { readonly kind: "packet"; readonly packet: Packet } | { readonly kind: "missing"; readonly missing: readonly MissingDetail[] };

/**
 * Makes the packet. The telephone is the one that was chosen, or the person's own before a shared one.
 * @param zone name of her commune; undefined when it is not known
 */
export const makePacket = (
  person: Person,
  given: {
    readonly zone: string | undefined;
    readonly need: string;
    readonly availability?: string | undefined;
    readonly phonePointId?: string | undefined;
  },
): PacketAnswer => {
  const phone = phoneToCall(person, given.phonePointId);
  const missing: MissingDetail[] = [...(phone ? [] : (["phone"] as const)), ...(given.zone === undefined ? (["commune"] as const) : [])];
  if (!phone || given.zone === undefined) return { kind: "missing", missing };
  const availability = given.availability?.trim();
  return {
    kind: "packet",
    packet: {
      ...(person.firstName ? { firstName: person.firstName } : {}),
      phone: phone.value,
      mayLeaveMessage: phone.isSafeForMessage && !person.isProtected,
      zone: given.zone,
      need: given.need,
      ...(availability ? { availability } : {}),
    },
  };
};

const phoneToCall = (person: Person, chosenId: string | undefined): ContactPoint | undefined => {
  const phones = person.contactPoints.filter((point) => point.channel === "phone");
  if (chosenId !== undefined) return phones.find((point) => point.id === chosenId);
  return phones.find((point) => point.holder === "self") ?? phoneOf(person);
};

/** The names of the fields that a packet holds: kept beside it, readable when the packet no longer is. */
export const fieldsOf = (packet: Packet): readonly PacketField[] => packetFields.filter((field) => packet[field] !== undefined);
