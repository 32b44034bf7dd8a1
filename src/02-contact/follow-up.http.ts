import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { looksLikeId, numbersFor } from "#ground";
import {
  findCommissioner,
  frameOf,
  inCommissioner,
  inShared,
  once,
  openCommissioners,
  openLink,
  sendPage,
  type Actor,
  type Portal,
  type Web,
  type Work,
} from "#ground/server";
import type { FieldError } from "#ground/screens";
import { consentWords, holds, readPhone, type Consent, type Person } from "#person";
import { consentsOf, findPerson, personOfConsent, withdrawConsent } from "#person/server";
import { inWords, timeInWords } from "#engines/calendar";
import type { Callback } from "./callback.ts";
import type { DangerReader, EnclosureOwner, Enclosures, KeptEnclosure } from "./enclosure.http.ts";
import type { FollowUpSummaries } from "./follow-up-summary.http.ts";
import { SummaryPage } from "./SummaryPage.screen.tsx";
import { findCallback, freeSlots, lastCallbackOf } from "./callback.store.ts";
import { callbackSteps, lettersOpen, makePass, openingLetters, openMinutes, passHolds } from "./follow-up.ts";
import type { FollowUpStep } from "./follow-up-step.ts";
import { tryLetters } from "./follow-up.store.ts";
import { followUpWords } from "./follow-up.words.ts";
import { CancelPage, ChangePage, DeadLinkPage, FollowUpPage, LettersPage, LostLinkPage, type ConsentShown } from "./FollowUp.screen.tsx";
import { promiseCallback } from "./promise-callback.action.ts";
import { resendLink } from "./resend-link.action.ts";
import { cancelCallback } from "./settle-callback.action.ts";
import { dayInWords, lastPage, nearestSlots, proposeSlots, slotInWords, type Slot } from "./slot.ts";
import { addWord } from "./word.store.ts";
import { writePromise } from "./book-callback.action.ts";

/** Étapes des pièces suivantes : what later rooms say of where a person's request stands. Given by whoever starts the server. */
export type FollowUpSteps = (work: Work, personId: string) => Promise<readonly FollowUpStep[]>;

const words = followUpWords.fr;
/** After a word that spoke of a danger, with the numbers that answer. It stays in the history of the browser: it names no danger. */
const wordWithNumbers = "mot-lu";
const passCookie = "tu_suivi";
const longestWord = 2000;
const field = z.string().max(20_000).catch("");
const FormContract = z
  .object({ lettres: field, creneau: field, mot: field, cle: field, telephone: field })
  .catch({ lettres: "", creneau: "", mot: "", cle: "", telephone: "" });
const typedIn = (request: FastifyRequest) => FormContract.parse(request.body ?? {});

/** One visit of a follow-up: the link is good, and we know whose it is. */
interface Visit {
  readonly web: Web;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly portal: Portal;
  readonly token: string;
  readonly subjectId: string;
  readonly base: string;
  readonly steps: FollowUpSteps;
  readonly enclosures: Enclosures | undefined;
  readonly summaries: FollowUpSummaries | undefined;
  readonly dangerIn: DangerReader;
}

/** What a link opens: everything of a person, or one callback only, when the one who asked for it did not prove who they are. */
interface Subject {
  readonly person: Person;
  readonly callback: Callback | undefined;
  readonly isWhole: boolean;
}

/** Mon suivi, sans compte. */
export const openFollowUp = (
  web: Web,
  options: {
    readonly steps?: FollowUpSteps | undefined;
    readonly enclosures?: Enclosures | undefined;
    readonly summaries?: FollowUpSummaries | undefined;
    readonly dangerIn?: DangerReader | undefined;
  } = {},
): void => {
  const steps: FollowUpSteps = options.steps ?? (() => Promise.resolve([]));
  const dangerIn: DangerReader = options.dangerIn ?? (() => []);
  const params = z.object({ token: z.string().max(120), consentId: z.string().max(120).optional() });
  const on = (method: "GET" | "POST", path: string, answer: (visit: Visit) => Promise<unknown>, needsPass = true): void => {
    web.app.route({
      method,
      url: `/suivi/:token${path}`,
      schema: { hide: true },
      handler: async (request, reply) => {
        const { token } = params.parse(request.params);
        const link = await openLink(web.ground, "follow-up", token);
        const portal = await portalOf(web, request, link.kind === "unknown" ? undefined : link.commissionerId);
        if (!portal || link.kind === "unknown")
          return sendPage(reply, DeadLinkPage, { ...frameOf(request), reason: "unknown" as const }, 404);
        if (link.kind === "expired") return sendPage(reply, DeadLinkPage, { ...frameOf(request), reason: "expired" as const }, 410);
        const visit: Visit = {
          web,
          request,
          reply,
          portal,
          token,
          subjectId: link.subjectId,
          base: `${portal.prefix}/suivi/${token}`,
          steps,
          enclosures: options.enclosures,
          summaries: options.summaries,
          dangerIn,
        };
        if (needsPass && !isOpen(visit)) return reply.redirect(visit.base, 303);
        return answer(visit);
      },
    });
  };
  on("GET", "", (visit) => (isOpen(visit) ? showFollowUp(visit) : showLetters(visit)), false);
  on("POST", "", readLetters, false);
  on("GET", "/changer", (visit) => showChange(visit));
  on("POST", "/changer", change);
  on("GET", "/annuler", (visit) => Promise.resolve(sendPage(visit.reply, CancelPage, frameFor(visit, []))));
  on("POST", "/annuler", cancel);
  on("POST", "/mot", keepWord);
  on("POST", "/accords/:consentId", withdraw);
  on("GET", "/resume", showSummary);
  on("POST", "/resume", hideSummary);
  openLostLink(web);
};

/** The service of the link. A link followed under another service's address is unknown there. */
const portalOf = async (web: Web, request: FastifyRequest, commissionerId: string | undefined): Promise<Portal | undefined> => {
  if (request.portal || commissionerId === undefined)
    return request.portal?.commissioner.id === commissionerId ? request.portal : undefined;
  const commissioner = await inShared(web.ground, (work) => findCommissioner(work, { id: commissionerId }));
  // At the address of the house itself, which names no service, the page takes the colours of the link's.
  if (commissioner) request.portal = { commissioner, prefix: `/s/${commissioner.slug}` };
  return request.portal;
};

const isOpen = ({ web, request, token }: Visit): boolean =>
  passHolds(web.ground.keys.tokens, token, request.cookies[passCookie] ?? "", web.ground.clock());
const frameFor = (visit: Visit, errors: readonly FieldError[]) => ({ ...frameOf(visit.request), base: visit.base, errors });
const inVisit = <Result>(visit: Visit, deed: (work: Work) => Promise<Result>): Promise<Result> => {
  const actor: Actor = { kind: "person", commissionerId: visit.portal.commissioner.id };
  return inCommissioner(visit.web.ground, actor, deed);
};

const subjectOf = async (work: Work, subjectId: string): Promise<Subject | undefined> => {
  const alone = await findCallback(work, subjectId);
  const person = await findPerson(work, alone?.personId ?? subjectId);
  if (!person) return undefined;
  return { person, callback: alone ?? (await lastCallbackOf(work, person.id)), isWhole: alone === undefined };
};

// The letters, before anything personal.
const showLetters = async (visit: Visit, errors: readonly FieldError[] = [], status = 200): Promise<unknown> => {
  const subject = await inVisit(visit, (work) => subjectOf(work, visit.subjectId));
  if (!subject) return sendPage(visit.reply, DeadLinkPage, { ...frameOf(visit.request), reason: "unknown" as const }, 404);
  return sendPage(visit.reply, LettersPage, { ...frameFor(visit, errors), canOpen: openingLetters(subject.person) !== undefined }, status);
};

const readLetters = async (visit: Visit): Promise<unknown> => {
  const { lettres } = typedIn(visit.request);
  const tried = await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    return subject && tryLetters(work, subject.person.id, lettersOpen(subject.person, lettres));
  });
  if (tried?.kind === "right") {
    visit.reply.setCookie(passCookie, makePass(visit.web.ground.keys.tokens, visit.token, visit.web.ground.clock()), {
      path: visit.base,
      httpOnly: true,
      sameSite: "lax",
      secure: visit.web.ground.baseUrl().startsWith("https:"),
      maxAge: openMinutes * 60,
    });
    return visit.reply.redirect(visit.base, 303);
  }
  const message = tried?.kind === "locked" ? words.letters.locked(timeInWords(tried.until)) : words.letters.wrong;
  return showLetters(visit, [{ field: "lettres", message }], tried?.kind === "locked" ? 429 : 422);
};

// The follow-up itself.
const doneWords: Readonly<Record<string, string>> = {
  mot: words.word.sent,
  [wordWithNumbers]: words.word.sent,
  annule: words.cancelPage.done,
  accord: words.consents.done,
  resume: words.summary.hidden,
};

const showFollowUp = async (visit: Visit, errors: readonly FieldError[] = [], status = 200): Promise<unknown> => {
  const now = visit.web.ground.clock();
  const seen = await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    if (!subject) return undefined;
    work.audit({ action: "read follow-up", objectKind: "person", objectId: subject.person.id, purpose: "request" });
    const asked = subject.callback && subject.isWhole ? inWords(subject.callback.askedAt) : undefined;
    const later = subject.isWhole ? await visit.steps(work, subject.person.id) : [];
    const consents = subject.isWhole ? await consentsOf(work, subject.person.id) : [];
    const kept = (await visit.enclosures?.keptFor(work, ownerOf(subject))) ?? [];
    const hasSummary = subject.isWhole && (await visit.summaries?.read(work, subject.person.id)) !== undefined;
    return { subject, consents, kept, hasSummary, steps: [...callbackSteps(subject.callback, asked, now), ...later] };
  });
  if (!seen) return sendPage(visit.reply, DeadLinkPage, { ...frameOf(visit.request), reason: "unknown" as const }, 404);
  const { person, callback } = seen.subject;
  const fait = (visit.request.query as { fait?: unknown }).fait;
  const moved = fait === "change" && callback?.state === "promised" ? words.changePage.done(slotInWords(callback.slot, now)) : undefined;
  return sendPage(
    visit.reply,
    FollowUpPage,
    {
      ...frameFor(visit, errors),
      firstName: person.firstName ?? person.lastName ?? "",
      steps: seen.steps,
      hasSummary: seen.hasSummary,
      callback:
        callback?.state === "promised" ? ("promised" as const) : callback?.state === "kept" ? ("none" as const) : ("may-ask" as const),
      isWaitedFor: callback?.state === "unreached",
      consents: [...seen.consents.map(consentShown), ...seen.kept.map(keptShown)],
      numbers: fait === wordWithNumbers ? numbersAsked(visit.request) : undefined,
      word: errors.length > 0 ? typedIn(visit.request).mot : "",
      onceKey: visit.web.ground.draw(16).toString("base64url"),
      done: moved ?? (typeof fait === "string" && Object.hasOwn(doneWords, fait) ? doneWords[fait] : undefined),
    },
    status,
  );
};

/** Only she who proved who she is reads it: a link to one callback, that others may have received, opens nothing of it. */
const showSummary = async (visit: Visit): Promise<unknown> => {
  const read = await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    const summary = subject?.isWhole === true ? await visit.summaries?.read(work, subject.person.id) : undefined;
    if (subject && summary) work.audit({ action: "read summary", objectKind: "person", objectId: subject.person.id, purpose: "request" });
    return summary;
  });
  if (!read) return visit.reply.redirect(visit.base, 303);
  const { errors: _, ...frame } = frameFor(visit, []);
  return sendPage(visit.reply, SummaryPage, { ...frame, summary: read, written: inWords(read.writtenOn) });
};

const hideSummary = async (visit: Visit): Promise<unknown> => {
  await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    if (subject?.isWhole === true) await visit.summaries?.hide(work, subject.person.id);
  });
  return visit.reply.redirect(`${visit.base}?fait=resume`, 303);
};

const consentShown = (consent: Consent): ConsentShown => ({
  id: consent.id,
  name: consentWords.fr.names[consent.purpose],
  state: consent.withdrawnAt
    ? words.consents.withdrawn(inWords(consent.withdrawnAt))
    : consent.answer === "yes"
      ? words.consents.yes(inWords(consent.givenAt))
      : words.consents.no,
  mayWithdraw: holds(consent),
});

/** Only numbers of the house's list are shown, whatever the address says. */
const numbersAsked = (request: FastifyRequest): readonly string[] => {
  const { pour } = request.query as { pour?: unknown };
  return typeof pour === "string" ? pour.split("-").slice(0, 4) : [];
};

/** What she let us keep is taken back like any other yes: taken back, it is erased. */
const keptShown = (kept: KeptEnclosure): ConsentShown => ({
  id: kept.id,
  name: kept.name,
  state: words.consents.yes(inWords(kept.agreedAt)),
  mayWithdraw: true,
});

const ownerOf = ({ person, callback, isWhole }: Subject): EnclosureOwner => ({
  personId: person.id,
  callbackId: isWhole ? undefined : callback?.id,
});

// Another time.
const choiceOf = (slot: Slot, now: Date) => ({
  value: slot.from.toISOString(),
  label: `${dayInWords(slot.from, now)}, ${timeInWords(slot.from)} à ${timeInWords(slot.to)}`,
});

const showChange = async (
  visit: Visit,
  refused?: { readonly message: string; readonly slots?: readonly Slot[]; readonly status: number },
): Promise<unknown> => {
  const now = visit.web.ground.clock();
  const free = await inVisit(visit, freeSlots);
  const errors = refused ? [{ field: "creneau", message: refused.message }] : [];
  const slots = (refused?.slots ?? proposeSlots(free, lastPage)).map((slot) => choiceOf(slot, now));
  return sendPage(visit.reply, ChangePage, { ...frameFor(visit, errors), slots, chosen: undefined }, refused?.status ?? 200);
};

const change = async (visit: Visit): Promise<unknown> => {
  const from = new Date(typedIn(visit.request).creneau);
  if (Number.isNaN(from.getTime())) return showChange(visit, { message: words.changePage.missing, status: 422 });
  const promised = await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    if (!subject) return undefined;
    const { person, callback } = subject;
    const answer = await promiseCallback(work, {
      personId: person.id,
      from,
      mayLeaveMessage: callback?.mayLeaveMessage === true && !person.isProtected,
    });
    if (answer.kind === "promised") await writePromise(work, person.id, answer.slot);
    return answer;
  });
  if (promised?.kind === "promised") return visit.reply.redirect(`${visit.base}?fait=change`, 303);
  return showChange(visit, { message: words.changePage.taken, slots: nearestSlots(promised?.nearest ?? [], from), status: 409 });
};

const cancel = async (visit: Visit): Promise<unknown> => {
  await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    if (subject?.callback) await cancelCallback(work, subject.callback.id);
  });
  return visit.reply.redirect(`${visit.base}?fait=annule`, 303);
};

const keepWord = async (visit: Visit): Promise<unknown> => {
  const typed = typedIn(visit.request);
  const written = typed.mot.trim();
  if (written === "") return showFollowUp(visit, [{ field: "mot", message: words.word.empty }], 422);
  if (written.length > longestWord) return showFollowUp(visit, [{ field: "mot", message: words.word.tooLong }], 422);
  const kept = await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    if (!subject) return undefined;
    const key = typed.cle.length >= 8 && typed.cle.length <= 100 ? typed.cle : work.ground.draw(16).toString("base64url");
    return once(work, { key, route: "POST /suivi/mot", content: written }, () => addWord(work, subject.person.id, written));
  });
  // Another word had left from this page, kept by the browser: this one is shown again, never said to have arrived.
  if (kept?.kind === "key-reused") return showFollowUp(visit, [{ field: "mot", message: words.word.another }], 409);
  const dangers = visit.dangerIn(written);
  if (dangers.length === 0) return visit.reply.redirect(`${visit.base}?fait=mot`, 303);
  return visit.reply.redirect(`${visit.base}?fait=${wordWithNumbers}&pour=${numbersFor(dangers).join("-")}`, 303);
};

const withdraw = async (visit: Visit): Promise<unknown> => {
  const { consentId } = visit.request.params as { consentId: string };
  const isDone = await inVisit(visit, async (work) => {
    const subject = await subjectOf(work, visit.subjectId);
    if (!subject || !looksLikeId(consentId)) return false;
    if (await visit.enclosures?.forget(work, ownerOf(subject), consentId)) return true;
    if (!subject.isWhole || (await personOfConsent(work, consentId)) !== subject.person.id) return false;
    await withdrawConsent(work, consentId);
    return true;
  });
  return visit.reply.redirect(isDone ? `${visit.base}?fait=accord` : visit.base, 303);
};

// Another link.
const openLostLink = (web: Web): void => {
  const page = (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { errors?: readonly FieldError[]; phone?: string; isSent?: boolean },
    status = 200,
  ): unknown =>
    sendPage(
      reply,
      LostLinkPage,
      { ...frameOf(request), errors: shown.errors ?? [], phone: shown.phone ?? "", isSent: shown.isSent ?? false },
      status,
    );

  web.app.get("/lien-perdu", { schema: { hide: true } }, (request, reply) => page(request, reply, {}));
  web.app.post(
    "/lien-perdu",
    { config: { rateLimit: { max: 20, timeWindow: "10 minutes" } }, schema: { hide: true } },
    async (request, reply) => {
      const typed = typedIn(request).telephone;
      const phone = readPhone(typed);
      if (phone?.kind !== "number")
        return page(request, reply, { errors: [{ field: "telephone", message: words.lost.wrongPhone }], phone: typed.slice(0, 40) }, 422);
      // Without a service in the address, all those that are open are asked: the person may have forgotten which one it was.
      const where = request.portal
        ? [request.portal.commissioner.id]
        : (await inShared(web.ground, openCommissioners)).map((commissioner) => commissioner.id);
      for (const commissionerId of where)
        await inCommissioner(web.ground, { kind: "person", commissionerId }, (work) => resendLink(work, phone.value));
      return page(request, reply, { isSent: true });
    },
  );
};
