import type { AccessMode, Public } from "#directory";

/** Initiative inventée : an offer that is no right and no public service, and does good all the same. */
export interface InitiativeWords {
  readonly key: string;
  readonly structure: string;
  readonly name: string;
  readonly description: string;
  /** INSEE code of one of the homes. */
  readonly communeCode: string;
  readonly themes: readonly string[];
  readonly publics: readonly Public[];
  readonly ages?: readonly [from: number | undefined, to: number | undefined];
  readonly languages?: readonly string[];
  readonly price?: string;
  readonly accessModes?: readonly AccessMode[];
  readonly hours: string;
  readonly alert?: string;
}

const company = "remobilisation--lien-social";
const leisure = "remobilisation--activites-sportives-et-culturelles";
const giving = "remobilisation--benevolat-action-citoyenne";
const wellBeing = "remobilisation--bien-etre-confiance-en-soi";

export const initiativeWords: readonly InitiativeWords[] = [
  {
    key: "cafe-deux-ages",
    structure: "Le Café des Deux Âges",
    name: "Café entre générations",
    description:
      "Une grande table, un café à un euro, des élèves du lycée et leurs aînés. On joue aux cartes, on répare un téléphone, on parle.",
    communeCode: "38563",
    themes: [company],
    publics: ["tous-publics"],
    price: "Un euro le café, rien si on ne peut pas",
    hours: "We 14:00-18:00; Sa 10:00-12:30",
  },
  {
    key: "theatre-du-mardi",
    structure: "Compagnie Côté Cour Côté Cœur",
    name: "Atelier de théâtre du mardi",
    description: "Personne n’a besoin d’avoir joué. Un spectacle en juin, si le groupe en a envie.",
    communeCode: "38185",
    themes: [leisure, wellBeing, company],
    publics: ["tous-publics"],
    ages: [16, undefined],
    hours: "Tu 18:30-20:30",
  },
  {
    key: "nuits-accompagnees",
    structure: "Les Veilleurs du Campus",
    name: "Compagnie de nuit par des étudiants",
    description: "Un étudiant dort dans la chambre d’à côté, deux nuits par semaine. Il ne soigne pas : il est là.",
    communeCode: "44109",
    themes: [company, "famille--soutien-aidants"],
    publics: ["seniors"],
    ages: [65, undefined],
    price: "20 euros la nuit, pour la vie étudiante",
    hours: "Mo-Su 20:00-08:00",
  },
  {
    key: "cafe-reparation",
    structure: "Les Vis Sans Fin",
    name: "Café réparation",
    description: "Grille-pain, lampe, vélo, pantalon : on répare ensemble, avec les outils de l’atelier.",
    communeCode: "38151",
    themes: [giving, company, "equipement-et-alimentation--electromenager"],
    publics: ["tous-publics"],
    hours: "Sa[1] 09:30-12:30",
  },
  {
    key: "jardin-partage",
    structure: "Le Jardin des Trois Arrosoirs",
    name: "Jardin partagé",
    description: "Une parcelle commune, des bacs à hauteur de fauteuil. On repart avec une part de la récolte.",
    communeCode: "38053",
    themes: [giving, wellBeing, company],
    publics: ["tous-publics"],
    hours: "Mar-Oct: We,Sa 09:00-12:00",
    alert: "Le jardin dort jusqu’en mars. La cabane reste ouverte le premier samedi du mois.",
  },
  {
    key: "marche-lente",
    structure: "Pas à Pas Belledonne",
    name: "Groupe de marche lente",
    description: "Trois kilomètres, un banc tous les cinq cents mètres, et quelqu’un qui ferme la marche.",
    communeCode: "38562",
    themes: [leisure, company],
    publics: ["tous-publics"],
    hours: "Th 14:30-16:30",
  },
  {
    key: "table-du-dimanche",
    structure: "La Table du Dimanche",
    name: "Repas du dimanche chez l’habitant",
    description:
      "Deux personnes de la même rue mangent ensemble, une fois chez l’une, une fois chez l’autre. Nous faisons les présentations.",
    communeCode: "44184",
    themes: [company, "equipement-et-alimentation--alimentation"],
    publics: ["tous-publics"],
    hours: "Su 12:00-15:00",
  },
  {
    key: "choeur-des-voisins",
    structure: "Chœur des Voisins de la Creuse",
    name: "Chorale sans partition",
    description: "On apprend à l’oreille. La voiture de quelqu’un passe toujours par chez vous.",
    communeCode: "23096",
    themes: [leisure, wellBeing, company],
    publics: ["tous-publics"],
    hours: "Fr 18:00-19:30",
  },
  {
    key: "lettres-et-voix",
    structure: "Allô la Page",
    name: "Lecture au téléphone",
    description: "Une voix lit un chapitre, une demi-heure, deux fois par semaine. On en parle, ou pas.",
    communeCode: "23008",
    themes: [company, wellBeing],
    publics: ["tous-publics"],
    languages: ["fr", "pt"],
    accessModes: ["a-distance"],
    hours: "Mo-Fr 15:00-18:00",
  },
  {
    key: "atelier-memoire-du-quartier",
    structure: "Les Mémoires de la Rue",
    name: "Raconter son quartier",
    description: "Des habitants racontent, des collégiens enregistrent et dessinent. Un livre chaque année, que chacun garde.",
    communeCode: "44162",
    themes: [giving, company, leisure],
    publics: ["tous-publics"],
    ages: [10, undefined],
    languages: ["fr", "ar", "lsf"],
    hours: "We 15:00-17:00",
  },
];
