/**
 * Taxonomie : the themes of life and the needs that we know, in our own words, version 0.1.
 * Each need carries the codes of the national directory format (« thématiques », version 1) under which services that may answer it
 * are kept. An empty list means that the national list has no category for it: such a need never opens a gap by itself.
 */
export const taxonomyVersion = "0.1";

export const taxonomyThemes = [
  {
    id: "emploi",
    label: "Emploi et travail",
    needs: [
      {
        id: "emploi_recherche",
        label: "Chercher un emploi",
        thematiques: [
          "trouver-un-emploi--repondre-a-des-offres-demploi",
          "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi",
        ],
      },
      {
        id: "premier_emploi",
        label: "Entrer dans l’emploi, alternance, stage",
        thematiques: ["trouver-un-emploi--repondre-a-des-offres-demploi", "choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite"],
      },
      {
        id: "perte_emploi",
        label: "Licenciement, fin de contrat, chômage",
        thematiques: ["difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits"],
      },
      {
        id: "conditions_travail",
        label: "Conditions de travail, conflit, harcèlement au travail",
        thematiques: ["trouver-un-emploi--maintien-dans-lemploi"],
      },
      {
        id: "formation",
        label: "Se former, se reconvertir",
        thematiques: ["se-former--monter-son-dossier-de-formation", "se-former--trouver-sa-formation"],
      },
      {
        id: "independant",
        label: "Travailler à son compte",
        thematiques: [
          "creer-une-entreprise--definir-son-projet-de-creation-dentreprise",
          "creer-une-entreprise--developper-son-entreprise",
        ],
      },
    ],
  },
  {
    id: "retraite",
    label: "Retraite",
    needs: [
      { id: "depart_retraite", label: "Préparer son départ en retraite", thematiques: [] },
      { id: "pension", label: "Pension, minimum vieillesse", thematiques: [] },
      { id: "reversion", label: "Réversion", thematiques: [] },
    ],
  },
  {
    id: "budget",
    label: "Argent et dettes",
    needs: [
      {
        id: "fins_de_mois",
        label: "Fins de mois difficiles",
        thematiques: [
          "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
          "difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere",
        ],
      },
      {
        id: "dettes",
        label: "Crédits, dettes, surendettement",
        thematiques: ["difficultes-financieres--situation-dendettement-surendettement"],
      },
      { id: "banque", label: "Banque et compte", thematiques: ["difficultes-financieres--acquerir-une-autonomie-budgetaire"] },
      {
        id: "secours",
        label: "Aide financière exceptionnelle",
        thematiques: ["difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere"],
      },
    ],
  },
  {
    id: "droits",
    label: "Accès aux droits et administratif",
    needs: [
      {
        id: "non_recours",
        label: "Connaître et ouvrir ses droits",
        thematiques: ["difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits"],
      },
      {
        id: "dossier_bloque",
        label: "Dossier bloqué, sans réponse, droits coupés",
        thematiques: ["difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits"],
      },
      {
        id: "demarche",
        label: "Aide à une démarche, un courrier",
        thematiques: ["difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives"],
      },
      {
        id: "papiers",
        label: "Identité, séjour, état civil",
        thematiques: ["difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete"],
      },
      {
        id: "indu",
        label: "Indu, trop-perçu",
        thematiques: ["difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits"],
      },
    ],
  },
  {
    id: "logement",
    label: "Logement",
    needs: [
      {
        id: "log_recherche",
        label: "Trouver un logement",
        thematiques: [
          "logement-hebergement--louer-un-logement",
          "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement",
        ],
      },
      {
        id: "loyer",
        label: "Loyer impayé, expulsion",
        thematiques: ["logement-hebergement--reduire-les-impayes-de-loyer", "logement-hebergement--se-maintenir-dans-le-logement"],
      },
      {
        id: "hebergement",
        label: "Sans abri, hébergement",
        thematiques: ["logement-hebergement--rechercher-une-solution-dhebergement-temporaire"],
      },
      { id: "indigne", label: "Logement dégradé", thematiques: ["logement-hebergement--se-maintenir-dans-le-logement"] },
      { id: "adaptation", label: "Adapter le logement", thematiques: ["logement-hebergement--se-maintenir-dans-le-logement"] },
      { id: "demenagement", label: "Déménager", thematiques: ["logement-hebergement--changer-de-logement"] },
      { id: "conflit_log", label: "Conflit bailleur ou voisin", thematiques: ["logement-hebergement--se-maintenir-dans-le-logement"] },
    ],
  },
  {
    id: "essentiels",
    label: "Énergie, alimentation, équipement",
    needs: [
      { id: "energie", label: "Facture, coupure d’énergie ou d’eau", thematiques: [] },
      { id: "renovation", label: "Rénover, chauffer", thematiques: [] },
      { id: "alimentaire", label: "Se nourrir", thematiques: ["equipement-et-alimentation--alimentation"] },
      {
        id: "equipement",
        label: "Équipement, vêtements",
        thematiques: ["equipement-et-alimentation--electromenager", "equipement-et-alimentation--habillement"],
      },
    ],
  },
  {
    id: "sante",
    label: "Santé et soins",
    needs: [
      { id: "acces_soins", label: "Trouver un soignant", thematiques: ["sante--acces-aux-soins"] },
      { id: "frais_sante", label: "Frais de santé, mutuelle", thematiques: ["sante--acces-aux-soins"] },
      { id: "maladie", label: "Vivre avec une maladie", thematiques: [] },
      { id: "arret", label: "Arrêt, accident, indemnités", thematiques: ["trouver-un-emploi--maintien-dans-lemploi"] },
      { id: "addictions", label: "Addictions", thematiques: ["sante--addictions"] },
    ],
  },
  {
    id: "psy",
    label: "Santé mentale",
    needs: [
      { id: "mal_etre", label: "Mal-être, épuisement", thematiques: ["sante--sante-mentale"] },
      { id: "crise_suicidaire", label: "Crise suicidaire", thematiques: ["sante--sante-mentale"] },
      { id: "acces_psy", label: "Trouver un psy", thematiques: ["sante--sante-mentale"] },
    ],
  },
  {
    id: "handicap",
    label: "Handicap",
    needs: [
      { id: "mdph", label: "Reconnaissance du handicap", thematiques: ["sante--constituer-un-dossier-mdph-invalidite"] },
      { id: "enfant_handi", label: "Enfant handicapé", thematiques: [] },
      { id: "travail_handi", label: "Handicap et travail", thematiques: ["trouver-un-emploi--maintien-dans-lemploi"] },
    ],
  },
  {
    id: "autonomie",
    label: "Perte d’autonomie et aidants",
    needs: [
      {
        id: "aide_domicile",
        label: "Aide à domicile",
        thematiques: ["equipement-et-alimentation--aide-menagere", "famille--prise-en-charge-personne-dependante"],
      },
      { id: "ehpad", label: "Établissement pour personnes âgées", thematiques: ["famille--prise-en-charge-personne-dependante"] },
      { id: "aidant", label: "Soutien à l’aidant", thematiques: ["famille--soutien-aidants"] },
      { id: "retour_domicile", label: "Retour à domicile après l’hôpital", thematiques: ["famille--prise-en-charge-personne-dependante"] },
      {
        id: "protection",
        label: "Tutelle, protection",
        thematiques: [
          "difficultes-financieres--mettre-en-place-une-mesure-de-protection-financiere",
          "difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte",
        ],
      },
    ],
  },
  {
    id: "famille",
    label: "Famille et événements de vie",
    needs: [
      { id: "naissance", label: "Grossesse, naissance", thematiques: ["famille--soutien-a-la-parentalite-et-a-leducation"] },
      { id: "garde", label: "Garde d’enfants", thematiques: ["famille--garde-denfants"] },
      { id: "parentalite", label: "Être parent", thematiques: ["famille--soutien-a-la-parentalite-et-a-leducation"] },
      { id: "separation", label: "Séparation", thematiques: ["famille--surmonter-conflits-separation-violence"] },
      { id: "deuil", label: "Deuil", thematiques: [] },
    ],
  },
  {
    id: "lien",
    label: "Lien social",
    needs: [
      { id: "solitude", label: "Solitude", thematiques: ["remobilisation--lien-social"] },
      {
        id: "activites",
        label: "Loisirs, vacances, engagement",
        thematiques: ["remobilisation--activites-sportives-et-culturelles", "remobilisation--benevolat-action-citoyenne"],
      },
    ],
  },
  {
    id: "numerique",
    label: "Numérique",
    needs: [
      { id: "demarche_ligne", label: "Démarche en ligne", thematiques: ["numerique--acceder-a-des-services-en-ligne"] },
      {
        id: "acces_num",
        label: "Matériel, lecture, bases du numérique",
        thematiques: [
          "numerique--acquerir-un-equipement",
          "numerique--maitriser-les-fondamentaux-du-numerique",
          "numerique--acceder-a-une-connexion-internet",
          "lecture-ecriture-calcul--maitriser-le-francais",
        ],
      },
      { id: "arnaque", label: "Arnaque, fraude", thematiques: [] },
    ],
  },
  {
    id: "mobilite",
    label: "Mobilité",
    needs: [
      { id: "vehicule", label: "Voiture", thematiques: ["mobilite--acceder-a-un-vehicule", "mobilite--entretenir-reparer-son-vehicule"] },
      { id: "transport", label: "Transport", thematiques: ["mobilite--mobilite-douce-partagee-collective"] },
      { id: "permis", label: "Permis", thematiques: ["mobilite--preparer-un-permis"] },
    ],
  },
  {
    id: "securite",
    label: "Violences, justice, discriminations",
    needs: [
      {
        id: "violences_conj",
        label: "Violences dans le couple ou la famille",
        thematiques: ["famille--surmonter-conflits-separation-violence"],
      },
      { id: "maltraitance", label: "Maltraitance d’un enfant ou d’une personne vulnérable", thematiques: [] },
      { id: "victime", label: "Victime d’infraction", thematiques: [] },
      {
        id: "justice",
        label: "Justice, procédure",
        thematiques: ["difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire"],
      },
      {
        id: "discrimination",
        label: "Discrimination",
        thematiques: ["difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination"],
      },
    ],
  },
] as const;
