import { day } from "#engines/calendar";
import type { Sheet } from "./sheet.ts";

const writtenOn = day("2026-11-20");

/** Fiches pratiques: work and retirement, family, ties, and being safe. */
export const lifeSheets = [
  {
    id: "perdre-son-emploi",
    title: "Mon travail s’arrête ou m’abîme",
    theme: "emploi",
    needs: ["perte_emploi", "conditions_travail", "emploi_recherche", "formation", "premier_emploi", "independant"],
    writtenOn,
    about: [
      "Fin de contrat, licenciement, arrêt, conflit : chaque cas ouvre des droits différents.",
      "Certaines signatures font perdre des droits. On peut demander un délai pour lire.",
    ],
    today: [
      "Ne signez rien sous la pression. Demandez une copie pour la lire.",
      "Inscrivez-vous à France Travail dès la fin du contrat.",
      "Gardez vos bulletins de paie, vos messages et vos horaires.",
    ],
    whoHelps: [
      { who: "L’inspection du travail", how: "Elle renseigne gratuitement sur vos droits." },
      { who: "France Travail ou la mission locale", how: "Pour l’indemnisation et la recherche." },
      { who: "Le médecin du travail", how: "Vous pouvez demander à le voir vous-même." },
    ],
    toBring: ["Le contrat de travail", "L’attestation de fin de contrat", "Vos derniers bulletins de paie"],
  },
  {
    id: "preparer-sa-retraite",
    title: "Préparer sa retraite",
    theme: "retraite",
    needs: ["depart_retraite", "pension", "reversion"],
    writtenOn,
    about: [
      "La retraite ne vient pas toute seule : elle se demande, quelques mois avant.",
      "Une petite pension peut être complétée. Beaucoup de personnes ne le demandent pas.",
      "Après un décès, une part de la retraite du conjoint peut vous revenir.",
    ],
    today: [
      "Demandez votre relevé de carrière, et cherchez les années qui manquent.",
      "Gardez vos anciens bulletins de paie : ils prouvent ces années.",
      "Demandez un rendez-vous à votre caisse, par téléphone si vous préférez.",
    ],
    whoHelps: [
      { who: "Votre caisse de retraite", how: "Un conseiller regarde votre carrière avec vous." },
      { who: "Un espace France services", how: "On vous aide à remplir la demande." },
    ],
    toBring: ["Votre carte Vitale", "Votre relevé de carrière", "Votre livret de famille", "Un relevé d’identité bancaire"],
  },
  {
    id: "se-separer",
    title: "Se séparer",
    theme: "famille",
    needs: ["separation", "parentalite", "garde"],
    writtenOn,
    about: [
      "Une séparation change tout à la fois : le toit, l’argent, les enfants.",
      "Des droits s’ouvrent dès la séparation, même avant un jugement.",
      "Une pension alimentaire non payée peut être avancée et réclamée pour vous.",
    ],
    today: [
      "Déclarez la séparation à la caisse d’allocations familiales et aux impôts.",
      "Ouvrez un compte à votre nom.",
      "Gardez des copies de vos papiers dans un lieu sûr.",
    ],
    whoHelps: [
      { who: "Une médiation familiale", how: "Pour se parler des enfants, avec un tiers." },
      { who: "Un point-justice", how: "Un juriste gratuit, et l’aide juridictionnelle." },
      { who: "La caisse d’allocations familiales", how: "Un travailleur social peut vous recevoir." },
    ],
    toBring: ["Le livret de famille", "Le bail ou le titre de propriété", "Vos justificatifs de revenus"],
  },
  {
    id: "perdre-un-proche",
    title: "Perdre un proche",
    theme: "famille",
    needs: ["deuil", "naissance"],
    writtenOn,
    about: [
      "Le chagrin n’a pas de calendrier. Les papiers, eux, en ont un.",
      "Certaines aides se demandent vite : capital, frais d’obsèques, retraite du conjoint.",
    ],
    today: [
      "Demandez plusieurs copies de l’acte de décès à la mairie.",
      "Prévenez la banque, les caisses et la mutuelle.",
      "Les papiers se font mieux à deux : demandez à quelqu’un de s’asseoir avec vous.",
    ],
    whoHelps: [
      { who: "Un espace France services", how: "On vous aide pour les démarches." },
      { who: "Une association de soutien au deuil", how: "Une écoute, des groupes, le temps qu’il faut." },
      { who: "Votre mutuelle ou votre caisse de retraite", how: "Elle peut aider pour les frais." },
    ],
    toBring: ["L’acte de décès", "Le livret de famille", "Les contrats d’assurance retrouvés"],
  },
  {
    id: "solitude",
    title: "La solitude",
    theme: "lien",
    needs: ["solitude", "activites"],
    writtenOn,
    about: [
      "Elle peut venir à tout âge, après un départ, un deuil, un déménagement.",
      "Ce n’est ni une faute ni une fatalité. Un rendez-vous par semaine change déjà les jours.",
    ],
    today: [
      "Appelez une personne à qui vous pensez, sans raison particulière.",
      "Choisissez une sortie courte, toujours le même jour.",
      "Demandez à la mairie ce qui existe : atelier, repas partagé, visites.",
    ],
    whoHelps: [
      { who: "Une association de visites", how: "Une personne vient chez vous ou vous appelle chaque semaine." },
      { who: "Le centre social de votre quartier", how: "Café, ateliers, sorties, à petit prix." },
      { who: "Le CCAS de votre mairie", how: "Il tient une liste de personnes à appeler." },
    ],
    toBring: ["Vos envies, même petites", "Vos jours libres", "Un moyen de vous rappeler"],
  },
  {
    id: "on-me-fait-du-mal",
    title: "On me fait du mal",
    theme: "securite",
    needs: ["violences_conj", "maltraitance", "victime", "justice", "discrimination"],
    writtenOn,
    about: [
      "Coups, menaces, humiliations, argent pris, téléphone surveillé : c’est de la violence.",
      "La loi l’interdit, dans le couple, la famille, au travail ou dans un établissement.",
      "Vous n’y êtes pour rien.",
    ],
    today: [
      "En danger maintenant : appelez le 17, ou écrivez au 114 si vous ne pouvez pas parler.",
      "Convenez d’un mot avec une personne de confiance, pour qu’elle appelle.",
      "Mettez vos papiers et un double des clés chez quelqu’un.",
      "Effacez cette page de l’historique si quelqu’un regarde votre téléphone.",
    ],
    whoHelps: [
      { who: "Le 3919", how: "Gratuit, jour et nuit. L’appel n’apparaît pas sur la facture." },
      { who: "Le 119", how: "Pour un enfant en danger, jour et nuit." },
      { who: "Le 3977", how: "Pour une personne âgée ou handicapée." },
      { who: "Une association d’aide aux victimes", how: "Elle vous aide à porter plainte, et après." },
    ],
    toBring: ["Une pièce d’identité", "Un certificat médical, si vous en avez un", "Des copies de messages, gardées en lieu sûr"],
    numbers: ["17", "114", "3919"],
  },
] as const satisfies readonly Sheet[];
