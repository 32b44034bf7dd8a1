import { personIds } from "./adult-of.ts";
import { choicesIn, hasPartner, numberIn, textIn, type Adult, type Facts } from "./fact.ts";
import { eurosOrNull } from "./gathering.ts";
import { receivedEachMonth, receivedOtherwise } from "./received-questions.ts";

/** Benefits paid to one person rather than to the family. */
const personal: readonly string[] = ["aah", "mva", "ass", "asi"];
const borderNames: Readonly<Record<string, string>> = { mva: "caah" };

/** Prestations perçues, as the engine reads them; null when it was not told. */
export const receivedOf = (facts: Facts): Record<string, unknown> | null => {
  const told = choicesIn(facts, "received");
  if (told === undefined) return null;
  const each = receivedEachMonth
    .filter((right) => told.includes(right))
    .map((right) => {
      const amount = eurosOrNull(numberIn(facts, `received.${right}`));
      return [borderNames[right] ?? right, personal.includes(right) ? { [whoReceives(facts)]: amount } : amount];
    });
  // A yearly sum that came is known to have come, never how much it was.
  const yearly = receivedOtherwise.filter((right) => right !== "css" && told.includes(right)).map((right) => [right, null]);
  return Object.fromEntries([...each, ...yearly]) as Record<string, unknown>;
};

/** The one whose situation opens such a right: the partner only when nothing points to the person who asks. */
const whoReceives = (facts: Facts): string => {
  const isDisabled = (who: Adult): boolean => ["half", "high", "some"].includes(textIn(facts, `${who}.disability`) ?? "");
  return hasPartner(facts) === true && isDisabled("partner") && !isDisabled("me") ? personIds.partner : personIds.me;
};

/** Rights that are already received, whatever their amount; undefined when it was not told. */
export const rightsReceived = (facts: Facts): ReadonlySet<string> | undefined => {
  const told = choicesIn(facts, "received");
  return told && new Set(told.filter((right) => right !== "none"));
};

/** Revenu fiscal de référence of each tax household. */
export const taxIncomesOf = (facts: Facts): Record<string, number | null> | null => {
  const mine = eurosOrNull(numberIn(facts, "rfr"));
  if (textIn(facts, "union") === undefined) return null;
  return textIn(facts, "union") === "cohabiting" ? { a: mine, b: eurosOrNull(numberIn(facts, "partner.rfr")) } : { a: mine };
};
