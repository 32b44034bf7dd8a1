import { dayOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import { paperKinds, type HeldPaper } from "../application/paper.ts";
import { bestProof } from "./document.ts";
import { documentsOf } from "./document.store.ts";

/** Pièces déjà vues : of the papers that a right may ask for, those that were seen and still serve today, so that nobody asks again. */
export const heldPapers = async (work: Work, personId: string): Promise<readonly HeldPaper[]> => {
  const documents = await documentsOf(work, personId);
  const on = dayOf(work.now);
  return paperKinds.flatMap((paper) => {
    const proof = bestProof(documents, { kind: paper, on });
    return proof ? [{ paper, seenOn: proof.seenOn, validUntil: proof.validUntil }] : [];
  });
};
