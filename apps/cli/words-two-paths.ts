import { scoreByRegister, scoreOf, type Analysis, type Pair, type Prediction, type Register, type Score } from "#engines/words";
import { readAgain, type LanguageModel, type ModelFailure, type Words } from "#situation/server";
import type { GoldWithNames } from "./words-gold.ts";

/** Une voie mesurée : who read, and how this agrees with a careful human. */
export interface MeasuredPath {
  readonly model: string;
  readonly score: Score;
  readonly registers: Readonly<Partial<Record<Register, Score>>>;
}

/** The model outside: with it, what the house had to read in its place, since this is what a counsellor sees. */
export interface MeasuredPlugIn extends MeasuredPath {
  readonly read: number;
  /** Another language, or no word: the model is not asked. */
  readonly notAsked: number;
  readonly failures: Readonly<Record<ModelFailure, number>>;
}

/** How many questions a model is asked at a time: one would take an hour for a few hundred texts, many would be refused. */
const together = 4;

/** The same texts read by both paths. @param said after each text that the model outside was given */
export const measurePaths = async (
  golds: readonly GoldWithNames[],
  { analyse, versions }: Pick<Words, "analyse" | "versions">,
  plugIn: LanguageModel | undefined,
  said: (done: number, of: number) => void = () => undefined,
): Promise<{ readonly house: MeasuredPath; readonly plugIn?: MeasuredPlugIn }> => {
  const analyses = golds.map((gold) => analyse(gold.text, { names: gold.names }));
  const house = measured(golds, analyses, versions.model);
  if (!plugIn) return { house };

  const failures = { slow: 0, down: 0, broken: 0, refused: 0 };
  const read: Analysis[] = [...analyses];
  let [done, answered, notAsked, next] = [0, 0, 0, 0];
  const readOneAfterTheOther = async (): Promise<void> => {
    for (let at = next++; at < golds.length; at = next++) {
      const analysis = analyses[at] as Analysis;
      const reading = await readAgain({ analysis, model: versions.model }, plugIn, golds[at]?.text ?? "");
      read[at] = reading.analysis;
      if (reading.because !== undefined) failures[reading.because] += 1;
      else if (reading.path === "house") notAsked += 1;
      else answered += 1;
      said(++done, golds.length);
    }
  };
  await Promise.all(Array.from({ length: together }, readOneAfterTheOther));
  return { house, plugIn: { ...measured(golds, read, plugIn.name), read: answered, notAsked, failures } };
};

const measured = (golds: readonly GoldWithNames[], analyses: readonly Analysis[], model: string): MeasuredPath => {
  const pairs: Pair[] = golds.map((gold, at) => ({ gold, said: saidBy(analyses[at] as Analysis) }));
  return { model, score: scoreOf(pairs), registers: scoreByRegister(pairs) };
};

export const saidBy = (analysis: Analysis): Prediction => ({
  themes: analysis.themes,
  needs: analysis.needs.map(({ id }) => id),
  emotions: analysis.emotions.map(({ id }) => id),
  fragilities: analysis.fragilities.map(({ id }) => id),
  motives: analysis.motives.map(({ id }) => id),
  urgency: analysis.urgency,
  entities: analysis.masked.entities,
});
