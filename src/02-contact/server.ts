export { attachPerson, contactsOf, endContact, findContact, openContact } from "./contact.store.ts";
