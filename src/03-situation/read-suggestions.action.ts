import { findContact } from "#contact/server";
import { ownCommissioner, type Work } from "#ground/server";
import { dangerTold, hasNewWords, type DangerTold } from "./danger-told.ts";
import { emotionsOfContact } from "./emotion.store.ts";
import { namesOfFile } from "./names-of-file.store.ts";
import { findSituation, situationOfContact } from "./situation.store.ts";
import type { DangerShown, SuggestionsShown } from "./suggestion.contract.ts";
import { emotionsToSuggest, needsToSuggest } from "./suggestion.ts";
import { needLabel, themeOf } from "./taxonomy.ts";
import { clauseAround } from "./told-words.ts";
import { answeredPairs, settledNeeds } from "./verdict.store.ts";
import type { Words } from "./words.source.ts";

/**
 * Lire des notes : what the machine proposes for an exchange. It writes nothing, not even in the log: what is only proposed exists nowhere.
 * An exchange that is about nobody yet gets no need to keep, but a danger is read all the same.
 */
export const readSuggestions = async (
  work: Work,
  { analyse, versions }: Pick<Words, "analyse" | "versions">,
  asked: { readonly contactId: string; readonly text: string },
): Promise<SuggestionsShown | undefined> => {
  const contact = await findContact(work, asked.contactId);
  if (!contact) return undefined;
  const about = await situationOfContact(work, asked.contactId);
  const analysis = analyse(asked.text, { names: await namesOfFile(work, about?.personId ?? contact.personId) });
  const settled = about ? await settledNeeds(work, about.id) : undefined;
  const felt = new Set((await emotionsOfContact(work, asked.contactId)).map(({ emotion }) => emotion as string));
  const place = analysis.masked.entities.findLast((entity) => entity.type === "ADRESSE");
  const danger = await askOrNot(work, about?.id, dangerTold(asked.text, analysis));
  return {
    language: analysis.language,
    danger: danger.asks && place ? { ...danger, place: asked.text.slice(place.start, place.end) } : danger,
    suggestions: settled
      ? needsToSuggest(analysis, settled).map(({ need, confidence, ...found }) => {
          const told = clauseAround(asked.text, found);
          return {
            kind: "need",
            need,
            theme: themeOf(need),
            label: needLabel(need),
            confidence,
            ...told,
            words: asked.text.slice(told.start, told.end),
          };
        })
      : [],
    emotions: about ? emotionsToSuggest(analysis, felt) : [],
    versions,
    path: "house",
  };
};

const nothing: DangerShown = { level: 0, confidence: 0, motives: [], asks: false };

/** The machine asks at level 3, unless a human already said so, answered these words no, or the service wants no question. */
const askOrNot = async (work: Work, situationId: string | undefined, told: DangerTold): Promise<DangerShown> => {
  if (!(await ownCommissioner(work)).asksAboutDanger) return nothing;
  const { pairs, motives, ...rest } = told;
  const shown = { ...rest, motives: [...motives] };
  if (told.level < 3) return { ...shown, asks: false };
  if (situationId === undefined) return { ...shown, asks: true };
  const isFlagged = (await findSituation(work, situationId))?.urgency === 3;
  return { ...shown, asks: !isFlagged && hasNewWords(pairs, await answeredPairs(work, situationId, pairs)) };
};
