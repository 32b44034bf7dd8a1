import { sql, type RawBuilder } from "kysely";
import type { Ground } from "#ground/server";

/** Lecture sans identité : what may be asked under the role of the observatory, which sees facts and editions and nothing else. */
export interface Numbers {
  rows<Row>(query: RawBuilder<Row>): Promise<Row[]>;
}

/** One transaction under the role of the observatory. Closing a month reads some 400,000 facts: two minutes are enough. */
export const inNumbers = <Result>(ground: Ground, deed: (numbers: Numbers) => Promise<Result>): Promise<Result> =>
  ground.database.db.transaction().execute(async (transaction) => {
    await sql`select set_config('role', 'tu_numbers', true), set_config('statement_timeout', '2min', true), set_config('lock_timeout', '30s', true)`.execute(
      transaction,
    );
    return deed({ rows: async (query) => (await query.execute(transaction)).rows });
  });
