export { contactChannels, type Contact, type ContactChannel, type ContactDirection } from "./contact.ts";
