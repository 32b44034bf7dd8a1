/** What another system, or the desk, reads when a question to the directory is not understood. */
export const apiWords = {
  "unknown-need": "Ce besoin n’est pas dans la taxonomie.",
  "unknown-theme": "Cette thématique n’est pas dans le format national.",
  "unknown-commune": "Ce code de commune n’existe pas.",
  cursor: "La suite demandée n’existe pas. Recommencez la recherche.",
  number: "Donnez une latitude et une longitude en degrés.",
  radius: "Le rayon est un nombre de kilomètres entre 1 et 200.",
  limit: "Le nombre de services est entre 1 et 100.",
  mode: "Le mode d’accueil est en-presentiel ou a-distance.",
  cost: "Les frais sont gratuit ou payant.",
  yesNo: "Répondez oui ou non.",
  gapRadius: "Le rayon est entre 1 et 200 km.",
  notSettler: "Seule la personne référente des données règle les signalements.",
  reportedTo: "Dites à qui le manque a été signalé.",
  gapResolved: "Ce manque est déjà résolu.",
};
