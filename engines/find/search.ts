import type { FindAnswer, FindAsked } from "./asked.ts";
import { Harvest, prepare, type Prepared } from "./collect.ts";
import { readCursor, writeCursor, type Cursor } from "./cursor.ts";
import { drawOf } from "./fairness.ts";
import { FirstPlaces } from "./first-places.ts";
import { dayNumberOf, stalenessOf } from "./freshness.ts";
import { hitOf } from "./hit.ts";
import { kthSmallest } from "./kth-smallest.ts";
import { doubtMeters } from "./quick-distance.ts";
import { bandOf, bandWithoutDistance, closenessOf, fitOf, isBandDoubtful, rankOf } from "./rank.ts";
import { slot, stride } from "./rows.ts";
import type { Store } from "./store.ts";
import { WordScratch } from "./word-matches.ts";

/** How far a search goes on when nothing stands within the radius asked for. */
export const radiiMeters = [15_000, 30_000, 60_000] as const;

/** Recherche : what answers, counted exactly, and one page of it in order. */
export const makeSearch = (store: Store): ((asked: FindAsked) => FindAnswer) => {
  const harvest = new Harvest();
  const scratch = new WordScratch();
  return (asked) => {
    const order = asked.order ?? "best";
    const after = asked.after === undefined ? undefined : readCursor(asked.after, order);
    const prepared = prepare(store, asked, scratch, harvest);
    const askedMeters = asked.radiusMeters ?? radiiMeters[0];
    const radiusMeters = widen(asked, after, askedMeters, prepared, harvest);
    const day = after?.day ?? asked.day;
    const limit = Math.max(1, asked.limit ?? 20);
    const places =
      order === "best" || !asked.near
        ? bestPlaces(store, prepared, harvest, { asked, after, day, places: limit + 1 })
        : nearestPlaces(store, prepared, harvest, { after, places: limit + 1 });
    const shown = Math.min(places.count, limit);
    const last = shown - 1;
    return {
      hits: Array.from({ length: shown }, (_, at) => hitOf(store, asked, prepared, radiusMeters, places.rows[at] as number)),
      total: harvest.count,
      ...(places.count > limit && {
        next: writeCursor({
          order,
          day,
          radiusMeters: asked.near ? radiusMeters : 0,
          rank: places.ranks[last] as number,
          id: store.rows.ids[places.rows[last] as number] as string,
        }),
      }),
      ...(asked.near && { radiusMeters }),
      ...(asked.near && radiusMeters > askedMeters && { widenedFromMeters: askedMeters }),
      ...(asked.openAt && { unknownHours: harvest.unknownHours }),
    };
  };
};

/** Goes further and further until something stands there; pages that follow stay at the radius of the first. */
const widen = (asked: FindAsked, after: Cursor | undefined, askedMeters: number, prepared: Prepared, harvest: Harvest): number => {
  const radii =
    after && after.radiusMeters >= askedMeters
      ? [after.radiusMeters]
      : [askedMeters, ...(asked.mayWiden === false ? [] : radiiMeters.filter((radius) => radius > askedMeters))];
  let reached = askedMeters;
  for (const radius of radii) {
    reached = radius;
    prepared.collect(radius);
    if (!asked.near || harvest.standsSomewhere) break;
  }
  return reached;
};

interface BestAsked {
  readonly asked: FindAsked;
  readonly after: Cursor | undefined;
  readonly day: Cursor["day"];
  readonly places: number;
}

const bestPlaces = (store: Store, prepared: Prepared, harvest: Harvest, { asked, after, day, places }: BestAsked): FirstPlaces => {
  const { rows } = store;
  const { matches, themesMet, themes, words } = prepared;
  const today = dayNumberOf(day);
  const first = new FirstPlaces(places, rows.ids);
  for (let at = 0; at < harvest.count; at++) {
    const row = harvest.rows[at] as number;
    const worst = matches?.worst[row];
    const rank = rankOf(
      fitOf(themes.length, themesMet?.[rows.themesOf(row)] ?? 0, worst),
      asked.near ? bandAt(prepared, row, harvest.meters[at] as number) : 0,
      worst === undefined ? 0 : closenessOf(worst, words.length, rows.nameWordsOf(row)),
      stalenessOf(rows.near[row * stride + slot.updated] as number, today),
      drawOf(rows.near[row * stride + slot.seed] as number, today),
    );
    if (!after || isAfter(rank, rows.ids[row] as string, after)) first.offer(rank, row);
  }
  return first;
};

const isAfter = (rank: number, id: string, after: Cursor): boolean => rank > after.rank || (rank === after.rank && id > after.id);

const bandAt = (prepared: Prepared, row: number, meters: number): number => {
  if (meters === Infinity) return bandWithoutDistance;
  const band = bandOf(meters);
  return isBandDoubtful(meters, band) ? bandOf(prepared.exactMeters(row)) : band;
};

/** By exact distance, asked only for those whose quick one says that they may be on the page. */
const nearestPlaces = (
  store: Store,
  prepared: Prepared,
  harvest: Harvest,
  { after, places }: { readonly after: Cursor | undefined; readonly places: number },
): FirstPlaces => {
  const from = after === undefined ? -Infinity : after.rank - (after.rank === Infinity ? 0 : 2 * doubtMeters(after.rank));
  const upTo = furthestQuick(harvest, from, after?.rank, places);
  const first = new FirstPlaces(places, store.rows.ids);
  for (let at = 0; at < harvest.count; at++) {
    const quick = harvest.meters[at] as number;
    if (quick < from || quick > upTo) continue;
    const row = harvest.rows[at] as number;
    const rank = quick === Infinity ? Infinity : prepared.exactMeters(row);
    if (!after || isAfter(rank, store.rows.ids[row] as string, after)) first.offer(rank, row);
  }
  return first;
};

/** Beyond that quick distance nobody is on the page: as many rows as places stand surely after the cursor and before it. */
const furthestQuick = (harvest: Harvest, from: number, after: number | undefined, places: number): number => {
  const values = new Float64Array(harvest.count);
  let count = 0;
  let doubtful = 0;
  for (let at = 0; at < harvest.count; at++) {
    const quick = harvest.meters[at] as number;
    if (quick < from) continue;
    values[count++] = quick;
    if (after !== undefined && quick <= after + 2 * doubtMeters(after)) doubtful++;
  }
  const needed = places + doubtful;
  if (count <= needed) return Infinity;
  const last = kthSmallest(values, count, needed - 1);
  return last === Infinity ? Infinity : last + 2 * doubtMeters(last + 1);
};
