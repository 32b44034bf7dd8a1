import type { Activity, Tenure } from "./benefit-facts.ts";
import type { BenefitContent } from "./benefit.contract.ts";

/** The words that stand in the cells of the file of benefits, and what is said of a line that cannot be read. French only: it is our format. */
export const benefitFileWords = {
  fr: {
    yes: "oui",
    periods: { once: "une fois", month: "par mois", year: "par an" } satisfies Record<
      NonNullable<BenefitContent["amount"]>["period"],
      string
    >,
    activities: { employed: "emploi", "job-seeker": "recherche", student: "études", retired: "retraite" } satisfies Record<
      Activity,
      string
    >,
    tenures: { tenant: "locataire", owner: "propriétaire" } satisfies Record<Tenure, string>,
    unknownWord: (column: string, word: string, allowed: readonly string[]) =>
      `${column} : « ${word} » n’est pas connu. Écrivez : ${allowed.join(", ")}.`,
    number: (column: string) => `${column} : écrivez un nombre.`,
    amount: (column: string) => `${column} : écrivez un montant en euros, par exemple 150 ou 12,50.`,
    key: "identifiant : des minuscules sans accent, des chiffres et des tirets.",
    keyTwice: (line: number) => `identifiant : déjà écrit à la ligne ${line}.`,
    inReview: "Cette aide est en relecture : elle ne peut pas changer maintenant.",
    withdrawn: "Cette aide a été retirée : remettez-la d’abord.",
    inColumn: (column: string, sentence: string) => `${column} : ${sentence}`,
  },
} as const;
