import { sql } from "kysely";
import { boxAround, distanceMeters, type Point } from "#engines/places";
import { gazetteer } from "../record/gazetteer.source.ts";
import type { Reason } from "../record/reason.ts";
import {
  byRank,
  cursorOf,
  fitOf,
  isExact,
  radiiFrom,
  radiiMeters,
  readCursor,
  type FoundService,
  type Rank,
  type SearchAnswer,
  type SearchAsked,
} from "./search.ts";
import { minuteAsked, weekOpen } from "./opening.ts";
import { findServices, type DirectoryReader } from "../record/service.store.ts";
import { zoneAnswer, zoneCodesOf } from "../record/zone.ts";

/**
 * Recherche de services : the best fit first, then the nearest, then the freshest. Asked of the database: for one work, for a process whose
 * index is not ready yet, and to check the index against. Words are compared by their resemblance here, by their errors in the index.
 */
export const searchServices = async (work: DirectoryReader, asked: SearchAsked): Promise<SearchAnswer> => {
  const noCategory = asked.themes?.length === 0;
  const words = wordsOf(asked.words);
  // Without a category and without a word, every service near would answer: better to say that we cannot search.
  if (noCategory && words.length === 0) return { ...nothing, noCategory };
  if (!asked.near) {
    const met = (await candidates(work, asked, words, undefined)).map((row): Met => ({ row, hit: hitOf(asked, row, undefined) }));
    return { ...nothing, ...(await pageOf(work, asked, openOf(asked, met))), noCategory };
  }
  const { found, radiusMeters } = await around(work, asked, words, asked.near);
  const askedMeters = asked.radiusMeters ?? radiiMeters[0];
  return {
    ...(await pageOf(work, asked, found)),
    radiusMeters,
    widenedFromMeters: radiusMeters === askedMeters ? undefined : askedMeters,
    noCategory,
  };
};

const nothing: SearchAnswer = {
  services: [],
  total: 0,
  next: undefined,
  radiusMeters: undefined,
  widenedFromMeters: undefined,
  noCategory: false,
  unknownHours: undefined,
};

/** Words of fewer than three letters (« de », « la ») would resemble everything. */
const wordsOf = (words: string | undefined): string[] =>
  (words ?? "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
    .slice(0, 12);

interface Candidate {
  readonly id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly point_from: string | null;
  readonly is_remote: boolean;
  readonly zone: string[] | null;
  readonly updated_on: string;
  readonly themes_met: string[];
  readonly likeness: number | null;
  readonly publics: string[];
  readonly languages: string[];
  readonly age_from: number | null;
  readonly age_to: number | null;
  readonly opening_hours: string | null;
}

/** A row that answers, before its hours are looked at. */
interface Met {
  readonly row: Candidate;
  readonly hit: Hit;
}

/** Below this likeness a word is another word. Chosen so that « solidere » finds « solidaire ». */
const leastLikeness = 0.45;

/** What may answer, as little of each as deciding needs. The box lets through a little more than the circle; remote services have no place. */
const candidates = (
  work: DirectoryReader,
  asked: SearchAsked,
  words: readonly string[],
  circle: { readonly center: Point; readonly radiusMeters: number } | undefined,
): Promise<Candidate[]> => {
  const box = circle && boxAround(circle.center, circle.radiusMeters);
  const [themes, publics, languages] = [asked.themes, asked.publics, asked.languages].map((codes) =>
    codes && codes.length > 0 ? [...codes] : null,
  );
  return work.rows(sql<Candidate>`
    select s.id, s.latitude, s.longitude, s.point_from, 'a-distance' = any(s.access_modes) as is_remote, s.zone,
      greatest(s.updated_on, s.checked_on) as updated_on, s.publics, s.languages, s.age_from, s.age_to,
      coalesce(s.opening_hours, t.opening_hours) as opening_hours,
      array(select theme from unnest(s.themes) as theme where theme = any(${themes}::text[])) as themes_met,
      (select min(word_similarity(ground_plain(word), s.search_words)) from unnest(${[...words]}::text[]) as word) as likeness
    from directory_service s
    join directory_structure t on t.id = s.structure_id
    where s.gone_at is null
      and s.folded_into is null
      and (${themes}::text[] is null or s.themes && ${themes}::text[])
      and (${asked.cost ?? null}::text is null or s.cost = ${asked.cost ?? null})
      and (${asked.accessMode ?? null}::text is null or ${asked.accessMode ?? null} = any(s.access_modes))
      and (${publics}::text[] is null or s.publics = '{}' or 'tous-publics' = any(s.publics) or s.publics && ${publics}::text[])
      and (${languages}::text[] is null or s.languages && ${languages}::text[])
      and (${asked.age ?? null}::int is null or ${asked.age ?? null} between coalesce(s.age_from, 0) and coalesce(s.age_to, 200))
      and (${asked.walkIn !== true} or 'se-presenter' = any(s.mobilisation_modes))
      and (${asked.nature ?? null}::text is null or s.nature = ${asked.nature ?? null})
      and not exists (select 1 from unnest(${[...words]}::text[]) as word where word_similarity(ground_plain(word), s.search_words) < ${leastLikeness})
      and (${box === undefined}
        or s.latitude is null
        or 'a-distance' = any(s.access_modes)
        or (s.latitude between ${box?.south ?? 0} and ${box?.north ?? 0} and s.longitude between ${box?.west ?? 0} and ${box?.east ?? 0}))`);
};

interface Hit extends Rank {
  readonly distance: number | undefined;
  readonly reasons: readonly Reason[];
}

/** Goes further and further until something stands there; what is done by telephone is given in any case. */
const around = async (
  work: DirectoryReader,
  asked: SearchAsked,
  words: readonly string[],
  near: Point,
): Promise<{ found: Open; radiusMeters: number }> => {
  const codes = codesAt(asked, near);
  const radii = asked.mayWiden === false ? [asked.radiusMeters ?? radiiMeters[0]] : radiiFrom(asked.radiusMeters ?? radiiMeters[0]);
  let found: Open = { hits: [] };
  let radiusMeters = radii[0] ?? radiiMeters[0];
  for (radiusMeters of radii) {
    const rows = await candidates(work, asked, words, { center: near, radiusMeters });
    const met = rows.flatMap((row) => {
      const hit = reached(asked, row, near, radiusMeters, codes);
      return hit ? [{ row, hit }] : [];
    });
    found = openOf(asked, met);
    if (found.hits.some(({ distance }) => distance !== undefined)) break;
  }
  return { found, radiusMeters };
};

const codesAt = (asked: SearchAsked, near: Point): ReadonlySet<string> => {
  const commune =
    (asked.communeCode === undefined ? undefined : gazetteer().byCode(asked.communeCode)) ?? gazetteer().nearest(near)?.commune;
  return commune ? zoneCodesOf(commune) : new Set();
};

/** Whether a person there may have it: on the spot within the radius, or at a distance, and never when its zone is elsewhere. */
const reached = (asked: SearchAsked, row: Candidate, near: Point, radiusMeters: number, codes: ReadonlySet<string>): Hit | undefined => {
  const zone = zoneAnswer(row.zone ?? undefined, codes);
  if (zone === "elsewhere") return undefined;
  const meters =
    row.latitude === null || row.longitude === null
      ? undefined
      : distanceMeters(near, { latitude: row.latitude, longitude: row.longitude });
  const isNear = meters !== undefined && meters <= radiusMeters;
  const mayComeAnyway = row.is_remote || (meters === undefined && zone === "named");
  return isNear || mayComeAnyway
    ? hitOf(asked, row, { meters: isNear ? meters : undefined, radiusMeters, isNamed: zone === "named" })
    : undefined;
};

interface Open {
  readonly hits: readonly Hit[];
  readonly unknownHours?: number;
}

/** Those that are open at the instant asked for, and how many do not say when they are. */
const openOf = (asked: SearchAsked, met: readonly Met[]): Open => {
  const { openAt } = asked;
  if (openAt === undefined) return { hits: met.map(({ hit }) => hit) };
  const minute = minuteAsked(openAt);
  const known = met.map(({ row, hit }) => ({ hit, is: weekOpen(row.opening_hours ?? undefined, minute) }));
  return {
    hits: known.filter(({ is }) => is === "open").map(({ hit }) => hit),
    unknownHours: known.filter(({ is }) => is === "unknown").length,
  };
};

/** What has no distance comes after what stands within the radius. */
const hitOf = (
  asked: SearchAsked,
  row: Candidate,
  place: { readonly meters: number | undefined; readonly radiusMeters: number; readonly isNamed: boolean } | undefined,
): Hit => ({
  id: row.id,
  fit:
    asked.order === "distance"
      ? 0
      : fitOf({ themesAsked: asked.themes?.length ?? 0, themesMet: row.themes_met.length, likeness: row.likeness ?? undefined }),
  meters: place === undefined ? 0 : Math.round(place.meters ?? place.radiusMeters),
  updatedOn: asked.order === "distance" ? "" : row.updated_on,
  distance: place?.meters,
  reasons: reasonsOf(asked, row, place),
});

const reasonsOf = (
  asked: SearchAsked,
  row: Candidate,
  place: { readonly meters: number | undefined; readonly isNamed: boolean } | undefined,
): Reason[] => [
  ...(row.themes_met.length === 0
    ? []
    : asked.need === undefined
      ? row.themes_met.map((theme): Reason => ({ kind: "theme", theme }))
      : [{ kind: "need", need: asked.need } as const]),
  ...(row.likeness === null ? [] : [{ kind: "words", isExact: isExact(row.likeness) } as const]),
  ...(place?.meters === undefined
    ? []
    : [{ kind: "distance", meters: Math.round(place.meters), isApproximate: row.point_from === "commune" } as const]),
  ...(row.is_remote ? [{ kind: "remote" } as const] : []),
  ...(place?.isNamed ? [{ kind: "zone" } as const] : []),
  ...askedReasons(asked, row),
];

/** What was asked for, and is met by what the service says. */
const askedReasons = (asked: SearchAsked, row: Candidate): Reason[] => [
  ...(asked.publics ?? []).filter((code) => row.publics.includes(code)).map((code): Reason => ({ kind: "public", public: code })),
  ...(asked.languages ?? []).filter((code) => row.languages.includes(code)).map((code): Reason => ({ kind: "language", language: code })),
  ...(asked.age !== undefined && (row.age_from !== null || row.age_to !== null)
    ? [
        {
          kind: "age",
          ...(row.age_from === null ? {} : { from: row.age_from }),
          ...(row.age_to === null ? {} : { to: row.age_to }),
        } as const,
      ]
    : []),
  ...(asked.cost === undefined ? [] : [{ kind: "cost", cost: asked.cost } as const]),
  ...(asked.walkIn === true ? [{ kind: "walk-in" } as const] : []),
];

const pageOf = async (
  work: DirectoryReader,
  asked: SearchAsked,
  { hits, unknownHours }: Open,
): Promise<Pick<SearchAnswer, "services" | "total" | "next" | "unknownHours">> => {
  const sorted = hits.toSorted(byRank);
  const last = asked.after === undefined ? undefined : readCursor(asked.after);
  const rest = last === undefined ? sorted : sorted.filter((hit) => byRank(hit, last) > 0);
  const page = rest.slice(0, asked.limit ?? 20);
  const services = new Map(
    (
      await findServices(
        work,
        page.map(({ id }) => id),
      )
    ).map((service) => [String(service.id), service]),
  );
  const end = page.at(-1);
  return {
    services: page.flatMap((hit): FoundService[] => {
      const service = services.get(hit.id);
      return service ? [{ service, distanceMeters: hit.distance, reasons: hit.reasons }] : [];
    }),
    total: hits.length,
    next: rest.length > page.length && end ? cursorOf(end) : undefined,
    unknownHours,
  };
};
