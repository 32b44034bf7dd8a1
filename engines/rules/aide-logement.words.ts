import type { StepWords } from "./trace.ts";

/** What the trace of the housing aid says. */
export const aideLogementWords = {
  notTenant: { label: "aide réservée aux locataires", law: "CCH, art. L822-2" },
  dependants: { label: "personnes à charge", law: "CCH, art. R823-4" },
  student: { label: "ressources forfaitaires d'un étudiant", law: "CCH, art. R822-20 ; arrêté du 27/09/2019, art. 6" },
  neutralised: { label: "salaires et chômage ne sont pas comptés", law: "CCH, art. R822-15 à R822-17" },
  resources: {
    label: "ressources des douze derniers mois connus, arrondies aux cent euros supérieurs",
    law: "CCH, art. R822-2 à R822-17, D823-17",
  },
  rent: { label: "loyer pris en compte, dans la limite du plafond", law: "Arrêté du 27/09/2019, art. 7, 8 et 16" },
  rentCeiling: { label: "plafond de loyer de la zone", law: "CCH, art. D823-16 ; arrêté du 27/09/2019, art. 7" },
  eligibleRent: { label: "loyer et charges pris en compte", law: "CCH, art. D823-16 ; arrêté du 27/09/2019, art. 7 et 9" },
  charges: { label: "charges forfaitaires", law: "Arrêté du 27/09/2019, art. 9 et 16" },
  untouched: { label: "ressources sans effet sur l'aide (R0)", law: "CCH, art. D823-17 ; arrêté du 27/09/2019, art. 15" },
  ownShare: { label: "participation du foyer au loyer", law: "CCH, art. D823-17 ; arrêté du 27/09/2019, art. 13 et 14" },
  tooLow: { label: "montant trop faible pour être versé", law: "CCH, art. D823-22 ; arrêté du 27/09/2019, art. 12" },
  highRent: { label: "loyer trop élevé : l'aide diminue", law: "CCH, art. D823-16 ; arrêté du 27/09/2019, art. 10" },
  flatCut: { label: "retrait forfaitaire", law: "Arrêté du 27/09/2019, art. 11" },
  rentReduction: { label: "réduction de loyer déjà faite par le bailleur social", law: "CCH, art. L442-2-1 ; arrêté du 27/02/2018" },
  crds: { label: "contribution au remboursement de la dette sociale", law: "Ordonnance 96-50, art. 14" },
} as const satisfies Record<string, StepWords>;
