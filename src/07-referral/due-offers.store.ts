import { sql } from "kysely";
import type { Work } from "#ground/server";
import { displayName } from "#person";
import { findPersons } from "#person/server";
import type { DueOffer } from "./due-offers.contract.ts";

const nearHours = 12;

/** The offers whose time ends within twelve hours and that nobody has called for yet, the nearest first. */
export const dueOffers = async (work: Work): Promise<DueOffer[]> => {
  const until = new Date(work.now.getTime() + nearHours * 3_600_000);
  const rows = await work.rows(sql<{
    referral_id: string;
    person_id: string;
    need: string;
    provider_name: string;
    is_accepted: boolean;
    due_at: Date;
  }>`
    select r.id as referral_id, r.person_id, n.need, p.name as provider_name, o.answer = 'accepted' as is_accepted, o.due_at
    from referral_offer o
    join referral r on r.commissioner_id = o.commissioner_id and r.id = o.referral_id
    join situation_need n on n.commissioner_id = r.commissioner_id and n.id = r.need_id
    join referral_provider p on p.commissioner_id = o.commissioner_id and p.id = o.provider_id
    where o.commissioner_id = ${work.commissionerId}
      and o.answer in ('waiting', 'accepted')
      and o.due_at <= ${until}
      and r.status <> 'closed'
      and r.first_attempt_at is null
    order by o.due_at, r.id
    limit 200`);
  const persons = await findPersons(work, [...new Set(rows.map((row) => row.person_id))]);
  return rows.flatMap((row) => {
    const person = persons.get(row.person_id);
    if (!person) return [];
    return {
      referralId: row.referral_id,
      commissionerId: work.commissionerId,
      personId: row.person_id,
      personName: displayName(person),
      need: row.need,
      providerName: row.provider_name,
      isAccepted: row.is_accepted,
      dueAt: row.due_at.toISOString(),
    };
  });
};
