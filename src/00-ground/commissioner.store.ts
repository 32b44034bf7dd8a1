import { sql } from "kysely";
import type { Commissioner, CommissionerKind, OpeningHours } from "./commissioner.ts";
import { idOf } from "./id.ts";
import type { SharedWork, Work } from "./work.store.ts";

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly kind: CommissionerKind;
  readonly name: string;
  readonly color: string;
  readonly has_logo: boolean;
  readonly phone: string;
  readonly phone_price: string;
  readonly host: string | null;
  readonly opening_hours: OpeningHours;
  readonly promise_kind: "elapsed" | "working-days";
  readonly promise_amount: number;
  readonly callback_places: number;
  readonly retention_months: number;
  readonly asks_about_danger: boolean;
  readonly is_demonstration: boolean;
}

const columns = sql`id, slug, kind, name, color, logo is not null as has_logo, phone, phone_price, host, opening_hours,
    promise_kind, promise_amount, callback_places, retention_months, asks_about_danger, is_demonstration`;

const fromRow = (row: Row): Commissioner => ({
  id: idOf<"Commissioner">(row.id),
  slug: row.slug,
  kind: row.kind,
  name: row.name,
  color: row.color,
  hasLogo: row.has_logo,
  phone: row.phone,
  phonePrice: row.phone_price,
  host: row.host ?? undefined,
  openingHours: row.opening_hours,
  promise:
    row.promise_kind === "elapsed" ? { kind: "elapsed", hours: row.promise_amount } : { kind: "working-days", days: row.promise_amount },
  callbackPlaces: row.callback_places,
  retentionMonths: row.retention_months,
  asksAboutDanger: row.asks_about_danger,
  isDemonstration: row.is_demonstration,
});

type Reader = Pick<SharedWork, "rows" | "first">;

/** The services open, by name. */
export const openCommissioners = async (work: Reader): Promise<Commissioner[]> =>
  (await work.rows(sql<Row>`select ${columns} from ground_commissioner where closed_at is null order by ground_plain(name)`)).map(fromRow);

/** One service, by what is known of it. */
export const findCommissioner = async (
  work: Reader,
  by: { readonly id: string } | { readonly slug: string } | { readonly host: string },
): Promise<Commissioner | undefined> => {
  const where = "id" in by ? sql`id = ${by.id}` : "slug" in by ? sql`slug = ${by.slug}` : sql`host = ${by.host}`;
  const row = await work.first(sql<Row>`select ${columns} from ground_commissioner where closed_at is null and ${where}`);
  return row && fromRow(row);
};

/** The service this work is done for. */
export const ownCommissioner = async (work: Work): Promise<Commissioner> => {
  const found = await findCommissioner(work, { id: work.commissionerId });
  if (!found) throw new Error(`commissioner ${work.commissionerId} is closed or unknown`);
  return found;
};

/** The image of the brand, as it was given. */
export const logoOf = (work: Reader, slug: string): Promise<{ logo: Buffer; logo_type: string } | undefined> =>
  work.first(sql<{ logo: Buffer; logo_type: string }>`
    select logo, logo_type from ground_commissioner where slug = ${slug} and logo is not null and closed_at is null`);
