import type { Emotion, NeedId, ThemeId, UrgencyMotive } from "#situation";

/** What listening finds behind, or beside, what is asked for. */
export const hiddenNeeds: Readonly<Record<ThemeId, readonly NeedId[]>> = {
  emploi: ["mal_etre", "fins_de_mois", "transport", "garde", "non_recours", "vehicule"],
  retraite: ["demarche_ligne", "non_recours", "fins_de_mois", "solitude"],
  budget: ["non_recours", "mal_etre", "energie", "loyer", "alimentaire", "frais_sante"],
  droits: ["demarche_ligne", "acces_num", "fins_de_mois", "non_recours", "mal_etre"],
  logement: ["fins_de_mois", "dettes", "mal_etre", "non_recours", "energie", "separation"],
  essentiels: ["fins_de_mois", "indigne", "non_recours", "renovation", "dettes"],
  sante: ["frais_sante", "transport", "mal_etre", "arret", "aide_domicile"],
  psy: ["solitude", "conditions_travail", "fins_de_mois", "acces_psy", "separation"],
  handicap: ["aidant", "demarche", "travail_handi", "transport", "mal_etre"],
  autonomie: ["aidant", "solitude", "adaptation", "non_recours", "retour_domicile", "aide_domicile"],
  famille: ["mal_etre", "fins_de_mois", "emploi_recherche", "aidant", "log_recherche"],
  lien: ["mal_etre", "transport", "acces_num", "aide_domicile", "deuil"],
  numerique: ["non_recours", "demarche", "solitude", "banque"],
  mobilite: ["emploi_recherche", "fins_de_mois", "solitude", "acces_soins"],
  securite: ["hebergement", "mal_etre", "separation", "papiers"],
};

/** What is heard in the voice, by theme. */
// prettier-ignore
export const likelyEmotions: Readonly<Record<ThemeId, readonly (readonly [Emotion, number])[]>> = {
  emploi: [["frustration", 4], ["peur", 2], ["epuisement", 2], ["espoir", 2], ["injustice", 1]],
  retraite: [["frustration", 4], ["desarroi", 3], ["injustice", 2], ["soulagement", 1]],
  budget: [["honte", 4], ["peur", 4], ["epuisement", 2], ["soulagement", 1]],
  droits: [["frustration", 5], ["colere", 3], ["injustice", 3], ["desarroi", 3]],
  logement: [["peur", 5], ["colere", 2], ["honte", 2], ["desarroi", 2]],
  essentiels: [["honte", 4], ["peur", 3], ["colere", 2], ["desarroi", 1]],
  sante: [["desarroi", 3], ["peur", 3], ["epuisement", 2], ["frustration", 2]],
  psy: [["tristesse", 5], ["epuisement", 5], ["peur", 2], ["soulagement", 1]],
  handicap: [["epuisement", 3], ["injustice", 3], ["frustration", 3], ["espoir", 1]],
  autonomie: [["epuisement", 6], ["tristesse", 3], ["desarroi", 3], ["soulagement", 1]],
  famille: [["epuisement", 4], ["desarroi", 3], ["peur", 2], ["tristesse", 2], ["espoir", 1]],
  lien: [["tristesse", 6], ["honte", 1], ["soulagement", 2], ["espoir", 1]],
  numerique: [["frustration", 5], ["honte", 3], ["colere", 1], ["soulagement", 1]],
  mobilite: [["frustration", 4], ["desarroi", 2], ["espoir", 1]],
  securite: [["peur", 7], ["colere", 2], ["honte", 2], ["tristesse", 2]],
};

/** The reason for which a need may be urgent. */
export const urgentReasons: Partial<Record<NeedId, UrgencyMotive>> = {
  loyer: "expulsion",
  energie: "coupure",
  hebergement: "rue",
  alimentaire: "sans_nourriture",
  secours: "sans_ressource",
  violences_conj: "violence",
  crise_suicidaire: "suicide",
  maltraitance: "danger_vulnerable",
  dossier_bloque: "echeance",
};
