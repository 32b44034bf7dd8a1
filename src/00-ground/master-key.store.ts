import { sql } from "kysely";
import { blindIndex } from "./seal.ts";
import { inShared, type Ground } from "./work.store.ts";

/** `first`: nothing was sealed before; `same`: the key that sealed what is here; `other`: what is sealed here will not open. */
export type MasterKeyVerdict = "first" | "same" | "other";

/**
 * Marque de la clé maîtresse : kept at the first start, compared at the others. It tells nothing of the key.
 * Without it, a lost key file would be drawn again in silence, and what comes next sealed with a key that opens nothing of before.
 */
export const checkMasterKey = (ground: Ground): Promise<MasterKeyVerdict> =>
  inShared(ground, async (work) => {
    const mark = blindIndex(ground.keys.tokens, "mark of the master key").toString("hex");
    const added = await work.run(sql`
      insert into ground_fact (name, value, at)
      values ('master-key', ${JSON.stringify(mark)}, ${work.now})
      on conflict (name) do nothing`);
    if (added === 1) return "first";
    const kept = await work.one(sql<{ value: string }>`select value from ground_fact where name = 'master-key'`);
    return kept.value === mark ? "same" : "other";
  });
