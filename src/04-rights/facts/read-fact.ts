import { addToMonth, isDay, isMonth, type Day, type Month } from "#engines/calendar";
import { ageIn } from "./age.ts";
import { adultsOf, childPlaces, textIn, type Facts, type FactValue } from "./fact.ts";
import type { Question } from "./question.ts";
import { choicesOf, mostChildren } from "./questions.ts";
import { questionInWords } from "./question-text.ts";
import { readingWords } from "./reading.words.ts";

const words = readingWords.fr;

/** Among what an answer is read: what is already known, the month of the rights, and which communes exist. */
export interface ReadAmong {
  readonly facts: Facts;
  readonly month: Month;
  readonly isCommune: (code: string) => boolean;
}

export type ReadFact =
  | { readonly kind: "read"; readonly value: FactValue }
  /** The sentence names the field and says how to put it right; nothing was changed. */
  | { readonly kind: "refused"; readonly sentence: string };

/** What a form sends for « je ne sais pas ». */
export const doesNotKnow = "ne-sait-pas";

const value = (read: FactValue): ReadFact => ({ kind: "read", value: read });

/**
 * Lit une réponse : the text typed or the choices made (several ones are separated by commas).
 * @returns the fact, or a French sentence that names the field: impossible dates, negative amounts, a child older than the parent, an unknown commune
 */
export const readFact = (question: Question, typed: string, among: ReadAmong): ReadFact => {
  const text = typed.trim();
  if (text === doesNotKnow) return value(null);
  const refuse = (sentence: string): ReadFact => ({
    kind: "refused",
    sentence: `${questionInWords(question, among.facts, among.month).label} : ${sentence}`,
  });
  return readers[question.kind](question, text, among, refuse);
};

type Refuse = (sentence: string) => ReadFact;
type Reader = (question: Question, text: string, among: ReadAmong, refuse: Refuse) => ReadFact;

const readChoice: Reader = (question, text, { facts }, refuse) =>
  choicesOf(question, facts).includes(text) ? value(text) : refuse(words.choice);

const readYesNo: Reader = (_, text, __, refuse) => (text === "yes" || text === "no" ? value(text === "yes") : refuse(words.choice));

const readSeveral: Reader = (question, text, { facts }, refuse) => {
  const asked = new Set(text.split(",").map((each) => each.trim()));
  const known = choicesOf(question, facts).filter((choice) => asked.has(choice));
  if (known.length === 0 || known.length < asked.size) return refuse(words.choice);
  if (known.includes("none") && known.length > 1) return refuse(words.noneOnly);
  return value(known);
};

const mostCents = { month: 10_000_000, large: 1_000_000_000 } as const;

const readAmount: Reader = (question, text, _, refuse) => {
  if (text === "") return refuse(words.amountMissing);
  const bare = text.replaceAll(/[\s\u00a0\u202f€]|euros?/gi, "");
  if (/^[-−–]/.test(bare)) return refuse(words.amountNegative);
  // « 1.250 » is one thousand two hundred and fifty: nobody tells a wage with three decimals.
  const plain = bare.replace(/^(\d{1,3})((?:\.\d{3})+)$/, (written) => written.replaceAll(".", "")).replace(",", ".");
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(plain)) return refuse(words.amount);
  const cents = Math.round(Number(plain) * 100);
  return cents > (question.isLarge === true ? mostCents.large : mostCents.month) ? refuse(words.amountTooLarge) : value(cents);
};

const readCount: Reader = (_, text, __, refuse) => {
  if (text === "") return refuse(words.countMissing);
  if (/^[-−–]/.test(text)) return refuse(words.countNegative);
  if (!/^\d{1,4}$/.test(text)) return refuse(words.count);
  return Number(text) > mostChildren ? refuse(words.tooMany(mostChildren)) : value(Number(text));
};

const readCommune: Reader = (_, text, { isCommune }, refuse) => {
  if (text === "") return refuse(words.communeMissing);
  return isCommune(text) ? value(text) : refuse(words.commune);
};

const monthNames = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];

/** « 03/1962 », « mars 1962 », « 1962-03 », « 12/03/1962 »: a month, or a day when one is told. Undefined when it is none. */
const dateIn = (text: string): Month | Day | undefined => {
  const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
  const numbered = /^(?:(\d{1,2})[/. -])?(\d{1,2})[/. -](\d{4})$/.exec(plain);
  const named = /^(?:(\d{1,2})(?:er)? )?([a-z]{3,9})\.? (\d{4})$/.exec(plain);
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(plain);
  const [day, month, year] = numbered
    ? [numbered[1], numbered[2], numbered[3]]
    : named
      ? [named[1], numberOfMonth(named[2] ?? ""), named[3]]
      : iso
        ? [iso[3], iso[2], iso[1]]
        : [];
  if (month === undefined || year === undefined) return undefined;
  const written = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return isMonth(written) ? written : undefined;
  const whole = `${written}-${day.padStart(2, "0")}`;
  return isDay(whole) ? whole : undefined;
};

const numberOfMonth = (name: string): string | undefined => {
  const at = monthNames.findIndex((begins) => name.startsWith(begins));
  return at === -1 ? undefined : String(at + 1);
};

const readMonth: Reader = (question, text, among, refuse) => {
  if (text === "") return refuse(words.monthMissing);
  const date = dateIn(text);
  if (date === undefined) return refuse(words.month);
  if (date.slice(0, 7) > among.month) return refuse(words.future);
  if (Number(among.month.slice(0, 4)) - Number(date.slice(0, 4)) > 120) return refuse(words.tooOld);
  const complaint = question.id.endsWith(".born") ? birthComplaint(question, date, among) : sinceComplaint(date, among);
  return complaint === undefined ? value(question.id.endsWith(".born") ? date : date.slice(0, 7)) : refuse(complaint);
};

const youngestAdult = 15;
const oldestChild = 24;

const birthComplaint = (question: Question, born: string, { facts, month }: ReadAmong): string | undefined => {
  const isBefore = (first: string, second: string): boolean => first.slice(0, 7) <= second.slice(0, 7);
  if (question.child !== undefined) {
    const parents = adultsOf(facts).map((who) => textIn(facts, `${who}.born`));
    if (parents.some((parent) => parent !== undefined && isBefore(born, parent))) return words.olderThanParent;
    return ageIn(month, born) > oldestChild ? words.grownUp : undefined;
  }
  if (ageIn(month, born) < youngestAdult) return words.tooYoung(youngestAdult);
  const children = childPlaces(facts).map((child) => textIn(facts, `child.${child}.born`));
  return children.some((child) => child !== undefined && isBefore(child, born)) ? words.youngerThanChild : undefined;
};

const sinceComplaint = (since: string, { month }: ReadAmong): string | undefined =>
  since.slice(0, 7) < addToMonth(month, -12 * 100) ? words.tooOld : undefined;

const readers: Readonly<Record<Question["kind"], Reader>> = {
  choice: readChoice,
  "yes-no": readYesNo,
  several: readSeveral,
  amount: readAmount,
  count: readCount,
  commune: readCommune,
  month: readMonth,
};
