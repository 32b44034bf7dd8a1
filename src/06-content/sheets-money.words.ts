import { day } from "#engines/calendar";
import type { Sheet } from "./sheet.ts";

const writtenOn = day("2026-11-20");

/** Fiches pratiques: money, rights, what a home cannot do without. */
export const moneySheets = [
  {
    id: "finir-le-mois",
    title: "Finir le mois",
    theme: "budget",
    needs: ["fins_de_mois", "secours", "banque"],
    writtenOn,
    about: [
      "Quand l’argent manque avant la fin du mois, ce n’est pas forcément une question de gestion.",
      "Un loyer, une séparation, une maladie suffisent à tout déséquilibrer.",
      "Plus on en parle tôt, plus il y a de solutions.",
    ],
    today: [
      "Notez ce qui entre et ce qui sort ce mois-ci, sans rien juger.",
      "Payez d’abord ce qui vous loge, vous chauffe et vous nourrit.",
      "Demandez à votre banque un rendez-vous avant le prochain rejet.",
      "Demandez un délai par écrit à qui attend un paiement.",
    ],
    whoHelps: [
      { who: "Un point conseil budget", how: "Gratuit et confidentiel. On regarde vos comptes avec vous." },
      { who: "Le CCAS de votre mairie", how: "Il peut accorder une aide d’urgence." },
      { who: "Votre caisse de retraite ou votre mutuelle", how: "Elle a souvent un fonds d’action sociale." },
    ],
    toBring: ["Vos trois derniers relevés de compte", "Vos factures en cours", "Vos justificatifs de revenus"],
  },
  {
    id: "dettes",
    title: "Des dettes qui s’accumulent",
    theme: "budget",
    needs: ["dettes"],
    writtenOn,
    about: [
      "On parle de surendettement quand on ne peut plus payer ses dettes, malgré ses efforts.",
      "Il existe une procédure gratuite. Elle peut étaler, suspendre ou effacer des dettes.",
      "Demander de l’aide n’est pas une faute.",
    ],
    today: [
      "Ne prenez pas un nouveau crédit pour en payer un autre.",
      "Faites la liste de vos dettes : à qui, combien, depuis quand.",
      "Ouvrez le courrier, même tard. Gardez les enveloppes : les dates comptent.",
      "Ne payez personne qui promet d’effacer vos dettes contre de l’argent.",
    ],
    whoHelps: [
      { who: "La Banque de France", how: "Elle reçoit la demande de surendettement. C’est gratuit." },
      { who: "Un point conseil budget", how: "Il aide à préparer cette demande, sans rien faire payer." },
      { who: "Une association de consommateurs", how: "Elle vérifie si un crédit est régulier." },
    ],
    toBring: ["Une pièce d’identité", "Vos contrats de crédit", "Les courriers de relance", "Vos justificatifs de revenus et de charges"],
  },
  {
    id: "verifier-ses-droits",
    title: "Vérifier ses droits",
    theme: "droits",
    needs: ["non_recours", "demarche"],
    writtenOn,
    about: [
      "Beaucoup d’aides ne sont pas versées, parce que personne ne les demande.",
      "Un changement de vie ouvre souvent un droit : naissance, séparation, maladie, retraite, perte d’emploi.",
      "Demander ne fait rien perdre.",
    ],
    today: [
      "Notez ce qui a changé dans votre vie depuis un an.",
      "Faites une simulation sur mesdroitssociaux.gouv.fr, ou faites-la avec quelqu’un.",
      "Demandez le jour même : beaucoup d’aides partent de la date de la demande.",
    ],
    whoHelps: [
      { who: "Un espace France services", how: "On vous aide à faire la démarche, même sans internet chez vous." },
      { who: "Le CCAS ou le service social du département", how: "Une personne regarde toute la situation avec vous." },
      { who: "Nous", how: "Nous faisons le tour de vos droits au téléphone." },
    ],
    toBring: [
      "Une pièce d’identité",
      "Votre dernier avis d’impôt",
      "Vos trois derniers justificatifs de revenus",
      "Un relevé d’identité bancaire",
    ],
  },
  {
    id: "dossier-sans-reponse",
    title: "Un dossier sans réponse",
    theme: "droits",
    needs: ["dossier_bloque", "indu", "papiers"],
    writtenOn,
    about: [
      "Une demande peut rester sans réponse, ou un versement s’arrêter sans explication.",
      "On peut demander pourquoi, et contester. Il y a souvent un délai pour le faire.",
      "Si l’on vous réclame un trop-perçu, vous pouvez demander un étalement ou une remise.",
    ],
    today: [
      "Notez les dates : demande, relances, courriers reçus.",
      "Relancez par écrit, et gardez une copie.",
      "Demandez le motif exact de la décision.",
    ],
    whoHelps: [
      { who: "La déléguée ou le délégué de la Défenseure des droits", how: "Gratuit. Il intervient auprès de l’organisme." },
      { who: "Un point-justice", how: "Un juriste vous explique le recours et le délai." },
      { who: "Un espace France services", how: "On relance l’organisme avec vous." },
    ],
    toBring: ["Le numéro de votre dossier", "La copie de votre demande", "Les courriers reçus, avec leurs enveloppes"],
  },
  {
    id: "facture-energie",
    title: "Une facture d’énergie ou d’eau trop lourde",
    theme: "essentiels",
    needs: ["energie", "renovation"],
    writtenOn,
    about: [
      "Une facture en retard n’entraîne pas tout de suite une coupure.",
      "Le fournisseur prévient avant, et l’eau d’un logement habité ne se coupe pas.",
      "Un étalement se demande, et s’obtient souvent.",
    ],
    today: [
      "Appelez votre fournisseur avant la date limite. Demandez un paiement en plusieurs fois.",
      "Vérifiez si vous avez reçu un chèque énergie, et utilisez-le.",
      "Relevez votre compteur : une facture estimée peut être fausse.",
    ],
    whoHelps: [
      { who: "Le fonds de solidarité pour le logement", how: "Il peut aider à payer. La demande passe par un service social." },
      { who: "Le CCAS de votre mairie", how: "Il connaît les aides d’urgence près de chez vous." },
      { who: "Le médiateur national de l’énergie", how: "Gratuit, si le fournisseur ne répond pas ou refuse." },
    ],
    toBring: ["La facture et les relances", "Un relevé de compteur", "Vos justificatifs de revenus"],
  },
  {
    id: "se-nourrir",
    title: "Manger à sa faim",
    theme: "essentiels",
    needs: ["alimentaire", "equipement"],
    writtenOn,
    about: [
      "Sauter des repas pour payer le reste, cela arrive à beaucoup de monde.",
      "Il existe des colis, des repas et des épiceries à petit prix, partout en France.",
      "L’accueil est sans jugement, pour une personne comme pour une famille.",
    ],
    today: [
      "Dites-le à quelqu’un : la mairie peut répondre le jour même.",
      "Cherchez une distribution près de chez vous dans notre annuaire.",
      "Demandez à l’école un tarif réduit pour la cantine.",
    ],
    whoHelps: [
      { who: "Le CCAS de votre mairie", how: "Il donne des bons ou des colis d’urgence." },
      { who: "Une épicerie sociale ou solidaire", how: "On choisit ses courses, à petit prix." },
      { who: "Une association d’aide alimentaire", how: "Repas chauds ou colis, parfois sans rendez-vous." },
    ],
    toBring: ["Une pièce d’identité, si vous en avez une", "Un justificatif de revenus, s’il est demandé", "Un sac"],
  },
] as const satisfies readonly Sheet[];
