export { registers, type Register, type UrgencyLevel, type Vocabulary } from "./vocabulary.ts";
export type { LabelledText } from "./labelled-text.ts";
export { readCorpus, type CorpusFault } from "./corpus.ts";
export { readLexicon, type Lexicon } from "./lexicon.ts";
export { makeMasker, maskingVersion, type Entity, type EntityType, type Masked, type Masker } from "./mask.ts";
export { readNameLists, type NameLists } from "./name-lists.ts";
export type { Language } from "./language.ts";
export { makeAnalyst, type Analysis, type Analyst, type Suggestion, type WordsData } from "./analysis.ts";
export { readModel, writeModel, type ModelCard, type WordsModel } from "./model.ts";
export { trainModel, type Lesson } from "./training.ts";
export { traitsMark } from "./traits-mark.ts";
export {
  labelFields,
  scoreByRegister,
  scoreOf,
  type FieldScore,
  type Figure,
  type Gold,
  type LabelField,
  type Pair,
  type Prediction,
  type Score,
} from "./evaluation.ts";
