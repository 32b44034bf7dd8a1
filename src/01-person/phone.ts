import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Numéro de téléphone : as it is kept (E.164, "+33639981234") or a short number ("3114"), which no country code precedes. */
export type Phone = { readonly kind: "number"; readonly value: string } | { readonly kind: "short"; readonly value: string };

// Short numbers of France: 2 to 6 digits, those of emergency and social help among them (3919, 115).
const short = /^(1[0-9]|11[0-9]|10[0-9]{2}|3[0-9]{3}|118[0-9]{3})$/;

/**
 * Reads a number written in any way people write it: « 06.39.98.12.34 », « +33 6 39 98 12 34 », « 0033639981234 », « 33 (0)6 39… ».
 * @returns undefined when it is no number that can be called from France.
 */
export const readPhone = (written: string): Phone | undefined => {
  const digits = written.replace(/[\s.\-_/()\u00a0\u202f]/g, "");
  if (short.test(digits)) return { kind: "short", value: digits };
  const plain = digits.replace(/^(\+|00)?33\(?0?\)?(?=[1-9]\d{8}$)/, "+33").replace(/^00/, "+");
  // A French number has ten digits and never begins by 00: the library only counts digits.
  if (/^\+33/.test(plain) && !/^\+33[1-9]\d{8}$/.test(plain)) return undefined;
  if (/^\d/.test(plain) && !/^0[1-9]\d{8}$/.test(plain)) return undefined;
  const parsed = parsePhoneNumberFromString(plain, "FR");
  return parsed?.isPossible() === true ? { kind: "number", value: parsed.number } : undefined;
};

/** In pairs, as French people read it aloud: « 06 39 98 12 34 ». */
export const phoneInPairs = (value: string): string => {
  const national = value.startsWith("+33") ? `0${value.slice(3)}` : value;
  return /^0\d{9}$/.test(national)
    ? (national.match(/\d{2}/g) ?? []).join(" ")
    : (parsePhoneNumberFromString(value)?.formatInternational() ?? value);
};

/** Enough to recognise a number without showing it: « 06 ·· ·· 27 81 ». */
export const phoneMasked = (value: string): string => {
  const pairs = phoneInPairs(value).split(" ");
  return pairs.length === 5 ? pairs.map((pair, at) => (at === 1 || at === 2 ? "··" : pair)).join(" ") : `·· ${value.slice(-2)}`;
};
