/**
 * Listes de codes : the words that the national format of services (data·inclusion, version 1.0.8) allows in each of its lists.
 * A code is a fact of that format; what people read for it is ours, in `code-lists.words.ts`.
 */
const themesByCategory = {
  "choisir-un-metier": [
    "confirmer-son-choix-de-metier",
    "connaitre-les-opportunites-demploi",
    "decouvrir-un-metier-ou-un-secteur-dactivite",
    "identifier-ses-points-forts-et-ses-competences",
  ],
  "creer-une-entreprise": [
    "definir-son-projet-de-creation-dentreprise",
    "developper-son-entreprise",
    "structurer-son-projet-de-creation-dentreprise",
  ],
  "difficultes-administratives-ou-juridiques": [
    "accompagnement-aux-demarches-administratives",
    "accompagnement-pour-lacces-a-la-citoyennete",
    "accompagnement-pour-lacces-aux-droits",
    "beneficier-dune-mesure-daccompagnement-adapte",
    "connaitre-ses-droits-face-a-une-discrimination",
    "prendre-en-compte-une-problematique-judiciaire",
  ],
  "difficultes-financieres": [
    "acquerir-une-autonomie-budgetaire",
    "ameliorer-sa-gestion-budgetaire",
    "mettre-en-place-une-mesure-de-protection-financiere",
    "prevenir-une-degradation-de-la-situation-financiere",
    "situation-dendettement-surendettement",
  ],
  "equipement-et-alimentation": ["aide-menagere", "alimentation", "electromenager", "habillement"],
  famille: [
    "garde-denfants",
    "prise-en-charge-personne-dependante",
    "soutien-a-la-parentalite-et-a-leducation",
    "soutien-aidants",
    "surmonter-conflits-separation-violence",
  ],
  "lecture-ecriture-calcul": ["maitriser-le-calcul", "maitriser-le-francais"],
  "logement-hebergement": [
    "acheter-un-logement",
    "changer-de-logement",
    "louer-un-logement",
    "rechercher-une-solution-dhebergement-temporaire",
    "reduire-les-impayes-de-loyer",
    "se-maintenir-dans-le-logement",
    "sinformer-sur-les-demarches-liees-a-lacces-au-logement",
  ],
  mobilite: [
    "acceder-a-un-vehicule",
    "entretenir-reparer-son-vehicule",
    "etre-accompagne-dans-son-parcours-mobilite",
    "financer-ma-mobilite",
    "preparer-un-permis",
    "mobilite-douce-partagee-collective",
  ],
  numerique: [
    "acceder-a-des-services-en-ligne",
    "acceder-a-une-connexion-internet",
    "acquerir-un-equipement",
    "maitriser-les-fondamentaux-du-numerique",
  ],
  "preparer-sa-candidature": [
    "developper-son-reseau",
    "organiser-ses-demarches-de-recherche-demploi",
    "realiser-un-cv-et-ou-une-lettre-de-motivation",
    "valoriser-ses-competences",
  ],
  remobilisation: ["activites-sportives-et-culturelles", "benevolat-action-citoyenne", "bien-etre-confiance-en-soi", "lien-social"],
  sante: ["acces-aux-soins", "addictions", "constituer-un-dossier-mdph-invalidite", "sante-mentale", "sante-sexuelle"],
  "se-former": ["monter-son-dossier-de-formation", "trouver-sa-formation"],
  "souvrir-a-linternational": [
    "connaitre-les-opportunites-demploi-a-letranger",
    "sinformer-sur-les-aides-pour-travailler-a-letranger",
    "sorganiser-suite-a-son-retour-en-france",
  ],
  "trouver-un-emploi": [
    "convaincre-un-recruteur-en-entretien",
    "faire-des-candidatures-spontanees",
    "maintien-dans-lemploi",
    "repondre-a-des-offres-demploi",
    "suivre-ses-candidatures-et-relancer-les-employeurs",
  ],
} as const;

/** Catégorie : the sixteen families of themes. */
export const categories = Object.keys(themesByCategory) as readonly (keyof typeof themesByCategory)[];
export type Category = (typeof categories)[number];

/** Thématiques : « category--theme », as the format writes them. */
export const themes: readonly string[] = categories.flatMap((category) =>
  themesByCategory[category].map((theme) => `${category}--${theme}`),
);

/** The themes of a code: itself, or all those of a category. None when the code is unknown. */
export const themesUnder = (code: string): readonly string[] => themes.filter((theme) => theme === code || theme.startsWith(`${code}--`));

/** Types de services. */
export const serviceKinds = ["accompagnement", "aide-financiere", "aide-materielle", "atelier", "formation", "information"] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** Frais. */
export const costs = ["gratuit", "payant"] as const;
export type Cost = (typeof costs)[number];

/** Publics. « tous-publics » stands alone. */
export const publics = [
  "tous-publics",
  "actifs",
  "beneficiaires-des-minimas-sociaux",
  "demandeurs-emploi",
  "etudiants",
  "familles",
  "femmes",
  "jeunes",
  "personnes-en-situation-de-handicap",
  "personnes-en-situation-durgence",
  "personnes-en-situation-juridique-specifique",
  "personnes-exilees",
  "residents-qpv-frr",
  "seniors",
] as const;
export type Public = (typeof publics)[number];

/** Modes d'accueil: by telephone or on line, or on the spot. */
export const accessModes = ["a-distance", "en-presentiel"] as const;
export type AccessMode = (typeof accessModes)[number];

/** Modes de mobilisation: how one asks for the service. */
export const mobilisationModes = ["envoyer-un-courriel", "se-presenter", "telephoner", "utiliser-lien-mobilisation"] as const;
export type MobilisationMode = (typeof mobilisationModes)[number];

/** Personnes mobilisatrices: who may ask for it. */
export const mobilisers = ["usagers", "professionnels"] as const;
export type Mobiliser = (typeof mobilisers)[number];

/** Réseaux porteurs. */
export const networks = [
  "60000-rebonds",
  "action-logement",
  "adie",
  "afpa",
  "agefiph",
  "ai",
  "aidants-connect",
  "alliance-villes-emploi",
  "anlci",
  "apprentis-dauteuil",
  "ase",
  "banques-alimentaires",
  "caarud",
  "cada",
  "caf",
  "campus-connecte",
  "cap-emploi-reseau-cheops",
  "cava",
  "ccas-cias",
  "chambres-consulaires",
  "chantier-ecole",
  "chrs",
  "chu",
  "cidff",
  "cmp",
  "cms",
  "cnam",
  "collectif-emploi",
  "communes",
  "coorace",
  "conseillers-numeriques",
  "cpam",
  "cph",
  "creches-avip",
  "crepi",
  "cresus",
  "croix-rouge",
  "csapa",
  "delegataire-conseil-departemental",
  "departements",
  "duo-for-a-job",
  "ecoles-de-la-deuxieme-chance",
  "ea",
  "eatt",
  "egee",
  "emmaus",
  "epide",
  "esat",
  "espaces-publics-numeriques",
  "etcld",
  "fabrique-de-territoire",
  "face",
  "fcsf",
  "federation-professionnelle-femmes",
  "federation-des-acteurs-de-la-solidarite",
  "france-active",
  "france-service",
  "france-travail",
  "french-tech",
  "geiq",
  "grandes-ecoles-du-numerique",
  "huda",
  "hup",
  "inae",
  "initiative-france",
  "konexio",
  "la-cravate-solidaire",
  "la-poste",
  "les-premieres",
  "maisons-de-l-emploi",
  "maison-departementale-de-lautonomie",
  "maisons-des-solidarites",
  "mdph",
  "mission-locale",
  "mjc",
  "mobin",
  "msap",
  "mutualite-sociale-agricole",
  "nqt",
  "pimms-mediation",
  "pjj",
  "plie",
  "points-conseil-budget",
  "points-justice",
  "positive-planet",
  "regions",
  "reseau-app",
  "reseau-bge",
  "reseau-entreprendre",
  "reseau-information-jeunesse",
  "residences-fjt",
  "ressourceries",
  "restos-du-coeur",
  "secours-populaire",
  "ei",
  "aci",
  "etti",
  "eiti",
  "siao",
  "simplon",
  "singa",
  "snc",
  "spip",
  "tous-tes-possibles",
  "unaf",
  "unea",
  "unis-cite",
  "wimoov",
] as const;
export type Network = (typeof networks)[number];
