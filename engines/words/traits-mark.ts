import { featuresOf } from "./features.ts";
import type { Lexicon } from "./lexicon.ts";
import { readTokens } from "./token.ts";

/** A little of all that is looked at: plain words, SMS, notes, numbers, expressions of the lexicon. */
const samples = [
  "Elle a trois mois de loyer de retard, le bailleur a envoyé un commandement de payer.",
  "jpeu plu payer ledf, ils vont couper le 12",
  "App. Mme B., CDD term., aidante de sa mère, épuisée, rdv CAF à prévoir.",
  "Il a dit qu’il allait se tuer ce soir, son frère est avec lui.",
  "Je voudrais savoir quels papiers envoyer pour ma retraite, 42 ans de travail.",
];

/**
 * Marque des traits : the same for two engines that look at a text in the same way. A model is kept for months; one that was learned with
 * other traits reads nothing that it knows, and a danger would be missed without a word.
 */
export const traitsMark = (lexicon: Lexicon): string => {
  let hash = 0x811c9dc5;
  for (const sample of samples) {
    const { places, weights } = featuresOf(readTokens(sample), lexicon);
    for (let at = 0; at < places.length; at++)
      hash = Math.imul(Math.imul(hash, 0x01000193) ^ (places[at] as number), 0x85ebca6b) ^ Math.round((weights[at] as number) * 10_000);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
};
