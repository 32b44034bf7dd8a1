import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { phoneInPairs, readPhone } from "#person";
import type { Service } from "#directory";
import { findService } from "#directory/server";
import { findNeed } from "#situation/server";
import { addInformation } from "./referral.store.ts";
import { referralWords } from "./referral.words.ts";
import { textPerson } from "./tell-person.action.ts";

export type InformAnswer =
  { readonly kind: "informed"; readonly referralId: Id<"Referral">; readonly wasTexted: boolean } | { readonly kind: "not-found" };

/** Contact donné, as it was that day: the directory may change, what was said does not. */
export interface ServiceSnapshot {
  readonly name: string;
  readonly structure: string;
  readonly phone?: string;
  readonly address?: string;
  readonly openingHours?: string;
  readonly updatedOn: string;
}

/**
 * Informer : the contact of a service is given, nothing leaves about the person. Allowed to someone anonymous, and for a need not yet told.
 * The SMS gives the telephone and the address, never the name of the service: it could say why.
 */
export const informPerson = async (
  work: Work,
  asked: { readonly needId: string; readonly serviceId: string; readonly bySms?: boolean },
): Promise<InformAnswer> => {
  const need = await findNeed(work, asked.needId);
  const service = await findService(work, asked.serviceId);
  if (!need || !service) return { kind: "not-found" };
  const snapshot = snapshotFrom(service);
  const referralId = await addInformation(work, {
    situationId: need.situationId,
    needId: need.id,
    personId: need.personId,
    serviceId: service.id,
    snapshot,
  });
  work.audit({ action: "inform of a service", objectKind: "referral", objectId: referralId });
  await work.tell("referral.closed", { referralId });
  const canBeTexted = asked.bySms === true && (snapshot.phone !== undefined || snapshot.address !== undefined);
  const wasTexted =
    canBeTexted &&
    (await textPerson(work, need.personId, "service contact", (commissioner) =>
      referralWords.fr.smsService({ ...snapshot, commissioner }),
    ));
  return { kind: "informed", referralId, wasTexted };
};

const snapshotFrom = (service: Service): ServiceSnapshot => {
  const phone = service.phone === undefined ? undefined : readPhone(service.phone);
  const address = [service.address.street, service.address.postalCode, service.address.communeName]
    .filter((part) => part !== undefined)
    .join(" ");
  return {
    name: service.name,
    structure: service.structure.name,
    ...(phone ? { phone: phoneInPairs(phone.value) } : {}),
    ...(address ? { address } : {}),
    ...(service.openingHours ? { openingHours: service.openingHours } : {}),
    updatedOn: service.updatedOn,
  };
};
