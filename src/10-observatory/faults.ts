import { emotions, isNeedId } from "#situation";
import { isShown, type Count } from "./count.ts";
import { FiguresContract, type Figures } from "./figures.contract.ts";
import { observatoryWords } from "./observatory.words.ts";
import type { Tally } from "./tally.ts";

const words = observatoryWords.fr.faults;

/** Raisons de refuser : why these figures may not be published, in sentences. None: they may. */
export const faultsOf = (figures: Figures): readonly string[] => [...sumsThatDiffer(figures), ...shapeFaults(figures)];

/** A need or an emotion that the taxonomy does not know would be counted nowhere: the month waits until someone looks. */
export const unknownWords = (tally: Tally): readonly string[] => [
  ...[...tally.needs, ...tally.withoutSolutionByNeed].filter(({ need }) => !isNeedId(need)).map(({ need }) => words.unknownNeed(need)),
  ...tally.emotions
    .filter(({ emotion }) => !(emotions as readonly string[]).includes(emotion))
    .map(({ emotion }) => words.unknownEmotion(emotion)),
];

/** Every published total adds up, wherever all its parts are numbers. */
const sumsThatDiffer = (figures: Figures): string[] => [
  ...differs(
    words.places,
    figures.places.map(({ persons }) => persons),
    figures.persons,
  ),
  ...differs(
    words.populations,
    figures.populations.map(({ persons }) => persons),
    figures.persons,
  ),
  ...figures.needs.flatMap((need) => differs(words.need(need.label), [need.expressed, need.detected], need.persons)),
];

const differs = (what: string, parts: readonly Count[], total: Count): string[] => {
  const shown = parts.filter(isShown);
  if (shown.length === 0 || !isShown(total)) return [];
  const sum = shown.reduce((whole, part) => whole + part, 0);
  const isWrong = shown.length === parts.length ? sum !== total : sum > total;
  return isWrong ? [words.sum(what, sum, total)] : [];
};

/** A number under 11 is not a value of the contract. */
const shapeFaults = (figures: Figures): string[] => {
  const read = FiguresContract.safeParse(figures);
  return read.success ? [] : read.error.issues.map(({ path }) => words.shape(path.join(".")));
};
