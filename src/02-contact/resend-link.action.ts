import { makeLink, ownCommissioner, sendMessage, type Work } from "#ground/server";
import { mayWriteTo } from "#person";
import { consentsOf, personsAt } from "#person/server";
import { followUpAddress, linkDays } from "./follow-up-link.ts";
import { maySendLink } from "./follow-up.store.ts";
import { lostLinkText } from "./text-message.ts";

/**
 * Renvoyer un lien perdu : to each person at this number whom we may write to, once a day. Says nothing of what it did: whoever asks must
 * not learn whether a number is known here.
 */
export const resendLink = async (work: Work, phone: string): Promise<void> => {
  for (const person of await personsAt(work, "phone", phone)) {
    const may = mayWriteTo(person, "sms", await consentsOf(work, person.id));
    // The number typed is hers, and it is the very one that we write to.
    if (may.kind !== "may" || may.to !== phone || !(await maySendLink(work, person.id))) continue;
    const expiresAt = new Date(work.now.getTime() + linkDays * 86_400_000);
    const token = await makeLink(work, { kind: "follow-up", subjectId: person.id, expiresAt });
    const { name } = await ownCommissioner(work);
    await sendMessage(work, {
      channel: "sms",
      to: may.to,
      purpose: "lost link",
      body: lostLinkText(name, expiresAt, followUpAddress(work.ground.baseUrl(), token)),
    });
  }
};
