import { workForEach, type Web, type Work } from "#ground/server";
import { displayName } from "#person";
import { findPersons } from "#person/server";
import { UnreadWordsContract, type UnreadWords } from "./word.contract.ts";
import { unreadWords } from "./word.store.ts";

/** Opens the list of who has added a word that nobody has read, over all the services that one listens for. */
export const openWords = (web: Web): void => {
  web.app.get("/api/words", { schema: { response: { 200: UnreadWordsContract } } }, async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const each = await workForEach(web, request, "listen", whoWrote);
    return each.flat().toSorted((a, b) => a.at.localeCompare(b.at));
  });
};

const whoWrote = async (work: Work): Promise<UnreadWords[]> => {
  const unread = await unreadWords(work);
  const persons = await findPersons(
    work,
    unread.map(({ personId }) => personId),
  );
  return unread.flatMap(({ personId, count, firstAt }) => {
    const person = persons.get(personId);
    if (!person) return [];
    return { personId, personName: displayName(person), commissionerId: work.commissionerId, count, at: firstAt.toISOString() };
  });
};
