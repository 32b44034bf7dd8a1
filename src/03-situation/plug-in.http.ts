import { z } from "zod";
import { findContact } from "#contact/server";
import { looksLikeId } from "#ground";
import { idempotencyKey, notFound, workOn, type Web, type Work } from "#ground/server";
import type { LanguageModel } from "./language-model.source.ts";
import { namesOfFile } from "./names-of-file.store.ts";
import { readAgain } from "./text-reading.source.ts";
import { readSuggestions } from "./read-suggestions.action.ts";
import { situationOfContact } from "./situation.store.ts";
import { SuggestContract, SuggestionsContract } from "./suggestion.contract.ts";
import { words } from "./words.source.ts";

const isHere = async (work: Work, id: string): Promise<boolean> => (await findContact(work, id)) !== undefined;

/**
 * What a model outside the house proposes. The desk asks it after the house, whose answer comes at once: ten seconds are long in a
 * conversation. Between the two transactions nothing is held: neither a connection nor a lock waits for a foreign server.
 */
export const openPlugIn = (web: Web, plugIn: LanguageModel | undefined): void => {
  web.app.post(
    "/api/exchanges/:id/suggestions/plug-in",
    { schema: { params: z.object({ id: z.string() }), body: SuggestContract, response: { 200: SuggestionsContract } } },
    async (request, reply) => {
      const { id } = request.params;
      const { text } = request.body;
      if (!looksLikeId(id)) throw notFound();
      idempotencyKey(request);
      void reply.header("cache-control", "no-store");
      const inExchange = <Result>(task: (work: Work) => Promise<Result>): Promise<Result> =>
        workOn(web, request, "listen", (work) => isHere(work, id), task);

      const { analyse, versions } = words();
      const names = await inExchange((work) => namesOfExchange(work, id));
      const house = { analysis: analyse(text, { names }), model: versions.model };
      const { path, because, model, analysis } = await readAgain(house, plugIn, text);
      // Never the text, nor a word of what was answered.
      if (because !== undefined) web.ground.log.warn({ plugIn: plugIn?.name, because });
      const read = await inExchange((work) =>
        readSuggestions(work, { analyse: () => analysis, versions: { ...versions, model } }, { contactId: id, text }),
      );
      if (!read) throw notFound();
      return { ...read, path, ...(because === undefined ? {} : { because }) };
    },
  );
};

const namesOfExchange = async (work: Work, contactId: string): Promise<string[]> => {
  const about = await situationOfContact(work, contactId);
  return namesOfFile(work, about?.personId ?? (await findContact(work, contactId))?.personId);
};
