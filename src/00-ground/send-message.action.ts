import { ownCommissioner } from "./commissioner.store.ts";
import { smsParts, toGsm7 } from "./gsm7.ts";
import { idOf, type Id } from "./id.ts";
import type { Job } from "./jobs.store.ts";
import { keepMessage, noteDelivery, openMessage, type Message, type NewMessage } from "./message.store.ts";
import type { Delivery, Transports } from "./message.source.ts";
import { inCommissioner, type Work } from "./work.store.ts";

/** After so many tries, about three hours and a half, a message has failed: it would come too late to be understood. */
const triesAtMost = 10;

/**
 * Envoyer un message : keeps it closed, and asks for it to be sent when the work has succeeded. Without a way to send, it stays kept,
 * and the administrator may read it. The text never tells the situation. An SMS is written again in the alphabet of SMS.
 */
export const sendMessage = async (work: Work, message: NewMessage): Promise<Id<"Message">> => {
  if (work.ground.quiet === "without-messages") return neverWritten;
  const written = message.channel === "sms" ? { ...message, body: toGsm7(message.body) } : message;
  if (written.channel === "sms" && smsParts(written.body) > 1)
    work.ground.log.warn(
      { purpose: message.purpose, parts: smsParts(written.body) },
      "an SMS takes more than one message: shorten its text",
    );
  const id = await keepMessage(work, written);
  await work.later("message.send", { messageId: id }, { key: `message ${id}` });
  return id;
};

/** What a message of long ago is called when the past is told again: it names none. */
const neverWritten = idOf<"Message">("00000000-0000-0000-0000-000000000000");

/** The job that sends. The sending itself is outside any transaction: a slow foreign system must not hold a connection. */
export const sendingJob = (transports: Transports): Job => ({
  name: "message.send",
  run: async (ground, { commissionerId, messageId }) => {
    const inService = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(ground, { kind: "system", commissionerId }, deed);
    const ready = await inService((work) => readyToSend(work, String(messageId)));
    if (!ready) return;
    const transport = transports[ready.message.channel];
    if (!transport) return;
    const delivery = await transport({ ...ready.message, senderName: ready.senderName });
    await inService((work) => noteDelivery(work, ready.message.id, outcomeOf(delivery, ready.message.attempts + 1)));
    if (delivery.kind === "unavailable" && ready.message.attempts + 1 < triesAtMost)
      throw new Error(`message ${ready.message.id} was not taken: ${delivery.reason}`);
  },
});

const readyToSend = async (work: Work, id: string): Promise<{ message: Message; senderName: string } | undefined> => {
  const commissioner = await ownCommissioner(work);
  // A demonstration writes to nobody, whatever the settings: its people are invented, their numbers might not be.
  if (commissioner.isDemonstration) return undefined;
  const message = await openMessage(work, id);
  return message?.state === "kept" ? { message, senderName: commissioner.name } : undefined;
};

const outcomeOf = (delivery: Delivery, tries: number): Parameters<typeof noteDelivery>[2] => {
  if (delivery.kind === "sent") return { state: "sent" };
  const hasFailed = delivery.kind === "refused" || tries >= triesAtMost;
  return { state: hasFailed ? "failed" : "kept", failure: delivery.reason };
};
