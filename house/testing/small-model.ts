import { readCorpus, trainModel, type WordsModel } from "#engines/words";
import { corpusFiles, wordsLexicon, wordsVocabulary } from "#situation/server";

/** A model that learned from a few texts of the corpus: enough to see that a text is read, in a second; what it finds means nothing. */
export const smallModel = (): WordsModel => {
  const { texts } = readCorpus(corpusFiles(), wordsVocabulary);
  const few = texts.filter((_, at) => at % 600 === 0);
  return trainModel({
    texts: few,
    lexicon: wordsLexicon(),
    vocabulary: wordsVocabulary,
    card: { version: "small", taxonomyVersion: wordsVocabulary.taxonomyVersion, texts: few.length, seed: 1 },
  });
};
