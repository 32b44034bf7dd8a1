import { sql } from "kysely";
import type { Work } from "#ground/server";
import { vaultOf, type Vault } from "#person/server";
import { SummaryShownTextContract } from "./summary.contract.ts";
import type { Summary } from "./summary.ts";

/** Version gardée d'un résumé. */
export interface KeptSummary {
  readonly id: string;
  readonly version: number;
  readonly text: Summary;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly sharedAt: Date | undefined;
}

const bodyPlace = (id: string) => ({ table: "situation_summary", id, column: "body" });

interface Row {
  readonly id: string;
  readonly sealed_for: string;
  readonly version: number;
  readonly body: Buffer;
  readonly written_at: Date;
  readonly written_by: string;
  readonly shared_at: Date | null;
}

const fromRow = (vault: Vault, row: Row): KeptSummary => ({
  id: row.id,
  version: row.version,
  text: SummaryShownTextContract.parse(JSON.parse(vault.open(bodyPlace(row.id), row.body))),
  writtenAt: row.written_at,
  writtenBy: row.written_by,
  sharedAt: row.shared_at ?? undefined,
});

/** The last version of the summary of an exchange that still can be read. */
export const summaryOf = async (work: Work, contactId: string): Promise<KeptSummary | undefined> => {
  const row = await work.first(sql<Row>`
    select id, sealed_for, version, body, written_at, written_by, shared_at from situation_summary
    where commissioner_id = ${work.commissionerId} and contact_id = ${contactId} and body is not null
    order by version desc
    limit 1`);
  return row && fromRow(await vaultOf(work, row.sealed_for), row);
};

/** The summary that a person agreed to read online: the last version of the last exchange where she said yes. */
export const sharedSummaryOf = async (work: Work, personId: string): Promise<KeptSummary | undefined> => {
  const row = await work.first(sql<Row>`
    select s.id, s.sealed_for, s.version, s.body, s.written_at, s.written_by, s.shared_at from situation_summary s
    where s.commissioner_id = ${work.commissionerId} and s.sealed_for = ${personId} and s.body is not null and s.shared_at is not null
      and not exists (
        select 1 from situation_summary later
        where later.commissioner_id = s.commissioner_id and later.contact_id = s.contact_id and later.version > s.version)
    order by s.written_at desc, s.id desc
    limit 1`);
  return row && fromRow(await vaultOf(work, row.sealed_for), row);
};

/** Adds a version. What she agreed to read online stays so: it is the newest text that she reads. */
export const addSummary = async (
  work: Work,
  given: {
    readonly contactId: string;
    readonly personId: string;
    readonly staffId: string;
    readonly version: number;
    readonly text: Summary;
  },
  sharedAt: Date | undefined,
): Promise<void> => {
  const vault = await vaultOf(work, given.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into situation_summary (commissioner_id, id, contact_id, sealed_for, version, body, written_at, written_by, shared_at)
    values (${work.commissionerId}, ${id}, ${given.contactId}, ${given.personId}, ${given.version},
      ${vault.seal(bodyPlace(id), JSON.stringify(given.text))}, ${work.now}, ${given.staffId}, ${sharedAt ?? null})`);
};

export const setShared = (work: Work, id: string, isShared: boolean): Promise<number> =>
  work.run(sql`
    update situation_summary set shared_at = ${isShared ? work.now : null}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);

/** The exchange is about somebody else than was thought: her summaries are sealed again with her key, and shown to nobody before she says so. */
export const sealSummariesAgain = async (
  work: Work,
  contactId: string,
  personId: string,
  keys: { readonly from: Vault; readonly to: Vault },
): Promise<void> => {
  const rows = await work.rows(sql<{ id: string; body: Buffer | null }>`
    select id, body from situation_summary where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);
  for (const { id, body } of rows)
    await work.run(sql`
      update situation_summary
      set body = ${body === null ? null : keys.to.seal(bodyPlace(id), keys.from.open(bodyPlace(id), body))}, sealed_for = ${personId}, shared_at = null
      where commissioner_id = ${work.commissionerId} and id = ${id}`);
};
