import { dayOf, daysBetween, instantAt, type Day } from "#engines/calendar";
import { approvalStandings, type ApprovalStanding } from "#directory/server";
import { addTask, finishTasks, type Work } from "#ground/server";
import { noteApprovalNotice, type ApprovalNotice } from "./approval-notice.store.ts";
import type { Provider } from "./provider.ts";
import { listProviders } from "./provider.store.ts";

/** Told thirty days before, as long as a renewal takes. */
const noticeDays = 30;

/**
 * Veiller aux agréments : whoever answers for providers has a task thirty days before an approval ends, and another when it has ended
 * and keeps the provider out. Each end is told once, whatever became of its task; renewed, the tasks end by themselves.
 */
export const watchApprovals = async (work: Work): Promise<void> => {
  const today = dayOf(work.now);
  const providers = await listProviders(work);
  const standings = await approvalStandings(
    work,
    providers.flatMap(({ serviceId }) => serviceId ?? []),
    today,
  );
  for (const provider of providers)
    await watch(work, provider, [ownStanding(provider, today), ...(standings.get(provider.serviceId ?? "") ?? [])]);
};

/** The dates agreed between a commissioner and a provider are watched as an approval is. */
const ownStanding = ({ id, approvedFrom, approvedUntil }: Provider, today: Day): ApprovalStanding => {
  const keepsOut = today < approvedFrom || today > approvedUntil;
  const isNear = daysBetween(today, approvedUntil) <= noticeDays;
  return { lineId: id, keepsOut, stage: today > approvedUntil ? "ended" : isNear && !keepsOut ? "ends" : "held", lastDay: approvedUntil };
};

const watch = async (work: Work, provider: Provider, standings: readonly ApprovalStanding[]): Promise<void> => {
  const ending = standings.filter(({ stage }) => stage === "ends");
  const ended = standings.filter(({ stage, keepsOut }) => stage === "ended" && keepsOut);
  for (const { lineId, lastDay } of ending)
    if (lastDay !== undefined && (await noteApprovalNotice(work, noticeOf(provider, lineId, lastDay, "ends"))))
      await addTask(work, {
        kind: "referral.approval-ends",
        subjectKind: "provider",
        subjectId: provider.id,
        dueAt: instantAt(lastDay, "18:00"),
      });
  if (ending.length === 0) await finishTasks(work, { kind: "referral.approval-ends", subjectId: provider.id });
  for (const { lineId, lastDay } of ended)
    if (lastDay !== undefined && (await noteApprovalNotice(work, noticeOf(provider, lineId, lastDay, "ended"))))
      await addTask(work, {
        kind: "referral.approval-ended",
        subjectKind: "provider",
        subjectId: provider.id,
        dueAt: work.now,
      });
  if (ended.length === 0) await finishTasks(work, { kind: "referral.approval-ended", subjectId: provider.id });
};

const noticeOf = (provider: Provider, aboutId: string, lastDay: Day, stage: ApprovalNotice["stage"]): ApprovalNotice => ({
  providerId: provider.id,
  aboutId,
  lastDay,
  stage,
});
