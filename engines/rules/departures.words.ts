import type { Departure, DepartureId } from "./departure.ts";

/** What each departure says to people, and the article it is about. */
export const departureWords: Readonly<Record<DepartureId, Pick<Departure, "reason" | "law" | "document">>> = {
  "age-in-days": {
    reason:
      "Le modèle de référence compte les âges en jours moyens et peut se tromper d'un mois pour qui est né du 1er au 4. Ici l'âge est exact.",
    law: "définition de l'âge de chaque droit",
  },
  "af-same-age": {
    reason: "Quand les deux enfants ont le même âge, le modèle de référence ne majore pour aucun. La loi n'écarte que l'aîné.",
    law: "CSS, art. L521-3",
    document: "actes de naissance",
  },
  "asf-other-parent": {
    reason:
      "Le droit dépend de l'autre parent de chaque enfant (décès, absence, pension fixée mais impayée), que le calcul ne demande pas : il retient seulement un parent seul.",
    law: "CSS, art. L523-1, D523-1",
    document: "jugement qui fixe la pension alimentaire, ou preuve que l'autre parent ne paie pas",
  },
  "aah-work": {
    reason:
      "Le calcul tient pour « en activité » qui a un salaire ce mois-ci. Après une reprise, une fin de contrat ou avec une micro-entreprise, la caisse peut regarder une autre période.",
    law: "CSS, art. R821-4, R821-4-1",
    document: "dernière déclaration trimestrielle de ressources à la caisse",
  },
  "aah-retirement-age": {
    reason:
      "Entre 50 et 79 % d'incapacité, l'AAH cesse à l'âge légal de la retraite, qui dépend de l'année de naissance. Le calcul retient 64 ans pour tous.",
    law: "CSS, art. L821-2, L161-17-2",
    document: "relevé de carrière, qui indique l'âge légal de départ",
  },
  "aah-couple-before-2023": {
    reason:
      "Qui avait déjà l'AAH en couple avant octobre 2023 peut avoir gardé l'ancien calcul, avec les revenus du conjoint, s'il était plus favorable.",
    law: "Loi 2022-1158 du 16/08/2022, art. 10",
    document: "dernière notification d'AAH",
  },
  "aah-hospital": {
    reason:
      "Après soixante jours d'hospitalisation ou de détention, sans charge de famille, l'AAH est réduite à 30 %. Le calcul ne le sait pas.",
    law: "CSS, art. R821-8",
  },
  "aah-of-child": {
    reason: "Pour un enfant adulte handicapé, le modèle de référence compte ses frères et sœurs comme s'ils étaient à sa charge.",
    law: "CSS, art. L821-3, D821-2",
    document: "notification de la MDPH et de la caisse, au nom de cet enfant",
  },
  "aspa-early": {
    reason:
      "Inapte au travail ou avec au moins 50 % d'incapacité, l'Aspa s'ouvre dès l'âge légal de la retraite, qui dépend de l'année de naissance. Le calcul attend 64 ans.",
    law: "CSS, art. L815-1, R815-1",
    document: "titre de pension pour inaptitude, ou décision de la CDAPH et relevé de carrière",
  },
  "asi-mixed-couple": {
    reason: "Quand l'un relève de l'ASI et l'autre de l'Aspa, le modèle de référence ne calcule pas l'ASI. La caisse peut en verser une.",
    law: "CSS, art. L815-24, D815-19-1",
    document: "notifications de pension des deux membres du couple",
  },
  "ass-with-work": {
    reason: "L'ASS peut être cumulée avec un salaire pendant trois mois au plus. Le calcul ne compte pas ces mois.",
    law: "Code du travail, art. R5425-2",
    document: "date de reprise du travail et attestation de France Travail",
  },
  "ass-of-partner": {
    reason: "Quand c'est le conjoint qui demande l'ASS, le modèle de référence oublie les allocations de chômage du demandeur.",
    law: "Code du travail, art. R5423-2, R5423-5",
    document: "attestations de France Travail des deux membres du couple",
  },
  "quarter-moved": {
    reason:
      "Depuis la déclaration préremplie, la caisse peut regarder les mois M-4 à M-2 plutôt que M-3 à M-1. Les revenus de ce foyer changent entre les deux.",
    law: "CASF, art. R262-7 ; CSS, art. R843-1",
    document: "ressources préremplies de la dernière déclaration trimestrielle",
  },
  "quarter-frozen": {
    reason: "La caisse fixe le montant pour trois mois. Le calcul donne celui d'un droit qui s'ouvre ce mois-ci.",
    law: "CASF, art. R262-4 ; CSS, art. R843-1",
  },
  "prime-savings": {
    reason: "Les revenus de l'épargne comptent pour la prime d'activité. Le calcul les laisse de côté.",
    law: "CSS, art. R844-5",
    document: "dernier avis d'impôt",
  },
  "child-of-the-month": {
    reason: "Un enfant né ce mois-ci est compté dès ce mois par le modèle de référence.",
    law: "CASF, art. R262-3",
    document: "acte de naissance",
  },
  "child-of-the-quarter": {
    reason: "Un enfant né depuis moins de trois mois est compté sur tout le trimestre par le modèle de référence, naissance comprise.",
    law: "CASF, art. R262-3 ; CSS, art. R842-4",
    document: "acte de naissance",
  },
  "paje-twins": {
    reason: "Pour des jumeaux, l'allocation de base est versée pour chacun. Le calcul n'en compte qu'une par famille.",
    law: "CSS, art. L531-3",
    document: "actes de naissance",
  },
  "paje-birth-grant": {
    reason: "La prime de naissance, versée au septième mois de grossesse, n'est pas comptée ici.",
    law: "CSS, art. L531-2",
  },
  "aeeh-decision": {
    reason:
      "Au-dessous de 80 % d'incapacité, l'AEEH demande aussi des soins ou un accompagnement scolaire. La CDAPH décide, et peut ajouter un complément.",
    law: "CSS, art. L541-1, R541-1",
    document: "décision de la CDAPH sur le taux d'incapacité et le complément",
  },
  "housing-two-wages": {
    reason:
      "Quand les deux membres du couple travaillent, 95 € par an sont retirés des ressources. Le modèle de référence ne le fait presque jamais.",
    law: "CCH, art. R822-10",
    document: "avis d'impôt ou fiches de paie des deux membres du couple",
  },
  "housing-rounding": {
    reason: "L'arrêté arrondit deux taux que le modèle de référence n'arrondit pas. L'écart est de quelques centimes par mois.",
    law: "Arrêté du 27/09/2019, art. 14",
  },
  "housing-relative": {
    reason: "Il n'y a pas d'aide quand le bailleur est un parent ou un enfant du locataire. Le calcul ne le demande pas.",
    law: "CCH, art. L822-3",
  },
  "css-months": {
    reason: "La loi compte les douze mois qui finissent un mois plus tôt que ceux du calcul, et ce foyer n'y a pas les mêmes ressources.",
    law: "CSS, art. R861-8",
    document: "relevés de ressources des treize derniers mois",
  },
  "css-decree-2025": {
    reason: "Un décret du 29 juin 2025 retire d'autres ressources du calcul. Ce foyer pourrait avoir mieux que ce qui est annoncé.",
    law: "CSS, art. R861-10",
    document: "réponse de la caisse d'assurance maladie à une demande",
  },
  "css-with-parents": {
    reason:
      "Avant 25 ans, qui vit chez ses parents ou est rattaché à leur impôt suit leur droit. Le calcul ne sait pas chez qui la personne est logée.",
    law: "CSS, art. R861-2",
    document: "avis d'impôt et attestation d'hébergement",
  },
  "energy-2025": {
    reason: "Depuis 2025, le chèque énergie est attribué autrement et il faut parfois le demander. Ce changement n'est pas dans le calcul.",
    law: "Code de l'énergie, art. L124-1 ; loi de finances pour 2025",
    document: "avis d'impôt et facture d'électricité",
  },
};
