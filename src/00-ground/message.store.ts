import { sql } from "kysely";
import { idOf, type Id } from "./id.ts";
import { openText, sealText } from "./seal.ts";
import type { Work } from "./work.store.ts";

export type MessageState = "kept" | "sent" | "failed";

/** Message : what is known of it without opening it. */
export interface MessageSummary {
  readonly id: Id<"Message">;
  readonly channel: "sms" | "mail";
  readonly purpose: string;
  readonly createdAt: Date;
  readonly state: MessageState;
  readonly sentAt: Date | undefined;
  readonly attempts: number;
  readonly failure: string | undefined;
}

/** A message, opened. */
export interface Message extends MessageSummary {
  readonly to: string;
  readonly subject: string | undefined;
  readonly body: string;
}

export interface NewMessage {
  readonly channel: "sms" | "mail";
  /** A telephone in E.164, or a mail address. */
  readonly to: string;
  /** What it is for, in our words ("callback booked"): shown to the administrator, never to the one who receives it. */
  readonly purpose: string;
  readonly subject?: string;
  readonly body: string;
}

const place = (id: string, column: string) => ({ table: "ground_message", id, column });

/** Keeps a message, closed with the key of the house. */
export const keepMessage = async (work: Work, message: NewMessage): Promise<Id<"Message">> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const sealed = (column: string, text: string): Buffer => sealText(work.ground.keys.house, work.ground.draw(12), place(id, column), text);
  await work.run(sql`
    insert into ground_message (commissioner_id, id, channel, purpose, recipient, subject, body, created_at)
    values (${work.commissionerId}, ${id}, ${message.channel}, ${message.purpose}, ${sealed("recipient", message.to)},
      ${message.subject === undefined ? null : sealed("subject", message.subject)}, ${sealed("body", message.body)}, ${work.now})`);
  return idOf<"Message">(id);
};

interface SummaryRow {
  readonly id: string;
  readonly channel: "sms" | "mail";
  readonly purpose: string;
  readonly created_at: Date;
  readonly state: MessageState;
  readonly sent_at: Date | null;
  readonly attempts: number;
  readonly failure: string | null;
}

const summaryColumns = sql`id, channel, purpose, created_at, state, sent_at, attempts, failure`;

const summaryOf = (row: SummaryRow): MessageSummary => ({
  id: idOf<"Message">(row.id),
  channel: row.channel,
  purpose: row.purpose,
  createdAt: row.created_at,
  state: row.state,
  sentAt: row.sent_at ?? undefined,
  attempts: row.attempts,
  failure: row.failure ?? undefined,
});

/** Opens a message. Whoever shows it to someone writes so in the log. */
export const openMessage = async (work: Work, id: string): Promise<Message | undefined> => {
  const row = await work.first(sql<SummaryRow & { recipient: Buffer; subject: Buffer | null; body: Buffer }>`
    select ${summaryColumns}, recipient, subject, body
    from ground_message
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  if (!row) return undefined;
  const opened = (column: string, sealed: Buffer): string => openText(work.ground.keys.house, place(id, column), sealed);
  return {
    ...summaryOf(row),
    to: opened("recipient", row.recipient),
    subject: row.subject === null ? undefined : opened("subject", row.subject),
    body: opened("body", row.body),
  };
};

/** The last messages, the newest first, still closed. */
export const listMessages = async (work: Work, state?: MessageState): Promise<MessageSummary[]> => {
  const rows = await work.rows(sql<SummaryRow>`
    select ${summaryColumns}
    from ground_message
    where commissioner_id = ${work.commissionerId} and (${state ?? null}::text is null or state = ${state ?? null})
    order by created_at desc, id desc
    limit 200`);
  return rows.map(summaryOf);
};

/** Writes what came of one try to send. A message already sent stays sent. */
export const noteDelivery = (
  work: Work,
  id: string,
  outcome: { readonly state: MessageState; readonly failure?: string },
): Promise<number> =>
  work.run(sql`
    update ground_message
    set state = ${outcome.state}, attempts = attempts + 1, failure = ${outcome.failure ?? null},
        sent_at = ${outcome.state === "sent" ? work.now : null}
    where commissioner_id = ${work.commissionerId} and id = ${id} and state <> 'sent'`);
