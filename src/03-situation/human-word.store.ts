import { sql } from "kysely";
import { ageOn } from "#person";
import { findPerson } from "#person/server";
import { dayOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import type { HumanWord } from "./gravity.ts";
import type { UrgencyLevel } from "./urgency.ts";

/** What humans noted around an exchange: the highest urgency ever flagged, its motives, the needs, what weakens, and whether she is a child. */
export const humanWordOn = async (work: Work, contactId: string, personId: string): Promise<HumanWord> => {
  const flagged = await work.one(sql<{ urgency: UrgencyLevel; motives: string[] }>`
    select coalesce(max(u.level), 0) as urgency, coalesce(array_agg(distinct motive) filter (where motive is not null), '{}') as motives
    from situation_contact c
    join situation_urgency u on u.commissioner_id = c.commissioner_id and u.situation_id = c.situation_id
    left join unnest(u.motives) motive on true
    where c.commissioner_id = ${work.commissionerId} and c.contact_id = ${contactId}`);
  const needs = await work.rows(sql<{ need: string }>`
    select n.need
    from situation_contact c
    join situation_need n on n.commissioner_id = c.commissioner_id and n.situation_id = c.situation_id and n.withdrawn_at is null
    where c.commissioner_id = ${work.commissionerId} and c.contact_id = ${contactId}`);
  const fragilities = await work.rows(sql<{ fragility: string }>`
    select distinct f.fragility
    from situation_contact c
    join situation_fragility f on f.commissioner_id = c.commissioner_id and f.situation_id = c.situation_id and f.verdict = 'confirmed'
    where c.commissioner_id = ${work.commissionerId} and c.contact_id = ${contactId}`);
  return {
    urgency: flagged.urgency,
    motives: flagged.motives,
    needs: needs.map((row) => row.need),
    fragilities: fragilities.map((row) => row.fragility),
    isMinor: await isMinor(work, personId),
  };
};

const isMinor = async (work: Work, personId: string): Promise<boolean> => {
  const { age_band } = await work.one(sql<{ age_band: string | null }>`
    select age_band from person where commissioner_id = ${work.commissionerId} and id = ${personId}`);
  const birthDate = (await findPerson(work, personId))?.birthDate;
  return age_band === "under-18" || (birthDate !== undefined && ageOn(birthDate, dayOf(work.now)) < 18);
};
