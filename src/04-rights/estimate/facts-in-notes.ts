import { addToMonth, type Month } from "#engines/calendar";
import type { Facts, FactValue, QuestionId } from "../facts/fact.ts";
import { choicesIn } from "../facts/fact.ts";

/** Fait lu dans les notes : what one piece of the notes seems to say. Nothing is kept before a human keeps it. */
export interface FactInNotes {
  /** The same for the same piece read again: what was set aside is not proposed twice. */
  readonly id: string;
  readonly facts: readonly { readonly question: QuestionId; readonly value: FactValue }[];
  /** The very words, as they were typed. */
  readonly words: string;
}

interface Reader {
  /** Over the text in small letters without accents, of the same length. */
  readonly find: RegExp;
  readonly facts: (found: RegExpExecArray, month: Month) => FactInNotes["facts"];
}

const amount = String.raw`(?<sum>\d{1,2}[ .\u00a0\u202f]\d{3}|\d{2,5})(?:[,.](?<cents>\d{2}))?\s?(?:€|euros?\b|eur\b|e\b)`;
const about = String.raw`\s*(?:de|a|=|:|est de|est a|environ|d'environ|d’environ|vers|~|,)?\s*(?:environ\s*)?`;
const count = String.raw`(?<count>\d|une?|deux|trois|quatre|cinq|six|sept|huit)`;
const counts: readonly string[] = ["", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"];
const monthNames = [
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
];

const centsOf = ({ groups }: RegExpExecArray): number =>
  Number((groups?.["sum"] ?? "0").replaceAll(/[^\d]/g, "")) * 100 + Number(groups?.["cents"] ?? 0);
const countOf = ({ groups }: RegExpExecArray): number => {
  const said = groups?.["count"] ?? "";
  return /^\d$/.test(said) ? Number(said) : Math.max(1, counts.indexOf(said));
};

const money =
  (question: QuestionId, ...more: FactInNotes["facts"]): Reader["facts"] =>
  (found) => [...more, { question, value: centsOf(found) }];

/** An income, and that it exists: one without the other asks twice. */
const income = (kind: string): Reader["facts"] => money(`me.${kind}`, { question: "me.income", value: [kind] });
const received = (right: string): Reader["facts"] => money(`received.${right}`, { question: "received", value: [right] });
const always =
  (question: QuestionId, value: FactValue): Reader["facts"] =>
  () => [{ question, value }];

/** « seule depuis septembre »: the last September; recent when it is less than eighteen months ago. */
const aloneSince: Reader["facts"] = (found, month) => {
  const at = monthNames.indexOf(found.groups?.["month"] ?? "") + 1;
  const year = found.groups?.["year"];
  const named = `${year ?? month.slice(0, 4)}-${String(at).padStart(2, "0")}` as Month;
  const since = year === undefined && named > month ? addToMonth(named, -12) : named;
  return [
    { question: "union", value: "single" },
    { question: "recently-alone", value: since > addToMonth(month, -18) },
  ];
};

/** The first reader that finds a piece keeps it. Narrow on purpose: what is not certain is left to the listener. */
const readers: readonly Reader[] = [
  { find: new RegExp(String.raw`\bloyer\b(?: hors charges| hc| nu)?${about}${amount}`, "g"), facts: money("rent") },
  { find: new RegExp(String.raw`${amount} de loyer\b`, "g"), facts: money("rent") },
  { find: new RegExp(String.raw`\b[tf][1-6]\b(?: en hlm)? a ${amount}`, "g"), facts: money("rent") },
  { find: new RegExp(String.raw`\bsans enfants?\b|\bpas d['’]enfants?\b`, "g"), facts: always("children", 0) },
  {
    find: new RegExp(
      String.raw`\b${count} enfants?\b(?! (?:adultes?|majeurs?|grands?|d['’]un premier|de (?:s[aoe]|m[aoe]|l[ae]|leur|plus)))`,
      "g",
    ),
    facts: (found) => [{ question: "children", value: countOf(found) }],
  },
  {
    find: new RegExp(
      String.raw`\b(?:seule?|separee?|divorcee?|veuve|veuf|partie?)(?: avec les enfants)? (?:depuis|en) (?<month>${monthNames.join("|")})(?: (?<year>20\d\d))?\b`,
      "g",
    ),
    facts: aloneSince,
  },
  {
    find: /\b(?:celibataire|vit seule?|divorcee|veuve|veuf|mere seule|maman seule|mere isolee|pere isole)\b/g,
    facts: always("union", "single"),
  },
  { find: /\b(?:est |)mariee?s?\b(?! en)/g, facts: always("union", "married") },
  { find: /\bpacsee?s?\b/g, facts: always("union", "civil-union") },
  { find: /\b(?:vit en couple|en concubinage|vit maritalement)\b/g, facts: always("union", "cohabiting") },
  { find: new RegExp(String.raw`\brsa${about}${amount}`, "g"), facts: received("rsa") },
  { find: /\b(?:au|touche le|percoit le|a le) rsa\b/g, facts: always("received", ["rsa"]) },
  { find: new RegExp(String.raw`\b(?:apl|al|als|alf|aide au logement)${about}${amount}`, "g"), facts: received("aide_logement") },
  { find: new RegExp(String.raw`\b(?:prime d['’]activite)${about}${amount}`, "g"), facts: received("prime_activite") },
  { find: new RegExp(String.raw`\b(?:allocations familiales|allocs|af)${about}${amount}`, "g"), facts: received("af") },
  { find: new RegExp(String.raw`\b(?:soutien familial|asf)${about}${amount}`, "g"), facts: received("asf") },
  { find: new RegExp(String.raw`\baah${about}${amount}`, "g"), facts: received("aah") },
  {
    find: new RegExp(String.raw`\b(?:salaire|gagne|paie|paye)(?: net(?:te)?| mensuel(?:le)?)?${about}${amount}`, "g"),
    facts: income("wage"),
  },
  {
    find: new RegExp(String.raw`\b(?:chomage|allocation chomage|are|france travail)${about}${amount}`, "g"),
    facts: income("unemployment"),
  },
  { find: new RegExp(String.raw`\bpension alimentaire${about}${amount}`, "g"), facts: income("alimony") },
  { find: new RegExp(String.raw`\b(?:pension d['’]invalidite|invalidite)${about}${amount}`, "g"), facts: income("invalidity") },
  { find: new RegExp(String.raw`\b(?:pension de retraite|retraite)${about}${amount}`, "g"), facts: income("retirement") },
  { find: /\b(?:au chomage|demandeuse? d['’]emploi|demandeur d['’]emploi)\b/g, facts: always("me.work", "unemployed") },
  { find: /\b(?:est retraitee?|a la retraite)\b/g, facts: always("me.work", "retired") },
  { find: /\b(?:en cdi|en cdd|en interim|salariee?|travaille a mi-temps|travaille \d\d ?h)\b/g, facts: always("me.work", "employed") },
  { find: /\b(?:en hlm|logement social|loge(?:ment)? hlm)\b/g, facts: always("home", "social") },
  { find: /\b(?:hebergee?|logee?) (?:chez|gratuitement)\b/g, facts: always("home", "free") },
];

/** Who else the clause may be about. */
const someoneElse =
  /\b(?:son|sa|ses|mon|ma|leur|leurs|le|la) (?:ex|mari|femme|epouse?|conjointe?|compagne|compagnon|copain|copine|mere|pere|parents|fils|fille|frere|soeur|cousine?|amie?|voisine?|oncle|tante|grand|belle|beau|colocataire|proprietaire)\b/;
const denied =
  /\b(?:pas|plus|jamais|ni|sans|aucune?|refus\w*|demand\w+ (?:de|du|le|la|l)|demander|voudrait|veut|attend\w*|perd\w*|fin de|ancien\w*|avant|etait|avait|touchait|gagnait|percevait|peut-etre|futur\w*|si elle|si il|s['’]il|droit au|droit a)\b/;
const contested =
  /^\s?[,(]?\s?(?:de retard|en retard|impaye|dus?\b|due\b|restant|trop percu|refus|coupe|suspendu|arrete|en attente|en cours|\?|avant|par an|l['’]an|annuel)/;
const debt = /\b(?:dette|retard|impayes?|indu|trop-?percu|rappel|doit)\b/;

/** Small letters without accents; « œ » stays: each sign keeps its place. */
const plainOf = (text: string): string => text.toLowerCase().replaceAll(/[\u00e0-\u017f]/g, (sign) => sign.normalize("NFD").charAt(0));

const clauseBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 80), at)
    .split(/[.;!?\n,»«]/)
    .at(-1) ?? "";

/**
 * Faits dans les notes : what the notes of an exchange seem to say of the household, each with its words. Somebody else's income, what is
 * denied, owed, asked for or past is left out; what is already known as it stands is not proposed again.
 * @param month the month of the rights  @param known what is in force
 */
export const factsInNotes = (notes: string, month: Month, known: Facts): readonly FactInNotes[] => {
  const text = plainOf(notes);
  const taken: [number, number][] = [];
  const found: (FactInNotes & { readonly at: number })[] = [];
  for (const { find, facts } of readers)
    for (const match of text.matchAll(find)) {
      const [from, until] = [match.index, match.index + match[0].length];
      if (taken.some(([start, end]) => from < end && until > start) || isNotHers(text, from, until)) continue;
      taken.push([from, until]);
      const read = facts(match, month);
      found.push({ id: JSON.stringify(read), facts: read, words: notes.slice(from, until).trim(), at: from });
    }
  const firstOfEach = new Map<string, FactInNotes & { readonly at: number }>();
  for (const each of found.toSorted((a, b) => a.at - b.at)) {
    const asked = each.facts.map(({ question }) => question).join(" ");
    if (!firstOfEach.has(asked) && !isKnown(each, known)) firstOfEach.set(asked, each);
  }
  return [...firstOfEach.values()].map(({ id, facts, words }) => ({ id, facts, words }));
};

/** The piece itself may say « sans enfant »: only what stands around it is looked at. */
const isNotHers = (text: string, from: number, until: number): boolean => {
  const before = clauseBefore(text, from);
  return someoneElse.test(before) || denied.test(before) || debt.test(before) || contested.test(text.slice(until, until + 20));
};

const isKnown = (proposed: FactInNotes, known: Facts): boolean =>
  mergedWith(known, proposed).every(({ question, value }) => JSON.stringify(known[question]) === JSON.stringify(value));

/** Les faits à garder : one more income, or one more benefit, joins those already said. */
export const mergedWith = (known: Facts, proposed: Pick<FactInNotes, "facts">): FactInNotes["facts"] =>
  proposed.facts.map(({ question, value }) =>
    typeof value === "object" && value !== null
      ? { question, value: [...new Set([...(choicesIn(known, question) ?? []).filter((id) => id !== "none"), ...value])] }
      : { question, value },
  );
