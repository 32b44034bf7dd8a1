import { z } from "zod";
import { SuggestionsContract } from "./suggestion.contract.ts";

/** Propositions d'un modèle branché : the same shape as the house's, and by whom they were made. */
export const PlugInSuggestionsContract = SuggestionsContract.extend({
  /** The model outside, or the house: because none is set, or because it gave nothing. */
  path: z.enum(["plug-in", "house", "fallback"]),
  because: z.enum(["slow", "down", "broken", "refused"]).optional(),
});
export type PlugInSuggestionsShown = z.infer<typeof PlugInSuggestionsContract>;
