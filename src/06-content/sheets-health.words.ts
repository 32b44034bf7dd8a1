import { day } from "#engines/calendar";
import type { Sheet } from "./sheet.ts";

const writtenOn = day("2026-11-20");

/** Fiches pratiques: body and mind, disability, growing old, and those who help. */
export const healthSheets = [
  {
    id: "se-soigner",
    title: "Se soigner malgré le coût",
    theme: "sante",
    needs: ["frais_sante", "acces_soins", "maladie", "arret"],
    writtenOn,
    about: [
      "Repousser un soin finit souvent par coûter plus cher.",
      "Selon les revenus, une complémentaire gratuite ou à petit prix existe.",
      "Lunettes, dents et appareils auditifs : des modèles sont remboursés en entier.",
    ],
    today: [
      "Demandez le tiers payant : vous n’avancez pas l’argent.",
      "Demandez un devis avant tout soin cher, et demandez un étalement.",
      "Pas de médecin traitant ? Dites-le à votre caisse d’assurance maladie.",
    ],
    whoHelps: [
      { who: "Votre caisse d’assurance maladie", how: "Son service social aide pendant une maladie ou un arrêt." },
      { who: "Une permanence d’accès aux soins de santé", how: "À l’hôpital, des soins même sans couverture." },
      { who: "Un centre de santé", how: "Des soins sans avance de frais." },
    ],
    toBring: ["Votre carte Vitale ou une attestation", "Votre carte de mutuelle", "Les ordonnances et les devis"],
  },
  {
    id: "quand-tout-pese",
    title: "Quand tout pèse",
    theme: "psy",
    needs: ["mal_etre", "acces_psy", "crise_suicidaire", "addictions"],
    writtenOn,
    about: [
      "Ne plus dormir, ne plus avoir envie, pleurer souvent : le corps dit qu’il n’en peut plus.",
      "Cela se soigne. En parler est déjà un premier pas.",
      "Penser à mourir est une souffrance. Des soignants répondent, jour et nuit.",
    ],
    today: [
      "Dites à une personne de confiance comment vous allez vraiment.",
      "Prenez rendez-vous avec votre médecin, et dites ce que vous vivez.",
      "Si vous pensez à en finir, appelez le 3114 maintenant, ou le 15.",
      "Éloignez ce qui pourrait vous blesser, ou confiez-le à quelqu’un.",
    ],
    whoHelps: [
      { who: "Le 3114", how: "Gratuit, jour et nuit. Un soignant vous écoute." },
      { who: "Votre médecin", how: "Il peut prescrire des séances chez un psychologue." },
      { who: "Un centre médico-psychologique", how: "Des soins gratuits, près de chez vous." },
    ],
    toBring: ["Votre carte Vitale", "La liste de vos médicaments", "Ce que vous aimeriez dire, écrit sur un papier"],
    numbers: ["3114", "15"],
  },
  {
    id: "handicap",
    title: "Faire reconnaître un handicap",
    theme: "handicap",
    needs: ["mdph", "enfant_handi", "travail_handi"],
    writtenOn,
    about: [
      "Un handicap ne se voit pas toujours. Une maladie longue peut en être un.",
      "Une seule demande ouvre plusieurs droits : carte, allocation, aide humaine, aménagement du travail.",
      "La réponse prend du temps : mieux vaut demander tôt.",
    ],
    today: [
      "Demandez le formulaire à la maison départementale des personnes handicapées.",
      "Demandez à votre médecin le certificat médical prévu pour cela.",
      "Écrivez vos journées telles qu’elles sont, les mauvaises aussi.",
    ],
    whoHelps: [
      { who: "La maison départementale des personnes handicapées", how: "Elle reçoit la demande et vous accueille." },
      { who: "Une association de personnes concernées", how: "Elle relit le formulaire avec vous." },
      { who: "Le médecin du travail", how: "Il peut demander d’adapter votre poste." },
    ],
    toBring: ["Une pièce d’identité", "Un justificatif de domicile", "Le certificat médical de moins d’un an", "Vos comptes rendus"],
  },
  {
    id: "aider-un-proche",
    title: "Vous aidez un proche",
    theme: "autonomie",
    needs: ["aidant", "retour_domicile", "protection"],
    writtenOn,
    about: [
      "Aider un parent, un conjoint ou un enfant chaque jour fatigue, même quand on l’aime.",
      "Vous avez le droit de souffler. Des relais existent, quelques heures ou quelques jours.",
      "Un salarié peut demander un congé pour aider un proche.",
    ],
    today: [
      "Comptez les heures que vous donnez en une semaine.",
      "Demandez une chose précise à une personne précise.",
      "Prenez rendez-vous pour votre propre santé.",
      "Si vous sentez que vous pourriez faire du mal, sortez de la pièce et appelez.",
    ],
    whoHelps: [
      { who: "Une plateforme de répit", how: "Elle trouve un relais et des groupes d’aidants." },
      { who: "Le département ou le CCAS", how: "Il évalue l’aide à domicile possible." },
      { who: "Votre caisse de retraite ou votre mutuelle", how: "Elle finance parfois du répit." },
    ],
    toBring: ["Le nom des soignants de votre proche", "Ses papiers et ses droits en cours", "Votre semaine type, même en quelques lignes"],
    numbers: ["3977"],
  },
  {
    id: "aide-a-la-maison",
    title: "De l’aide à la maison",
    theme: "autonomie",
    needs: ["aide_domicile", "ehpad"],
    writtenOn,
    about: [
      "Toilette, repas, ménage, courses : on peut recevoir de l’aide chez soi, un peu ou beaucoup.",
      "Une aide publique existe selon l’âge, l’autonomie et les revenus.",
      "Après une hospitalisation, une aide courte peut se demander avant la sortie.",
    ],
    today: [
      "Notez ce qui est devenu difficile, geste par geste.",
      "À l’hôpital, demandez à voir le service social avant de sortir.",
      "Comparez un service prestataire et l’emploi direct : les devoirs ne sont pas les mêmes.",
    ],
    whoHelps: [
      { who: "Le point d’information pour personnes âgées", how: "À la mairie ou au département, gratuit." },
      { who: "Le département", how: "Une personne vient évaluer chez vous." },
      { who: "Votre caisse de retraite", how: "Elle aide les personnes encore autonomes." },
    ],
    toBring: ["Une pièce d’identité", "Le dernier avis d’impôt", "Un relevé d’identité bancaire", "Le nom du médecin traitant"],
  },
] as const satisfies readonly Sheet[];
