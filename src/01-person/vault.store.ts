import { sql } from "kysely";
import { openBytes, openText, sealBytes, sealText, type SealedPlace, type Work } from "#ground/server";

/** Coffre : seals and opens what belongs to one person, with her own key. */
export interface Vault {
  seal(place: SealedPlace, text: string): Buffer;
  open(place: SealedPlace, sealed: Buffer): string;
}

const nonce = (work: Work): Buffer => work.ground.draw(12);
const keyPlace = (personId: string): SealedPlace => ({ table: "person_key", id: personId, column: "wrapped" });

const vaultWith = (work: Work, key: Buffer): Vault => ({
  seal: (place, text) => sealText(key, nonce(work), place, text),
  open: (place, sealed) => openText(key, place, sealed),
});

/** Opens a wrapped key read beside a row of its person: for lists, where a query a person would be slow. */
export const vaultFrom = (work: Work, personId: string, wrapped: Buffer): Vault =>
  vaultWith(work, openBytes(work.ground.keys.wrapping, keyPlace(personId), wrapped));

/** Makes the key of a new person. */
export const makeVault = async (work: Work, personId: string): Promise<Vault> => {
  const key = work.ground.draw(32);
  const wrapped = sealBytes(work.ground.keys.wrapping, nonce(work), keyPlace(personId), key);
  await work.run(
    sql`insert into person_key (commissioner_id, person_id, wrapped) values (${work.commissionerId}, ${personId}, ${wrapped})`,
  );
  return remembered(work, personId, vaultWith(work, key));
};

// When the past is told again, thousands of moments open the same vaults: each is then read once a moment. Otherwise never kept, so that
// a key that was destroyed opens nothing more, not even later in the same work.
const opened = new WeakMap<Work, Map<string, Vault>>();

const remembered = (work: Work, personId: string, vault: Vault): Vault => {
  if (work.ground.quiet !== undefined) opened.set(work, (opened.get(work) ?? new Map<string, Vault>()).set(personId, vault));
  return vault;
};

/** The vault of a person. Throws when her key was destroyed: what it closed is erased. */
export const vaultOf = async (work: Work, personId: string): Promise<Vault> => {
  const before = opened.get(work)?.get(personId);
  if (before) return before;
  const row = await work.first(sql<{ wrapped: Buffer }>`
    select wrapped from person_key where commissioner_id = ${work.commissionerId} and person_id = ${personId}`);
  if (!row) throw new Error(`person ${personId} has no key`);
  return remembered(work, personId, vaultFrom(work, personId, row.wrapped));
};
