import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import type { Entity } from "#engines/words";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { sheetSize, weekOf } from "./review.ts";

/**
 * Tirer la feuille de la semaine : up to 50 texts never reviewed before, among those whose person agrees now. The draw is a hash of the
 * week: done again it gives the same sheet, and takes in what came since while there is room. @returns how many were added
 */
export const drawReview = async (work: Work): Promise<number> => {
  const week = weekOf(work.now);
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`review ${work.commissionerId}`}, 0))`);
  const { taken } = await work.one(sql<{ taken: number }>`
    select coalesce(max(place), 0) as taken from situation_review where commissioner_id = ${work.commissionerId} and week = ${week}`);
  if (taken >= sheetSize) return 0;
  const seed = createHash("sha256").update(`${work.commissionerId} ${week}`).digest("hex");
  return work.run(sql`
    insert into situation_review (commissioner_id, week, place, masked_id, drawn_at)
    select ${work.commissionerId}, ${week}, ${taken} + row_number() over (order by drawn.rank), drawn.id, ${work.now}
    from (
      select t.id, sha256(convert_to(${seed} || t.id::text, 'UTF8')) as rank
      from situation_shared_text t
      where t.commissioner_id = ${work.commissionerId}
        and not exists (
          select 1 from situation_review r where r.commissioner_id = t.commissioner_id and r.masked_id = t.id)
      order by rank
      limit ${sheetSize - taken}) drawn`);
};

/** Texte à relire, as it stands now. */
export interface TextToReview {
  readonly id: Id<"Review">;
  readonly place: number;
  readonly text: string;
  readonly reviewedAt: Date | undefined;
  readonly leaks: readonly { readonly id: string; readonly type: Entity["type"]; readonly mayUndo: boolean }[];
}

/** The sheet of a week, in its order. A text whose person said no since is not on it any more. */
export const sheetOf = async (work: Work, week: Day): Promise<TextToReview[]> => {
  const rows = await work.rows(sql<{ id: string; place: number; text: string; reviewed_at: Date | null; leaks: TextToReview["leaks"] }>`
    select r.id, r.place, t.text, r.reviewed_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'type', l.type, 'mayUndo', exists (
          select 1 from situation_leak_undo u
          where u.commissioner_id = l.commissioner_id and u.leak_id = l.id and u.purge_at > ${work.now})) order by l.found_at, l.id)
        from situation_leak l
        where l.commissioner_id = r.commissioner_id and l.masked_id = r.masked_id), '[]') as leaks
    from situation_review r
    join situation_shared_text t on t.commissioner_id = r.commissioner_id and t.id = r.masked_id
    where r.commissioner_id = ${work.commissionerId} and r.week = ${week}
    order by r.place`);
  return rows.map((row) => ({
    id: idOf<"Review">(row.id),
    place: row.place,
    text: row.text,
    reviewedAt: row.reviewed_at ?? undefined,
    leaks: row.leaks,
  }));
};

/** A text of a sheet, while its person agrees. */
export const findReview = async (work: Work, reviewId: string): Promise<{ readonly maskedId: string } | undefined> => {
  const row = await work.first(sql<{ masked_id: string }>`
    select r.masked_id
    from situation_review r
    join situation_shared_text t on t.commissioner_id = r.commissioner_id and t.id = r.masked_id
    where r.commissioner_id = ${work.commissionerId} and r.id = ${reviewId}`);
  return row && { maskedId: row.masked_id };
};

export const reviewIsHere = async (work: Work, reviewId: string): Promise<boolean> => (await findReview(work, reviewId)) !== undefined;

export const leakIsHere = async (work: Work, leakId: string): Promise<boolean> =>
  (await work.first(sql`select 1 from situation_leak where commissioner_id = ${work.commissionerId} and id = ${leakId}`)) !== undefined;

/** Says that a human read a text to its end, or takes it back. */
export const settleReview = (work: Work, reviewId: string, isReviewed: boolean): Promise<number> => {
  if (work.actor.kind !== "staff") throw new Error("only a human reviews a text");
  return work.run(sql`
    update situation_review set reviewed_at = ${isReviewed ? work.now : null}, reviewed_by = ${isReviewed ? work.actor.staffId : null}
    where commissioner_id = ${work.commissionerId} and id = ${reviewId}`);
};
