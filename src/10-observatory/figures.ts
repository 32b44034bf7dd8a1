import type { Month } from "#engines/calendar";
import { differenceOfShares, isDominated, ranked, shareInterval, shownCount, suppressList, THRESHOLD } from "#engines/numbers";
import { populations } from "#person";
import { emotionLabel, emotions, needIds, needLabel, taxonomyVersion, themeOf } from "#situation";
import { hiddenByParts, isShown, masked, partOf, small, wholeOf, type Count, type Whole } from "./count.ts";
import type { Departement } from "./departement.ts";
import type { EmotionFigure, Figures, MovingFigure, NeedFigure, PlaceFigure, RateFigure } from "./figures.contract.ts";
import { observatoryWords } from "./observatory.words.ts";
import { placeCells } from "./place.ts";
import { personsIn, type NeedTally, type Tally } from "./tally.ts";

/** The commissioners are counted from three: under that, each would know what the other brings. */
const leastOrganisations = 3;

/**
 * Chiffres du mois : what may be published of a tally, every mark set. The same tally gives the same figures.
 * @param previous figures of the month before, when it is closed: changes are measured on what was published
 */
export const figuresOf = (month: Month, tally: Tally, list: readonly Departement[], previous: Figures | undefined): Figures => {
  const all = wholeOf(tally.persons);
  const needs = needFigures(tally, all, previous);
  const detected = hiddenByParts(
    { persons: tally.somethingDetected, count: partOf(tally.somethingDetected, all) },
    needs.map((need) => need.detected),
  );
  return {
    version: 1,
    month,
    isDemonstration: tally.isDemonstration,
    taxonomy: taxonomyVersion,
    persons: all.count,
    situations: situationsShown(tally),
    organisations: tally.contributors < leastOrganisations ? "moins de 3" : tally.contributors,
    severalThemes: moving(partOf(tally.severalThemes, all), all, previous?.severalThemes, previous),
    somethingDetected: moving(detected.count, all, previous?.somethingDetected, previous),
    needs,
    emotions: emotionFigures(tally, all, previous),
    populations: populationFigures(tally, all),
    places: placeFigures(tally, all, list),
    ...referralFigures(tally, all, needs),
  };
};

/** A situation more than persons would tell that one person came back: shown only when eleven more, or marked. */
const situationsShown = ({ situations, persons }: Tally): Count => {
  if (persons < THRESHOLD) return small;
  return situations - persons < THRESHOLD ? masked : situations;
};

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A part as it is published, with its share and interval at 95 % (Wilson) when both numbers are. */
const rate = (count: Count, whole: Whole): RateFigure => {
  const interval = isShown(count) && isShown(whole.count) ? shareInterval(count, whole.count) : undefined;
  return interval === undefined
    ? { persons: count }
    : { persons: count, share: rounded(interval.share), low: rounded(interval.low), high: rounded(interval.high) };
};

/** The same, with what changed since the month before, both as published. */
const moving = (count: Count, whole: Whole, before: MovingFigure | undefined, previous: Figures | undefined): MovingFigure => {
  const now = rate(count, whole);
  if (
    !isShown(count) ||
    !isShown(whole.count) ||
    previous === undefined ||
    !isShown(previous.persons) ||
    before === undefined ||
    !isShown(before.persons)
  )
    return now;
  const change = differenceOfShares({ part: count, whole: whole.count }, { part: before.persons, whole: previous.persons });
  if (change === undefined) return now;
  const { difference, low, high, isEstablished } = change;
  return {
    ...now,
    previous: rounded(before.persons / previous.persons),
    change: { difference: rounded(difference), low: rounded(low), high: rounded(high), isEstablished },
  };
};

/** All the needs of the taxonomy, whether anybody has them or not: to leave one out would say that nobody has it. The shown ones first, ranked. */
const needFigures = (tally: Tally, all: Whole, previous: Figures | undefined): NeedFigure[] => {
  const counted = new Map(tally.needs.map((need) => [need.need, need]));
  const before = new Map(previous?.needs.map((need) => [need.need, need]));
  const figures = needIds.map((need): NeedFigure => {
    const { persons, expressed }: NeedTally = counted.get(need) ?? { need, persons: 0, expressed: 0 };
    const whole = { persons, count: partOf(persons, all) };
    return {
      need,
      theme: themeOf(need),
      label: needLabel(need),
      ...moving(whole.count, all, before.get(need), previous),
      expressed: partOf(expressed, whole),
      detected: partOf(persons - expressed, whole),
    };
  });
  const shown = ranked(
    figures.filter(({ persons }) => isShown(persons)),
    ({ persons }) => (isShown(persons) ? persons : 0),
  );
  return [...shown.map(({ item, rank }) => ({ ...item, rank })), ...figures.filter(({ persons }) => !isShown(persons))];
};

const emotionFigures = (tally: Tally, all: Whole, previous: Figures | undefined): EmotionFigure[] => {
  const counted = new Map(tally.emotions.map((emotion) => [emotion.emotion, emotion]));
  const before = new Map(previous?.emotions.map((emotion) => [emotion.emotion, emotion]));
  return emotions.map((emotion) => {
    const { persons, strong } = counted.get(emotion) ?? { persons: 0, strong: 0 };
    const whole = { persons, count: partOf(persons, all) };
    return {
      emotion,
      label: emotionLabel(emotion),
      ...moving(whole.count, all, before.get(emotion), previous),
      strong: rate(partOf(strong, whole), whole),
    };
  });
};

/** Each person in one population, « non renseignée » included: they add up, so one mark alone could be undone (`suppressList`). */
const populationFigures = (tally: Tally, all: Whole): Figures["populations"] => {
  const counted = new Map(tally.populations.map((cell) => [cell.code ?? "inconnue", cell]));
  const codes = [...populations, "inconnue"] as const;
  const cells = codes.map((code) => counted.get(code) ?? { code, byContributor: {} });
  const list = suppressList(
    cells.map(personsIn),
    cells.map((cell) => isDominated(Object.values(cell.byContributor))),
  );
  const isSafe = list.kind === "published" && list.total.kind === "number" && isShown(all.count) && tally.persons >= 2 * THRESHOLD;
  return codes.map((population, at) => {
    const cell = list.kind === "published" ? list.cells[at] : undefined;
    const count = all.count === small ? small : !isSafe || cell === undefined ? masked : markOf(cell);
    return { population, label: observatoryWords.fr.populations[population], ...rate(count, all) };
  });
};

const markOf = (cell: Parameters<typeof shownCount>[0] & object): Count =>
  cell.kind === "number" ? cell.value : cell.because === "small" ? small : masked;

const placeFigures = (tally: Tally, all: Whole, list: readonly Departement[]): PlaceFigure[] =>
  (isShown(all.count) ? placeCells(tally.departements, list) : []).map(({ persons, level, code, name, includes }) => ({
    level,
    code,
    name,
    includes: [...includes],
    ...rate(level === "france" && includes.length === 0 ? all.count : wholeOf(persons).count, all),
  }));

const referralFigures = (
  tally: Tally,
  all: Whole,
  needs: readonly NeedFigure[],
): Pick<Figures, "referred" | "outcomeKnown" | "withoutSolution"> => {
  const referred = { persons: tally.referred, count: partOf(tally.referred, all) };
  const known = { persons: tally.outcomeKnown, count: partOf(tally.outcomeKnown, referred) };
  const without = { persons: tally.withoutSolution, count: partOf(tally.withoutSolution, known) };
  const byNeed = tally.withoutSolutionByNeed.map(({ need, persons }) => {
    // A need withdrawn after its referral is no longer counted: then there is nothing to compare with, and nothing is shown.
    const held = tally.needs.find((each) => each.need === need)?.persons ?? 0;
    const whole = { persons: held, count: needs.find((each) => each.need === need)?.persons ?? masked };
    return { need, label: needLabel(need), persons: held < persons ? masked : partOf(persons, without, whole) };
  });
  // Only what may be shown is listed: a mark would say that somebody asked for this in vain.
  const listed = byNeed.filter(({ persons }) => isShown(persons)).toSorted((a, b) => Number(b.persons) - Number(a.persons));
  return {
    referred: rate(referred.count, all),
    outcomeKnown: rate(known.count, referred),
    withoutSolution: { ...rate(without.count, referred), needs: listed },
  };
};
