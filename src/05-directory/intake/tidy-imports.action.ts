import { sql } from "kysely";
import { looksLikeId } from "#ground";
import { inShared, type Ground, type Round } from "#ground/server";
import { forgetBefore } from "./before.store.ts";
import { importWords } from "./import.words.ts";
import { sweepUploads } from "./uploads.source.ts";

/** Ranger derrière les imports : files never begun, rows kept to undo an import of more than thirty days ago. */
export const tidyImports = async (ground: Ground, folder?: string): Promise<void> => {
  const swept = (await sweepUploads(ground.clock(), folder)).filter(looksLikeId);
  await inShared(ground, async (work) => {
    await forgetBefore(work);
    if (swept.length > 0)
      await work.run(sql`
        update directory_import set state = 'failed', failure = ${importWords.neverBegun}, ended_at = ${work.now}
        where id = any(${swept}::uuid[]) and state in ('waiting', 'trying')`);
  });
};

/** Done for each commissioner as every round is; the second time in an hour finds nothing to do. */
export const tidyImportsRound: Round = { name: "directory.tidy-imports", everyMinutes: 60, run: (work) => tidyImports(work.ground) };
