export { vaultOf, vaultFrom, type Vault } from "./vault.store.ts";
export { addContactPoint, addPerson, findPerson, findPersons, searchPersons, touchPerson, type NewContactPoint, type NewPerson } from "./person.store.ts";
export { activeConsent, consentsOf, consentText, recordConsent, withdrawConsent, type Consent } from "./consent.store.ts";
