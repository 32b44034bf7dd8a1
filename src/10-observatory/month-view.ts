import { dayOf, inWords, monthInWords, previousMonth, type Month } from "#engines/calendar";
import { isShown } from "./count.ts";
import { monthBeside, type Edition } from "./edition.ts";
import type { MovingFigure, NeedFigure, RateFigure } from "./figures.contract.ts";
import { capital, countText, percentText, pointsText, signedPoints } from "./french-number.ts";
import {
  emotionsTitle,
  headlineOf,
  needsTitle,
  pairTitle,
  placesTitle,
  populationsTitle,
  shownNeeds,
  withoutTitle,
  type Headline,
} from "./headline.ts";
import { observatoryWords } from "./observatory.words.ts";
import { tableOf, type FileName } from "./table.ts";

const words = observatoryWords.fr;
const needsDrawn = 15;
const pairsDrawn = 8;
const placesDrawn = 10;
const movesTold = 5;

/** Une barre ou une ligne : what draws it, what is read. */
export interface FigureView {
  readonly id: string;
  readonly label: string;
  readonly theme?: string;
  readonly value: number | undefined;
  readonly shown: string;
  readonly range: string | undefined;
  readonly note?: string;
  readonly interval?: { readonly low: number; readonly high: number };
  readonly isHighlighted: boolean;
}

export interface TwinView {
  readonly title: string;
  readonly table: { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly csv: { readonly href: string; readonly name: string };
}

/** Page du mois, decided whole before it is drawn. */
export interface MonthView {
  readonly month: string;
  readonly isDemonstration: boolean;
  readonly closedOn: string;
  readonly address: string;
  readonly before: { readonly href: string; readonly label: string } | undefined;
  readonly after: { readonly href: string; readonly label: string } | undefined;
  readonly headline: Headline;
  readonly topFive: readonly FigureView[];
  readonly keyFigures: readonly { readonly value: string; readonly label: string; readonly note: string }[];
  readonly needs: TwinView & { readonly how: string; readonly bars: readonly FigureView[]; readonly moved: readonly string[] };
  readonly pairs: TwinView & {
    /** Needs that are in the table only. */
    readonly notDrawn: number;
    readonly rows: readonly PairView[];
    readonly mostFound: readonly LineView[];
    readonly mostSaid: readonly LineView[];
  };
  readonly emotions: TwinView & {
    readonly how: string;
    readonly circles: readonly EmotionView[];
    readonly strongest: readonly LineView[];
    readonly moved: readonly string[];
  };
  readonly populations: TwinView & { readonly bars: readonly FigureView[] };
  readonly places: TwinView & { readonly bars: readonly FigureView[] };
  readonly referrals: { readonly title: string; readonly lines: readonly LineView[] } | undefined;
  readonly keyTable: TwinView;
  readonly files: readonly { readonly href: string; readonly name: string; readonly label: string; readonly about: string }[];
}

export interface PairView {
  readonly label: string;
  readonly theme: string;
  readonly expressed: { readonly value: number | undefined; readonly shown: string };
  readonly detected: { readonly value: number | undefined; readonly shown: string };
}
export interface EmotionView {
  readonly id: string;
  readonly share: number | undefined;
  readonly shown: string;
  readonly previous?: number;
}
export interface LineView {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** @param months all the months that are closed: the page links to the nearest ones */
export const monthViewOf = (edition: Edition, months: readonly Month[]): MonthView => {
  const { figures, month } = edition;
  const headline = headlineOf(figures);
  const address = `/observatoire/${month}`;
  const inMonth = `en ${monthInWords(month)}`;
  const twin = (file: FileName, title: string): TwinView => twinOf(edition, address, file, title);
  const shown = shownNeeds(figures);
  return {
    month: capital(monthInWords(month)),
    isDemonstration: figures.isDemonstration,
    closedOn: words.closedOn(`${inWords(edition.closedAt).replace(/^\S+ /, "")} ${dayOf(edition.closedAt).slice(0, 4)}`),
    address,
    before: linkTo(
      months
        .filter((other) => other < month)
        .toSorted()
        .at(-1),
      month,
    ),
    after: linkTo(months.filter((other) => other > month).toSorted()[0], month),
    headline,
    topFive: shown.slice(0, 5).map((need) => needView(need, headline)),
    keyFigures: keyFigures(edition),
    needs: {
      ...twin("besoins", needsTitle(figures)),
      how: words.how.needs(inMonth),
      bars: shown.slice(0, needsDrawn).map((need) => needView(need, headline)),
      moved: movedIn(edition, shown.slice(0, needsDrawn)),
    },
    pairs: {
      ...twin("dit-repere", pairTitle(figures)),
      rows: pairsToDraw(shown).map(({ label, theme, expressed, detected }) => ({
        label,
        theme,
        expressed: countView(expressed),
        detected: countView(detected),
      })),
      notDrawn: shown.length - pairsToDraw(shown).length,
      mostFound: foundMost(shown, 1),
      mostSaid: foundMost(shown, -1),
    },
    emotions: {
      ...twin("emotions", emotionsTitle(figures)),
      how: words.how.emotions(inMonth),
      circles: figures.emotions
        .toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1))
        .map((emotion) => ({
          id: emotion.emotion,
          share: emotion.share,
          shown: rateText(emotion),
          ...(emotion.previous === undefined ? {} : { previous: emotion.previous }),
        })),
      strongest: figures.emotions
        .filter(({ strong }) => strong.share !== undefined)
        .toSorted((a, b) => (b.strong.share ?? 0) - (a.strong.share ?? 0))
        .slice(0, 3)
        .map(({ label, strong }) => ({ label, value: rateText(strong), note: rangeText(strong) ?? "" })),
      moved: movedIn(edition, figures.emotions),
    },
    populations: {
      ...twin("populations", populationsTitle(figures)),
      bars: figures.populations
        .map((population) => figureView(population.population, population.label, population, false))
        .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)),
    },
    places: {
      ...twin("departements", placesTitle(figures)),
      bars: figures.places
        .filter(({ level }) => level === "departement")
        .slice(0, placesDrawn)
        .map((place) => figureView(place.code, place.name, place, false)),
    },
    referrals: referralsView(edition),
    keyTable: twin("chiffres", words.files.chiffres.label),
    files: [
      ...(Object.keys(words.files) as FileName[]).map((file) => ({ href: `${address}/${file}.csv`, name: "CSV", ...words.files[file] })),
      {
        href: `${address}/edition.json`,
        name: "JSON",
        label: words.edition.label,
        about: words.edition.about(`${edition.fingerprint.slice(0, 8)}…${edition.fingerprint.slice(-4)}`),
      },
    ],
  };
};

/** The month before or after, when it is closed. */
const linkTo = (month: Month | undefined, from: Month): { href: string; label: string } | undefined =>
  month === undefined ? undefined : { href: `/observatoire/${month}`, label: capital(monthBeside(month, from)) };

const twinOf = (edition: Edition, address: string, file: FileName, title: string): TwinView => {
  const { columns, rows } = tableOf(file, edition.figures);
  return {
    title,
    table: {
      caption: `${words.files[file].label}, ${monthInWords(edition.month)}`,
      columns,
      rows: rows.map((row) => row.map(({ page }) => page)),
    },
    csv: { href: `${address}/${file}.csv`, name: `${file}.csv` },
  };
};

/** « 20,2 % », or the mark. */
const rateText = ({ share, persons }: RateFigure): string =>
  share === undefined ? (isShown(persons) ? words.notSaid : persons) : `${percentText(share)} %`;
const rangeText = ({ low, high }: RateFigure): string | undefined =>
  low === undefined || high === undefined ? undefined : words.between(percentText(low), percentText(high));
/** A drawing of « masqué » says nothing: needs of which neither number may be told stay in the table. Some are drawn when all are so. */
const pairsToDraw = <Need extends { readonly expressed: RateFigure["persons"]; readonly detected: RateFigure["persons"] }>(
  needs: readonly Need[],
): readonly Need[] => {
  const told = needs.filter(({ expressed, detected }) => isShown(expressed) || isShown(detected));
  return (told.length > 0 ? told : needs.slice(0, 3)).slice(0, pairsDrawn);
};

const countView = (count: RateFigure["persons"]): PairView["expressed"] => ({
  value: isShown(count) ? count : undefined,
  shown: countText(count),
});

const figureView = (id: string, label: string, figure: RateFigure, isHighlighted: boolean): FigureView => ({
  id,
  label,
  value: figure.share,
  shown: rateText(figure),
  range: rangeText(figure),
  isHighlighted,
  ...(figure.low === undefined || figure.high === undefined ? {} : { interval: { low: figure.low, high: figure.high } }),
});

/** A change that is not established is not written. */
const needView = (need: NeedFigure, headline: Headline): FigureView => ({
  ...figureView(need.need, need.label, need, need.need === headline.need),
  theme: need.theme,
  ...noteOf(need),
});

const noteOf = ({ change }: MovingFigure): { note?: string } => (change?.isEstablished ? { note: signedPoints(change.difference) } : {});

const keyFigures = ({ figures, month }: Edition): MonthView["keyFigures"] => [
  {
    value: countText(figures.persons),
    label: words.persons(`en ${monthBeside(month, month)}`),
    note: [
      ...(isShown(figures.situations) ? [words.situations(countText(figures.situations))] : []),
      words.organisations(figures.organisations),
    ].join(", "),
  },
  { value: wholePercent(figures.severalThemes), label: words.severalThemes, note: rangeText(figures.severalThemes) ?? words.notSaid },
  {
    value: wholePercent(figures.somethingDetected),
    label: words.somethingDetected,
    note: rangeText(figures.somethingDetected) ?? words.notSaid,
  },
];

/** In large letters a whole number is enough; the interval is written under it. */
const wholePercent = (figure: RateFigure): string =>
  figure.share === undefined ? rateText(figure) : `${Math.round(figure.share * 100)} %`;

/** Changes that are established, the greatest first; or that there is none; or that there is nothing to compare with. */
const movedIn = ({ month }: Edition, figures: readonly (MovingFigure & { readonly label: string })[]): string[] => {
  if (!figures.some(({ change }) => change !== undefined)) return [words.noBefore];
  const moved = figures.filter(({ change }) => change?.isEstablished);
  if (moved.length === 0) return [words.nothingMoved(monthBeside(previousMonth(month), month))];
  return moved
    .toSorted((a, b) => Math.abs(b.change?.difference ?? 0) - Math.abs(a.change?.difference ?? 0))
    .slice(0, movesTold)
    .map(({ label, change }) => words.moved(label, pointsText(change?.difference ?? 0), (change?.difference ?? 0) > 0));
};

/** Needs whose two parts are shown, those found most often (or least often) first. */
const foundMost = (needs: readonly NeedFigure[], way: 1 | -1): LineView[] =>
  needs
    .filter(({ expressed, detected }) => isShown(expressed) && isShown(detected))
    .toSorted((a, b) => way * (Number(b.detected) / Number(b.persons) - Number(a.detected) / Number(a.persons)))
    .slice(0, 3)
    .map(({ label, persons, expressed, detected }) => ({
      label,
      value: countText(way === 1 ? detected : expressed),
      note: `sur ${countText(persons)}`,
    }));

const referralsView = ({ figures }: Edition): MonthView["referrals"] => {
  const { referred, outcomeKnown, withoutSolution } = figures;
  if (!isShown(referred.persons)) return undefined;
  const line = (label: string, figure: RateFigure): LineView => ({ label, value: rateText(figure), note: rangeText(figure) ?? "" });
  return {
    title: isShown(withoutSolution.persons) ? withoutTitle(figures) : words.referrals,
    lines: [
      { label: capital(words.referred), value: countText(referred.persons), note: "" },
      line(capital(words.known), outcomeKnown),
      line(capital(words.without), withoutSolution),
      ...withoutSolution.needs
        .slice(0, 5)
        .map((need) => ({ label: words.among(need.label), value: `${countText(need.persons)} personnes`, note: "" })),
    ],
  };
};
