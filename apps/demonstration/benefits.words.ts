import type { BenefitContent } from "#rights";
import { fictionalPhone } from "./telephone.ts";

/** Aide inventée : what it says, and for how many days it had been verified when the demonstration is loaded. */
export interface PlannedBenefit {
  readonly key: string;
  readonly verifiedDaysAgo: number;
  readonly content: Omit<BenefitContent, "verifiedOn" | "startsOn" | "endsOn">;
}

/**
 * Dix aides de la démonstration, all invented, at the four levels of territory. No town, group of communes, département or region offers
 * them: each is marked « Démonstration : aide inventée » wherever it is shown.
 */
export const plannedBenefits: readonly PlannedBenefit[] = [
  {
    key: "demonstration-gueret-cantine",
    verifiedDaysAgo: 40,
    content: {
      name: "Cantine à un euro",
      theme: "famille",
      gives: "Le repas de midi à l’école coûte 1 € par enfant au lieu de 3,60 €. La mairie paie le reste, toute l’année scolaire.",
      amount: null,
      territory: { kind: "commune", code: "23096" },
      conditions: [
        { kind: "child-age", from: 3, to: 11 },
        { kind: "resources", by: "quotient", atMostCents: 60_000 },
      ],
      otherConditions: "",
      ask: {
        body: "Mairie de Guéret, guichet des familles",
        phone: fictionalPhone("05 36 49", 2310),
        mail: "familles@mairie-gueret.example",
        address: "1 esplanade des Tilleuls, 23000 Guéret",
        hours: "Du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h",
      },
      bring: ["L’attestation de la CAF ou de la MSA, avec le quotient", "Un justificatif de domicile"],
      sourceUrl: "https://mairie-gueret.example/cantine",
    },
  },
  {
    key: "demonstration-grand-gueret-bus",
    verifiedDaysAgo: 25,
    content: {
      name: "Bus gratuit",
      theme: "mobilite",
      gives: "Une carte pour prendre tous les bus de l’agglomération sans payer, pendant un an.",
      amount: null,
      territory: { kind: "epci", code: "200034825" },
      conditions: [{ kind: "receives", anyOf: ["rsa", "aah", "aspa", "ass"] }],
      otherConditions: "",
      ask: {
        body: "Agence des bus du Grand Guéret",
        phone: fictionalPhone("05 36 49", 2321),
        mail: "bus@grand-gueret.example",
        address: "3 place Bonnyaud, 23000 Guéret",
        hours: "Du mardi au samedi, de 9 h à 18 h",
      },
      bring: ["Une pièce d’identité", "Le dernier avis de paiement de l’allocation", "Une photo"],
      sourceUrl: "https://grand-gueret.example/bus",
    },
  },
  {
    key: "demonstration-creuse-cheque-mobilite",
    verifiedDaysAgo: 60,
    content: {
      name: "Chèque mobilité",
      theme: "mobilite",
      gives: "Une aide pour l’essence, la réparation de la voiture ou le permis, quand on cherche un emploi ou qu’on en commence un.",
      amount: { cents: 30_000, isAtMost: true, period: "year" },
      territory: { kind: "departement", code: "23" },
      conditions: [
        { kind: "age", from: 18, to: 64 },
        { kind: "activity", anyOf: ["employed", "job-seeker"] },
        { kind: "resources", by: "consumption-unit", atMostCents: 95_000 },
      ],
      otherConditions: "L’emploi ou la formation est à plus de 10 km du domicile.",
      ask: {
        body: "Maison du département de Guéret",
        phone: fictionalPhone("05 36 49", 2332),
        mail: "mobilite@departement-creuse.example",
        address: "14 avenue Pierre Leroux, 23000 Guéret",
        hours: "Sur rendez-vous",
      },
      bring: ["Une pièce d’identité", "La promesse d’embauche, le contrat ou l’inscription à France Travail", "Un devis ou une facture"],
      sourceUrl: "https://departement-creuse.example/cheque-mobilite",
    },
  },
  {
    key: "demonstration-aubusson-garde",
    verifiedDaysAgo: 12,
    content: {
      name: "Relais garde d’enfants aux horaires décalés",
      theme: "famille",
      gives: "Une personne garde les enfants à la maison, tôt le matin ou tard le soir, pour 2 € de l’heure.",
      amount: null,
      territory: { kind: "commune", code: "23008" },
      conditions: [
        { kind: "activity", anyOf: ["employed", "job-seeker"] },
        { kind: "child-age", from: null, to: 11 },
        { kind: "alone-with-children" },
      ],
      otherConditions: "",
      ask: {
        body: "Centre social d’Aubusson",
        phone: fictionalPhone("05 36 49", 2343),
        mail: "garde@centre-social-aubusson.example",
        address: "8 rue des Lissiers, 23200 Aubusson",
        hours: "Du lundi au vendredi, de 8 h 30 à 18 h",
      },
      bring: ["Les horaires de travail ou de formation", "Le carnet de santé des enfants"],
      sourceUrl: "",
    },
  },
  {
    key: "demonstration-nouvelle-aquitaine-permis",
    verifiedDaysAgo: 90,
    content: {
      name: "Coup de pouce permis des jeunes",
      theme: "emploi",
      gives: "La région paie une partie du permis de conduire, directement à l’auto-école.",
      amount: { cents: 50_000, isAtMost: false, period: "once" },
      territory: { kind: "region", code: "75" },
      conditions: [
        { kind: "age", from: 17, to: 25 },
        { kind: "residence", months: 6 },
      ],
      otherConditions: "",
      ask: {
        body: "Région, service des jeunes",
        phone: fictionalPhone("05 36 49", 2354),
        mail: "permis@region-nouvelle-aquitaine.example",
        address: "",
        hours: "Demande en ligne ou par téléphone, du lundi au vendredi",
      },
      bring: ["Une pièce d’identité", "L’inscription à l’auto-école"],
      sourceUrl: "https://region-nouvelle-aquitaine.example/permis",
    },
  },
  {
    key: "demonstration-voiron-energie",
    verifiedDaysAgo: 33,
    content: {
      name: "Aide aux factures d’énergie",
      theme: "essentiels",
      gives: "Le centre communal d’action sociale paie une partie d’une facture d’électricité, de gaz ou de bois, une fois par an.",
      amount: { cents: 20_000, isAtMost: true, period: "year" },
      territory: { kind: "commune", code: "38563" },
      conditions: [
        { kind: "housing", anyOf: ["tenant", "owner"] },
        { kind: "resources", by: "consumption-unit", atMostCents: 90_000 },
        { kind: "residence", months: 3 },
      ],
      otherConditions: "",
      ask: {
        body: "CCAS de Voiron",
        phone: fictionalPhone("04 65 71", 3810),
        mail: "ccas@voiron.example",
        address: "12 rue Mainssieux, 38500 Voiron",
        hours: "Du lundi au vendredi, de 9 h à 12 h ; l’après-midi sur rendez-vous",
      },
      bring: ["La facture", "Les trois derniers relevés de ressources", "Un justificatif de domicile"],
      sourceUrl: "https://voiron.example/energie",
    },
  },
  {
    key: "demonstration-pays-voironnais-aines",
    verifiedDaysAgo: 410,
    content: {
      name: "Navette du marché pour les aînés",
      theme: "lien",
      gives: "Un minibus vient chercher les personnes âgées chez elles le mercredi et le samedi matin, et les ramène.",
      amount: null,
      territory: { kind: "epci", code: "243800984" },
      conditions: [{ kind: "age", from: 70, to: null }],
      otherConditions: "",
      ask: {
        body: "Pays Voironnais, service des aînés",
        phone: fictionalPhone("04 65 71", 3821),
        mail: "",
        address: "40 rue Mainssieux, 38500 Voiron",
        hours: "Réservation la veille avant midi",
      },
      bring: [],
      sourceUrl: "https://pays-voironnais.example/navette",
    },
  },
  {
    key: "demonstration-isere-autonomie",
    verifiedDaysAgo: 75,
    content: {
      name: "Aide à l’adaptation de la salle de bains",
      theme: "autonomie",
      gives: "Le département paie une partie des travaux : douche sans marche, barres d’appui, siège.",
      amount: { cents: 250_000, isAtMost: true, period: "once" },
      territory: { kind: "departement", code: "38" },
      conditions: [
        { kind: "age", from: 65, to: null },
        { kind: "activity", anyOf: ["retired"] },
        { kind: "resources", by: "consumption-unit", atMostCents: 150_000 },
      ],
      otherConditions: "Les travaux ne doivent pas avoir commencé.",
      ask: {
        body: "Département de l’Isère, maison de l’autonomie",
        phone: fictionalPhone("04 65 71", 3832),
        mail: "autonomie@departement-isere.example",
        address: "15 avenue Doyen Louis Weil, 38000 Grenoble",
        hours: "Du lundi au vendredi, de 9 h à 17 h",
      },
      bring: ["Le dernier avis d’impôt", "Deux devis", "Le titre de propriété ou l’accord du propriétaire"],
      sourceUrl: "https://departement-isere.example/salle-de-bains",
    },
  },
  {
    key: "demonstration-auvergne-rhone-alpes-rentree",
    verifiedDaysAgo: 150,
    content: {
      name: "Manuels et équipement des lycéens",
      theme: "famille",
      gives: "Une carte pour payer les manuels, et l’équipement des lycées professionnels.",
      amount: { cents: 10_000, isAtMost: false, period: "year" },
      territory: { kind: "region", code: "84" },
      conditions: [{ kind: "child-age", from: 15, to: 19 }],
      otherConditions: "L’enfant est au lycée.",
      ask: {
        body: "Région, carte des lycéens",
        phone: fictionalPhone("04 65 71", 3843),
        mail: "lycees@region-aura.example",
        address: "",
        hours: "Demande en ligne",
      },
      bring: ["Le certificat de scolarité"],
      sourceUrl: "https://region-aura.example/lycees",
    },
  },
  {
    key: "demonstration-nantes-sante",
    verifiedDaysAgo: 50,
    content: {
      name: "Lunettes solidaires",
      theme: "sante",
      gives: "Une paire de lunettes à petit prix, avec un examen de la vue, quand la complémentaire santé ne suffit pas.",
      amount: null,
      territory: { kind: "commune", code: "44109" },
      conditions: [
        { kind: "receives", anyOf: ["rsa", "aspa", "aah", "css"] },
        { kind: "residence", months: 3 },
      ],
      otherConditions: "",
      ask: {
        body: "Espace santé solidaire de Nantes",
        phone: fictionalPhone("02 61 91", 4410),
        mail: "lunettes@sante-nantes.example",
        address: "6 rue de Strasbourg, 44000 Nantes",
        hours: "Le mardi et le jeudi, de 9 h à 16 h",
      },
      bring: ["L’ordonnance", "L’attestation de droits"],
      sourceUrl: "https://sante-nantes.example/lunettes",
    },
  },
];
