import type { Work } from "#ground/server";
import { lockApplication } from "./application.store.ts";
import { addLetter, letterVersions } from "./letter.store.ts";
import type { Letter, LetterKind } from "./letter.ts";
import { codeOf } from "./start-application.action.ts";

export type LetterKept =
  | { readonly kind: "kept"; readonly version: number }
  /** Somebody else kept another version meanwhile: nothing is written over hers. */
  | { readonly kind: "newer" }
  | { readonly kind: "not-found" };

/** Garder un courrier : each change is a new version, sealed; what is printed is the last one kept. */
export const keepLetter = async (
  work: Work,
  given: { readonly applicationId: string; readonly kind: LetterKind; readonly letter: Letter; readonly afterVersion: number },
): Promise<LetterKept> => {
  if (work.actor.kind !== "staff") throw new Error("a letter is kept by a member of staff");
  const application = await lockApplication(work, given.applicationId);
  if (!application) return { kind: "not-found" };
  const before = (await letterVersions(work, [application.id])).get(`${application.id} ${given.kind}`) ?? 0;
  if (before !== given.afterVersion) return { kind: "newer" };
  const version = before + 1;
  await addLetter(work, { ...given, version, personId: application.sealedFor, staffId: work.actor.staffId });
  work.audit({
    action: `keep letter: ${given.kind}`,
    objectKind: "application",
    objectId: application.id,
    purpose: codeOf(application.asked),
  });
  await work.tell("application.changed", { applicationId: application.id, situationId: application.situationId });
  return { kind: "kept", version };
};
