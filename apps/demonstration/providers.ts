import type { NeedId } from "#situation";
import type { CommissionerSlug } from "./commissioners.ts";

/** Prestataire inventé: who calls people back, for what and where. */
export interface PlannedProvider {
  readonly name: string;
  readonly needs: readonly NeedId[];
  /** Départements. */
  readonly zone: readonly string[];
  readonly worksFor: readonly CommissionerSlug[];
  /** « waitlist »: full for two weeks more. « paused »: away for a month. */
  readonly state?: "waitlist" | "paused";
}

const alpes = "mutuelle-des-alpes";
const ouest = "caisse-retraite-ouest";
const both: readonly CommissionerSlug[] = [alpes, ouest];
const home: readonly NeedId[] = ["aide_domicile", "retour_domicile"];

export const plannedProviders: readonly PlannedProvider[] = [
  { name: "ADH", needs: home, zone: ["38", "44", "23"], worksFor: both },
  { name: "OXA", needs: home, zone: ["38", "44"], worksFor: both },
  { name: "TDT", needs: ["aide_domicile"], zone: ["38", "44"], worksFor: both },
  { name: "VIA", needs: [...home, "aidant"], zone: ["38", "44"], worksFor: both },
  { name: "Bras Dessus", needs: [...home, "aidant"], zone: ["23"], worksFor: both },
  { name: "Les Petits Pas", needs: ["garde"], zone: ["38", "44"], worksFor: both },
  { name: "Relais Nounours", needs: ["garde"], zone: ["38"], worksFor: both },
  { name: "Gardes et Goûters", needs: ["garde", "parentalite"], zone: ["38", "44"], worksFor: both, state: "waitlist" },
  { name: "La Ronde des Petits", needs: ["garde"], zone: ["44"], worksFor: both },
  { name: "Papiers Clairs", needs: ["demarche", "dossier_bloque", "non_recours"], zone: ["38", "44", "23"], worksFor: both },
  { name: "Pas à Pas Démarches", needs: ["demarche", "demarche_ligne", "dossier_bloque"], zone: ["38", "44"], worksFor: both },
  { name: "Dossier Léger", needs: ["demarche", "demarche_ligne", "non_recours"], zone: ["44", "23"], worksFor: both },
  { name: "Toit Serein", needs: ["loyer", "conflit_log"], zone: ["38", "44"], worksFor: both },
  { name: "Bail et Balance", needs: ["loyer", "dettes"], zone: ["38", "44", "23"], worksFor: both },
  { name: "Comptes Ronds", needs: ["fins_de_mois", "dettes", "energie"], zone: ["38", "44"], worksFor: both },
  { name: "Watt et Vous", needs: ["energie", "renovation"], zone: ["38", "44", "23"], worksFor: both },
  { name: "Entre Deux Rives", needs: ["mal_etre", "acces_psy"], zone: ["38", "44"], worksFor: both },
  { name: "Souffle", needs: ["mal_etre", "acces_psy", "aidant"], zone: ["38", "44", "23"], worksFor: both },
  { name: "Parlons Mardi", needs: ["mal_etre"], zone: ["44"], worksFor: [ouest] },
  { name: "Porte Voisine", needs: ["solitude", "transport"], zone: ["38", "44", "23"], worksFor: both },
  { name: "Thé de Quatre Heures", needs: ["solitude"], zone: ["38", "44"], worksFor: both },
  { name: "Trajets Partagés", needs: ["transport"], zone: ["38"], worksFor: [alpes], state: "paused" },
];
