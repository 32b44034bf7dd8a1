import { z } from "zod";
import { rightIds } from "#engines/rules";

// The shapes that other systems send and read: French keys and euros, as the command `tu rights` has them. Only what surrounds a household
// is checked here; the engine reads the household itself, so that each mistake is told with the name of its field.

/** Ménage : complete, or with null wherever something is not known. */
export const MenageContract = z
  .looseObject({
    mois: z.unknown().optional().describe("AAAA-MM, mois du droit"),
    situation_familiale: z.unknown().optional().describe("celibataire, marie, pacse ou concubinage"),
    isolement_recent: z.unknown().optional().describe("parent séparé ou veuf depuis moins de 18 mois"),
    personnes: z.unknown().optional().describe("1 demandeur, 0 ou 1 conjoint, 0 à n enfants"),
    logement: z.unknown().optional().describe("statut, loyer, zone_apl, colocation, chambre, participation_frais"),
    prestations_percues: z.unknown().optional().describe("montants mensuels perçus avant le mois du droit"),
    foyers_fiscaux_rfr_n2: z.unknown().optional().describe("revenu fiscal de référence de l’année N-2 par foyer, en euros"),
  })
  .meta({ description: "Ménage complet ou partiel ; null veut dire inconnu." });

export const HouseholdBodyContract = z.object({ menage: MenageContract });

const StepContract = z.object({
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  scaleDate: z.string().nullable(),
  adds: z.number().optional(),
});

/** Un droit : `montant` a month or `montant_annuel` a year, in euros; the health cover has a `statut`. */
const AnsweredContract = z.object({
  eligible: z.boolean(),
  montant: z.number().optional(),
  montant_annuel: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  type: z.string().optional(),
  par_personne: z.record(z.string(), z.number()).optional(),
  statut: z.string().optional(),
  participation_mensuelle: z.number().optional(),
  possibles: z.array(z.string()).optional(),
  etat: z.string().describe("acquis, exclu ou incertain"),
  manque: z.array(z.string()),
  doutes: z.array(z.string()).optional(),
  trace: z.array(StepContract),
});

export const ResultContract = z.object({ resultat: z.record(z.enum(rightIds), AnsweredContract) });

/** Estimation : the same, with what is not claimed, in euros. */
export const EstimateContract = ResultContract.extend({
  non_recours: z.object({
    minimum_mois: z.number(),
    maximum_mois: z.number(),
    minimum_une_fois_par_an: z.number(),
    maximum_une_fois_par_an: z.number(),
  }),
});

export const NextQuestionContract = z.object({
  questions: z.array(z.object({ field: z.string(), couldChange: z.number().describe("euros par mois") })),
});

export const ScalesQueryContract = z.object({ on: z.string().max(20).optional().describe("AAAA-MM-JJ ; aujourd’hui si rien n’est dit") });
export const ScalesContract = z.object({
  on: z.string(),
  old: z.array(z.object({ scale: z.string(), label: z.string(), lastDate: z.string(), months: z.int() })),
  scales: z.array(z.object({ scale: z.string(), label: z.string(), lastDate: z.string().nullable(), revaluedEachYear: z.boolean() })),
});
