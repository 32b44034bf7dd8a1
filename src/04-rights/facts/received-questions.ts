import type { FieldPath } from "#engines/rules";
import { choicesIn } from "./fact.ts";
import { fixed } from "./asked-of.ts";
import type { Question } from "./question.ts";

/** Benefits that one may already receive each month, in the order in which people name them. */
export const receivedEachMonth = [
  "aide_logement",
  "rsa",
  "prime_activite",
  "af",
  "asf",
  "cf",
  "paje_base",
  "aah",
  "mva",
  "aeeh",
  "ass",
  "asi",
  "aspa",
] as const;

/** Those of which it is enough to know that they came: a yearly sum, or a cover that is no money. */
export const receivedOtherwise = ["css", "ars", "cheque_energie"] as const;

/** Those of families only. */
export const familyOnly: readonly string[] = ["af", "asf", "cf", "paje_base", "aeeh"];

const receivedFields: Readonly<Record<(typeof receivedEachMonth)[number], FieldPath>> = {
  aide_logement: "prestations_percues.aide_logement",
  rsa: "prestations_percues.rsa",
  prime_activite: "prestations_percues.prime_activite",
  af: "prestations_percues.af",
  asf: "prestations_percues.asf",
  cf: "prestations_percues.cf",
  paje_base: "prestations_percues.paje_base",
  aah: "prestations_percues.aah",
  mva: "prestations_percues.caah",
  aeeh: "prestations_percues.aeeh",
  ass: "prestations_percues.ass",
  asi: "prestations_percues.asi",
  aspa: "prestations_percues.aspa",
};

/** How much comes each month of what she said she receives. */
export const receivedQuestions: readonly Question[] = receivedEachMonth.map((right): Question => ({
  id: `received.${right}`,
  kind: "amount",
  topic: "received",
  words: `received.${right}`,
  isAsked: (facts) => (choicesIn(facts, "received") ?? []).includes(right),
  fields: fixed(receivedFields[right]),
  isForCitizens: true,
}));
