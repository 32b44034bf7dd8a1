import type { Id } from "#ground";
import { inShared, type Ground } from "#ground/server";
import { resumeHeld } from "./held-import.store.ts";
import type { ImportCounts } from "./import.ts";
import { failImport, keepAlive, readStagedAsAWhole, switchOver } from "./import.store.ts";
import { importWords } from "./import.words.ts";

export type AcceptAnswer =
  | { readonly kind: "done"; readonly counts: ImportCounts }
  | { readonly kind: "not-held" }
  /** What was put aside is lost: the file must be sent again. */
  | { readonly kind: "lost" };

/** Accepter un import retenu : a human has seen what vanishes, and the directory switches over. @param onStarted told when it runs, or will not */
export const acceptHeld = async (
  ground: Ground,
  importId: Id<"Import">,
  sourceId: string,
  onStarted: () => void = () => undefined,
): Promise<AcceptAnswer> => {
  const taken = await inShared(ground, async (work) => {
    const answer = await resumeHeld(work, importId);
    if (answer === "lost") await failImport(work, importId, importWords.fileLost);
    return answer;
  });
  onStarted();
  if (taken !== "resumed") return { kind: taken };
  const beat = setInterval(() => void inShared(ground, (work) => keepAlive(work, importId)).catch(() => undefined), 20_000);
  try {
    return await inShared(ground, async (work) => {
      await readStagedAsAWhole(work);
      return { kind: "done", counts: await switchOver(work, importId, sourceId) };
    });
  } catch (error) {
    await inShared(ground, (work) => failImport(work, importId, importWords.interrupted));
    throw error;
  } finally {
    clearInterval(beat);
  }
};
