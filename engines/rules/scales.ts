import type { Day } from "#engines/calendar";
import common from "./scales/common.json" with { type: "json" };
import disability from "./scales/disability.json" with { type: "json" };
import energy from "./scales/energy.json" with { type: "json" };
import family from "./scales/family.json" with { type: "json" };
import health from "./scales/health.json" with { type: "json" };
import housing from "./scales/housing.json" with { type: "json" };
import jobless from "./scales/jobless.json" with { type: "json" };
import oldAge from "./scales/old-age.json" with { type: "json" };
import primeActivite from "./scales/prime-activite.json" with { type: "json" };
import rentReduction from "./scales/rent-reduction.json" with { type: "json" };
import rent from "./scales/rent.json" with { type: "json" };
import rsa from "./scales/rsa.json" with { type: "json" };

const files = { common, disability, energy, family, health, housing, jobless, oldAge, primeActivite, rent, rentReduction, rsa };

type Files = typeof files;
export type FileName = keyof Files;

/** Nom d'un barème : its file and its name there, "rsa.base". */
export type ScaleName = { [File in FileName]: `${File}.${keyof Files[File]["scales"] & string}` }[FileName];

/** Barème : a figure of the law and the days from which its values are in force. */
export interface Scale {
  readonly name: ScaleName;
  /** Short French words, our own. */
  readonly label: string;
  /** "€ par mois", "€ par an", "taux", "ans"… */
  readonly unit: string;
  /** The article of law that creates the figure. */
  readonly law: string;
  /** Such a figure that stays without a new line for thirteen months is old. */
  readonly revaluedEachYear: boolean;
  /** Some figures of a year are published only after it: those of the incomes of a year, in the middle of the next. */
  readonly publishedMonthsLater?: number;
  /** Day when someone last checked that the last line is the right one; null when nobody did. */
  readonly verifiedOn: Day | null;
  /** In the order of their days. */
  readonly lines: readonly ScaleLine[];
}

export interface ScaleLine {
  readonly from: Day;
  /** In the unit of the scale: euros and not cents. */
  readonly value: number;
  /** Décret, arrêté : the text that sets this value, and where to read it, when we know them. */
  readonly text?: string;
  readonly address?: string;
}

/** Barèmes : all the figures that the sixteen rights rest on. */
export type Scales = Readonly<Record<ScaleName, Scale>>;

/** A file as it is written: what each figure is, then one line for each text that sets some of them. */
interface ScaleFile {
  readonly scales: Readonly<Record<string, Omit<Scale, "name" | "lines" | "verifiedOn"> & { readonly verifiedOn: string | null }>>;
  readonly lines: readonly {
    readonly from: string;
    readonly text?: string;
    readonly see?: string;
    readonly set: Readonly<Record<string, number | undefined>>;
  }[];
}

const linesOf = (file: ScaleFile, key: string): readonly ScaleLine[] =>
  file.lines.flatMap(({ from, text, see, set }) => {
    const value = set[key];
    if (value === undefined) return [];
    return [
      { from: from as Day, value, ...(text === undefined ? {} : { text }), ...(see === undefined ? {} : { address: addressOf(see) }) },
    ];
  });

/** Most texts are read on Legifrance; the files keep only what follows its name. */
const addressOf = (see: string): string => (see.startsWith("http") ? see : `https://www.legifrance.gouv.fr/${see}`);

/** Barèmes connus : those written in `scales/`. */
export const knownScales: Scales = Object.fromEntries(
  Object.entries<ScaleFile>(files).flatMap(([file, content]) =>
    Object.entries(content.scales).map(([key, head]) => {
      const name = `${file}.${key}` as ScaleName;
      return [name, { ...head, verifiedOn: head.verifiedOn as Day | null, name, lines: linesOf(content, key) }];
    }),
  ),
) as Record<ScaleName, Scale>;

/** Valeur à une date : the line in force that day; undefined before the first one. */
export const at = (scale: Scale, day: Day): ScaleLine | undefined => scale.lines.findLast(({ from }) => from <= day);

/** Figures of one file by name, for one month. */
export type FiguresOf<File extends FileName> = { readonly [Key in keyof Files[File]["scales"] & string]: number };
export type Figures = { readonly [File in FileName]: FiguresOf<File> };
