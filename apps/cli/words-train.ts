import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readCorpus, trainModel, writeModel, type LabelledText } from "#engines/words";
import { corpusFiles, houseModelPlace, wordsLexicon, wordsVocabulary } from "#situation/server";
import { CommandRefused, type Command } from "./command.ts";
import { readGold } from "./words-gold.ts";

/** Learns the models again, from the corpus of the house. The same files and seed give the same bytes. */
export const wordsTrain: Command = {
  name: "words train",
  summary: "Entraîne les modèles sur notre corpus ; les mêmes fichiers et la même graine donnent les mêmes octets.",
  arguments: "[FICHIER…]",
  options: [
    { name: "out", value: "FICHIER", help: "où écrire le modèle ; celui de la maison si rien n’est dit" },
    { name: "seed", value: "NOMBRE", help: "graine du hasard, 1 si rien n’est dit" },
  ],
  examples: ["words train", "words train relus.jsonl --out mon-modele.gz"],
  run: async (run) => {
    const seed = Number(run.options["seed"] ?? 1);
    if (!Number.isInteger(seed) || seed < 1) throw new CommandRefused("--seed est un nombre entier, 1 ou plus.");
    const { texts, faults } = readCorpus(corpusFiles(), wordsVocabulary);
    const [fault] = faults;
    if (fault) throw new CommandRefused(`Corpus, ${fault.file}.txt ligne ${String(fault.line)} : ${fault.sentence}`);
    const more: LabelledText[] = [];
    for (const file of run.arguments) more.push(...(await readGold(run.pathOf(file))));
    const all = [...texts, ...more];
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
    const place = run.options["out"] === undefined ? houseModelPlace : run.pathOf(run.options["out"]);
    fs.mkdirSync(typeof place === "string" ? path.dirname(place) : new URL(".", place), { recursive: true });
    fs.writeFileSync(place, bytes);
    return { ...model.card, corpus: texts.length, more: more.length, bytes: bytes.length, measures: model.measures };
  },
};
