import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { addApplication, applicationsOfSituation, lockSituation } from "./application.store.ts";
import type { RightAsked } from "./application.ts";
import { followTasks } from "./follow-tasks.action.ts";

export type ApplicationStarted =
  | { readonly kind: "started"; readonly applicationId: Id<"Application"> }
  /** The same right is already followed here: it is shown rather than begun again. */
  | { readonly kind: "already"; readonly applicationId: Id<"Application"> }
  | { readonly kind: "closed" }
  | { readonly kind: "not-found" };

/** Commencer une démarche : one right of one person in one situation, to be followed until the money has come. */
export const startApplication = async (
  work: Work,
  given: { readonly situationId: string; readonly asked: RightAsked },
): Promise<ApplicationStarted> => {
  const situation = await findSituation(work, given.situationId);
  if (!situation) return { kind: "not-found" };
  if (situation.closedAt !== undefined) return { kind: "closed" };
  await lockSituation(work, situation.id);
  const before = (await applicationsOfSituation(work, situation.id)).findLast(
    ({ asked, state }) => isSame(asked, given.asked) && state !== "paid" && state !== "withdrawn",
  );
  if (before) return { kind: "already", applicationId: before.id };
  const applicationId = await addApplication(work, { situationId: situation.id, personId: situation.personId, asked: given.asked });
  await followTasks(work, applicationId);
  work.audit({ action: "start application", objectKind: "person", objectId: situation.personId, purpose: codeOf(given.asked) });
  await work.tell("application.changed", { applicationId, situationId: situation.id });
  return { kind: "started", applicationId };
};

/** What the log may say of a right: its code, never a name that somebody typed. */
export const codeOf = (asked: RightAsked): string => (asked.kind === "computed" ? asked.right : asked.kind);

const plain = (label: string): string => label.trim().toLocaleLowerCase("fr");
const isSame = (one: RightAsked, other: RightAsked): boolean => {
  if (one.kind === "computed" || other.kind === "computed")
    return one.kind === "computed" && other.kind === "computed" && one.right === other.right;
  return one.kind === other.kind && plain(one.label) === plain(other.label);
};
