export { readPhone, phoneInPairs, phoneMasked, type Phone } from "./phone.ts";
export { displayName, mailOf, phoneOf, populations, type ContactPoint, type Person, type Population } from "./person.ts";
export { consentPurposes, type ConsentPurpose } from "./consent.ts";
export { consentWords } from "./consent.words.ts";
export { plainName } from "./name-index.ts";
