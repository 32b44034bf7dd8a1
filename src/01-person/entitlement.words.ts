/** Why a line or a whole list is refused. The identifier itself is never repeated: these words are kept. */
export const entitlementWords = {
  fr: {
    identifier: "L’identifiant manque ou dépasse 60 caractères.",
    population:
      "La population n’est pas connue. Valeurs possibles : actif_prive, actif_public, retraite, demandeur_emploi, etudiant, autre.",
    since: "La date de début n’est pas une date. Écrivez-la AAAA-MM-JJ ou JJ/MM/AAAA.",
    until: "La date de fin n’est pas une date. Écrivez-la AAAA-MM-JJ ou JJ/MM/AAAA, ou laissez vide.",
    order: "La date de fin vient avant la date de début.",
    columns: (found: number) => `La ligne a ${found} colonnes au lieu de celles de l’en-tête.`,
    twice: "Cet identifiant est déjà plus haut dans le fichier.",
    empty: "Le fichier est vide.",
    utf16: "Ce fichier est en UTF-16. Enregistrez-le en « CSV UTF-8 », puis recommencez.",
    notUtf8: "Ce fichier n’est pas en UTF-8 (il semble en Latin-1, « Windows »). Enregistrez-le en « CSV UTF-8 », puis recommencez.",
    workbook: "Ce fichier est un classeur, pas un CSV. Enregistrez-le en « CSV UTF-8 », puis recommencez.",
    header: "La première ligne doit être : identifiant;population;debut;fin",
    broken: (line: number) => `Le fichier est abîmé vers la ligne ${line} : un guillemet n’est pas fermé, ou la ligne est trop longue.`,
    nothingKept: "Aucune ligne n’est valable : la liste d’avant reste en service.",
    cut: "L’envoi s’est arrêté avant la fin : la liste d’avant reste en service.",
    fileMissing: "Choisissez un fichier.",
  },
} as const;
