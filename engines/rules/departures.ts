import type { Calculation } from "./calculation.ts";
import * as causes from "./departure-causes.ts";
import type { Departure, DepartureId } from "./departure.ts";
import { departureWords } from "./departures.words.ts";
import { rightIds, type RightId } from "./right.ts";
import type { Sixteen } from "./sixteen.ts";

export type { Departure } from "./departure.ts";

const { never } = causes;

/** For which rights, and what would make it change an answer. */
const entries: Readonly<Record<DepartureId, readonly [rights: readonly RightId[], couldChange: causes.Cause]>> = {
  "age-in-days": [rightIds.filter((right) => right !== "cheque_energie"), never],
  "af-same-age": [["af"], causes.twoAreEldest],
  "asf-other-parent": [["asf"], causes.isLoneParent],
  "aah-work": [["aah"], causes.workChanges],
  "aah-retirement-age": [["aah"], causes.isNearRetirement],
  "aah-couple-before-2023": [["aah"], causes.hadAahInCouple],
  "aah-hospital": [["aah"], never],
  "aah-of-child": [["aah"], causes.childHasAah],
  "aspa-early": [["aspa", "asi"], causes.couldHaveAspaEarly],
  "asi-mixed-couple": [["asi", "aspa"], causes.isMixedCouple],
  "ass-with-work": [["ass"], causes.worksWithAss],
  "ass-of-partner": [["ass"], causes.partnerHasAss],
  "quarter-moved": [["rsa", "prime_activite"], causes.quarterMatters],
  "quarter-frozen": [["rsa", "prime_activite"], never],
  "prime-savings": [["prime_activite"], causes.hasSavings],
  "child-of-the-month": [["rsa"], causes.isBornThisMonth],
  "child-of-the-quarter": [["prime_activite"], causes.isBornInQuarter],
  "paje-twins": [["paje_base"], causes.hasTwins],
  "paje-birth-grant": [["paje_base"], never],
  "aeeh-decision": [["aeeh"], causes.needsDecision],
  "housing-two-wages": [["aide_logement"], causes.haveTwoYearlyWages],
  "housing-rounding": [["aide_logement"], never],
  "housing-relative": [["aide_logement"], never],
  "css-months": [["css"], causes.coverMoves],
  "css-decree-2025": [["css"], causes.couldHaveBetterCover],
  "css-with-parents": [["css"], causes.mayLiveWithParents],
  "energy-2025": [["cheque_energie"], causes.hasNewCheque],
};

const all: readonly Departure[] = (Object.keys(entries) as DepartureId[]).map((id) => ({
  id,
  rights: entries[id][0],
  ...departureWords[id],
}));

const byRight = Object.fromEntries(
  rightIds.map((right) => [right, all.filter(({ rights }) => rights.includes(right))]),
) as unknown as Readonly<Record<RightId, readonly Departure[]>>;

/** Écarts connus d'un droit : all of them, whether they touch a household or not. */
export const departuresOf = (right: RightId): readonly Departure[] => byRight[right];

/** Écarts qui touchent ce foyer : those that could change the answer of this right here. */
export const departuresThatCouldChange = (right: RightId, c: Calculation, found: Sixteen): readonly Departure[] =>
  byRight[right].filter(({ id }) => entries[id][1](c, found, right));
