/** Words that come back on every public page. */
export const pageWords = {
  skip: "Aller au contenu",
  back: "Retour",
  quickExit: "Quitter vite",
  demonstration: "Démonstration : personnes et chiffres inventés.",
  inDanger: "En danger ? Appelez tout de suite",
  noService: "Aucun service n’est ouvert ici pour le moment.",
  accessibility: "Accessibilité",
  noTracker: "Aucun traceur sur cette page",
  observatoryMenu: [
    { href: "/observatoire", label: "Ce mois-ci" },
    { href: "/observatoire/themes", label: "Thèmes" },
    { href: "/observatoire/departements", label: "Territoires" },
    { href: "/observatoire/signaux", label: "Signaux" },
    { href: "/observatoire/donnees", label: "Données" },
    { href: "/observatoire/methode", label: "Méthode" },
  ],
} as const;

export interface DangerNumber {
  readonly number: string;
  readonly who: string;
  /** True for 114: it is written to, not called. */
  readonly isText?: boolean;
}

/** Numéros d'urgence et d'écoute, the most urgent first. */
export const dangerNumbers: readonly DangerNumber[] = [
  { number: "15", who: "Samu" },
  { number: "17", who: "Police, gendarmerie" },
  { number: "18", who: "Pompiers" },
  { number: "112", who: "Urgences" },
  { number: "114", who: "par SMS, sans parler", isText: true },
  { number: "115", who: "Dormir à l’abri" },
  { number: "119", who: "Enfant en danger" },
  { number: "3114", who: "Idées de suicide" },
  { number: "3919", who: "Violences faites aux femmes" },
  { number: "3977", who: "Personne âgée ou handicapée maltraitée" },
];
