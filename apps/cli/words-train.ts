import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { maskingVersion, readCorpus, trainModel, writeModel, type LabelledText } from "#engines/words";
import { inCommissioner, inShared, openCommissioners, readSettings } from "#ground/server";
import {
  corpusFiles,
  houseModelPlace,
  lessonOf,
  taughtTexts,
  trainedModelPlace,
  wordsLexicon,
  wordsVocabulary,
  type TaughtText,
} from "#situation/server";
import { CommandRefused, type Command, type Run } from "./command.ts";
import { readGold } from "./words-gold.ts";

/** Learns the models again, from the corpus of the house. The same files and seed give the same bytes. */
export const wordsTrain: Command = {
  name: "words train",
  summary: "Entraîne les modèles sur notre corpus ; les mêmes fichiers et la même graine donnent les mêmes octets.",
  arguments: "[FICHIER…]",
  options: [
    {
      name: "corrections",
      help: "apprend aussi des corrections des personnes d’accord, de tous les services ; le modèle reste dans TU_DATA_DIR",
    },
    {
      name: "out",
      value: "FICHIER",
      help: "où écrire le modèle ; celui de la maison si rien n’est dit, ou TU_DATA_DIR/words avec --corrections",
    },
    { name: "seed", value: "NOMBRE", help: "graine du hasard, 1 si rien n’est dit" },
  ],
  examples: ["words train", "words train relus.jsonl --out mon-modele.gz", "words train --corrections"],
  run: async (run) => {
    const seed = Number(run.options["seed"] ?? 1);
    if (!Number.isInteger(seed) || seed < 1) throw new CommandRefused("--seed est un nombre entier, 1 ou plus.");
    const place = placeOf(run);
    const { texts, faults } = readCorpus(corpusFiles(), wordsVocabulary);
    const [fault] = faults;
    if (fault) throw new CommandRefused(`Corpus, ${fault.file}.txt ligne ${String(fault.line)} : ${fault.sentence}`);
    const more: LabelledText[] = [];
    for (const file of run.arguments) more.push(...(await readGold(run.pathOf(file))));
    const corrected = run.options["corrections"] === undefined ? [] : await correctedTexts(run);
    const all = [...texts, ...more, ...corrected];
    const print = createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 8);
    let told = 0;
    const model = trainModel({
      texts: all,
      lexicon: wordsLexicon(),
      vocabulary: wordsVocabulary,
      card: { version: print, taxonomyVersion: wordsVocabulary.taxonomyVersion, texts: all.length, seed },
      progress: (done, of) => {
        const percent = Math.floor((100 * done) / of);
        if (percent >= told + 5) run.say(`${String((told = percent))} % appris`);
      },
    });
    const bytes = gzipSync(writeModel(model), { level: 9 });
    fs.mkdirSync(typeof place === "string" ? path.dirname(place) : new URL(".", place), { recursive: true });
    // A model that learned from what people confided is read by the house alone.
    fs.writeFileSync(place, bytes, corrected.length > 0 ? { mode: 0o600 } : {});
    const learned = { ...model.card, corpus: texts.length, more: more.length, corrections: corrected.length, masking: maskingVersion };
    if (corrected.length > 0) fs.writeFileSync(`${String(place)}.card.json`, `${JSON.stringify(learned, undefined, 2)}\n`, { mode: 0o600 });
    return { ...learned, bytes: bytes.length, measures: model.measures };
  },
};

/** The corrections of every service, each read under its own walls. */
const correctedTexts = async (run: Run): Promise<LabelledText[]> => {
  const ground = await run.openGround();
  const taught: TaughtText[] = [];
  for (const { id } of await inShared(ground, openCommissioners))
    taught.push(...(await inCommissioner(ground, { kind: "system", commissionerId: id }, taughtTexts)));
  if (taught.length === 0)
    throw new CommandRefused("Aucune correction à apprendre : il en faut d’une personne d’accord pour l’observatoire.");
  return taught.map((text, at) => lessonOf(text, `correction-${String(at + 1)}`));
};

const root = path.resolve(import.meta.dirname, "../..");

/** A model that learned from corrections stays in the data folder: nothing of anybody enters the repository. */
const placeOf = (run: Run): string | URL => {
  const asked = run.options["out"];
  if (run.options["corrections"] === undefined) return asked === undefined ? houseModelPlace : run.pathOf(asked);
  const read = readSettings(process.env, root);
  if (read.kind === "wrong") throw new CommandRefused(read.sentences.join(" "));
  const folder = path.dirname(trainedModelPlace(read.settings.dataDir));
  const place = asked === undefined ? trainedModelPlace(read.settings.dataDir) : run.pathOf(asked);
  if (path.dirname(place) !== folder) throw new CommandRefused(`Un modèle appris des corrections reste dans ${folder}.`);
  return place;
};
