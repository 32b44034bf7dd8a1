import type { FastifyRequest } from "fastify";
import { clockTimeOf, dayOf } from "#engines/calendar";
import { administering, paramText, queryText } from "./administrator.http.ts";
import { administrationWords } from "./administration.words.ts";
import { readAnchors } from "./audit-anchor.source.ts";
import { listAudit, verifyAudit, type AuditEntry, type AuditFilter, type AuditVerdict } from "./audit.store.ts";
import { findCommissioner, openCommissioners } from "./commissioner.store.ts";
import type { Commissioner } from "./commissioner.ts";
import { looksLikeId } from "./id.ts";
import { JournalPage } from "./Journal.screen.tsx";
import { listMessages, openMessage, type Message, type MessageState } from "./message.store.ts";
import { MessagePage, MessagesPage } from "./Messages.screen.tsx";
import { administratorOf } from "./save-commissioner.action.ts";
import type { Staff } from "./staff.store.ts";
import { notFound } from "./http-answer.ts";
import { frameOf, sendPage } from "./page.http.ts";
import { type Web } from "./site.http.ts";
import { inCommissioner, inShared, type Work } from "./work.store.ts";

const { journal, messages } = administrationWords.fr;
const options = { schema: { hide: true } };
const pageSize = 100;

/** Opens the log of each service and its messages. To read the log is written in the log. */
export const openJournal = (web: Web, auditHeadsFile: string | undefined): void => {
  web.app.get(
    "/administration/journal",
    options,
    administering(web, async (by, request, reply) => {
      const { services, service } = await servicesAt(web, queryText(request, "service"));
      const typed = { words: queryText(request, "mots"), objectId: queryText(request, "objet") };
      const before = Number(queryText(request, "avant"));
      const filter = {
        words: typed.words,
        ...(typed.objectId ? { objectId: typed.objectId } : {}),
        ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
      };
      const isVerified = queryText(request, "verifier") === "1";
      const read = service && (await readJournal(web, by, service, filter, isVerified ? auditHeadsFile : undefined, isVerified));
      const entries = read?.entries ?? [];
      return sendPage(reply, JournalPage, {
        ...frameOf(request),
        services,
        service,
        filter: typed,
        lines: entries.map(lineOf),
        verdict: read?.verdict && verdictInWords(read.verdict),
        older: olderAddress(service, typed, entries),
      });
    }),
  );
  openMessages(web);
};

const readJournal = async (
  web: Web,
  by: Staff,
  service: Commissioner,
  filter: AuditFilter,
  anchorsFile: string | undefined,
  isVerified: boolean,
) => {
  const anchors = anchorsFile === undefined ? [] : await readAnchors(anchorsFile, service.id);
  return asAdministrator(web, by, service, async (work) => {
    const entries = await listAudit(work, filter);
    const verdict = isVerified ? await verifyAudit(work, anchors) : undefined;
    work.audit({ action: isVerified ? "verify log" : "read log", objectKind: "commissioner", objectId: service.id });
    return { entries, verdict };
  });
};

const openMessages = (web: Web): void => {
  web.app.get(
    "/administration/messages",
    options,
    administering(web, async (by, request, reply) => {
      const { services, service } = await servicesAt(web, queryText(request, "service"));
      const state = stateAt(request);
      const found = service ? await asAdministrator(web, by, service, (work) => listMessages(work, state)) : [];
      const lines = found.map((message) => ({
        id: message.id,
        at: timeOf(message.createdAt),
        channel: messages.channels[message.channel],
        purpose: message.purpose,
        state: [
          messages.states[message.state],
          message.failure,
          message.attempts > 1 ? messages.tries(String(message.attempts)) : undefined,
        ]
          .filter(Boolean)
          .join(", "),
      }));
      return sendPage(reply, MessagesPage, { ...frameOf(request), services, service, state, lines });
    }),
  );
  web.app.get(
    "/administration/messages/:service/:id",
    options,
    administering(web, async (by, request, reply) => {
      const id = paramText(request, "id");
      const { service } = await servicesAt(web, paramText(request, "service"));
      if (!service || !looksLikeId(id)) throw notFound();
      const message = await asAdministrator(web, by, service, async (work) => {
        const found = await openMessage(work, id);
        if (found) work.audit({ action: "open message", objectKind: "message", objectId: id });
        return found;
      });
      if (!message) throw notFound();
      return sendPage(reply, MessagePage, { ...frameOf(request), service, facts: factsOf(message) });
    }),
  );
};

const asAdministrator = <Result>(web: Web, by: Staff, service: Commissioner, deed: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(web.ground, administratorOf(by, service.id), deed);

const servicesAt = (web: Web, slug: string): Promise<{ services: Commissioner[]; service: Commissioner | undefined }> =>
  inShared(web.ground, async (work) => {
    const services = await openCommissioners(work);
    const service = slug === "" ? undefined : await findCommissioner(work, { slug });
    if (slug !== "" && !service) throw notFound();
    return { services, service };
  });

const stateAt = (request: FastifyRequest): MessageState | undefined => {
  const asked = queryText(request, "etat");
  return asked === "kept" || asked === "sent" || asked === "failed" ? asked : undefined;
};

const timeOf = (at: Date): string => `${dayOf(at).split("-").toReversed().join("/")} ${clockTimeOf(at)}`;

const lineOf = (entry: AuditEntry) => ({
  seq: entry.seq,
  at: timeOf(entry.at),
  who: entry.actorName ?? journal.actors[entry.actorKind],
  what: entry.purpose === undefined ? entry.action : `${entry.action} (${entry.purpose})`,
  object: `${entry.objectKind} ${entry.objectId}`,
});

const verdictInWords = (verdict: AuditVerdict): { isWhole: boolean; sentence: string } =>
  verdict.kind === "whole"
    ? { isWhole: true, sentence: journal.whole(`${verdict.lines.toLocaleString("fr-FR")} ${verdict.lines < 2 ? "ligne" : "lignes"}`) }
    : { isWhole: false, sentence: journal.broken(verdict.seq, journal.because[verdict.because]) };

const olderAddress = (
  service: Commissioner | undefined,
  typed: { words: string; objectId: string },
  entries: readonly AuditEntry[],
): string | undefined => {
  const oldest = entries.at(-1)?.seq;
  if (!service || oldest === undefined || entries.length < pageSize) return undefined;
  return `/administration/journal?${new URLSearchParams({ service: service.slug, mots: typed.words, objet: typed.objectId, avant: String(oldest) }).toString()}`;
};

const factsOf = (message: Message): { name: string; value: string }[] => [
  { name: messages.at, value: timeOf(message.createdAt) },
  { name: messages.purpose, value: `${messages.channels[message.channel]}, ${message.purpose}` },
  { name: messages.state, value: messages.states[message.state] + (message.sentAt ? ` ${timeOf(message.sentAt)}` : "") },
  ...(message.failure === undefined ? [] : [{ name: messages.failure, value: message.failure }]),
  { name: messages.to, value: message.to },
  ...(message.subject === undefined ? [] : [{ name: messages.subject, value: message.subject }]),
  { name: messages.body, value: message.body },
];
