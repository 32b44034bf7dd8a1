import { createHash } from "node:crypto";
import type { Figure, Score } from "#engines/words";
import type { WordsVersions } from "#situation/server";
import type { MeasuredPath, MeasuredPlugIn } from "./words-two-paths.ts";

/** What a card is made from: nothing of it depends on the day, so that the same measures give the same bytes. */
export interface CardGiven {
  readonly versions: WordsVersions;
  /** What the model of the house learned from. */
  readonly learned?: { readonly texts: number; readonly seed: number };
  readonly file: { readonly name: string; readonly content: string };
  readonly house: MeasuredPath;
  readonly plugIn?: MeasuredPlugIn;
}

const percent = (value: number): string => `${(value * 100).toFixed(1).replace(".", ",")} %`;
const withBounds = ({ value, low, high }: Figure): string => `${percent(value)} (${percent(low)} à ${percent(high)})`;

const measures: readonly (readonly [string, (score: Score) => string])[] = [
  ["thèmes, micro-F1", ({ fields }) => withBounds(fields.themes.microF1)],
  ["besoins, micro-F1", ({ fields }) => withBounds(fields.needs.microF1)],
  ["émotions, micro-F1", ({ fields }) => withBounds(fields.emotions.microF1)],
  ["fragilités, micro-F1", ({ fields }) => withBounds(fields.fragilities.microF1)],
  ["motifs d’urgence, micro-F1", ({ fields }) => withBounds(fields.motives.microF1)],
  ["urgence exacte", ({ urgency }) => withBounds(urgency.exact)],
  ["danger immédiat, rappel", ({ urgency }) => withBounds(urgency.recall3)],
  ["danger immédiat, précision", ({ urgency }) => withBounds(urgency.precision3)],
  ["entités masquées", ({ masking }) => withBounds(masking.entities)],
  ["textes sans fuite", ({ masking }) => withBounds(masking.textsWithoutLeak)],
];

/** Fiche de version : who was measured, on what, and both paths side by side. A path that was not measured says so. */
export const cardOf = ({ versions, learned, file, house, plugIn }: CardGiven): string => {
  const print = createHash("sha256").update(file.content).digest("hex").slice(0, 8);
  return [
    "# Fiche du modèle des mots",
    "",
    `- modèle de la maison : ${versions.model} ; taxonomie ${versions.taxonomy} ; masquage ${versions.masking}`,
    ...(learned ? [`- appris de : ${String(learned.texts)} textes écrits par nous, graine ${String(learned.seed)}`] : []),
    `- modèle branché : ${plugIn ? plugIn.model : "non mesuré"}`,
    `- mesuré sur : ${file.name}, ${String(house.score.count)} textes, empreinte ${print}`,
    "- entre parenthèses : intervalle à 95 %, par 400 tirages",
    "",
    "| mesure | maison | modèle branché |",
    "|---|---|---|",
    ...measures.map(([name, of]) => `| ${name} | ${of(house.score)} | ${plugIn ? of(plugIn.score) : "non mesuré"} |`),
    "",
    ...(plugIn ? [answersOf(plugIn), ""] : []),
    "Le masquage est celui de la maison sur les deux voies : le modèle branché ne reçoit que des textes déjà masqués. Le niveau d’urgence de la voie branchée est le plus haut des deux lectures.",
    "",
    `Dangers manqués par la maison : ${house.score.urgency.missed.join(", ") || "aucun"}.`,
    ...(plugIn ? [`Dangers manqués avec le modèle branché : ${plugIn.score.urgency.missed.join(", ") || "aucun"}.`] : []),
    "",
  ].join("\n");
};

/** What became of the questions: « 400 textes lus par le modèle branché… ». */
export const answersOf = ({ read, notAsked, failures }: MeasuredPlugIn): string => {
  const { slow, down, broken, refused } = failures;
  return `Modèle branché : ${String(read)} textes lus, ${String(notAsked)} non envoyés ; sans réponse utile : ${String(slow)} trop lents, ${String(down)} en panne, ${String(broken)} inexploitables, ${String(refused)} refusés. Ces textes comptent avec la lecture de la maison, comme au bureau.`;
};
