import { sql } from "kysely";
import type { Work } from "#ground/server";
import type { Emotion, Intensity } from "./emotion.ts";
import { tellChanged } from "./situation.store.ts";

export interface NotedEmotion {
  readonly emotion: Emotion;
  readonly intensity: Intensity;
}

/** Noter une émotion heard during an exchange; 0 takes it back. */
export const noteEmotion = async (
  work: Work,
  given: { readonly contactId: string; readonly situationId: string; readonly emotion: Emotion; readonly intensity: 0 | Intensity },
): Promise<void> => {
  if (given.intensity === 0)
    await work.run(sql`
      delete from situation_emotion
      where commissioner_id = ${work.commissionerId} and contact_id = ${given.contactId} and emotion = ${given.emotion}`);
  else
    await work.run(sql`
      insert into situation_emotion (commissioner_id, contact_id, situation_id, emotion, intensity, noted_at)
      values (${work.commissionerId}, ${given.contactId}, ${given.situationId}, ${given.emotion}, ${given.intensity}, ${work.now})
      on conflict (commissioner_id, contact_id, emotion) do update set intensity = excluded.intensity, situation_id = excluded.situation_id`);
  await tellChanged(work, given.situationId);
};

/** What was heard during one exchange. */
export const emotionsOfContact = (work: Work, contactId: string): Promise<NotedEmotion[]> =>
  work.rows(sql<NotedEmotion>`
    select emotion, intensity from situation_emotion
    where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}
    order by noted_at, emotion`);

/** What was heard in a situation: for each emotion, the strongest. */
export const emotionsOfSituation = (work: Work, situationId: string): Promise<NotedEmotion[]> =>
  work.rows(sql<NotedEmotion>`
    select emotion, max(intensity) as intensity from situation_emotion
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
    group by emotion
    order by emotion`);
