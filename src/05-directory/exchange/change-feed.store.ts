import { sql } from "kysely";
import type { SharedWork } from "#ground/server";
import { changesAfter, type Change, type ChangePlace } from "../search/change-log.store.ts";
import { linesById, namesById, type ExchangedKind, type ExchangedLine } from "./exchange.store.ts";

/** Changement envoyé : what a copy elsewhere must do. Without `record`, forget `name`. */
export interface ChangeSent {
  /** Where to go on from. */
  readonly place: string;
  readonly kind: Change["kind"];
  readonly deed: Change["deed"];
  /** The identifier that the exports bear. */
  readonly name: string;
  readonly at: string;
  readonly record?: ExchangedLine;
}

export type FeedPage = { readonly kind: "page"; readonly changes: readonly ChangeSent[] } | { readonly kind: "too-old" };

type Reader = Pick<SharedWork, "rows" | "one">;

/** « 812-40 »: a transaction, and a change in it. */
export const placeFrom = (written: string): ChangePlace | undefined => {
  const [, tx, seq] = /^(\d{1,18})-(\d{1,15})$/.exec(written) ?? [];
  return tx === undefined || seq === undefined ? undefined : { tx, seq: Number(seq) };
};
const placeOf = ({ tx, seq }: ChangePlace): string => `${tx}-${seq}`;

/** What changed after a place, at most `limit`; a record changed several times is told once, at its last place. */
export const feedPage = async (work: Reader, after: ChangePlace | undefined, limit: number): Promise<FeedPage> => {
  const read = await changesAfter(work, after, limit);
  if (read.kind === "too-old") return read;
  const last = [...new Map(read.changes.map((change) => [`${change.kind} ${change.recordId}`, change])).values()];
  const told = [...(await toldOf(work, "services", last)), ...(await toldOf(work, "structures", last))];
  return { kind: "page", changes: told.toSorted((a, b) => byPlace(a.place, b.place)) };
};

const toldOf = async (work: Reader, kind: ExchangedKind, changes: readonly Change[]): Promise<ChangeSent[]> => {
  const mine = changes.filter((change) => change.kind === (kind === "services" ? "service" : "structure"));
  const ids = mine.map(({ recordId }) => recordId);
  const lines = await linesById(work, kind, ids);
  const names = await namesById(work, kind, ids);
  return mine.flatMap((change): ChangeSent[] => {
    const name = names.get(change.recordId);
    if (name === undefined) return [];
    // What counts is how the record is now: a change written as an upsert may be followed by its end.
    const record = lines.get(change.recordId);
    const shared = { place: placeOf(change), kind: change.kind, name, at: change.at.toISOString() };
    return [record === undefined ? { ...shared, deed: "remove" } : { ...shared, deed: "upsert", record }];
  });
};

const byPlace = (a: string, b: string): number => {
  const [one, other] = [placeFrom(a), placeFrom(b)];
  if (!one || !other) return 0;
  const [x, y] = [BigInt(one.tx), BigInt(other.tx)];
  return x === y ? one.seq - other.seq : x < y ? -1 : 1;
};

/** Where the log ends now: for who takes the files, and then follows. Undefined when nothing was ever written in it. */
export const lastPlace = async (work: Reader): Promise<string | undefined> => {
  const [row] = await work.rows(sql<{ tx: string; seq: number }>`
    select tx::text as tx, seq
    from directory_change
    where tx < pg_snapshot_xmin(pg_current_snapshot())
    order by directory_change.tx desc, seq desc
    limit 1`);
  return row && placeOf(row);
};
