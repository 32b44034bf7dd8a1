import { plainName } from "#engines/places";

/** Ce qu'une ligne dit de qui elle est : what is looked at to tell an institution from somebody's home. */
export interface Contacts {
  readonly name: string;
  readonly street: string | undefined;
  readonly extra: string | undefined;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  readonly siret: string | undefined;
  readonly communeName: string | undefined;
}

/** Mots des noms : small letters without accents. */
export interface NameWords {
  readonly firstNames: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  /** Words of every day, of bodies, companies, buildings and places: they name no person, unless they also are a surname. */
  readonly otherWords: ReadonlySet<string>;
}

/** Why something is hidden; said to whoever gave the file, without the value. */
export type PrivateBecause = "personal-mail" | "at-someone" | "person-name" | "lone-person";

export interface Hidden {
  readonly mail: boolean;
  /** Street, extra and point: the commune alone stays. */
  readonly address: boolean;
  readonly phone: boolean;
  readonly because: readonly PrivateBecause[];
}

/**
 * Adresse qui pourrait être celle d'une personne. Four rules, in the order they are told:
 * 1. a mail box that anybody opens for himself, or in the form prénom.nom, is not shown, unless its name says an institution (mairie, ccas);
 * 2. « chez M. Martin » is somebody's home: the commune alone is shown;
 * 3. a structure that bears the name of a person is that person: neither home nor mobile telephone is shown;
 * 4. a personal mail box with a mobile as only telephone and no Siret: a lone person, the commune alone is shown.
 */
export const hiddenOf = (contacts: Contacts, words: NameWords): Hidden => {
  const mail = contacts.mail !== undefined && isPersonalMail(contacts.mail, words.firstNames);
  const atSomeone = [contacts.street, contacts.extra].some((text) => text !== undefined && isAtSomeone(text, words.firstNames));
  const named = isPersonName(contacts.name, words) && plainName(contacts.name) !== plainName(contacts.communeName ?? "");
  const alone = mail && contacts.siret === undefined && contacts.phone !== undefined && isMobile(contacts.phone);
  return {
    mail: mail || (named && contacts.mail !== undefined),
    address: atSomeone || named || alone,
    phone: contacts.phone !== undefined && isMobile(contacts.phone) && (named || alone),
    because: [
      ...(mail ? (["personal-mail"] as const) : []),
      ...(atSomeone ? (["at-someone"] as const) : []),
      ...(named ? (["person-name"] as const) : []),
      ...(alone ? (["lone-person"] as const) : []),
    ],
  };
};

/** Mail boxes that providers of access and of free mail give to anybody. */
const consumerDomains = new Set(
  (
    "gmail.com googlemail.com hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com yahoo.com yahoo.fr ymail.com aol.com aol.fr " +
    "orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net club-internet.fr bbox.fr numericable.fr numericable.com noos.fr laposte.net " +
    "aliceadsl.fr icloud.com me.com mac.com protonmail.com proton.me gmx.fr gmx.com tutanota.com libertysurf.fr dbmail.com voila.fr caramail.com ozone.net " +
    "mailo.com mailo.fr"
  ).split(" "),
);

/** What a box that is no person's says: « mairie.voiron », « ccas38 », « saint.claude ». */
const institution =
  /mairie|commune|biblio|mediatheque|secretariat|^(?:mission|accueil|contact|association|service|direction)|^(?:ville|ccas|cias|cc|msap?|caf|cpam|clic|cij|pij|adil|afpa|greta|maison|espace|centre|csc|france|info|asso|comite|club|saint|sainte|st|ste|relais|point|poste|epn|pmi)(?![a-z])/;

export const isPersonalMail = (mail: string, firstNames: ReadonlySet<string>): boolean => {
  const [box = "", domain = ""] = mail.toLowerCase().split("@");
  if (institution.test(plainName(box))) return false;
  if (consumerDomains.has(domain)) return true;
  const parts = box.split(/[._]/).map(plainName);
  return parts.length === 2 && parts.every((part) => /^[a-z][a-z ]+$/.test(part)) && parts.some((part) => firstNames.has(part));
};

/** 06 and 07, with or without the country; those overseas begin in the same way. */
export const isMobile = (phone: string): boolean =>
  /^(?:\+?(?:33|262|590|594|596|508|687|689)|00\d{2,3}|0)?0?[67]\d{8}$/.test(phone.replace(/[\s.\-()/]/g, ""));

const atSomeone = /\b(?:chez|domicile de|a l attention de)\s+(?:(?:m|mr|mme|mlle|monsieur|madame|mademoiselle)\b|([a-z]+)\b)/;

export const isAtSomeone = (text: string, firstNames: ReadonlySet<string>): boolean => {
  const found = atSomeone.exec(plainName(text.replace(/c\/o/gi, "chez")));
  return found !== null && (found[1] === undefined || firstNames.has(found[1]));
};

/** Words that names of persons hold and that are no name. */
const particles = new Set(["de", "du", "la", "le", "des", "d", "l", "ben", "el", "da", "dos", "van"]);

/**
 * « Mme Claude Martin », « MARTIN Claude »: a civility, or a first name with one other word or two, and nothing else. « Espace Claude Martin »,
 * « Alès Agglomération » and « PIMMS Antony » are not persons: they hold a word that names something else.
 */
export const isPersonName = (name: string, { firstNames, surnames, otherWords }: NameWords): boolean => {
  const called = /^(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+/.exec(name.trim());
  const bare = name.trim().slice(called?.[0].length ?? 0);
  if (!bare.split(/[\s-]+/).every((word) => /^\p{Lu}/u.test(word) || particles.has(word.toLowerCase()) || /^[dl]['’]\p{Lu}/u.test(word)))
    return false;
  const words = plainName(bare).split(" ");
  const names = words.filter((word) => !particles.has(word));
  if (/\s[-–]\s/.test(bare) || institution.test(words.join(" "))) return false;
  if (names.length === 0 || names.length > 3 || names.some((word) => !/^[a-z]+$/.test(word))) return false;
  if (called) return true;
  const isFirst = (word: string | undefined): boolean => word !== undefined && firstNames.has(word);
  // « Jean » is a cloth and « Rose » a flower: what follows such a first name must then be a name that is known.
  const isSure = !otherWords.has(names[0] ?? "");
  const isLast = (word: string): boolean => surnames.has(word) || firstNames.has(word) || (isSure && !otherWords.has(word));
  if (names.length < 2 || words.length > names.length + 1) return false;
  return isFirst(names[0]) ? names.slice(1).every(isLast) : names.length === 2 && isFirst(names[1]) && surnames.has(names[0] ?? "");
};
