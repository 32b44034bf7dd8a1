import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import {
  makeAnalyst,
  makeMasker,
  maskingVersion,
  readLexicon,
  readModel,
  readNameLists,
  traitsMark,
  type Analyst,
  type Lexicon,
  type Masker,
  type NameLists,
  type WordsModel,
} from "#engines/words";
import { taxonomyVersion } from "./taxonomy.ts";
import { wordsVocabulary } from "./words-vocabulary.ts";

/** Ce qui a lu un texte : kept beside whatever a machine proposed, so that a figure can be told from another. */
export interface WordsVersions {
  readonly model: string;
  readonly taxonomy: string;
  readonly masking: string;
}

/** Moteur des mots, ready to read: the files of `engines/words` and one model. */
export interface Words {
  readonly analyse: Analyst;
  readonly mask: Masker;
  readonly versions: WordsVersions;
}

const place = new URL("../../engines/words/", import.meta.url);
const textsIn = (folder: string): readonly { readonly name: string; readonly text: string }[] =>
  readdirSync(new URL(`${folder}/`, place))
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .map((name) => ({ name: name.replace(/\.txt$/, ""), text: readFileSync(new URL(`${folder}/${name}`, place), "utf8") }));

/** The texts that we wrote, file by file. */
export const corpusFiles = () => textsIn("corpus");

let lists: NameLists | undefined;
const nameLists = (): NameLists => (lists ??= readNameLists(textsIn("names").map(({ text }) => text)));

let masker: Masker | undefined;
/** What hides names, numbers and addresses. Read once. */
export const wordsMasker = (): Masker => (masker ??= makeMasker(nameLists()));

/** Mot de tous les jours : what everybody writes, or a body known to all. Alone, it names nobody. @param plain small letters, no accents */
export const isEverydayWord = (plain: string): boolean => {
  const { "everyday-words": words, "bodies-and-brands": bodies, civilities, kin } = nameLists();
  return [words, bodies, civilities, kin].some((list) => list.has(plain));
};

let lexicon: Lexicon | undefined;
export const wordsLexicon = (): Lexicon =>
  (lexicon ??= readLexicon(
    textsIn("lexicon").map(({ text }) => text),
    readFileSync(new URL("shorthand.txt", place), "utf8"),
  ));

/** Where the model of the house stands, compressed. */
export const houseModelPlace = new URL("model/words.model.gz", place);
/** Twenty times a model of ours: what unfolds to more is no model, and would take the memory of the house. */
const modelMaxBytes = 256 * 1024 * 1024;
export const readModelAt = (file: URL | string): WordsModel =>
  readModel(gunzipSync(readFileSync(file), { maxOutputLength: modelMaxBytes }));

/** Why a model cannot read here: another list of needs, or it learned on texts that were looked at in another way. */
export const strangenessOf = ({ card }: WordsModel): "other-taxonomy" | "other-traits" | undefined => {
  if (card.taxonomyVersion !== taxonomyVersion) return "other-taxonomy";
  return card.traits === traitsMark(wordsLexicon()) ? undefined : "other-traits";
};

let loaded: Words | undefined;
/** The words of this process: the model of the house until another one is put in its place. */
export const words = (): Words => (loaded ??= wordsWith(readModelAt(houseModelPlace)));

/** A model trained on corrections stays in the data folder: the start puts it here. */
export const useModel = (model: WordsModel): void => {
  loaded = wordsWith(model);
};

/** Modèle en service : that of the house, or one trained on corrections, and why a trained one was left aside. */
export type ModelChosen =
  | { readonly kind: "house" }
  | { readonly kind: "trained"; readonly version: string }
  | { readonly kind: "left-aside"; readonly because: "other-taxonomy" | "other-traits" | "unreadable" };

/** Where a model trained on corrections stands: in the data folder, never in the repository. */
export const trainedModelPlace = (dataDir: string): string => path.join(dataDir, "words", "words.model.gz");

/** Puts the trained model in the place of that of the house, if there is one, of the same needs, that learned with the traits of today. */
export const chooseModel = (dataDir: string): ModelChosen => {
  const file = trainedModelPlace(dataDir);
  if (!existsSync(file)) return { kind: "house" };
  try {
    const model = readModelAt(file);
    const because = strangenessOf(model);
    if (because) return { kind: "left-aside", because };
    useModel(model);
    return { kind: "trained", version: model.card.version };
  } catch {
    return { kind: "left-aside", because: "unreadable" };
  }
};

export const wordsWith = (model: WordsModel): Words => ({
  analyse: makeAnalyst({ masker: wordsMasker(), lexicon: wordsLexicon(), model, vocabulary: wordsVocabulary }),
  mask: wordsMasker(),
  versions: { model: model.card.version, taxonomy: taxonomyVersion, masking: maskingVersion },
});

/** Motives that put a life or somebody's safety in danger; the others have days. */
const motivesOfDanger: readonly string[] = ["suicide", "violence", "danger_enfant", "danger_vulnerable", "sante_vitale", "rue"];

/**
 * The dangers that a citizen's own words tell; none when they tell none. Numbers are shown, nobody is contacted: so what is only « soon »
 * counts too when it is about a life.
 */
export const dangersToldIn = (text: string): readonly string[] =>
  words()
    .analyse(text)
    .motives.filter(({ id, confidence }) => motivesOfDanger.includes(id) && confidence >= toldEnough)
    .map(({ id }) => id);

/** Of the 19 dangers among the 410 texts of measure, all are told from here on, and three texts of little urgency. */
const toldEnough = 0.3;
