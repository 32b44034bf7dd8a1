import type { ThemeId } from "#situation";

/** What may be gained: a label, and an amount in whole cents when it is money. */
export interface GainWords {
  readonly kind: "skill" | "opportunity" | "money" | "avoided-cost" | "time" | "social-link";
  readonly label: string;
  readonly amountCents?: readonly [low: number, high: number];
  readonly period?: "once" | "month" | "year";
}

const ordinary: readonly GainWords[] = [
  { kind: "time", label: "Une démarche faite en une fois" },
  { kind: "skill", label: "Sait désormais à qui s’adresser" },
];

const byTheme: Partial<Record<ThemeId, readonly GainWords[]>> = {
  budget: [{ kind: "money", label: "Aide exceptionnelle obtenue", amountCents: [15_000, 60_000], period: "once" }],
  droits: [
    { kind: "money", label: "Droit ouvert", amountCents: [6_000, 38_000], period: "month" },
    { kind: "time", label: "Dossier débloqué" },
  ],
  logement: [{ kind: "avoided-cost", label: "Échéancier accepté par le bailleur", amountCents: [40_000, 180_000], period: "once" }],
  essentiels: [{ kind: "avoided-cost", label: "Coupure évitée", amountCents: [12_000, 55_000], period: "once" }],
  sante: [{ kind: "avoided-cost", label: "Soins pris en charge", amountCents: [8_000, 70_000], period: "once" }],
  autonomie: [{ kind: "time", label: "Des heures de répit chaque semaine" }],
  lien: [{ kind: "social-link", label: "Une visite chaque semaine" }],
  emploi: [{ kind: "opportunity", label: "Un entretien obtenu" }],
  numerique: [{ kind: "skill", label: "Fait ses démarches en ligne" }],
  famille: [{ kind: "time", label: "Une solution de garde trouvée" }],
  retraite: [{ kind: "money", label: "Pension rétablie", amountCents: [9_000, 42_000], period: "month" }],
};

/** What may be gained for a theme. */
export const gainsFor = (theme: ThemeId): readonly GainWords[] => byTheme[theme] ?? ordinary;
