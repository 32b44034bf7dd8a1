import { dayOf, type Day } from "#engines/calendar";
import { freshnessOf } from "../record/freshness.ts";
import { readFacts } from "./card-bytes.ts";
import { openingAt } from "./opening.ts";

/** Part du moment : what a card says only now, as the JSON that goes before the card and after it. */
export interface OfTheMinute {
  /** `,"opening":{…}`, or nothing. */
  readonly before: string;
  /** The alert that holds, and the freshness. */
  readonly after: string;
}

interface Minute {
  readonly number: number;
  readonly day: Day;
  /** By the facts of a card: one page after another asks for the same ones. */
  readonly known: Map<string, OfTheMinute>;
}

const knownAtMost = 20_000;
let latest: Minute | undefined;

/** Days end and doors close on a whole minute: what was worked out in this one stays true until the next. */
const minuteAt = (now: Date): Minute => {
  const number = Math.floor(now.getTime() / 60_000);
  if (latest?.number !== number) latest = { number, day: dayOf(now), known: new Map() };
  return latest;
};

/** The day that it is in Paris: reading it from the calendar costs more than finding a service. */
export const dayAt = (now: Date): Day => minuteAt(now).day;

/** @param facts as `unpackCard` gives them */
export const ofTheMinute = (facts: string, now: Date): OfTheMinute => {
  const { day, known } = minuteAt(now);
  const found = known.get(facts);
  if (found) return found;
  if (known.size >= knownAtMost) known.clear();
  const made = madeAt(facts, now, day);
  known.set(facts, made);
  return made;
};

const madeAt = (facts: string, now: Date, today: Day): OfTheMinute => {
  const { lookedAtOn, openingHours, alert } = readFacts(facts);
  const opening = openingHours === undefined ? undefined : openingAt(openingHours, now);
  const holds = alert !== undefined && (alert.until === undefined || alert.until >= today);
  return {
    before: opening ? `,"opening":${JSON.stringify(opening)}` : "",
    after: `${holds ? `,"alert":${JSON.stringify(alert)}` : ""},"freshness":${JSON.stringify(freshnessOf(lookedAtOn, today))}`,
  };
};
