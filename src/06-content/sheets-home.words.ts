import { day } from "#engines/calendar";
import type { Sheet } from "./sheet.ts";

const writtenOn = day("2026-11-20");

/** Fiches pratiques: where one lives, how one gets about, and doing things on line. */
export const homeSheets = [
  {
    id: "loyer-en-retard",
    title: "Un loyer en retard",
    theme: "logement",
    needs: ["loyer"],
    writtenOn,
    about: [
      "Un retard de loyer se rattrape mieux au premier mois qu’au troisième.",
      "Une expulsion passe par un juge. Cela prend du temps, et il y a des étapes pour agir.",
      "Vous pouvez demander un délai à chaque étape.",
    ],
    today: [
      "Prévenez votre bailleur par écrit, et proposez une somme que vous pouvez tenir.",
      "Payez une partie, même petite, et gardez la preuve.",
      "Un courrier d’un commissaire de justice ? Notez la date de réception et parlez-en cette semaine.",
      "Une date d’audience ? Allez-y : le juge peut accorder un délai.",
    ],
    whoHelps: [
      { who: "L’agence départementale d’information sur le logement", how: "Gratuit. Un juriste lit vos courriers avec vous." },
      { who: "Le fonds de solidarité pour le logement", how: "Il peut payer une partie de la dette." },
      { who: "La caisse qui verse votre aide au logement", how: "Prévenez-la : l’aide peut continuer avec un plan." },
    ],
    toBring: ["Le bail", "Les avis d’échéance et les relances", "Le courrier du commissaire de justice", "Vos justificatifs de revenus"],
  },
  {
    id: "logement-abime",
    title: "Un logement froid, humide ou dangereux",
    theme: "logement",
    needs: ["indigne", "adaptation", "conflit_log"],
    writtenOn,
    about: [
      "Un logement loué ne doit pas mettre en danger la santé de ceux qui y vivent.",
      "Le bailleur a des travaux à faire. On peut l’y obliger, pas à pas.",
      "Arrêter de payer le loyer se retourne souvent contre le locataire.",
    ],
    today: [
      "Prenez des photos datées.",
      "Écrivez au bailleur ce qui ne va pas, et gardez une copie.",
      "Odeur de gaz : ouvrez, sortez, puis appelez les pompiers au 18.",
      "Un malaise avec un chauffage allumé : sortez et appelez le 18 ou le 112.",
    ],
    whoHelps: [
      { who: "Le service d’hygiène de la mairie", how: "Il vient constater, gratuitement." },
      { who: "L’agence départementale d’information sur le logement", how: "Elle vous aide à écrire au bailleur." },
      { who: "France Rénov’", how: "Pour les propriétaires : conseils et aides aux travaux." },
    ],
    toBring: ["Le bail et l’état des lieux", "Les photos", "Les courriers échangés", "Un certificat médical, si la santé s’en ressent"],
  },
  {
    id: "sans-toit",
    title: "Ne pas savoir où dormir",
    theme: "logement",
    needs: ["hebergement", "log_recherche", "demenagement"],
    writtenOn,
    about: [
      "Dormir dehors, dans une voiture ou d’un canapé à l’autre : c’est une urgence.",
      "On peut demander un abri pour ce soir, et un logement pour la suite.",
      "Une demande de logement social se renouvelle chaque année.",
    ],
    today: [
      "Pour ce soir, appelez le 115. La ligne est longue : gardez l’appel, rappelez.",
      "Demandez une adresse postale au CCAS, pour recevoir votre courrier.",
      "Déposez une demande de logement social, et gardez son numéro.",
    ],
    whoHelps: [
      { who: "Le 115", how: "Gratuit, jour et nuit. Il cherche une place pour la nuit." },
      { who: "Un accueil de jour", how: "Douche, repas, casier, et quelqu’un à qui parler." },
      { who: "Le service social du département", how: "Il prépare la suite avec vous." },
    ],
    toBring: ["Une pièce d’identité, si vous en avez une", "Votre dernier avis d’impôt", "Le numéro de votre demande de logement"],
    numbers: ["115"],
  },
  {
    id: "se-deplacer",
    title: "Se déplacer",
    theme: "mobilite",
    needs: ["transport", "vehicule", "permis"],
    writtenOn,
    about: [
      "Sans transport, tout devient plus loin : le travail, le médecin, les amis.",
      "Il existe des tarifs réduits, des voitures à prêter et du transport à la demande.",
    ],
    today: [
      "Demandez à la mairie s’il existe un transport à la demande.",
      "Demandez les tarifs réduits de votre région, souvent selon les revenus.",
      "Pour un soin, demandez au médecin si le trajet peut être pris en charge.",
    ],
    whoHelps: [
      { who: "Une plateforme de mobilité ou un garage solidaire", how: "Prêt ou réparation à prix réduit." },
      { who: "France Travail ou la mission locale", how: "Ils peuvent aider pour le permis ou un trajet." },
      { who: "Un réseau de bénévoles", how: "On vous accompagne pour une course ou un rendez-vous." },
    ],
    toBring: ["Un justificatif de domicile", "Un justificatif de revenus", "L’adresse et l’heure du rendez-vous"],
  },
  {
    id: "demarche-en-ligne",
    title: "Faire une démarche en ligne",
    theme: "numerique",
    needs: ["demarche_ligne", "acces_num", "arnaque"],
    writtenOn,
    about: [
      "Rien n’oblige à tout faire sur internet : un accueil ou un courrier reste possible.",
      "Des lieux vous aident gratuitement, et vous apprennent si vous le souhaitez.",
    ],
    today: [
      "Gardez vos mots de passe sur un carnet, chez vous.",
      "Ne donnez jamais votre code par téléphone, même à « la banque ».",
      "Une administration ne fait jamais payer pour une simple demande d’aide.",
      "Un doute sur un paiement ? Appelez tout de suite votre banque, au numéro de votre carte.",
    ],
    whoHelps: [
      { who: "Un espace France services", how: "Quelqu’un fait la démarche à côté de vous." },
      { who: "Un conseiller numérique", how: "Il vous apprend à votre rythme, gratuitement." },
      { who: "La médiathèque ou la mairie", how: "Des ordinateurs en accès libre." },
    ],
    toBring: ["Votre téléphone, chargé", "Votre adresse de courriel, si vous en avez une", "Le numéro du dossier"],
  },
] as const satisfies readonly Sheet[];
