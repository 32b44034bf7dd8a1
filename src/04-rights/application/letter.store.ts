import { sql } from "kysely";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { LetterContract } from "./letter.contract.ts";
import type { Letter, LetterKind } from "./letter.ts";

const bodyPlace = (id: string) => ({ table: "rights_letter", id, column: "body" });

/** Courrier gardé : one version of one letter. */
export interface KeptLetter {
  readonly kind: LetterKind;
  readonly version: number;
  readonly letter: Letter;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

interface Row {
  readonly id: string;
  readonly sealed_for: string;
  readonly kind: LetterKind;
  readonly version: number;
  readonly body: Buffer;
  readonly written_at: Date;
  readonly written_by: string;
}

/** The last version of each letter of an application. */
export const lettersOf = async (work: Work, applicationId: string): Promise<KeptLetter[]> => {
  const rows = await work.rows(sql<Row>`
    select distinct on (kind) id, sealed_for, kind, version, body, written_at, written_by
    from rights_letter
    where commissioner_id = ${work.commissionerId} and application_id = ${applicationId} and body is not null
    order by kind, version desc`);
  const letters: KeptLetter[] = [];
  for (const row of rows) {
    const vault = await vaultOf(work, row.sealed_for);
    letters.push({
      kind: row.kind,
      version: row.version,
      letter: LetterContract.parse(JSON.parse(vault.open(bodyPlace(row.id), row.body))),
      writtenAt: row.written_at,
      writtenBy: row.written_by,
    });
  }
  return letters;
};

/** How many versions of each letter were kept: « application kind » → version. */
export const letterVersions = async (work: Work, applicationIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await work.rows(sql<{ application_id: string; kind: LetterKind; version: number }>`
    select application_id, kind, max(version) as version
    from rights_letter
    where commissioner_id = ${work.commissionerId} and application_id = any(${[...applicationIds]}::uuid[])
    group by application_id, kind`);
  return new Map(rows.map((row) => [`${row.application_id} ${row.kind}`, row.version]));
};

export const addLetter = async (
  work: Work,
  given: {
    readonly applicationId: string;
    readonly personId: string;
    readonly staffId: string;
    readonly kind: LetterKind;
    readonly version: number;
    readonly letter: Letter;
  },
): Promise<void> => {
  const vault = await vaultOf(work, given.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into rights_letter (commissioner_id, id, application_id, sealed_for, kind, version, body, written_at, written_by)
    values (${work.commissionerId}, ${id}, ${given.applicationId}, ${given.personId}, ${given.kind}, ${given.version},
      ${vault.seal(bodyPlace(id), JSON.stringify(given.letter))}, ${work.now}, ${given.staffId})`);
};
