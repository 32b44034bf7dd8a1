import { z } from "zod";
import { findContact } from "#contact/server";
import { looksLikeId } from "#ground";
import { HttpAnswer, notFound, openDeed, workOn, type Web, type Work } from "#ground/server";
import { closeExchange } from "./close-exchange.action.ts";
import type { Objector } from "./close-situation.action.ts";
import { dangerWaits } from "./danger-waits.store.ts";
import { noteEmotion } from "./emotion.store.ts";
import {
  CloseExchangeContract,
  DoneContract,
  ExchangeContract,
  NoteEmotionContract,
  NotesSavedContract,
  SaveNotesContract,
} from "./exchange.contract.ts";
import { readExchange } from "./exchange.store.ts";
import { exchangeWords } from "./exchange.words.ts";
import { notesOf } from "./notes.store.ts";
import { openExchange } from "./open-exchange.action.ts";
import { refusalOfChoice, refusalOfClosing } from "./refusal.http.ts";
import { saveNotes, type Saving } from "./save-notes.action.ts";
import { keepVerdict } from "./verdict.store.ts";

const words = exchangeWords.fr.refusals;
const isHere = async (work: Work, id: string): Promise<boolean> => (await findContact(work, id)) !== undefined;

/** An exchange under way: its one answer, its notes, its emotions, its end. */
export const openExchanges = (web: Web, objectors: readonly Objector[]): void => {
  openReading(web);
  openNotes(web);
  openDeed(web, {
    path: "/api/contacts/:id/emotions",
    body: NoteEmotionContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, { emotion, intensity, proposed }) => {
      const situationId = (await openExchange(work, contactId))?.situationId;
      if (situationId === undefined) throw new HttpAnswer(409, words.noPerson);
      await noteEmotion(work, { contactId, situationId, emotion, intensity });
      if (proposed && intensity > 0)
        await keepVerdict(work, {
          ...proposed,
          contactId,
          situationId,
          kind: "emotion",
          label: emotion,
          verdict: "kept",
          wasProposed: true,
        });
      return { done: true };
    },
  });
  openDeed(web, {
    path: "/api/exchanges/:id/close",
    body: CloseExchangeContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, { nextAction, situation, brief }) => {
      if (await dangerWaits(work, contactId)) throw new HttpAnswer(422, words.dangerFirst, { missing: [{ kind: "danger" }] });
      const closing = await closeExchange(
        work,
        {
          contactId,
          ...(nextAction ? { nextAction: { ...nextAction, at: new Date(nextAction.at) } } : {}),
          ...(brief ? { brief: { answered: brief.answered, ...(brief.demand ? { demand: brief.demand } : {}) } } : {}),
          ...(situation
            ? { situation: { reason: situation.reason, ...(situation.note === undefined ? {} : { note: situation.note }) } }
            : {}),
        },
        objectors,
      );
      if (closing.kind === "closed") return { done: true };
      if (closing.kind === "not-found") throw notFound();
      if (closing.kind === "missing") throw new HttpAnswer(422, words.notYet, { missing: closing.missing });
      throw closing.kind === "next-action-refused" ? refusalOfChoice(closing.because) : refusalOfClosing(closing.closing);
    },
  });
};

const openReading = (web: Web): void => {
  web.app.get(
    "/api/exchanges/:contactId",
    { schema: { params: z.object({ contactId: z.string() }), response: { 200: ExchangeContract } } },
    async (request, reply) => {
      const { contactId } = request.params;
      if (!looksLikeId(contactId)) throw notFound();
      void reply.header("cache-control", "no-store");
      return workOn(
        web,
        request,
        "listen",
        (work) => isHere(work, contactId),
        async (work) => {
          const opened = await openExchange(work, contactId);
          if (!opened) throw notFound();
          return readExchange(work, opened);
        },
      );
    },
  );
};

const openNotes = (web: Web): void => {
  const act = async (work: Work, contactId: string, body: z.infer<typeof SaveNotesContract>) => {
    const saving = await saveNotes(work, { contactId, ...body });
    if (saving.kind !== "saved") throw await refusalOfSaving(work, contactId, saving);
    return { revision: saving.revision, savedAt: saving.savedAt };
  };
  openDeed(web, { path: "/api/contacts/:id/notes", body: SaveNotesContract, answer: NotesSavedContract, deed: "listen", isHere, act });
};

const refusalOfSaving = async (work: Work, contactId: string, saving: Exclude<Saving, { readonly kind: "saved" }>): Promise<HttpAnswer> => {
  if (saving.kind === "not-found") return notFound();
  if (saving.kind === "no-person") return new HttpAnswer(409, words.noPerson);
  if (saving.kind === "purged") return new HttpAnswer(409, words.purged);
  const { text, revision, savedAt } = await notesOf(work, contactId);
  return new HttpAnswer(409, words.notesConflict, { kept: { text, revision, ...(savedAt ? { savedAt: savedAt.toISOString() } : {}) } });
};
