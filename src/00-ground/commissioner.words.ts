import type { CommissionerKind } from "./commissioner.ts";

/** What the administrator reads when opening or changing a service. */
export const commissionerWords = {
  kinds: {
    mutual: "Mutuelle",
    insurer: "Assureur",
    pension: "Caisse de retraite",
    company: "Entreprise",
    town: "Ville",
    department: "Département",
    region: "Région",
    "social-landlord": "Bailleur social",
    state: "État",
    association: "Association",
  } satisfies Record<CommissionerKind, string>,
  errors: {
    name: "Indiquez un nom de 2 à 80 caractères.",
    slug: "Indiquez une adresse courte, en minuscules et chiffres, avec des tirets entre les mots, par exemple mutuelle-des-alpes.",
    slugTaken: "Cette adresse sert déjà à un autre service. Choisissez-en une autre.",
    kind: "Choisissez une sorte d’organisme.",
    color: "Indiquez une couleur écrite #rrvvbb, par exemple #7a1f5c.",
    contrast: (ratio: number, nearest: string) =>
      `Cette couleur est trop claire pour du texte blanc (${ratio.toLocaleString("fr-FR", { maximumFractionDigits: 1 })} pour 4,5 au moins). La plus proche acceptée : ${nearest}.`,
    phone: "Indiquez un numéro à 10 chiffres, par exemple 01 99 00 12 34, ou un numéro court à 4 chiffres.",
    phonePrice: "Indiquez le prix de l’appel, par exemple : appel gratuit.",
    host: "Indiquez un nom d’hôte, par exemple ecoute.mutuelle.example, ou rien.",
    hostTaken: "Ce nom d’hôte sert déjà à un autre service.",
    hours: "Écrivez les heures ainsi : 9h-12h30, 14h-19h. Laissez vide si c’est fermé.",
    promiseKind: "Choisissez comment compter le délai.",
    promiseAmount: "Indiquez un nombre entre 1 et 240.",
    callbackPlaces: "Indiquez un nombre entre 1 et 200.",
    retentionMonths: "Indiquez un nombre de mois entre 1 et 60.",
    logoMissing: "Choisissez une image.",
    logoTooLarge: "Cette image est trop lourde. Choisissez-en une de 200 ko ou moins.",
    logoType: "Choisissez une image PNG, JPEG ou WebP. Les images SVG ne sont pas acceptées.",
  },
};
