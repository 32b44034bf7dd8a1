/** What a data referent reads about a line that the national format refuses. The field keeps the name it has in the file. */
const sentences: Readonly<Record<string, (field: string, details: readonly (string | number)[]) => string>> = {
  required: (field) => `« ${field} » manque : ce champ est obligatoire.`,
  type: (field, [expected]) => `« ${field} » n’a pas la bonne forme : ${shapes[String(expected)] ?? "une autre valeur"} est attendu.`,
  "min-length": (field, [least]) => `« ${field} » est trop court : au moins ${least ?? 1} caractères.`,
  "max-length": (field, [most]) => `« ${field} » est trop long : ${most ?? 150} caractères au plus.`,
  pattern: (field, [example]) => `« ${field} » est mal écrit. Exemple attendu : ${example ?? ""}.`,
  uri: (field) => `« ${field} » n’est pas une adresse web : elle commence par https:// ou http:// et ne contient pas d’espace.`,
  email: (field) => `« ${field} » n’est pas une adresse de courriel.`,
  date: (field) => `« ${field} » n’est pas une date écrite AAAA-MM-JJ.`,
  "date-too-old": (field) => `« ${field} » est avant le 1er janvier 2000.`,
  "date-in-future": (field) => `« ${field} » est dans le futur.`,
  list: (field) => `« ${field} » contient une valeur qui n’est pas dans la liste du format.`,
  unique: (field) => `« ${field} » contient deux fois la même valeur.`,
  "min-items": (field) => `« ${field} » est une liste vide : laissez ce champ vide ou donnez une valeur.`,
  minimum: (field, [least]) => `« ${field} » est trop petit : ${least ?? 0} au moins.`,
  integer: (field) => `« ${field} » n’est pas un nombre entier.`,
  "id-prefix": (field) => `« ${field} » ne commence pas par le nom de sa source suivi de deux tirets (« source--… »).`,
  "everybody-alone": (field) => `« ${field} » : « tous-publics » ne va avec aucune autre valeur.`,
  unreadable: () => "La ligne contient un caractère illisible.",
};

const shapes: Readonly<Record<string, string>> = { string: "un texte", number: "un nombre", array: "une liste", object: "un objet" };

export const dataInclusionWords = {
  sentence: (field: string, rule: string, details: readonly (string | number)[]): string =>
    sentences[rule]?.(field, details) ?? `« ${field} » n’est pas accepté.`,
};
