import type { FindAsked, FindHit, FindReason } from "./asked.ts";
import type { Prepared } from "./collect.ts";
import { anyAge, isApproximate, isRemote, isWalkIn } from "./rows.ts";
import { zoneSays } from "./sieve.ts";
import type { Store } from "./store.ts";

/** Fiche trouvée, with its reasons: worked out for the page only. */
export const hitOf = (store: Store, asked: FindAsked, prepared: Prepared, radiusMeters: number, row: number): FindHit => {
  const meters = prepared.exactMeters(row);
  const distanceMeters = meters <= radiusMeters ? meters : undefined;
  return {
    id: store.rows.ids[row] as string,
    body: store.bodies.get(row),
    ...(distanceMeters !== undefined && { distanceMeters }),
    reasons: reasonsOf(store, asked, prepared, row, distanceMeters),
  };
};

const reasonsOf = (store: Store, asked: FindAsked, prepared: Prepared, row: number, meters: number | undefined): FindReason[] => {
  const { rows, shared } = store;
  const has = (flag: number): boolean => rows.has(row, flag);
  const met = shared.themes.list(rows.themesOf(row)).filter((theme) => prepared.themes.includes(theme));
  const reasons: FindReason[] = [];
  if (met.length > 0 && asked.need !== undefined) reasons.push({ kind: "need", need: asked.need });
  else for (const theme of new Set(met)) reasons.push({ kind: "theme", theme });
  if (prepared.matches) reasons.push({ kind: "words", isExact: prepared.matches.worst[row] === 0 });
  if (meters !== undefined) reasons.push({ kind: "distance", meters: Math.round(meters), isApproximate: has(isApproximate) });
  if (has(isRemote)) reasons.push({ kind: "remote" });
  if (prepared.zones?.[rows.zonesOf(row)] === zoneSays.named) reasons.push({ kind: "zone" });
  const named = (asked: readonly string[] | undefined, list: readonly string[]): readonly string[] =>
    (asked ?? []).filter((code) => list.includes(code));
  for (const each of named(asked.publics, shared.publics.list(rows.publicsOf(row)))) reasons.push({ kind: "public", public: each });
  for (const language of named(asked.languages, shared.languages.list(rows.languages[row] as number)))
    reasons.push({ kind: "language", language });
  return [
    ...reasons,
    ...ageReason(store, asked, row),
    ...costReason(asked),
    ...walkInReason(asked, has(isWalkIn)),
    ...openReason(store, asked, row),
  ];
};

const ageReason = ({ rows }: Store, { age }: FindAsked, row: number): FindReason[] => {
  const { from, to } = rows.agesOf(row);
  if (age === undefined || (from === anyAge && to === anyAge)) return [];
  return [{ kind: "age", ...(from !== anyAge && { from }), ...(to !== anyAge && { to }) }];
};

const costReason = ({ cost }: FindAsked): FindReason[] => (cost === undefined ? [] : [{ kind: "cost", cost }]);

const walkInReason = ({ walkIn }: FindAsked, isOffered: boolean): FindReason[] =>
  walkIn === true && isOffered ? [{ kind: "walk-in" }] : [];

const openReason = ({ rows, shared }: Store, { openAt }: FindAsked, row: number): FindReason[] => {
  const opening = openAt && shared.hours.at(rows.hours[row] as number, openAt);
  return opening?.kind === "open" ? [{ kind: "open", untilMinuteOfWeek: opening.untilMinuteOfWeek }] : [];
};
