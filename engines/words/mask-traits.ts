import type { ListName, NameLists } from "./name-lists.ts";
import type { Token } from "./token.ts";

/**
 * Traits d'un mot : all that masking asks of a token, told once, in the bits of one number.
 * A thousand questions on a text then cost one look-up by word.
 */
export const trait = {
  firstName: 1 << 0,
  surname: 1 << 1,
  /** A word of every day: its capital is not enough to make it a name. */
  everyday: 1 << 2,
  place: 1 << 3,
  /** A public body, a brand, an illness, a people: a capital that names nobody. */
  known: 1 << 4,
  civility: 1 << 5,
  kin: 1 << 6,
  street: 1 << 7,
  building: 1 << 8,
  companyCue: 1 << 9,
  legalForm: 1 << 10,
  companyWord: 1 << 11,
  identifierCue: 1 << 12,
  phoneCue: 1 << 13,
  month: 1 << 14,
  /** « zéro », « trente », « vingt ». */
  numberWord: 1 << 15,
  /** « née », « DDN », « naissance ». */
  birth: 1 << 16,
  /** « @ », « arobase ». */
  at: 1 << 17,
  /** « de », « le », « ben », « van »: inside a name, never a name. */
  particle: 1 << 18,
  /** « m'appelle », « prénom ». */
  introduction: 1 << 19,
  word: 1 << 20,
  number: 1 << 21,
  /** First letter, or all letters (two or more), in capitals. */
  capital: 1 << 22,
  upper: 1 << 23,
  /** Any word would take a capital here: beginning of a sentence, of a line, of a quotation. */
  opening: 1 << 24,
  single: 1 << 25,
  /** Already masked. */
  masked: 1 << 26,
  /** A line begins here. */
  line: 1 << 27,
} as const;

const traitOfList: Readonly<Record<ListName, number>> = {
  "first-names": trait.firstName,
  "first-names-also-words": trait.firstName | trait.everyday,
  surnames: trait.surname,
  "everyday-words": trait.everyday,
  "bodies-and-brands": trait.known,
  places: trait.place,
  civilities: trait.civility | trait.everyday,
  kin: trait.kin | trait.everyday,
  "street-types": trait.street,
  "building-words": trait.building,
  "company-cues": trait.companyCue,
  "legal-forms": trait.legalForm,
  "company-words": trait.companyWord | trait.everyday,
  "identifier-cues": trait.identifierCue,
  "phone-cues": trait.phoneCue,
};

/** Closed sets of French, which nobody will want to edit. */
const traitOfWords: readonly (readonly [number, string])[] = [
  [
    trait.month,
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv jan fev fevr avr juil sept oct nov dec",
  ],
  [
    trait.numberWord,
    "zero zeros un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente " +
      "quarante cinquante soixante septante huitante nonante cent cents mille",
  ],
  // The second word of « lieu-dit ».
  [trait.street, "dit"],
  [trait.birth, "ne nee nes nees naissance naiss ddn dob"],
  [trait.at, "arobase arobas arrobase arobaze arobace arrobas arobasse"],
  [
    trait.particle,
    "de du des d' le la les l' el al ben bel bin ibn abou abu bou ait ould oulad van von der den dem da do dos das di del della dello mac mc o' n' m' st saint sainte ste abd",
  ],
  [
    trait.introduction,
    "appelle appel appele apel apelle mapelle mappelle jmappelle jmapelle jmapel mapel prenom prenomme prenommee nomme nommee surnomme",
  ],
  [trait.everyday, "c' d' j' l' m' n' s' t' qu' jusqu' lorsqu' puisqu' quoiqu' quelqu' presqu' entr' prud' ch' p' aujourd'hui"],
  [trait.everyday, "de du des le la les el al der den da do van von saint sainte st ste"],
];

export type Lexicon = {
  readonly traitsOf: (token: Token) => number;
  /** Whether several words, one space between, are a place: `saint etienne`. */
  readonly isPlace: (plain: string) => boolean;
};

export const makeLexicon = (lists: NameLists): Lexicon => {
  const traits = new Map<string, number>();
  const add = (word: string, bits: number): void => {
    traits.set(word, (traits.get(word) ?? 0) | bits);
  };
  for (const [name, words] of Object.entries(lists)) for (const word of words) add(word, traitOfList[name as ListName]);
  // « lusine », « lagence » of those who type no apostrophe.
  for (const cue of lists["company-cues"]) if (/^[aeiouh]/.test(cue)) add(`l${cue}`, trait.companyCue | trait.everyday);
  for (const [bits, words] of traitOfWords) for (const word of words.split(" ")) add(word, bits);
  return {
    traitsOf: (token) => (token.kind === "word" ? (traits.get(token.plain) ?? 0) : 0) | formOf(token),
    isPlace: (plain) => lists.places.has(plain),
  };
};

/** What the letters themselves show. */
const formOf = (token: Token): number => {
  if (token.kind === "number") return trait.number;
  if (token.kind === "sign") return token.text === "@" ? trait.at : 0;
  const first = token.text.charCodeAt(0);
  const single = lettersOf(token) === 1 ? trait.single : 0;
  if (first >= 97 && first <= 122) return trait.word | single;
  if (!isCapital(token.text, first)) return trait.word | single;
  return trait.word | single | trait.capital | (single === 0 && token.text === token.text.toUpperCase() ? trait.upper : 0);
};

const lettersOf = ({ plain }: Token): number => (plain.endsWith("'") ? plain.length - 1 : plain.length);
const isCapital = (text: string, first: number): boolean =>
  first < 128 ? first >= 65 && first <= 90 : text.charAt(0) !== text.charAt(0).toLowerCase();
