import type { Language } from "#ground/screens";

/** What each kind of task asks for. A kind is named by the room that makes it; a test holds this list to what the rooms make. */
export const taskWords = {
  fr: {
    kinds: {
      danger: "Un danger a été signalé : à reprendre maintenant",
      "callback-late": "Le rappel promis est en retard",
      "callback-unreached": "Trois essais sans réponse : à décider",
      "benefit.verify": "Une aide locale est à revérifier",
      "gap.report": "Un manque se répète : à faire savoir à l’autorité compétente",
      "rights.reported": "Un montant inattendu est signalé : à regarder",
      "application.ask": "Demander un droit, avant que le mois passe",
      "application.answer": "Une réponse est attendue : relancer ou noter",
      "application.appeal": "Un refus peut encore être contesté",
      "application.appeal-answer": "Un recours attend sa réponse",
      "application.money": "Un droit est accordé : l’argent est-il venu ?",
      "register.unknown": "Un registre n’a pas pu répondre : vérifier autrement, rien n’est refusé",
      "card.to-issue": "La condition est remplie : la carte peut être délivrée",
      "card.register-no": "Le registre répond non : à vous de décider, rien n’est coupé",
      "card.situation-changed": "La situation a changé : décider du renouvellement",
      "card.no-register": "La personne ne souhaite plus que l’organisme soit interrogé : voir un justificatif, ou décider",
      "card.waits-too-long": "Un renouvellement attend depuis la fin de la carte : à décider",
      "card.renewal-due": "Une carte finit dans 30 jours : la renouveler",
      "card.ends-soon": "Une carte finit dans 3 jours, et personne ne l’a renouvelée",
      "card.lapsed": "Une carte a pris fin sans être renouvelée",
      "referral.nobody": "Aucun prestataire ne couvre ce besoin",
      "referral.exhausted": "Personne n’a répondu : à vous de jouer",
      "referral.verify-details": "Coordonnées à vérifier",
      "referral.approval-ends": "L’agrément d’un prestataire se termine bientôt : le renouveler",
      "referral.approval-ended": "Un prestataire n’est plus agréé : il ne reçoit plus de demande",
      "outcome.ask-person": "Savoir auprès de la personne ce qu’il en est advenu",
      "outcome.ask-counsellor": "Noter ce qu’il en est advenu",
      "outcome.disputed": "Deux réponses contraires : à vérifier",
      "outcome.not-obtained": "La personne dit n’avoir rien obtenu : à reprendre",
    },
    other: "Une action à faire",
    nobody: "Sans personne désignée",
  },
  en: {
    kinds: {
      danger: "A danger was reported: take it up now",
      "callback-late": "The promised callback is late",
      "callback-unreached": "Three tries without an answer: decide",
      "benefit.verify": "A local benefit is to be verified again",
      "gap.report": "A gap repeats itself: tell the authority in charge",
      "rights.reported": "An unexpected amount was reported: look at it",
      "application.ask": "Ask for a right, before the month passes",
      "application.answer": "An answer is expected: ask again or note it",
      "application.appeal": "A refusal may still be contested",
      "application.appeal-answer": "An appeal awaits its answer",
      "application.money": "A right is granted: has the money come?",
      "register.unknown": "A register could not answer: check otherwise, nothing is refused",
      "card.to-issue": "The condition holds: the card may be issued",
      "card.register-no": "The register says no: yours to decide, nothing is cut",
      "card.situation-changed": "The situation changed: decide on the renewal",
      "card.no-register": "The person no longer wants the body to be asked: see a document, or decide",
      "card.waits-too-long": "A renewal has waited since the card ended: decide",
      "card.renewal-due": "A card ends in 30 days: renew it",
      "card.ends-soon": "A card ends in 3 days, and nobody renewed it",
      "card.lapsed": "A card ended without being renewed",
      "referral.nobody": "No provider covers this need",
      "referral.exhausted": "Nobody answered: your turn",
      "referral.verify-details": "Check the contact details",
      "referral.approval-ends": "The approval of a provider ends soon: renew it",
      "referral.approval-ended": "A provider is no longer approved: it receives no new request",
      "outcome.ask-person": "Ask the person what came of it",
      "outcome.ask-counsellor": "Note what came of it",
      "outcome.disputed": "Two answers disagree: check",
      "outcome.not-obtained": "The person says she obtained nothing: take it up again",
    },
    other: "Something to do",
    nobody: "About nobody in particular",
  },
} as const;

/** The sentence of a kind; a general one when a room makes a kind that has none yet. */
export const taskSentence = (kind: string, language: Language): string =>
  (taskWords[language].kinds as Readonly<Record<string, string>>)[kind] ?? taskWords[language].other;

/** Where a task is worked on. */
export const placeOfTask = (task: {
  readonly kind?: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly personId: string | null;
}): string | undefined => {
  if (task.subjectKind === "referral") return `/bureau/transmissions/${task.subjectId}`;
  if (task.kind === "rights.reported") return `/bureau/situations/${task.subjectId}/droits`;
  if (task.subjectKind === "situation") return `/bureau/situations/${task.subjectId}`;
  if (task.subjectKind === "application") return `/bureau/demarches/${task.subjectId}`;
  if (task.subjectKind === "entitlement") return `/bureau/cartes/${task.subjectId}`;
  if (task.subjectKind === "contact") return `/bureau/echanges/${task.subjectId}`;
  if (task.subjectKind === "benefit") return `/bureau/aides/${task.subjectId}`;
  if (task.subjectKind === "provider") return "/bureau/prestataires";
  if (task.subjectKind === "gap") return "/bureau/referent";
  return task.personId === null ? undefined : `/bureau/personnes/${task.personId}`;
};
