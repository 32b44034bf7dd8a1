import { anyOf } from "./condition.ts";
import type { Quiz } from "./quiz.ts";
import { holdingOn, holdingOnFinding, ownWords } from "./quiz-common.words.ts";

/** Questionnaire: the home. */
export const housingQuiz = {
  id: "logement",
  theme: "logement",
  title: "Mon logement",
  about: "Loyer, état du logement, voisinage, déménagement.",
  questions: [
    {
      id: "statut",
      asks: "Où vivez-vous aujourd’hui ?",
      choices: [
        { id: "locataire", says: "Dans un logement que je loue" },
        { id: "proprietaire", says: "Dans un logement à moi" },
        { id: "heberge", says: "Chez quelqu’un qui m’héberge" },
        { id: "sans", says: "Je n’ai pas d’endroit à moi" },
      ],
    },
    {
      id: "ce-soir",
      asks: "Savez-vous où dormir ce soir ?",
      onlyIf: anyOf(["statut", ["heberge", "sans"]]),
      choices: [
        { id: "oui", says: "Oui" },
        { id: "non", says: "Non", danger: "rue" },
      ],
    },
    {
      id: "loyer",
      asks: "Avez-vous du retard dans votre loyer ou votre prêt ?",
      onlyIf: anyOf(["statut", ["locataire", "proprietaire"]]),
      choices: [
        { id: "non", says: "Non" },
        { id: "un-mois", says: "Oui, un mois" },
        { id: "plusieurs", says: "Oui, plusieurs mois" },
      ],
    },
    {
      id: "courrier",
      asks: "Avez-vous reçu un courrier d’un commissaire de justice ou d’un tribunal ?",
      hint: "Avant, on disait un huissier.",
      onlyIf: anyOf(["loyer", ["un-mois", "plusieurs"]]),
      choices: [
        { id: "non", says: "Non" },
        { id: "oui", says: "Oui" },
      ],
    },
    {
      id: "etat",
      asks: "Qu’est-ce qui ne va pas dans le logement ?",
      onlyIf: anyOf(["statut", ["locataire", "proprietaire", "heberge"]]),
      choices: [
        { id: "rien", says: "Rien de grave" },
        { id: "froid", says: "Il y fait froid" },
        { id: "humide", says: "Il y a de l’humidité ou des moisissures" },
        { id: "dangereux", says: "L’électricité, le gaz ou un mur me font peur" },
      ],
    },
    {
      id: "energie",
      asks: "Vos factures d’énergie et d’eau sont-elles à jour ?",
      choices: [
        { id: "oui", says: "Oui" },
        { id: "retard", says: "Non, j’ai du retard" },
        { id: "coupure", says: "On m’annonce une coupure" },
      ],
    },
    {
      id: "convient",
      asks: "Ce logement vous convient-il encore ?",
      onlyIf: anyOf(["statut", ["locataire", "proprietaire", "heberge"]]),
      choices: [
        { id: "oui", says: "Oui" },
        { id: "petit", says: "Il est trop petit, ou trop loin" },
        { id: "marches", says: "Les marches ou la salle de bains sont difficiles" },
        { id: "partir", says: "Je dois en partir" },
      ],
    },
    {
      id: "conflit",
      asks: "Y a-t-il un conflit autour de ce logement ?",
      onlyIf: anyOf(["statut", ["locataire", "proprietaire", "heberge"]]),
      choices: [
        { id: "non", says: "Non" },
        { id: "bailleur", says: "Oui, avec le bailleur" },
        { id: "voisins", says: "Oui, avec le voisinage" },
      ],
    },
    {
      id: "securite",
      asks: "Là où vous vivez, vous sentez-vous en sécurité ?",
      choices: [
        { id: "oui", says: "Oui" },
        { id: "pas-toujours", says: "Pas toujours" },
        { id: "peur", says: "Non, quelqu’un me fait peur", danger: "violence" },
      ],
    },
    holdingOn,
    ownWords,
  ],
  findings: [
    {
      id: "ce-soir",
      when: anyOf(["ce-soir", ["non"]]),
      shows: "Il vous faut un abri pour ce soir",
      explains: "Le 115 cherche une place pour la nuit. Ensuite, on regarde la suite avec vous.",
      needs: ["hebergement"],
      sheets: ["sans-toit"],
    },
    {
      id: "sans-logement",
      when: anyOf(["statut", ["heberge", "sans"]]),
      shows: "Vous n’avez pas de logement à vous",
      explains: "Une demande de logement peut être lancée ou relancée. Elle se prépare à deux.",
      needs: ["log_recherche"],
      sheets: ["sans-toit"],
    },
    {
      id: "loyer",
      when: anyOf(["loyer", ["un-mois", "plusieurs"]], ["courrier", ["oui"]]),
      shows: "Un retard de loyer ou de prêt s’installe",
      explains: "À chaque étape, il y a quelque chose à faire. Un juriste peut lire vos courriers, gratuitement.",
      needs: ["loyer"],
      sheets: ["loyer-en-retard"],
    },
    {
      id: "etat",
      when: anyOf(["etat", ["froid", "humide", "dangereux"]]),
      shows: "Votre logement abîme votre santé ou votre sécurité",
      explains: "Quelqu’un peut venir constater, sans frais. Ensuite, on demande les travaux pas à pas.",
      needs: ["indigne"],
      sheets: ["logement-abime"],
    },
    {
      id: "energie",
      when: anyOf(["energie", ["retard", "coupure"]]),
      shows: "L’énergie ou l’eau coûtent trop",
      explains: "Appelez avant la date limite : un étalement s’obtient souvent. Nous pouvons le faire avec vous.",
      needs: ["energie"],
      sheets: ["facture-energie"],
    },
    {
      id: "adapter",
      when: anyOf(["convient", ["marches"]]),
      shows: "Le logement devient difficile à vivre",
      explains: "Une barre, une douche basse, un siège : de petits travaux sont parfois aidés.",
      needs: ["adaptation"],
      sheets: ["aide-a-la-maison", "logement-abime"],
    },
    {
      id: "partir",
      when: anyOf(["convient", ["petit", "partir"]]),
      shows: "Vous pensez à changer de logement",
      explains: "Avant de donner congé, on vérifie les délais et les aides au départ.",
      needs: ["demenagement"],
      sheets: ["sans-toit"],
    },
    {
      id: "conflit",
      when: anyOf(["conflit", ["bailleur", "voisins"]]),
      shows: "Un conflit use votre quotidien",
      explains: "Une conciliation est gratuite, et règle beaucoup de conflits sans juge.",
      needs: ["conflit_log"],
      sheets: ["logement-abime"],
    },
    {
      id: "securite",
      when: anyOf(["securite", ["pas-toujours", "peur"]]),
      shows: "Vous n’êtes pas en sécurité",
      explains: "Avoir peur chez soi n’est pas normal. On peut en parler sans rien décider tout de suite.",
      needs: ["violences_conj"],
      sheets: ["on-me-fait-du-mal"],
    },
    holdingOnFinding,
  ],
  calm: {
    shows: "Rien d’urgent ne ressort de vos réponses",
    explains: "Gardez cette page en tête si les choses changent. Et si quelque chose vous inquiète, vous pouvez nous en parler.",
    sheets: ["verifier-ses-droits"],
  },
} as const satisfies Quiz;
