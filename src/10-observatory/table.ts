import { isShown, type Count } from "./count.ts";
import type { Figures, MovingFigure, RateFigure } from "./figures.contract.ts";
import { countText, percentText, signedPoints } from "./french-number.ts";
import { observatoryWords } from "./observatory.words.ts";
import { themeName } from "./theme-name.ts";

const { columns, levels, yes, no } = observatoryWords.fr;

/** Fichiers d'un mois, as their addresses say: /observatoire/2026-10/besoins.csv. */
export const fileNames = ["chiffres", "besoins", "dit-repere", "emotions", "populations", "departements"] as const;
export type FileName = (typeof fileNames)[number];
export const isFileName = (text: string): text is FileName => (fileNames as readonly string[]).includes(text);

/** Case d'un tableau : read on the page and in the file. A mark is the same in both. */
export interface Cell {
  readonly page: string;
  readonly file: string;
}

/** Tableau du mois : the twin of a drawing, and its file. */
export interface MonthTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const text = (value: string): Cell => ({ page: value, file: value });
const count = (value: Count): Cell => ({ page: countText(value), file: isShown(value) ? String(value) : value });
/** A share that is not there is written as the mark of its number: nothing is left empty that would be read as zero. */
const percent = (value: number | undefined, of: Count): Cell =>
  value === undefined ? text(isShown(of) ? observatoryWords.fr.notSaid : of) : { page: percentText(value), file: percentText(value) };
const rate = (figure: RateFigure): Cell[] => [
  count(figure.persons),
  ...[figure.share, figure.low, figure.high].map((value) => percent(value, figure.persons)),
];
const change = ({ change: moved }: MovingFigure): Cell[] => [
  text(moved === undefined ? "–" : signedPoints(moved.difference).replace(/ points?$/, "")),
  text(moved === undefined ? "–" : moved.isEstablished ? yes : no),
];
const rateColumns = [columns.persons, columns.share, columns.low, columns.high];

/** The same figures for the page, its files, and whoever checks that they agree. */
export const tableOf = (name: FileName, figures: Figures): MonthTable => tables[name](figures);

const tables: Readonly<Record<FileName, (figures: Figures) => MonthTable>> = {
  chiffres: (figures) => ({
    columns: [columns.figure, columns.number, ...rateColumns.slice(1)],
    rows: [
      [text("Personnes écoutées"), count(figures.persons), text("–"), text("–"), text("–")],
      [text("Situations"), count(figures.situations), text("–"), text("–"), text("–")],
      [text("Organismes"), text(String(figures.organisations)), text("–"), text("–"), text("–")],
      [text("Personnes avec plusieurs problèmes"), ...rate(figures.severalThemes)],
      [text("Personnes avec un besoin repéré"), ...rate(figures.somethingDetected)],
      [text("Personnes orientées, orientation terminée"), ...rate(figures.referred)],
      [text("Parmi elles, résultat connu"), ...rate(figures.outcomeKnown)],
      [text("Parmi elles, aucune solution trouvée"), ...rate(figures.withoutSolution)],
    ],
  }),
  besoins: (figures) => ({
    columns: [columns.need, columns.theme, ...rateColumns, columns.change, columns.established, columns.expressed, columns.detected],
    rows: figures.needs.map((need) => [
      text(need.label),
      text(themeName(need.theme)),
      ...rate(need),
      ...change(need),
      count(need.expressed),
      count(need.detected),
    ]),
  }),
  // Only the needs whose number is shown: of the others, nothing is told that « besoins » does not tell.
  "dit-repere": (figures) => ({
    columns: [columns.need, columns.persons, columns.expressed, columns.detected],
    rows: figures.needs
      .filter(({ persons }) => isShown(persons))
      .map((need) => [text(need.label), count(need.persons), count(need.expressed), count(need.detected)]),
  }),
  emotions: (figures) => ({
    columns: [columns.emotion, ...rateColumns, columns.change, columns.established, columns.strong],
    rows: figures.emotions.map((emotion) => [text(emotion.label), ...rate(emotion), ...change(emotion), count(emotion.strong.persons)]),
  }),
  populations: (figures) => ({
    columns: [columns.population, ...rateColumns],
    rows: figures.populations.map((population) => [text(population.label), ...rate(population)]),
  }),
  departements: (figures) => ({
    columns: [columns.place, columns.level, columns.code, ...rateColumns, columns.includes],
    rows: figures.places.map((place) => [
      text(place.name),
      text(levels[place.level]),
      text(place.code),
      ...rate(place),
      text(place.includes.length === 0 ? "–" : place.level === "france" ? observatoryWords.fr.allOthers : place.includes.join(", ")),
    ]),
  }),
};

/** The file of a table: UTF-8 with its mark so that a spreadsheet reads the accents, semicolons and decimal commas as in France. */
export const csvOf = (table: MonthTable): string =>
  `\uFEFF${[table.columns, ...table.rows.map((row) => row.map(({ file }) => file))].map((line) => line.map(csvCell).join(";")).join("\r\n")}\r\n`;

const csvCell = (value: string): string => (/[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
