import { previousMonth, type Month } from "#engines/calendar";
import type { NeedId, ThemeId } from "#situation";
import { themeOf } from "#situation";
import type { Population } from "#person";

/** How often each need is asked for, in an ordinary month, for one person in a hundred or so. */
// prettier-ignore
export const ordinaryWeights: Readonly<Record<NeedId, number>> = {
  emploi_recherche: 4, premier_emploi: 1.5, perte_emploi: 2, conditions_travail: 1.5, formation: 1.5, independant: 0.7,
  depart_retraite: 2.5, pension: 2, reversion: 1.5,
  fins_de_mois: 7, dettes: 4, banque: 1.2, secours: 2,
  non_recours: 4, dossier_bloque: 5, demarche: 7, papiers: 1.5, indu: 1.5,
  log_recherche: 4, loyer: 5, hebergement: 1, indigne: 1.5, adaptation: 2, demenagement: 0.8, conflit_log: 0.8,
  energie: 4, renovation: 1.2, alimentaire: 2.5, equipement: 1,
  acces_soins: 4, frais_sante: 2.5, maladie: 1.5, arret: 1.5, addictions: 0.8,
  mal_etre: 5, crise_suicidaire: 0.15, acces_psy: 1.5,
  mdph: 2, enfant_handi: 0.8, travail_handi: 0.7,
  aide_domicile: 7, ehpad: 1.5, aidant: 4, retour_domicile: 2, protection: 0.7,
  naissance: 1, garde: 5, parentalite: 1.5, separation: 1.5, deuil: 1.2,
  solitude: 5, activites: 1,
  demarche_ligne: 4, acces_num: 2, arnaque: 1.2,
  vehicule: 1.5, transport: 2, permis: 1,
  violences_conj: 0.7, maltraitance: 0.2, victime: 0.5, justice: 0.9, discrimination: 0.3,
};

/** Seasons, from January to December: cold, the return to school, holidays spent alone. */
const seasons: Partial<Record<NeedId, readonly number[]>> = {
  energie: [3.2, 2.8, 1.8, 1, 0.6, 0.4, 0.3, 0.4, 0.7, 1.1, 3.2, 3.4],
  renovation: [1.5, 1.2, 1, 0.8, 0.7, 0.6, 0.6, 0.8, 1.4, 1.8, 1.8, 1.4],
  garde: [1, 0.9, 0.9, 0.9, 1, 1.2, 1, 1.3, 3.6, 1.4, 1, 0.8],
  secours: [1.3, 1, 1, 0.9, 0.9, 0.9, 0.9, 1.2, 1.5, 1, 1.1, 1.7],
  alimentaire: [1.3, 1.2, 1, 0.9, 0.9, 0.8, 0.9, 1.1, 1, 1, 1.2, 1.6],
  equipement: [1.2, 1, 0.8, 0.8, 0.8, 0.8, 0.8, 1.2, 1.6, 1.4, 1.4, 1.2],
  solitude: [1.2, 1, 0.9, 0.9, 0.9, 0.9, 1.2, 1.5, 0.9, 0.9, 1.1, 1.8],
  premier_emploi: [1, 1, 1.2, 1.2, 1.4, 1.6, 1.6, 1.3, 1, 0.7, 0.7, 0.7],
  log_recherche: [0.9, 0.9, 0.9, 1, 1.1, 1.3, 1.5, 1.4, 1.2, 0.9, 0.8, 0.8],
  hebergement: [1.6, 1.5, 1.2, 0.9, 0.8, 0.8, 0.8, 0.8, 0.9, 1.1, 1.5, 1.6],
  activites: [0.8, 0.8, 1, 1.1, 1.3, 1.6, 1.5, 1.1, 1.2, 0.9, 0.8, 0.8],
};

/** Who asks for what: a theme that concerns a group more, or less, than the others. */
const leanings: Partial<Record<Population, Partial<Record<ThemeId, number>>>> = {
  retraite: { autonomie: 2.4, retraite: 2.6, lien: 1.6, numerique: 1.7, emploi: 0.08, famille: 0.35, handicap: 0.6 },
  actif_prive: { emploi: 1.2, famille: 1.6, retraite: 0.5, autonomie: 0.8 },
  actif_public: { emploi: 0.7, famille: 1.5, retraite: 0.7, autonomie: 0.8 },
  demandeur_emploi: { emploi: 3, budget: 1.4, mobilite: 1.8, autonomie: 0.4, retraite: 0.2 },
  etudiant: { logement: 2, psy: 1.8, essentiels: 1.5, retraite: 0, autonomie: 0.1, emploi: 1.6 },
};

/** The weight of each need, for one group, one month. @param lastMonth the month before the present one */
export const needWeights = (month: Month, population: Population, lastMonth: Month): readonly (readonly [NeedId, number])[] =>
  (Object.keys(ordinaryWeights) as NeedId[]).map((need) => [
    need,
    // What rises is counted, not drawn.
    need === rise.need && oneInOf(month, lastMonth) !== undefined
      ? 0
      : ordinaryWeights[need] * (seasons[need]?.[Number(month.slice(5)) - 1] ?? 1) * (leanings[population]?.[themeOf(need)] ?? 1),
  ]);

const rise = { need: "energie", oneInLastMonth: 4, oneInBefore: 10 } as const;

/**
 * A rise of energy bills, whatever the season: one person in ten two months ago, one in four last month. Counted rather than drawn, so
 * that both months are published, that the rise is established, and that the figures of the month always have something to say.
 * @param rank the place of a situation in its month  @returns what it is about; undefined when that is to be drawn
 */
export const needOfRise = (month: Month, lastMonth: Month, rank: number): NeedId | undefined => {
  const oneIn = oneInOf(month, lastMonth);
  return oneIn !== undefined && rank % oneIn === 0 ? rise.need : undefined;
};

const oneInOf = (month: Month, lastMonth: Month): number | undefined => {
  if (month === lastMonth) return rise.oneInLastMonth;
  return month === previousMonth(lastMonth) ? rise.oneInBefore : undefined;
};
