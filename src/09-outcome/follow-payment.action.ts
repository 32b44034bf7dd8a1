import { inCommissioner, type Subscriber, type Work } from "#ground/server";
import { paidApplication } from "#rights/server";
import { gainIsHere, paymentsNoted, recordGain, withdrawGain } from "./gain.store.ts";

/**
 * Argent venu d'une démarche : its payment is one gain, proven when a notice was seen (case 43). What is true now decides, whatever was
 * told, in whatever order, and however often: a payment noted once is never noted again, even after somebody withdrew its gain; a payment
 * that was taken back withdraws it.
 */
export const followPayment = async (work: Work, applicationId: string): Promise<void> => {
  const paid = await paidApplication(work, applicationId);
  if (!paid) return;
  const noted = await paymentsNoted(work, applicationId);
  for (const { gainId, paymentId } of noted)
    if (paymentId !== paid.payment?.id && (await gainIsHere(work, gainId))) await withdrawGain(work, gainId);
  const { payment } = paid;
  if (!payment || noted.some(({ paymentId }) => paymentId === payment.id)) return;
  const basis = payment.proof === "notice" ? "proven" : "declared";
  const from = { personId: paid.personId, situationId: paid.situationId, label: paid.name, payment: { applicationId, id: payment.id } };
  // What is not money opens something all the same: a cover, help in kind.
  await recordGain(
    work,
    payment.amount ? { ...from, kind: "money", amount: payment.amount, basis } : { ...from, kind: "opportunity", basis },
  );
};

const follow = (topic: "application.paid" | "application.unpaid"): Subscriber => ({
  topic,
  name: `outcome.follow-payment ${topic}`,
  hear: (ground, event) =>
    inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const applicationId = event.ids["applicationId"];
      if (applicationId !== undefined) await followPayment(work, applicationId);
    }),
});

export const paymentSubscribers: readonly Subscriber[] = [follow("application.paid"), follow("application.unpaid")];
