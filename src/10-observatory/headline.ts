import { previousMonth, type Month } from "#engines/calendar";
import { isNeedId } from "#situation";
import { isShown } from "./count.ts";
import { monthBeside } from "./edition.ts";
import type { EmotionFigure, Figures, MovingFigure, NeedFigure } from "./figures.contract.ts";
import { capital, countText, percentText, pointsText, sharePhrase } from "./french-number.ts";
import { emotionPhrases, headlineWords as words, needPhrases, populationPhrases } from "./headline.words.ts";

/** Titre du mois, proposed by rules from what is established, and the need that it speaks of. */
export interface Headline {
  readonly title: string;
  readonly lead: string;
  /** The need to set off in the drawings. */
  readonly need: string | undefined;
}

const phrasesByEmotion: Readonly<Record<string, string>> = emotionPhrases;

/** How many of the first needs may make the title or be said to have moved. */
const looked = 10;

/**
 * The greatest rise among the first ten needs, when it is established; otherwise the two first needs. A change that is not established
 * is never told.
 */
export const headlineOf = (figures: Figures): Headline => {
  const month = figures.month as Month;
  const when = `En ${monthBeside(month, month)}`;
  const shown = shownNeeds(figures).slice(0, looked);
  const [first, second] = shown;
  const risen = shown.filter(rises).toSorted((a, b) => (b.change?.difference ?? 0) - (a.change?.difference ?? 0))[0];
  const lead = leadOf(figures, risen ?? first, shown);
  if (risen?.share !== undefined) return { need: risen.need, lead, title: words.rise(when, phraseOf(risen), sharePhrase(risen.share)) };
  if (!first) return { need: undefined, lead, title: words.nothing(when) };
  if (!second) return { need: first.need, lead, title: words.alone(when, phraseOf(first)) };
  return {
    need: first.need,
    lead,
    title: (first.rank === second.rank ? words.level : words.ahead)(when, phraseOf(first), phraseOf(second)),
  };
};

export const shownNeeds = (figures: Figures): readonly NeedFigure[] => figures.needs.filter(({ persons }) => isShown(persons));

const isEstablished = ({ change }: MovingFigure): boolean => change?.isEstablished === true;
const rises = (figure: MovingFigure): boolean => isEstablished(figure) && (figure.change?.difference ?? 0) > 0;

/** The phrase of a need, in small letters; its label when the taxonomy has grown since. */
export const phraseOf = ({ need, label }: Pick<NeedFigure, "need" | "label">): string =>
  isNeedId(need) ? needPhrases[need] : `« ${label} »`;
const emotionPhraseOf = ({ emotion, label }: Pick<EmotionFigure, "emotion" | "label">): string => phrasesByEmotion[emotion] ?? label;

const leadOf = (figures: Figures, about: NeedFigure | undefined, shown: readonly NeedFigure[]): string =>
  [shareSentence(figures, about), movedSentence(figures, about, shown), emotionSentence(figures)]
    .filter((sentence) => sentence !== "")
    .join(" ");

/** What the title does not say: by how much it rose, or how many speak of it. */
const shareSentence = (figures: Figures, need: NeedFigure | undefined): string => {
  if (need?.share === undefined || need.low === undefined || need.high === undefined) return "";
  const range = `${percentText(need.share)} %, entre ${percentText(need.low)} et ${percentText(need.high)} %`;
  const month = figures.month as Month;
  if (rises(need)) return words.risen(pointsText(need.change?.difference ?? 0), monthBeside(previousMonth(month), month), range);
  return words.share(capital(phraseOf(need)), sharePhrase(need.share), range);
};

/** What moved besides the one of the title, in at most three groups of words. */
const movedSentence = (figures: Figures, about: NeedFigure | undefined, shown: readonly NeedFigure[]): string => {
  const month = figures.month as Month;
  if (!shown.some(({ change }) => change !== undefined)) return "";
  const moved = shown.filter((need) => isEstablished(need) && !(need.need === about?.need && rises(need)));
  if (moved.length === 0) return shown.some(isEstablished) ? "" : words.steady(monthBeside(previousMonth(month), month));
  const list = moved
    .toSorted((a, b) => Math.abs(b.change?.difference ?? 0) - Math.abs(a.change?.difference ?? 0))
    .slice(0, 3)
    .map((need) => (rises(need) ? words.up : words.down)(phraseOf(need), pointsText(need.change?.difference ?? 0)))
    .join(" ; ");
  return words.moved(monthBeside(previousMonth(month), month), list);
};

const emotionsByShare = (figures: Figures): readonly EmotionFigure[] =>
  figures.emotions.filter(({ persons }) => isShown(persons)).toSorted((a, b) => Number(b.persons) - Number(a.persons));

const emotionSentence = (figures: Figures): string => {
  const [first, second] = emotionsByShare(figures);
  return first === undefined || first.persons === second?.persons ? "" : words.emotion(emotionPhraseOf(first));
};

/** Titles of the drawings: each says what is to be seen. */
export const needsTitle = (figures: Figures): string => {
  const [first, second] = shownNeeds(figures);
  if (!first) return words.needsNone;
  return second ? words.needs(phraseOf(first), phraseOf(second)) : words.needsAlone(phraseOf(first));
};

/** The need most often found rather than said, among those whose two parts are shown. */
export const pairTitle = (figures: Figures): string => {
  const most = shownNeeds(figures)
    .filter(({ detected, expressed }) => isShown(detected) && isShown(expressed))
    .toSorted((a, b) => Number(b.detected) / Number(b.persons) - Number(a.detected) / Number(a.persons))[0];
  return most ? words.pair(phraseOf(most), countText(most.detected), countText(most.persons)) : words.pairNone;
};

export const emotionsTitle = (figures: Figures): string => {
  const [first, second] = emotionsByShare(figures);
  if (!first) return words.emotionsNone;
  const name = capital(emotionPhraseOf(first));
  if (!second) return words.emotionsAlone(name);
  return (first.persons === second.persons ? words.emotionsLevel : words.emotions)(name, emotionPhraseOf(second));
};

export const populationsTitle = (figures: Figures): string => {
  const first = figures.populations.filter(({ share }) => share !== undefined).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  if (first?.share === undefined) return words.populationsNone;
  return words.populations(capital(populationPhrases[first.population] ?? first.label), `${percentText(first.share)} %`);
};

export const placesTitle = (figures: Figures): string => {
  const names = figures.places
    .filter(({ level }) => level === "departement")
    .slice(0, 3)
    .map(({ name }) => name);
  return names.length === 0 ? words.placesNone : words.places(names.join(", "));
};

export const withoutTitle = (figures: Figures): string => words.without(countText(figures.withoutSolution.persons));
