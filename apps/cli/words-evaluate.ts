import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Figure, Score } from "#engines/words";
import { readSettings } from "#ground/server";
import {
  houseModelPlace,
  makeLanguageModel,
  readModelAt,
  strangenessOf,
  words,
  wordsVocabulary,
  wordsWith,
  type LanguageModel,
} from "#situation/server";
import { CommandRefused, type Command } from "./command.ts";
import { answersOf, cardOf } from "./words-card.ts";
import { readGold, type GoldWithNames } from "./words-gold.ts";
import { measurePaths, type MeasuredPath } from "./words-two-paths.ts";

/** Measures the reading against a careful human. */
export const wordsEvaluate: Command = {
  name: "words evaluate",
  summary: "Mesure la lecture sur des textes étiquetés, avec des intervalles à 95 %.",
  arguments: "FICHIER",
  options: [
    { name: "json", help: "toutes les mesures, par étiquette et par registre, en JSON" },
    { name: "model", value: "FICHIER", help: "mesure aussi, sur les mêmes textes, un autre modèle que celui de la maison" },
    { name: "plug-in", help: "mesure aussi, sur les mêmes textes, le modèle de TU_WORDS_URL : seuls des textes masqués y partent" },
    { name: "card", value: "FICHIER", help: "où écrire la fiche du modèle, avec les mesures des deux voies" },
  ],
  examples: ["words evaluate textes-etiquetes.jsonl", "words evaluate textes-etiquetes.jsonl --plug-in --card fiche.md"],
  run: async (run) => {
    const [file] = run.arguments;
    if (file === undefined) throw new CommandRefused("Donnez un fichier de textes étiquetés (JSON par ligne).");
    const plugIn = run.options["plug-in"] === undefined ? undefined : plugInOf(process.env);
    const golds = await readGold(run.pathOf(file));
    const { analyse, versions } = words();
    const measured = await measurePaths(golds, { analyse, versions }, plugIn, (done, of) => {
      if (done % 20 === 0 || done === of) run.say(`${String(done)}/${String(of)} textes donnés au modèle branché`);
    });
    const card = run.options["card"];
    if (card !== undefined) {
      const content = await readFile(run.pathOf(file), "utf8");
      await writeFile(
        run.pathOf(card),
        cardOf({ versions, learned: readModelAt(houseModelPlace).card, file: { name: path.basename(file), content }, ...measured }),
      );
    }
    const { house, plugIn: other } = measured;
    const trained = run.options["model"] === undefined ? undefined : await measuredWith(golds, run.pathOf(run.options["model"]));
    if (run.options["json"] !== undefined)
      return {
        versions,
        score: house.score,
        registers: house.registers,
        ...(other ? { plugIn: other } : {}),
        ...(trained ? { trained } : {}),
      };
    const first = [house, ...(trained ? [trained] : [])].map((each) => sheet(each.score, each.registers, each.model)).join("\n\n");
    return other ? `${first}\n\n${answersOf(other)}\n${sheet(other.score, other.registers, other.model)}` : first;
  },
};

/** Another model of ours, on the same texts. */
const measuredWith = async (golds: readonly GoldWithNames[], file: string): Promise<MeasuredPath> => {
  const read = modelIn(file);
  if (read.card.taxonomyVersion !== wordsVocabulary.taxonomyVersion)
    throw new CommandRefused(`Le modèle ${file} parle d’une autre taxonomie (${read.card.taxonomyVersion}) : il ne se compare pas.`);
  if (read.card.traits !== undefined && strangenessOf(read))
    throw new CommandRefused(`Le modèle ${file} a appris avec d’autres traits : il ne lit plus rien ici.`);
  return (await measurePaths(golds, wordsWith(read), undefined)).house;
};

const modelIn = (file: string) => {
  try {
    return readModelAt(file);
  } catch {
    throw new CommandRefused(`Le fichier ${file} n’est pas un modèle que nous savons lire.`);
  }
};

/** The model that the administrator plugged in, as the server would ask it. */
const plugInOf = (environment: Record<string, string | undefined>): LanguageModel => {
  const read = readSettings(environment, ".");
  if (read.kind === "wrong") throw new CommandRefused(read.sentences.join(" "));
  if (!read.settings.plugIn) throw new CommandRefused("--plug-in demande un modèle : donnez TU_WORDS_URL et TU_WORDS_MODEL.");
  return makeLanguageModel(read.settings.plugIn);
};

const rounded = (value: number): string => value.toFixed(3);
const withBounds = ({ value, low, high }: Figure): string => `${rounded(value)} IC95 ${rounded(low)}-${rounded(high)}`;

const names = { themes: "themes", needs: "besoins", emotions: "emotions", fragilities: "fragilites", motives: "motifs" } as const;

/** One page to read in a terminal. */
export const sheet = (score: Score, registers: Readonly<Partial<Record<string, Score>>>, model: string): string => {
  const { fields, urgency, masking } = score;
  const lines = (Object.keys(names) as (keyof typeof names)[]).map((field) => {
    const { microF1, precision, recall, macroF1 } = fields[field];
    return `${names[field].padEnd(11)} micro ${withBounds(microF1)}  P ${rounded(precision)} R ${rounded(recall)}  macro ${rounded(macroF1)}`;
  });
  return [
    `n=${String(score.count)} modèle ${model}`,
    ...lines,
    "population  non devinée : elle vient de la liste des ayants droit",
    `urgence     exact ${withBounds(urgency.exact)} kappa2 ${rounded(urgency.kappa)} | niveau 3 : rappel ${withBounds(urgency.recall3)} précision ${withBounds(urgency.precision3)} | >=2 : R ${rounded(urgency.recall2)} P ${rounded(urgency.precision2)}`,
    `  confusion (lignes=humain 0..3) ${JSON.stringify(urgency.confusion)} dangers manqués : ${urgency.missed.join(" ") || "aucun"}`,
    `entites     masquées ${withBounds(masking.entities)} caractères ${rounded(masking.characters)} | textes sans fuite ${withBounds(masking.textsWithoutLeak)} | masqué pour rien ${withBounds(masking.overmasked)}`,
    `  ${Object.entries(masking.perType)
      .map(([type, { masked, count }]) => `${type} ${String(masked)}/${String(count)}`)
      .join("  ")}`,
    ...Object.entries(registers).flatMap(([register, own]) =>
      own
        ? [
            `  ${register.padEnd(16)} n=${String(own.count)} themes ${rounded(own.fields.themes.microF1.value)} besoins ${rounded(own.fields.needs.microF1.value)} emotions ${rounded(own.fields.emotions.microF1.value)} fragilites ${rounded(own.fields.fragilities.microF1.value)} urgence kappa2 ${rounded(own.urgency.kappa)}`,
          ]
        : [],
    ),
  ].join("\n");
};
