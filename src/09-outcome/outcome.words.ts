import { inWords } from "#engines/calendar";
import { smsParts, toGsm7 } from "#ground";

const sender = (name: string): string => name.slice(0, 40).trim();
const dayForSms = (when: Date): string =>
  new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", day: "2-digit", month: "2-digit" }).format(when);

/** What is written to persons about what came of it. Never the need, nor the trade of the provider. */
export const outcomeWords = {
  fr: {
    smsQuestion: (given: { commissioner: string; since: Date; url: string }) => {
      const asked = `${sender(given.commissioner)}. Une question sur notre échange du ${dayForSms(given.since)}, 20 secondes : ${given.url}`;
      const reassured = `${asked} Sans réponse, rien ne change.`;
      return smsParts(toGsm7(reassured)) === 1 ? reassured : asked;
    },
    page: {
      title: "Une question, 20 secondes",
      handover: "Un professionnel devait vous appeler. Avez-vous eu l’aide attendue ?",
      inform: "Nous vous avons donné un contact. Avez-vous eu l’aide attendue ?",
      about: (since: Date) => `C’est à propos de notre échange du ${inWords(since)}.`,
      yes: "Oui",
      partly: "En partie",
      no: "Non",
      nothingChanges: "Votre réponse reste chez nous. Si vous ne répondez pas, rien ne change pour vous.",
      thanks: "Merci, c’est noté",
      thanksYes: "Vous n’avez rien d’autre à faire.",
      thanksPartly: "Il reste quelque chose à faire ? Appelez-nous, nous reprenons ensemble.",
      thanksNo: "Nous reprenons votre demande : une personne de l’équipe va vous appeler.",
      said: { yes: "Votre réponse : oui.", partly: "Votre réponse : en partie.", no: "Votre réponse : non." },
      change: "Changer ma réponse",
      satisfaction: "Et comment cela s’est-il passé ?",
      satisfactionHint: "Facultatif.",
      satisfactions: { "4": "Très bien", "3": "Bien", "2": "Pas très bien", "1": "Mal" },
      send: "Envoyer",
      expired: "Ce lien a expiré",
      expiredNext: "Vous pouvez nous le dire en nous appelant.",
      unknown: "Ce lien n’est pas reconnu",
      unknownNext: "Il est peut-être coupé : ouvrez-le depuis le message reçu.",
      choose: "Choisissez une réponse.",
      again: "Rouvrez la page et recommencez : rien n’a été envoyé.",
      another: "Votre réponse d’avant est notée, pas encore celle-ci. Répondez encore une fois.",
    },
    provider: {
      choose: "Choisissez une réponse.",
      reason: "Dites pourquoi, en quelques mots.",
      tooLong: "Raccourcissez : 300 signes au plus.",
    },
  },
};

/** What a task of this room asks of a human. */
export const outcomeTaskWords = {
  fr: {
    "outcome.disputed": "Deux réponses contraires : à vérifier",
    "outcome.not-obtained": "La personne n’a pas eu l’aide attendue : la rappeler",
    "outcome.ask-person": "Demander à la personne, par téléphone, si l’aide a eu lieu",
    "outcome.ask-counsellor": "Sans nouvelle depuis 30 jours : dire ce qu’il en est",
  },
  en: {
    "outcome.disputed": "Two opposite answers: to be checked",
    "outcome.not-obtained": "The person did not get the help expected: call back",
    "outcome.ask-person": "Ask the person, by telephone, whether help came",
    "outcome.ask-counsellor": "No news for 30 days: say what came of it",
  },
};
