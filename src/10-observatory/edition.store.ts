import { sql } from "kysely";
import type { Month } from "#engines/calendar";
import type { Edition } from "./edition.ts";
import { FiguresContract, type Figures } from "./figures.contract.ts";
import type { Numbers } from "./numbers.store.ts";

interface Row {
  readonly month: Month;
  readonly figures: unknown;
  readonly fingerprint: Buffer;
  readonly taxonomy_version: string;
  readonly closed_at: Date;
}
const columns = sql`month, figures, fingerprint, taxonomy_version, closed_at`;

const fromRow = (row: Row): Edition => ({
  month: row.month,
  figures: FiguresContract.parse(row.figures),
  fingerprint: row.fingerprint.toString("hex"),
  taxonomyVersion: row.taxonomy_version,
  closedAt: row.closed_at,
});

/** The edition of a month, if it is closed. */
export const findEdition = async (numbers: Numbers, month: Month): Promise<Edition | undefined> => {
  const [row] = await numbers.rows(sql<Row>`select ${columns} from observatory.edition where month = ${month}`);
  return row && fromRow(row);
};

/** All the months that are closed, the newest first. */
export const closedMonths = async (numbers: Numbers): Promise<Month[]> =>
  (await numbers.rows(sql<{ month: Month }>`select month from observatory.edition order by month desc`)).map(({ month }) => month);

/** Adds the edition of a month; the one that is there, if any, stays. */
export const addEdition = async (
  numbers: Numbers,
  edition: {
    readonly month: Month;
    readonly figures: Figures;
    readonly fingerprint: Buffer;
    readonly taxonomyVersion: string;
    readonly closedAt: Date;
  },
): Promise<void> => {
  await numbers.rows(sql`
    insert into observatory.edition (month, figures, fingerprint, taxonomy_version, closed_at)
    values (${edition.month}, ${JSON.stringify(edition.figures)}::jsonb, ${edition.fingerprint}, ${edition.taxonomyVersion}, ${edition.closedAt})
    on conflict (month) do nothing`);
};

/** One closing of a month at a time, and no fact written meanwhile. */
export const holdMonth = async (numbers: Numbers, month: Month): Promise<void> => {
  await numbers.rows(sql`select observatory.hold_month(${month}, true)`);
};
