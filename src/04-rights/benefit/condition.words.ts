import type { RightId } from "#engines/rules";
import type { Activity, Tenure } from "./benefit-facts.ts";
import type { Condition } from "./benefit.contract.ts";
import { eurosFromCents } from "#ground";

const rights: Readonly<Record<RightId, string>> = {
  rsa: "le RSA",
  prime_activite: "la prime d’activité",
  aide_logement: "une aide au logement",
  aah: "l’AAH",
  mva: "la majoration pour la vie autonome",
  aspa: "l’ASPA (minimum vieillesse)",
  asi: "l’ASI",
  ass: "l’ASS",
  af: "les allocations familiales",
  cf: "le complément familial",
  asf: "l’allocation de soutien familial",
  paje_base: "l’allocation de base pour un jeune enfant",
  aeeh: "l’AEEH",
  ars: "l’allocation de rentrée scolaire",
  css: "la complémentaire santé solidaire",
  cheque_energie: "le chèque énergie",
};

const activities: Readonly<Record<Activity, string>> = {
  employed: "en emploi",
  "job-seeker": "en recherche d’emploi",
  student: "en études",
  retired: "à la retraite",
};

const tenures: Readonly<Record<Tenure, string>> = { tenant: "locataire", owner: "propriétaire de son logement" };

const either = new Intl.ListFormat("fr-FR", { type: "disjunction" });

const ages = ({ from, to }: { readonly from: number | null; readonly to: number | null }): string => {
  if (to === null) return `${from ?? 0} ans ou plus`;
  return from === null || from === 0 ? `moins de ${to + 1} ans` : `de ${from} à ${to} ans`;
};

/** Each condition as it is read by everybody, after « pour qui ». French only: it is told to the person. */
export const conditionWords = {
  fr: {
    rights,
    activities,
    tenures,
    inWords: (condition: Condition): string => {
      switch (condition.kind) {
        case "age":
          return ages(condition);
        case "activity":
          return either.format(condition.anyOf.map((each) => activities[each]));
        case "disability":
          return condition.of === "person"
            ? `taux d’incapacité de ${condition.percentFrom} % ou plus`
            : `un enfant dont le taux d’incapacité est de ${condition.percentFrom} % ou plus`;
        case "children":
          return condition.atLeast === 1 ? "un enfant à charge ou plus" : `${condition.atLeast} enfants à charge ou plus`;
        case "child-age":
          return `un enfant de ${ages(condition).replace(/^de /, "")}`;
        case "minor-child":
          return "un enfant mineur à charge";
        case "alone-with-children":
          return "parent qui vit sans conjoint avec ses enfants";
        case "housing":
          return either.format(condition.anyOf.map((each) => tenures[each]));
        case "resources":
          return condition.by === "quotient"
            ? `quotient familial jusqu’à ${eurosFromCents(condition.atMostCents, "fr")}`
            : `ressources du mois jusqu’à ${eurosFromCents(condition.atMostCents, "fr")} par part (1 pour la première personne, 0,5 à partir de 14 ans, 0,3 avant)`;
        case "receives":
          return `personne ou foyer qui reçoit ${either.format(condition.anyOf.map((each) => rights[each]))}`;
        case "residence":
          return `habiter ici depuis ${condition.months === 1 ? "un mois" : `${condition.months} mois`} ou plus`;
      }
    },
  },
} as const;

/** « 60 ans ou plus ; locataire » */
export const conditionsInWords = (conditions: readonly Condition[]): string => conditions.map(conditionWords.fr.inWords).join(" ; ");
