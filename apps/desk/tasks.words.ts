import type { Language } from "#ground/screens";

/** What each kind of task asks for. A kind is named by the room that makes it; a test holds this list to what the rooms make. */
export const taskWords = {
  fr: {
    kinds: {
      danger: "un danger a été signalé : à reprendre maintenant",
      "callback-late": "le rappel promis est en retard",
      "callback-unreached": "trois essais sans réponse : à décider",
      "gap.report": "un manque se répète : à faire savoir à l’autorité compétente",
      "referral.nobody": "aucun prestataire ne couvre ce besoin",
      "referral.exhausted": "personne n’a répondu : à vous de jouer",
      "referral.verify-details": "coordonnées à vérifier",
      "outcome.ask-person": "savoir auprès de la personne ce qu’il en est advenu",
      "outcome.ask-counsellor": "noter ce qu’il en est advenu",
      "outcome.disputed": "deux réponses contraires : à vérifier",
      "outcome.not-obtained": "la personne dit n’avoir rien obtenu : à reprendre",
    },
    other: "une action à faire",
    nobody: "Sans personne désignée",
  },
  en: {
    kinds: {
      danger: "a danger was reported: take it up now",
      "callback-late": "the promised callback is late",
      "callback-unreached": "three tries without an answer: decide",
      "gap.report": "a gap repeats itself: tell the authority in charge",
      "referral.nobody": "no provider covers this need",
      "referral.exhausted": "nobody answered: your turn",
      "referral.verify-details": "check the contact details",
      "outcome.ask-person": "ask the person what came of it",
      "outcome.ask-counsellor": "note what came of it",
      "outcome.disputed": "two answers disagree: check",
      "outcome.not-obtained": "the person says she obtained nothing: take it up again",
    },
    other: "something to do",
    nobody: "About nobody in particular",
  },
} as const;

/** The sentence of a kind; a general one when a room makes a kind that has none yet. */
export const taskSentence = (kind: string, language: Language): string =>
  (taskWords[language].kinds as Readonly<Record<string, string>>)[kind] ?? taskWords[language].other;

/** Where a task is worked on. */
export const placeOfTask = (task: {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly personId: string | null;
}): string | undefined => {
  if (task.subjectKind === "referral") return `/bureau/transmissions/${task.subjectId}`;
  if (task.subjectKind === "situation") return `/bureau/situations/${task.subjectId}`;
  if (task.subjectKind === "contact") return `/bureau/echanges/${task.subjectId}`;
  if (task.subjectKind === "gap") return "/bureau/referent";
  return task.personId === null ? undefined : `/bureau/personnes/${task.personId}`;
};
