import { dayOf, type Day } from "#engines/calendar";
import { freshnessOf } from "../record/freshness.ts";
import { packCard, unpackCard } from "./card-bytes.ts";
import { openingAt } from "./opening.ts";
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

const encoder = new TextEncoder();

/**
 * The answer as it is sent (SearchContract). The cards are already JSON: they are put one after the other, and only what is of the day is
 * written.
 */
export const searchBytes = (found: FoundCards, now: Date): Buffer => {
  const today = dayOf(now);
  const { cards, ...answer } = found;
  const parts: Uint8Array[] = [encoder.encode('{"services":[')];
  cards.forEach(({ packed, distanceMeters, reasons }, rank) => {
    const { json, lookedAtOn, openingHours, alert } = unpackCard(packed);
    const opening = openingHours === undefined ? undefined : openingAt(openingHours, now);
    const before = {
      ...(distanceMeters === undefined ? {} : { distanceMeters: Math.round(distanceMeters) }),
      reasons,
      ...(opening ? { opening } : {}),
    };
    const holds = alert !== undefined && (alert.until === undefined || alert.until >= today);
    parts.push(
      encoder.encode(`${rank === 0 ? "" : ","}${JSON.stringify(before).slice(0, -1)},"service":`),
      json,
      encoder.encode(`${holds ? `,"alert":${JSON.stringify(alert)}` : ""},"freshness":${freshnessJson(lookedAtOn, today)}}}`),
    );
  });
  parts.push(encoder.encode(`],${JSON.stringify(answer).slice(1)}`));
  return Buffer.concat(parts);
};

/** The same answer, for a page made here. */
export const searchShown = (found: FoundCards, now: Date): SearchShown => JSON.parse(searchBytes(found, now).toString()) as SearchShown;

const freshnessJson = (lookedAt: Day, today: Day): string => JSON.stringify(freshnessOf(lookedAt, today));
