import { packCard, unpackCard } from "./card-bytes.ts";
import { ofTheMinute } from "./of-the-minute.ts";
import type { Reason } from "../record/reason.ts";
import type { SearchAnswer } from "./search.ts";
import type { SearchShown } from "./search.contract.ts";

/** Fiche trouvée, as it waits in memory. */
export interface FoundCard {
  readonly packed: Uint8Array;
  readonly distanceMeters: number | undefined;
  readonly reasons: readonly Reason[];
}

/** Réponse en fiches : what an index gives, and the database too. */
export interface FoundCards extends Omit<SearchAnswer, "services"> {
  readonly cards: readonly FoundCard[];
}

export const nothingFound: FoundCards = {
  cards: [],
  total: 0,
  next: undefined,
  radiusMeters: undefined,
  widenedFromMeters: undefined,
  noCategory: false,
  unknownHours: undefined,
};

export const cardsFrom = ({ services, ...answer }: SearchAnswer): FoundCards => ({
  ...answer,
  cards: services.map(({ service, distanceMeters, reasons }) => ({ packed: packCard(service), distanceMeters, reasons })),
});

/**
 * The answer as it is sent (SearchContract). The cards are already JSON: they are copied one after the other into the only bytes that are
 * made, and only what is of the day is written.
 */
export const searchBytes = (found: FoundCards, now: Date): Buffer => {
  const { cards, ...answer } = found;
  const parts: Uint8Array[] = [];
  // What goes before the card at the same place, so what ends the one before it too; the last ends the answer.
  const texts: string[] = [];
  let between = '{"services":[';
  let length = 0;
  const put = (text: string): void => {
    texts.push(text);
    length += Buffer.byteLength(text);
  };
  for (const { packed, distanceMeters, reasons } of cards) {
    const { facts, json } = unpackCard(packed);
    const { before, after } = ofTheMinute(facts, now);
    const distance = distanceMeters === undefined ? "" : `"distanceMeters":${Math.round(distanceMeters)},`;
    put(`${between}{${distance}"reasons":${JSON.stringify(reasons)}${before},"service":`);
    parts.push(json);
    length += json.length;
    between = `${after}}},`;
  }
  put(`${cards.length === 0 ? between : between.slice(0, -1)}],${JSON.stringify(answer).slice(1)}`);
  return joined(texts, parts, length);
};

const joined = (texts: readonly string[], parts: readonly Uint8Array[], length: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  texts.forEach((text, rank) => {
    at += bytes.write(text, at);
    const part = parts[rank];
    if (!part) return;
    bytes.set(part, at);
    at += part.length;
  });
  return bytes;
};

/** The same answer, for a page made here. */
export const searchShown = (found: FoundCards, now: Date): SearchShown => JSON.parse(searchBytes(found, now).toString()) as SearchShown;
