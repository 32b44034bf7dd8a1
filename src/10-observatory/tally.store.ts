import { sql } from "kysely";
import type { Month } from "#engines/calendar";
import type { Numbers } from "./numbers.store.ts";
import type { CellTally, EmotionTally, NeedTally, Tally } from "./tally.ts";

/** Compter un mois : every number is a number of persons, save `situations` and `contributors`. */
export const tallyOf = async (numbers: Numbers, month: Month): Promise<Tally> => ({
  ...(await totalsOf(numbers, month)),
  ...(await needTotalsOf(numbers, month)),
  needs: await needsOf(numbers, month),
  emotions: await emotionsOf(numbers, month),
  departements: await cellsOf(numbers, month, "departement"),
  populations: await cellsOf(numbers, month, "population"),
  ...(await referralsOf(numbers, month)),
});

/** Empreinte des faits : SHA-256 of all the facts of a month, in an order that does not depend on when they came. */
export const fingerprintOf = async (numbers: Numbers, month: Month): Promise<Buffer> => {
  const [row] = await numbers.rows(sql<{ fingerprint: Buffer }>`
    select sha256(convert_to(coalesce(string_agg(line, e'\n' order by line collate "C"), ''), 'UTF8')) as fingerprint
    from (
      select concat_ws('|', contributor, is_demonstration, encode(situation_pseudonym, 'hex'), encode(person_pseudonym, 'hex'), kind,
        coalesce(theme, ''), coalesce(need, ''), coalesce(origin, ''), coalesce(severity::text, ''), coalesce(emotion, ''),
        coalesce(intensity::text, ''), coalesce(outcome, ''), coalesce(amount_cents::text, ''), coalesce(right_code, ''), coalesce(band, ''),
        coalesce(departement, ''), coalesce(population, '')) as line
      from observatory.fact where month = ${month}
    ) lines`);
  if (!row) throw new Error(`no fingerprint for ${month}`);
  return row.fingerprint;
};

const totalsOf = async (
  numbers: Numbers,
  month: Month,
): Promise<Pick<Tally, "persons" | "situations" | "contributors" | "isDemonstration">> => {
  const [row] = await numbers.rows(sql<Pick<Tally, "persons" | "situations" | "contributors" | "isDemonstration">>`
    select count(distinct person_pseudonym)::int as persons, count(distinct situation_pseudonym)::int as situations,
      count(distinct contributor)::int as contributors, coalesce(bool_or(is_demonstration), false) as "isDemonstration"
    from observatory.fact where month = ${month} and kind = 'situation'`);
  if (!row) throw new Error(`no totals for ${month}`);
  return row;
};

/** One line a person and a need: she said it herself at least once, or not. */
const personNeeds = (month: Month) => sql`
  select person_pseudonym as person, need, bool_or(origin = 'expressed') as is_said
  from observatory.fact where month = ${month} and kind = 'need'
  group by person_pseudonym, need`;

const needsOf = (numbers: Numbers, month: Month): Promise<NeedTally[]> =>
  numbers.rows(sql<NeedTally>`
    select need, count(*)::int as persons, count(*) filter (where is_said)::int as expressed
    from (${personNeeds(month)}) held
    group by need order by need`);

const needTotalsOf = async (numbers: Numbers, month: Month): Promise<Pick<Tally, "severalThemes" | "somethingDetected">> => {
  const [row] = await numbers.rows(sql<Pick<Tally, "severalThemes" | "somethingDetected">>`
    select
      (select count(*)::int from (
        select person_pseudonym from observatory.fact
        where month = ${month} and kind in ('demand', 'need')
        group by person_pseudonym having count(distinct theme) > 1) several) as "severalThemes",
      (select count(distinct person)::int from (${personNeeds(month)}) held where not is_said) as "somethingDetected"`);
  if (!row) throw new Error(`no totals of needs for ${month}`);
  return row;
};

const emotionsOf = (numbers: Numbers, month: Month): Promise<EmotionTally[]> =>
  numbers.rows(sql<EmotionTally>`
    select emotion, count(*)::int as persons, count(*) filter (where intensity >= 2)::int as strong
    from (
      select person_pseudonym, emotion, max(intensity) as intensity
      from observatory.fact where month = ${month} and kind = 'emotion'
      group by person_pseudonym, emotion) felt
    group by emotion order by emotion`);

/** Persons by place or by population, and by contributor. */
const cellsOf = async (numbers: Numbers, month: Month, by: "departement" | "population"): Promise<CellTally[]> => {
  const rows = await numbers.rows(sql<{ code: string | null; contributor: string; persons: number }>`
    select code, contributor, count(*)::int as persons
    from (
      select person_pseudonym, min(${sql.ref(by)}) as code, (array_agg(contributor order by contributor))[1] as contributor
      from observatory.fact where month = ${month} and kind = 'situation'
      group by person_pseudonym) person
    group by code, contributor order by code nulls last, contributor`);
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, ofCode]) => ({
    code: code ?? undefined,
    byContributor: Object.fromEntries(ofCode.map(({ contributor, persons }) => [contributor, persons])),
  }));
};

type ReferralTally = Pick<Tally, "referred" | "outcomeKnown" | "withoutSolution" | "withoutSolutionByNeed">;

const referralsOf = async (numbers: Numbers, month: Month): Promise<ReferralTally> => {
  const [row] = await numbers.rows(sql<{ referred: number; outcomeKnown: number; withoutSolution: number }>`
    select count(distinct person_pseudonym)::int as referred,
      count(distinct person_pseudonym) filter (where outcome <> 'unknown')::int as "outcomeKnown",
      count(distinct person_pseudonym) filter (where outcome = 'exhausted')::int as "withoutSolution"
    from observatory.fact where month = ${month} and kind = 'referral'`);
  if (!row) throw new Error(`no referrals for ${month}`);
  const withoutSolutionByNeed = await numbers.rows(sql<{ need: string; persons: number }>`
    select need, count(distinct person_pseudonym)::int as persons
    from observatory.fact where month = ${month} and kind = 'referral' and outcome = 'exhausted'
    group by need order by need`);
  return { ...row, withoutSolutionByNeed };
};
