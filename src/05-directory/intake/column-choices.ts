import { costs, accessModes, categories, publics, themes, themesUnder } from "../record/code-lists.ts";

/** Colonne d'un fichier, with some of what it holds. */
export interface ColumnSample {
  readonly name: string;
  /** Different values, the first ones. */
  readonly samples: readonly string[];
}

/** Champ proposé : what a column may become, on the screen. */
export type ColumnField = (typeof columnFields)[number];

/** In the order in which they are offered. `full-address` parts one line into street, postal code and commune. */
export const columnFields = [
  "id",
  "nom",
  "nom_service",
  "description",
  "thematiques",
  "telephone",
  "courriel",
  "site_web",
  "adresse",
  "complement_adresse",
  "code_postal",
  "commune",
  "full-address",
  "code_insee",
  "latitude",
  "longitude",
  "x-lambert93",
  "y-lambert93",
  "horaires",
  "Mo",
  "Tu",
  "We",
  "Th",
  "Fr",
  "Sa",
  "Su",
  "publics",
  "publics_precisions",
  "conditions_acces",
  "frais",
  "frais_precisions",
  "modes_accueil",
  "age_de",
  "age_a",
  "langues",
  "nature",
  "alerte",
  "alerte_jusqu_au",
  "date_maj",
  "verifie_le",
  "siret",
  "lien_source",
] as const;

/** Fields whose values are told one by one, on the second screen. */
export const valuedFields: readonly string[] = ["thematiques", "publics", "frais", "modes_accueil", "nature"];

/** Ce qui a été choisi à l'écran. */
export interface ColumnChoices {
  /** Column → field; a column that is not here is left out. */
  readonly fields: Readonly<Record<string, ColumnField>>;
  /** Column → value → code; a value that is not here becomes nothing. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For all lines. */
  readonly theme: string;
  readonly description: string;
  /** What the columns looked like when they were chosen: how dates are written, what parts a list. */
  readonly dates: Readonly<Record<string, string>>;
  readonly splits: Readonly<Record<string, string>>;
}

/** What is told of a column. Columns bear whatever name a producer likes, « constructor » included. */
export const toldOf = <Told>(by: Readonly<Record<string, Told>>, column: string): Told | undefined =>
  Object.hasOwn(by, column) ? by[column] : undefined;

/** What a value may become, for a field whose values are told. A category stands for all its themes. */
export const codesOf = (field: string): readonly string[] => {
  if (field === "thematiques") return [...categories, ...themes];
  if (field === "publics") return publics;
  if (field === "frais") return costs;
  return field === "modes_accueil" ? accessModes : ["service", "initiative"];
};

type Parts = Readonly<Record<string, unknown>>;

/** Makes the mapping of what was chosen; read again by its contract before it is used. */
export const mappingOfChoices = (name: string, choices: ColumnChoices): object => {
  const columnsOf = (field: ColumnField): readonly string[] =>
    Object.entries(choices.fields)
      .filter(([, chosen]) => chosen === field)
      .map(([column]) => column);
  const tables: Record<string, Parts> = {};
  const plain = (field: ColumnField, how: Parts = {}): Parts[] => columnsOf(field).map((column) => ({ column, ...how }));
  const valued = (field: ColumnField): Parts[] =>
    columnsOf(field).map((column) => {
      const table = `valeurs de ${column}`;
      tables[table] = Object.fromEntries(
        Object.entries(toldOf(choices.values, column) ?? {}).map(([value, code]) => [
          value,
          field === "thematiques" ? [...themesUnder(code)] : code,
        ]),
      );
      const split = toldOf(choices.splits, column);

      return { column, table, ...(split === undefined ? {} : { split: [split] }) };
    });
  const dated = (field: ColumnField): Parts[] =>
    columnsOf(field).map((column) => ({
      column,
      ...(toldOf(choices.dates, column) === undefined ? {} : { date: toldOf(choices.dates, column) }),
    }));

  const street = [...plain("adresse"), ...plain("full-address", { part: "street" })];
  const postalCode = [...plain("code_postal", { digits: 5 }), ...plain("full-address", { part: "postal-code" })];
  const commune = [...plain("commune"), ...plain("full-address", { part: "commune" })];
  const names = plain("nom");
  const days = Object.fromEntries(
    (["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const).flatMap((day) =>
      plain(day)
        .slice(0, 1)
        .map((one) => [day, one]),
    ),
  );
  const meters = { x: plain("x-lambert93")[0], y: plain("y-lambert93")[0] };
  const meterPoint = (give: string): Parts[] => (meters.x && meters.y ? [{ lambert93: meters, give }] : []);
  const everywhere = choices.theme === "" ? [] : [{ constant: [...themesUnder(choices.theme)] }];
  const thematiques = [...valued("thematiques"), ...everywhere];
  const structure = withoutEmpty({
    id: first(plain("id")) ?? { fingerprint: [...names, ...street, ...postalCode, ...commune] },
    nom: first(names),
    date_maj: { first: [...dated("date_maj"), { fileDate: true }] },
    siret: first(plain("siret")),
    adresse: joined(street, " "),
    complement_adresse: joined(plain("complement_adresse"), ", "),
    code_postal: first(postalCode),
    commune: first(commune),
    code_insee: first(plain("code_insee", { digits: 5 })),
    latitude: first([...plain("latitude", { decimal: "," }), ...meterPoint("latitude")]),
    longitude: first([...plain("longitude", { decimal: "," }), ...meterPoint("longitude")]),
    telephone: first(plain("telephone")),
    courriel: first(plain("courriel", { withoutPrefix: "mailto:" })),
    site_web: first(plain("site_web", { web: true })),
    horaires_accueil: first([...plain("horaires", { hours: true }), ...(Object.keys(days).length > 0 ? [{ days }] : [])]),
    lien_source: first(plain("lien_source", { web: true })),
  });
  const service = withoutEmpty({
    nom: first([...plain("nom_service"), ...names]),
    description: {
      first: [...joinedList(plain("description"), "\n"), { constant: choices.description === "" ? noDescription : choices.description }],
    },
    thematiques: thematiques.length === 0 ? undefined : { all: thematiques },
    publics: all(valued("publics")),
    publics_precisions: joined(plain("publics_precisions"), " "),
    conditions_acces: joined(plain("conditions_acces"), " "),
    frais: first(valued("frais")),
    frais_precisions: joined(plain("frais_precisions"), " "),
    modes_accueil: all(valued("modes_accueil")),
    age_de: first(plain("age_de")),
    age_a: first(plain("age_a")),
    langues: all(columnsOf("langues").map((column) => ({ column, split: [toldOf(choices.splits, column) ?? ","] }))),
    nature: first(valued("nature")),
    alerte: first(plain("alerte")),
    alerte_jusqu_au: first(dated("alerte_jusqu_au")),
    verifie_le: first(dated("verifie_le")),
  });
  return {
    format: "trait-dunion/correspondance@1",
    name,
    structure,
    ...(thematiques.length === 0 ? {} : { service }),
    absent: ["-", "--", "?", "NR", "N/A", "#N/A"],
    leaveOutIfWrong: [
      "site_web",
      "courriel",
      "siret",
      "code_insee",
      "code_postal",
      "latitude",
      "longitude",
      "date_maj",
      "lien_source",
      "publics",
    ],
    tables,
  };
};

/** Said where the source says nothing: nobody invents what a service does. */
const noDescription = "La source ne décrit pas ce service.";

const first = (expressions: readonly Parts[]): Parts | undefined => (expressions.length > 1 ? { first: expressions } : expressions[0]);
const all = (expressions: readonly Parts[]): Parts | undefined => (expressions.length === 0 ? undefined : { all: expressions });
const joinedList = (expressions: readonly Parts[], sign: string): Parts[] => {
  const one = joined(expressions, sign);
  return one === undefined ? [] : [one];
};
const joined = (expressions: readonly Parts[], sign: string): Parts | undefined =>
  expressions.length > 1 ? { join: expressions, with: sign } : expressions[0];
const withoutEmpty = (fields: Readonly<Record<string, Parts | undefined>>): Parts =>
  Object.fromEntries(Object.entries(fields).filter(([, expression]) => expression !== undefined));
