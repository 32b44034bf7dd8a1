import type { Duties, Web } from "#ground/server";
import { openConsents } from "./consent.http.ts";
import { openEntitlements } from "./entitlement.http.ts";
import { forgettingJob, silentListRound } from "./import-entitlements.action.ts";
import { openPersons } from "./person.http.ts";
import type { PlaceNames } from "./place-names.ts";
import { openTaskRoutes } from "./task.http.ts";

export { vaultOf, vaultFrom, type Vault } from "./vault.store.ts";
export {
  addContactPoint,
  addPerson,
  findPerson,
  findPersons,
  personsAt,
  searchPersons,
  touchPerson,
  type NewContactPoint,
  type NewPerson,
} from "./person.store.ts";
export { createPerson } from "./create-person.action.ts";
export { editPerson, type EditedPerson, type PersonEdit } from "./edit-person.action.ts";
export { giveReturnCode, type ReturnCodeGiven } from "./give-return-code.action.ts";
export { editContactPoint, endContactPoint } from "./contact-point.store.ts";
export { householdOf, joinHousehold, leaveHousehold, proposeHousehold } from "./household.store.ts";
export { activeConsent, consentsOf, consentText, personOfConsent, recordConsent, withdrawConsent } from "./consent.store.ts";
export type { Consent } from "./consent.ts";
export { readingsOf, type Reading } from "./reading.store.ts";
export { listsOf, populationOf, type EntitlementAnswer, type EntitlementList } from "./entitlement.store.ts";
export { beginList, importEntitlements, type ImportedList } from "./import-entitlements.action.ts";

/** Opens the pages and the interface of this room. */
export const openPersonRoom = (web: Web, places?: PlaceNames): void => {
  openPersons(web, places);
  openConsents(web);
  openEntitlements(web);
  openTaskRoutes(web);
};

export const personDuties: Duties = { jobs: [forgettingJob], subscribers: [], rounds: [silentListRound] };
