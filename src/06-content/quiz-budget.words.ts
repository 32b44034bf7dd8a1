import { anyOf } from "./condition.ts";
import type { Quiz } from "./quiz.ts";
import { holdingOn, holdingOnFinding, ownWords } from "./quiz-common.words.ts";

/** Questionnaire: money. Someone in money trouble does not call; she reads, answers, and says yes when she is asked. */
export const budgetQuiz = {
  id: "budget",
  theme: "budget",
  title: "Mon budget",
  about: "Fins de mois, factures, crédits.",
  questions: [
    {
      id: "compte",
      asks: "Comment finissez-vous le mois ?",
      choices: [
        { id: "reste", says: "Il reste un peu d’argent" },
        { id: "juste", says: "C’est tout juste" },
        { id: "decouvert", says: "Je suis à découvert" },
      ],
    },
    {
      id: "factures",
      asks: "Avez-vous repoussé une facture ces trois derniers mois ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "une", says: "Oui, une" },
        { id: "plusieurs", says: "Oui, plusieurs" },
      ],
    },
    {
      id: "laquelle",
      asks: "Laquelle vous pèse le plus ?",
      onlyIf: anyOf(["factures", ["une", "plusieurs"]]),
      choices: [
        { id: "loyer", says: "Le loyer" },
        { id: "energie", says: "L’énergie ou l’eau" },
        { id: "sante", says: "La santé" },
        { id: "autre", says: "Une autre" },
      ],
    },
    {
      id: "credits",
      asks: "Remboursez-vous des crédits ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "un", says: "Oui, un" },
        { id: "plusieurs", says: "Oui, plusieurs" },
      ],
    },
    {
      id: "credit-sur-credit",
      asks: "Avez-vous pris un crédit pour en rembourser un autre ?",
      onlyIf: anyOf(["credits", ["un", "plusieurs"]]),
      choices: [
        { id: "non", says: "Non" },
        { id: "oui", says: "Oui" },
      ],
    },
    {
      id: "renoncer",
      asks: "À quoi avez-vous renoncé faute d’argent ?",
      hint: "Choisissez ce qui vous manque le plus.",
      choices: [
        { id: "rien", says: "À rien d’important" },
        { id: "sorties", says: "À des sorties, à des vêtements" },
        { id: "soins", says: "À me soigner" },
        { id: "repas", says: "À des repas" },
      ],
    },
    {
      id: "droits",
      asks: "Avez-vous vérifié vos droits depuis un an ?",
      hint: "Par exemple une prime, une aide au logement, une complémentaire santé.",
      choices: [
        { id: "oui", says: "Oui" },
        { id: "non", says: "Non" },
        { id: "attente", says: "J’ai une demande sans réponse" },
      ],
    },
    {
      id: "change",
      asks: "Qu’est-ce qui a changé récemment ?",
      choices: [
        { id: "rien", says: "Rien de particulier" },
        { id: "travail", says: "Mon travail ou mon revenu" },
        { id: "separation", says: "Une séparation" },
        { id: "sante", says: "Ma santé, ou celle d’un proche" },
      ],
    },
    holdingOn,
    ownWords,
  ],
  findings: [
    {
      id: "fins-de-mois",
      when: anyOf(["compte", ["juste", "decouvert"]]),
      shows: "Vos fins de mois sont serrées",
      explains: "Il reste peu de place pour un imprévu. On peut chercher avec vous ce qui peut être étalé ou demandé.",
      needs: ["fins_de_mois"],
      sheets: ["finir-le-mois"],
    },
    {
      id: "loyer",
      when: anyOf(["laquelle", ["loyer"]]),
      shows: "Votre loyer passe difficilement",
      explains: "C’est le retard à dire en premier. Plus tôt on en parle, plus il y a de solutions.",
      needs: ["loyer"],
      sheets: ["loyer-en-retard"],
    },
    {
      id: "energie",
      when: anyOf(["laquelle", ["energie"]]),
      shows: "L’énergie ou l’eau coûtent trop",
      explains: "Un paiement en plusieurs fois se demande. Des aides existent selon les revenus.",
      needs: ["energie"],
      sheets: ["facture-energie"],
    },
    {
      id: "dettes",
      when: anyOf(["credits", ["plusieurs"]], ["credit-sur-credit", ["oui"]]),
      shows: "Les crédits prennent de la place",
      explains: "Quand un crédit en paie un autre, la somme grandit seule. Une procédure gratuite peut l’arrêter.",
      needs: ["dettes"],
      sheets: ["dettes"],
    },
    {
      id: "soins",
      when: anyOf(["laquelle", ["sante"]], ["renoncer", ["soins"]]),
      shows: "Vous repoussez des soins",
      explains: "Une complémentaire à petit prix existe peut-être pour vous. Cela se vérifie en quelques minutes.",
      needs: ["frais_sante"],
      sheets: ["se-soigner"],
    },
    {
      id: "repas",
      when: anyOf(["renoncer", ["repas"]]),
      shows: "Vous sautez des repas",
      explains: "Une aide peut venir vite, parfois le jour même. Beaucoup de personnes y ont recours un moment.",
      needs: ["alimentaire"],
      sheets: ["se-nourrir"],
    },
    {
      id: "droits",
      when: anyOf(["droits", ["non", "ne-sais-pas"]]),
      shows: "Vos droits sont à vérifier",
      explains: "Une aide n’est versée que si elle est demandée. Nous pouvons en faire le tour avec vous.",
      needs: ["non_recours"],
      sheets: ["verifier-ses-droits"],
    },
    {
      id: "attente",
      when: anyOf(["droits", ["attente"]]),
      shows: "Une demande attend une réponse",
      explains: "Une relance écrite aide souvent. Quelqu’un peut la faire avec vous.",
      needs: ["dossier_bloque"],
      sheets: ["dossier-sans-reponse"],
    },
    {
      id: "travail",
      when: anyOf(["change", ["travail"]]),
      shows: "Votre revenu a changé",
      explains: "Un changement de revenu peut ouvrir un droit nouveau. Il se demande sans attendre.",
      needs: ["perte_emploi", "non_recours"],
      sheets: ["perdre-son-emploi", "verifier-ses-droits"],
    },
    {
      id: "separation",
      when: anyOf(["change", ["separation"]]),
      shows: "Une séparation a changé vos comptes",
      explains: "Le toit, l’argent et les enfants se règlent ensemble. Des droits s’ouvrent dès la séparation.",
      needs: ["separation"],
      sheets: ["se-separer"],
    },
    {
      id: "sante",
      when: anyOf(["change", ["sante"]]),
      shows: "La santé pèse sur le budget",
      explains: "Une maladie fait baisser les revenus et monter les frais. Un service social spécialisé existe.",
      needs: ["maladie"],
      sheets: ["se-soigner"],
    },
    holdingOnFinding,
  ],
  calm: {
    shows: "Rien d’urgent ne ressort de vos réponses",
    explains: "C’est un bon moment pour vérifier vos droits. Et si quelque chose vous inquiète, vous pouvez nous en parler.",
    sheets: ["verifier-ses-droits"],
  },
} as const satisfies Quiz;
