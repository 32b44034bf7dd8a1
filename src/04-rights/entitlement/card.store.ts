import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import { blindIndex, drawReadable, type Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { staffId, type Entitlement } from "./entitlement.store.ts";
import type { ReplacementReason } from "./entitlement.ts";

/** Carte en main : its number is told to whoever holds it, and printed. */
export interface Card {
  readonly id: Id<"Card">;
  readonly number: string;
  readonly issuedAt: Date;
  readonly issuedBy: Id<"Staff"> | undefined;
  readonly replacedAt: Date | undefined;
  readonly replacedBecause: ReplacementReason | undefined;
}

const numberPlace = (id: string) => ({ table: "rights_card", id, column: "number" });
const indexOf = (work: Work, number: string): Buffer => blindIndex(work.ground.keys.lookup, `${work.commissionerId} card ${number}`);

/** « k7m2-p9dx », read aloud or copied by hand; any case, with or without the hyphen. */
export const readCardNumber = (typed: string): string | undefined => {
  const bare = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return /^[a-z0-9]{8}$/.test(bare) ? bare : undefined;
};
export const shownNumber = (number: string): string => number.toUpperCase().replace(/(.{4})(?=.)/g, "$1-");

/** A new card in the hand, the one before being replaced. */
export const drawCard = async (work: Work, entitlement: Pick<Entitlement, "id" | "personId">): Promise<Card> => {
  const vault = await vaultOf(work, entitlement.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const number = drawReadable((bytes) => work.ground.draw(bytes), 8);
  const by = work.actor.kind === "staff" ? work.actor.staffId : null;
  await work.run(sql`
    insert into rights_card (commissioner_id, id, entitlement_id, number, number_index, issued_at, issued_by)
    values (${work.commissionerId}, ${id}, ${entitlement.id}, ${vault.seal(numberPlace(id), number)}, ${indexOf(work, number)}, ${work.now}, ${by})`);
  return { id: idOf<"Card">(id), number, issuedAt: work.now, issuedBy: staffId(by), replacedAt: undefined, replacedBecause: undefined };
};

export const replaceCurrent = async (work: Work, entitlementId: string, because: ReplacementReason): Promise<boolean> =>
  (await work.run(sql`
    update rights_card set replaced_at = ${work.now}, replaced_because = ${because}
    where commissioner_id = ${work.commissionerId} and entitlement_id = ${entitlementId} and replaced_at is null`)) > 0;

/** All the cards of a right, the newest first. */
export const cardsOf = async (work: Work, entitlement: Pick<Entitlement, "id" | "personId">): Promise<Card[]> => {
  const rows = await work.rows(sql<{
    id: string;
    number: Buffer | null;
    issued_at: Date;
    issued_by: string | null;
    replaced_at: Date | null;
    replaced_because: ReplacementReason | null;
  }>`
    select id, number, issued_at, issued_by, replaced_at, replaced_because from rights_card
    where commissioner_id = ${work.commissionerId} and entitlement_id = ${entitlement.id}
    order by issued_at desc, id desc`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, entitlement.personId);
  return rows.map((row) => ({
    id: idOf<"Card">(row.id),
    number: row.number === null ? "" : vault.open(numberPlace(row.id), row.number),
    issuedAt: row.issued_at,
    issuedBy: staffId(row.issued_by),
    replacedAt: row.replaced_at ?? undefined,
    replacedBecause: row.replaced_because ?? undefined,
  }));
};

/** Whose card bears this number, and whether it was replaced since. */
export const cardNumbered = async (
  work: Work,
  number: string,
): Promise<{ readonly entitlementId: string; readonly isReplaced: boolean } | undefined> => {
  const row = await work.first(sql<{ entitlement_id: string; replaced_at: Date | null }>`
    select entitlement_id, replaced_at from rights_card
    where commissioner_id = ${work.commissionerId} and number_index = ${indexOf(work, number)}`);
  return row && { entitlementId: row.entitlement_id, isReplaced: row.replaced_at !== null };
};
