import type { Entity } from "./mask.ts";
import type { Register, UrgencyLevel } from "./vocabulary.ts";

/** Texte étiqueté : a text that a human read, and what she found in it. Keys of the wire are French: see `words/dev.jsonl` and `tu words evaluate`. */
export interface LabelledText {
  readonly id: string;
  readonly register: Register;
  readonly text: string;
  readonly needs: readonly string[];
  readonly emotions: readonly string[];
  readonly urgency: UrgencyLevel;
  readonly motives: readonly string[];
  readonly fragilities: readonly string[];
  readonly entities: readonly Entity[];
}
