import { scoreByRegister, scoreOf, type Analysis, type Figure, type Pair, type Prediction, type Score } from "#engines/words";
import { words } from "#situation/server";
import { CommandRefused, type Command } from "./command.ts";
import { readGold } from "./words-gold.ts";

/** Measures the reading against a careful human. */
export const wordsEvaluate: Command = {
  name: "words evaluate",
  summary: "Mesure la lecture sur des textes étiquetés, avec des intervalles à 95 %.",
  arguments: "FICHIER",
  options: [{ name: "json", help: "toutes les mesures, par étiquette et par registre, en JSON" }],
  examples: ["words evaluate textes-etiquetes.jsonl"],
  run: async (run) => {
    const [file] = run.arguments;
    if (file === undefined) throw new CommandRefused("Donnez un fichier de textes étiquetés (JSON par ligne).");
    const golds = await readGold(run.pathOf(file));
    const { analyse, versions } = words();
    const pairs: Pair[] = golds.map((gold) => ({ gold, said: saidBy(analyse(gold.text, { names: gold.names })) }));
    const score = scoreOf(pairs);
    const registers = scoreByRegister(pairs);
    return run.options["json"] === undefined ? sheet(score, registers, versions.model) : { versions, score, registers };
  },
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
