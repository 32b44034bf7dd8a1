const distance = (meters: number, locale: string): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: meters < 9_950 ? 1 : 0 }).format(meters / 1000)} km`;

/** What data referents and supervisors read: gaps near people, and errors of the directory. */
export const keeperWords = {
  fr: {
    title: "Annuaire à tenir",
    imports: "Importer un fichier",
    addService: "Ajouter un service",
    approvals: "Agréments",
    twins: "Doublons",
    twinsLead: "Plusieurs sources décrivent parfois la même structure. Ce que la machine ne sait pas trancher vient ici.",
    notReferent: "Seule la personne référente des données décide des doublons.",
    gaps: "Manques signalés",
    noGap: "Aucun manque n’est signalé.",
    asked: (recently: number, inAll: number, radiusKilometers: number, nearest: number | undefined, service: string) =>
      [
        `${recently} fois en 30 jours, ${inAll} en tout`,
        `à moins de ${radiusKilometers} km`,
        nearest === undefined ? undefined : `le plus proche à ${distance(nearest, "fr-FR")}`,
        service,
      ]
        .filter((part) => part !== undefined && part !== "")
        .join(" · "),
    toTell: "à faire savoir",
    noted: "noté",
    reportedTo: (whom: string, day: string) => (whom === "" ? `transmis, ${day}` : `transmis à ${whom}, ${day}`),
    told: "Je l’ai transmis",
    toWhom: "À qui ?",
    save: "Enregistrer",
    resolved: "Quelqu’un le propose maintenant",
    reports: "Erreurs signalées dans l’annuaire",
    noReport: "Aucune erreur à vérifier.",
    since: (day: string, from: string) => `${day}, ${from}`,
    from: { staff: "par un professionnel", public: "par le public" },
    reasons: {
      hours: "Les horaires",
      phone: "Le téléphone ou l’adresse",
      zone: "Le territoire couvert",
      closed: "C’est fermé",
      conditions: "Les conditions ou le prix",
      other: "Autre chose",
    },
    settlements: { corrected: "Corrigé chez la source", unfounded: "La fiche est juste" },
    offline: "La connexion est coupée. Réessayez.",
  },
  en: {
    title: "Directory to keep",
    imports: "Import a file",
    addService: "Add a service",
    approvals: "Approvals",
    twins: "Duplicates",
    twinsLead: "Several sources sometimes describe the same organisation. What the machine cannot settle comes here.",
    notReferent: "Only the data referent decides about duplicates.",
    gaps: "Gaps reported",
    noGap: "No gap is reported.",
    asked: (recently: number, inAll: number, radiusKilometers: number, nearest: number | undefined, service: string) =>
      [
        `${recently} times in 30 days, ${inAll} in all`,
        `within ${radiusKilometers} km`,
        nearest === undefined ? undefined : `the nearest ${distance(nearest, "en-GB")} away`,
        service,
      ]
        .filter((part) => part !== undefined && part !== "")
        .join(" · "),
    toTell: "to make known",
    noted: "noted",
    reportedTo: (whom: string, day: string) => (whom === "" ? `made known, ${day}` : `told to ${whom}, ${day}`),
    told: "I have told someone",
    toWhom: "Whom?",
    save: "Save",
    resolved: "Someone offers it now",
    reports: "Errors reported in the directory",
    noReport: "No error to check.",
    since: (day: string, from: string) => `${day}, ${from}`,
    from: { staff: "by a professional", public: "by the public" },
    reasons: {
      hours: "Opening hours",
      phone: "Telephone or address",
      zone: "Area covered",
      closed: "It is closed",
      conditions: "Conditions or price",
      other: "Something else",
    },
    settlements: { corrected: "Corrected at the source", unfounded: "The page is right" },
    offline: "The connection is lost. Try again.",
  },
} as const;
