import { passwordWords as words } from "./password.words.ts";

export type PasswordVerdict = { readonly kind: "accepted" } | { readonly kind: "refused"; readonly sentence: string };

const shortest = 14;
const longest = 200;
/** Signs that are left once what everyone tries first is taken out. */
const leastOfOnesOwn = 6;

/** What is tried first against a password, here and in French; written without accents. */
const known = [
  "motdepasse",
  "mdp",
  "password",
  "passwort",
  "passe",
  "secret",
  "admin",
  "administrateur",
  "bienvenue",
  "welcome",
  "bonjour",
  "salut",
  "soleil",
  "doudou",
  "loulou",
  "chouchou",
  "jetaime",
  "iloveyou",
  "marseille",
  "paris",
  "france",
  "football",
  "azerty",
  "azertyuiop",
  "qwerty",
  "qwertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "abcdef",
  "traitdunion",
  "trait",
  "union",
  "ecoute",
  "conseil",
  "mutuelle",
  "bureau",
  "service",
  "test",
  "demo",
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
  "lundi",
  "mardi",
  "mercredi",
  "jeudi",
  "vendredi",
  "samedi",
  "dimanche",
  "hiver",
  "printemps",
  "automne",
].toSorted((a, b) => b.length - a.length);

const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * Avis sur un mot de passe : 14 signs at least, and something of one's own left once known words, dates, rows of keys, repeats,
 * the name and the address of the person are taken out. No rule on capitals nor digits, no forced change (ASVS 5.0, 6.2).
 */
export const passwordVerdict = (password: string, about: { readonly name: string; readonly mail: string }): PasswordVerdict => {
  const signs = Array.from(password.normalize("NFC"));
  if (signs.length < shortest) return { kind: "refused", sentence: words.tooShort };
  if (signs.length > longest) return { kind: "refused", sentence: words.tooLong };
  if (new Set(signs).size < 5 || isRepeat(password)) return { kind: "refused", sentence: words.repeat };
  const own = [password, spelledOut(password)].map((text) => withoutKnown(text, about).length);
  return Math.min(...own) < leastOfOnesOwn ? { kind: "refused", sentence: words.known } : { kind: "accepted" };
};

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const spelledOut = (text: string): string => Array.from(text, (sign) => lookalikes[sign] ?? sign).join("");

/** « chatchatchatchat » : the same piece again and again. */
const isRepeat = (text: string): boolean => /^(.{1,7})\1+.{0,3}$/su.test(text);

const withoutKnown = (password: string, about: { readonly name: string; readonly mail: string }): string => {
  const personal = plain(`${about.name} ${about.mail}`)
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 3);
  const letters = plain(password).replaceAll(/[^a-z]/g, "");
  return [...personal, ...known].reduce((left, word) => left.replaceAll(word, ""), letters);
};
