import { dayInFull } from "../record/day.words.ts";
import type { ServiceCheck } from "../record/service.ts";

/** By the name of the column (`sourcesOf`). */
const fields: Readonly<Record<string, string>> = {
  name: "nom",
  description: "description",
  address: "adresse",
  postal_code: "code postal",
  commune_name: "commune",
  phone: "téléphone",
  mail: "courriel",
  opening_hours: "horaires",
  cost: "prix",
  cost_details: "détail du prix",
  conditions: "conditions",
  publics_details: "pour qui",
  mobilisation_details: "pour demander",
};

const ages = (from: number | undefined, to: number | undefined): string | undefined => {
  if (from !== undefined && to !== undefined) return from === to ? `${from} ans` : `de ${from} à ${to} ans`;
  if (from !== undefined) return `à partir de ${from} ans`;
  return to === undefined ? undefined : `jusqu’à ${to} ans`;
};

/** What people read on the page of a service, besides `directoryWords`. */
export const servicePageWords = {
  fr: {
    initiative: "Activité ou rencontre : ce n’est pas un droit, c’est une invitation.",
    checked: ({ on, by }: Pick<ServiceCheck, "by"> & { readonly on: string }) =>
      `Vérifié le ${on} ${by === "structure" ? "par la structure elle-même" : "par nos équipes"}`,
    alert: (text: string, until: string | undefined) => (until === undefined ? text : `${text} (jusqu’au ${until})`),
    come: "Comment venir",
    publics: "Public",
    ages: "Âge",
    agesInWords: ages,
    languages: "Langues",
    opening: "En ce moment",
    approvals: "Agréments",
    approvalBy: (kind: string, title: string, body: string) => `${kind} : ${title}, ${body}`,
    sources: (count: number) => (count === 1 ? "D’où vient cette fiche" : `D’où vient cette fiche : ${count} sources`),
    source: (name: string, licence: string, on: string) => `${name}, ${licence}, mise à jour le ${on}`,
    differs: (count: number) =>
      count === 1 ? "1 champ diffère d’une source à l’autre" : `${count} champs diffèrent d’une source à l’autre`,
    see: "voir",
    field: (name: string) => fields[name] ?? name,
    chosen: "montré ici",
    siblings: "Aussi proposé par cette structure",
    samePlace: "Au même endroit",
    staff: {
      title: "Pour les professionnels",
      check: "Vérifié aujourd’hui",
      notChecker: "Seules les équipes qui cherchent dans l’annuaire disent qu’une fiche est juste.",
      checkHint: "Vous avez appelé ou lu, et tout est juste.",
      edit: "Modifier cette fiche",
      approve: "Ajouter un agrément",
      approvals: "Voir les agréments",
    },
    day: dayInFull,
  },
};
