import { monthInWords, type Day } from "#engines/calendar";
import { dayInWords } from "../estimate/day-in-words.ts";
import { lastOf, type Application, type ApplicationState } from "./application.ts";
import type { Letter, LetterKind } from "./letter.ts";
import { letterWords, ofRight } from "./letter.words.ts";
import { ruleOf, type RightRule } from "./right-rule.ts";

const words = letterWords.fr;
const said = (on: Day): string => dayInWords(on, "fr");

/** Which letters have a sense, from where the application stands. */
const lettersOfState: Readonly<Record<ApplicationState, readonly LetterKind[]>> = {
  "to-do": ["request"],
  asked: ["request", "delay"],
  refused: ["appeal", "reasons"],
  appealed: ["appeal", "delay"],
  granted: ["delay"],
  paid: [],
  withdrawn: [],
};
export const lettersFor = (state: ApplicationState): readonly LetterKind[] => lettersOfState[state];

/** What is known of her, and what she let stand on paper. */
export interface LetterSender {
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly commune: string | undefined;
}

/** Brouillon : a letter in her name, from what she said and nothing else; what only she can tell stands between brackets. */
export const draftLetter = (kind: LetterKind, application: Application, sender: LetterSender, today: Day): Letter => ({
  sender: [sender.name ?? "[Nom et prénom]", sender.address ?? "[Adresse]", words.fileNumber].join("\n"),
  addressee: addresseeOf(kind, application),
  place: sender.commune ?? "",
  on: today,
  ...textOf(kind, application, today),
});

/** Ce qui reste à écrire : a letter is not printed while a passage between brackets waits. */
export const isUnfinished = (letter: Pick<Letter, "sender" | "addressee" | "subject" | "text">): boolean =>
  [letter.sender, letter.addressee, letter.subject, letter.text].some((part) => /\[[^\]]*\]/.test(part));

const addresseeOf = (kind: LetterKind, application: Application): string => {
  const rule = ruleOf(application.asked);
  const asked = lastOf(application, "ask")?.toWhom;
  const body = asked ?? words.bodies[rule.body];
  const lines = kind === "appeal" ? appealLines(rule, body) : [body];
  return [...lines, "[Adresse]"].filter((line) => line !== "").join("\n");
};

const appealLines = (rule: RightRule, body: string): readonly string[] =>
  rule.appealTo === "department" ? [words.appealServices.department] : [body, words.appealServices[rule.appealTo]];

const textOf = (kind: LetterKind, application: Application, today: Day): Pick<Letter, "subject" | "text"> => {
  const { asked } = application;
  const of = asked.kind === "computed" ? ofRight[asked.right] : words.help(asked.label);
  switch (kind) {
    case "request":
      return { subject: words.subjects.request(of), text: words.request(of, monthInWords(today.slice(0, 7) as `${number}-${number}`)) };
    case "appeal":
      return { subject: words.subjects.appeal(of), text: appealText(application, of) };
    case "reasons":
      return { subject: words.subjects.reasons(of), text: words.askReasons(openingOf(application, of), isSilent(application)) };
    case "delay":
      return delayText(application, of);
  }
};

const isSilent = (application: Application): boolean => lastOf(application, "refuse")?.reason === "silence";

const openingOf = (application: Application, of: string): string => {
  const refused = lastOf(application, "refuse");
  if (!refused || refused.reason === "silence") return words.silentSince(of, dayIn(lastOf(application, "ask")?.on));
  return words.refusedOn(of, said(refused.on));
};
const dayIn = (on: Day | undefined): string | undefined => on && said(on);

const appealText = (application: Application, of: string): string => {
  const article = ruleOf(application.asked).appealArticle;
  const opening = openingOf(application, of);
  const reason = lastOf(application, "refuse")?.reason;
  if (reason === undefined || reason === "silence") return words.appealSilent(opening, article);
  return words.appeal(opening, reason === "other" ? undefined : words.reasonGiven(words.reasons[reason]), article);
};

const delayText = (application: Application, of: string): Pick<Letter, "subject" | "text"> => {
  const granted = lastOf(application, "grant");
  const appealed = lastOf(application, "appeal");
  if (application.state === "granted" && granted)
    return { subject: words.subjects.money(of), text: words.delayOfMoney(of, said(granted.on)) };
  if (application.state === "appealed" && appealed)
    return { subject: words.subjects.delay(of), text: words.delayOfAppeal(of, said(appealed.on)) };
  return {
    subject: words.subjects.delay(of),
    text: words.delay(of, dayIn(lastOf(application, "ask")?.on), ruleOf(application.asked).silenceMonths),
  };
};
