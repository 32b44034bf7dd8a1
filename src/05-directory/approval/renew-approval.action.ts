import type { SharedWork } from "#ground/server";
import type { Approval } from "./approval.ts";
import { addApproval, approvalLineOf, lockLine, type NewApproval } from "./approval.store.ts";

export type RenewalAnswer =
  | { readonly kind: "renewed"; readonly lineId: string }
  /** Somebody else did, or it was taken out, while the form was open. */
  | { readonly kind: "moved"; readonly lineId: string }
  | { readonly kind: "unknown" };

/** Renouveler un agrément : the same line goes on. Only its last approval is renewed. */
export const renewApproval = async (
  work: SharedWork,
  renewedId: string,
  given: Omit<NewApproval, "structureId">,
  made: { readonly key: string; readonly staffId: string },
): Promise<RenewalAnswer> => {
  const seen = await approvalLineOf(work, renewedId);
  if (!seen) return { kind: "unknown" };
  const { lineId } = seen.line[0];
  await lockLine(work, lineId);
  // Read again under the lock: a renewal may have come meanwhile.
  const line = (await approvalLineOf(work, renewedId))?.line ?? [];
  if (line.some(({ id }) => id === made.key)) return { kind: "renewed", lineId };
  const last: Approval | undefined = line.at(-1);
  if (last?.id !== renewedId) return { kind: "moved", lineId };
  await addApproval(work, { ...given, structureId: last.structureId }, { ...made, lineId });
  return { kind: "renewed", lineId };
};
