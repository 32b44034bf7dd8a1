export { readPhone, phoneInPairs, phoneMasked, type Phone } from "./phone.ts";
export {
  accessNeeds,
  ageBands,
  ageOn,
  displayName,
  mailOf,
  phoneOf,
  populations,
  type AccessNeed,
  type AgeBand,
  type ContactPoint,
  type Person,
  type Population,
} from "./person.ts";
export { readReturnCode, returnCodeInGroups } from "./return-code.ts";
export { consentPurposes, holds, type Consent, type ConsentPurpose } from "./consent.ts";
export { consentWords } from "./consent.words.ts";
export { personWords } from "./person.words.ts";
export { mayWriteTo, type MayWrite, type MessageChannel } from "./may-write.ts";
export { plainName } from "./name-index.ts";
export type { PlaceNames } from "./place-names.ts";
export {
  CreatedPersonContract,
  NewPersonContract,
  PersonContract,
  PersonSearchContract,
  PersonSummaryContract,
  PhoneContract,
  ReadingsContract,
  type PersonFile,
  type PersonSummary,
} from "./person.contract.ts";
export { TaskListContract } from "./task.contract.ts";
export { ConsentsContract, type ConsentLine } from "./consent.contract.ts";
export { EntitlementListsContract, type EntitlementListView } from "./entitlement.contract.ts";
