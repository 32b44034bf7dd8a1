import { sql } from "kysely";
import { blindIndex, type Work } from "#ground/server";
import type { TaughtText } from "./lesson.ts";

interface VerdictRow {
  readonly kind: "need" | "emotion" | "danger";
  readonly label: string;
  readonly verdict: "kept" | "refused" | "added" | "withdrawn";
  readonly model_version: string;
  readonly taxonomy_version: string;
  readonly given_on: string;
  readonly given_by: string;
}

/**
 * Apprendre d'un échange : its verdicts become examples, if its person agrees now; otherwise what was learned from it is forgotten.
 * Done again, it replaces what it wrote. @returns how many examples there are
 */
export const teachFrom = async (work: Work, contactId: string): Promise<number> => {
  await work.run(sql`
    delete from situation_example e using situation_masked m
    where e.commissioner_id = ${work.commissionerId} and m.commissioner_id = e.commissioner_id and m.id = e.masked_id
      and m.contact_id = ${contactId}`);
  const shared = await work.first(sql<{ id: string; masking_version: string }>`
    select t.id, t.masking_version
    from situation_masked m
    join situation_shared_text t on t.commissioner_id = m.commissioner_id and t.id = m.id
    where m.commissioner_id = ${work.commissionerId} and m.contact_id = ${contactId}`);
  if (!shared) return 0;
  const verdicts = await work.rows(sql<VerdictRow>`
    select kind, label, verdict, model_version, taxonomy_version, (given_at at time zone 'Europe/Paris')::date as given_on, given_by
    from situation_verdict
    where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}
    order by given_at, id`);
  for (const [index, verdict] of verdicts.entries())
    await work.run(sql`
      insert into situation_example (commissioner_id, masked_id, kind, label, verdict, place, model_version, taxonomy_version, masking_version, given_on, author)
      values (${work.commissionerId}, ${shared.id}, ${verdict.kind}, ${verdict.label}, ${verdict.verdict}, ${index + 1}, ${verdict.model_version},
        ${verdict.taxonomy_version}, ${shared.masking_version}, ${verdict.given_on}, ${authorOf(work, verdict.given_by)})`);
  return verdicts.length;
};

/** The same counsellor has the same pseudonym; nobody finds her name in it. */
const authorOf = (work: Work, staffId: string): Buffer =>
  blindIndex(work.ground.keys.lookup, `${work.commissionerId} author ${staffId}`).subarray(0, 16);

/** Exchanges whose verdicts changed since they were learned from: one was given later, or taken back. */
export const exchangesToLearnAgain = async (work: Work): Promise<string[]> =>
  (
    await work.rows(sql<{ contact_id: string }>`
      select m.contact_id
      from situation_masked m
      join situation_shared_text t on t.commissioner_id = m.commissioner_id and t.id = m.id
      where m.commissioner_id = ${work.commissionerId}
        and (select count(*) from situation_verdict v where v.commissioner_id = m.commissioner_id and v.contact_id = m.contact_id)
          <> (select count(*) from situation_example e where e.commissioner_id = m.commissioner_id and e.masked_id = m.id)
      order by m.contact_id
      limit 500`)
  ).map((row) => row.contact_id);

/** Décompte des avis : how many verdicts of each kind were given in a month, AAAA-MM in Paris. */
export interface VerdictCount {
  readonly month: string;
  readonly kind: "need" | "emotion" | "danger";
  readonly verdict: "kept" | "refused" | "added" | "withdrawn";
  readonly count: number;
}

/** The verdicts since an instant, by month and kind, the newest month first. They are counted whether she agreed or not: no text is read. */
export const verdictCounts = (work: Work, since: Date): Promise<VerdictCount[]> =>
  work.rows(sql<VerdictCount>`
    select to_char(given_at at time zone 'Europe/Paris', 'YYYY-MM') as month, kind, verdict, count(*) as count
    from situation_verdict
    where commissioner_id = ${work.commissionerId} and given_at >= ${since}
    group by 1, 2, 3
    order by 1 desc, 2, 3`);

/** The masked texts of whoever agrees now, with the verdicts given on them. */
export const taughtTexts = (work: Work): Promise<TaughtText[]> =>
  work.rows(sql<TaughtText>`
    select t.text,
      coalesce((
        select max(u.level) from situation_urgency u
        where u.commissioner_id = c.commissioner_id and u.situation_id = c.situation_id), 0) as urgency,
      array(
        select distinct unnest(u.motives) from situation_urgency u
        where u.commissioner_id = c.commissioner_id and u.situation_id = c.situation_id) as motives,
      array(
        select distinct f.fragility from situation_fragility f
        where f.commissioner_id = c.commissioner_id and f.situation_id = c.situation_id and f.verdict = 'confirmed') as fragilities,
      (
        select jsonb_agg(jsonb_build_object('kind', e.kind, 'label', e.label, 'verdict', e.verdict) order by e.place)
        from situation_example e
        where e.commissioner_id = t.commissioner_id and e.masked_id = t.id) as verdicts
    from situation_shared_text t
    join situation_masked m on m.commissioner_id = t.commissioner_id and m.id = t.id
    left join situation_contact c on c.commissioner_id = m.commissioner_id and c.contact_id = m.contact_id
    where t.commissioner_id = ${work.commissionerId}
      and exists (select 1 from situation_example e where e.commissioner_id = t.commissioner_id and e.masked_id = t.id)
    order by t.id`);
