import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  frameOf,
  inCommissioner,
  inShared,
  makeLink,
  once,
  openCommissioners,
  openLink,
  sendPage,
  shownAgain,
  type Actor,
  type Portal,
  type Web,
  type Work,
} from "#ground/server";
import { phoneInPairs, readPhone } from "#person";
import { timeInWords } from "#engines/calendar";
import { ChooseServicePage, type FieldError } from "#ground/screens";
import { bookCallback } from "./book-callback.action.ts";
import { messageAnswers, type CallbackAnswers } from "./callback-answers.ts";
import { CallerPage, CheckPage, MessagePage, PromisedPage, SlotPage } from "./CallbackPages.screen.tsx";
import { callbackPageWords } from "./callback-page.words.ts";
import { findCallback, freeSlots, lastCallbackOf } from "./callback.store.ts";
import { communeInWords, readCommune, type Communes } from "./communes.ts";
import { followUpAddress, linkDays } from "./follow-up-link.ts";
import type { Enclosures } from "./enclosure.http.ts";
import { readAnswers, signAnswers } from "./signed-answers.http.ts";
import { dayInWords, lastPage, nearestSlots, proposeSlots, slotInWords, type Slot } from "./slot.ts";

const words = callbackPageWords.fr;
const chooseService = { ...words.services, icon: "phone-back", path: "/rappel/1" } as const;
const text = z.string().max(4000).catch("");
const carried = z.string().max(20_000).catch("");

/** What the forms send, all of it text: what is missing or twice there counts as empty, and the page says what to do. */
const FormContract = z
  .object({
    reponses: carried.default(""),
    apporte: carried.default(""),
    sans: text.default(""),
    retour: text.default(""),
    plus: text.default(""),
    creneau: text.default(""),
    telephone: text.default(""),
    prenom: text.default(""),
    commune: text.default(""),
    "code-commune": text.default(""),
    passer: text.default(""),
    message: text.default(""),
    sms: text.default(""),
    cle: text.default(""),
  })
  .catch({
    reponses: "",
    apporte: "",
    sans: "",
    retour: "",
    plus: "",
    creneau: "",
    telephone: "",
    prenom: "",
    commune: "",
    "code-commune": "",
    passer: "",
    message: "",
    sms: "",
    cle: "",
  });
type Typed = z.infer<typeof FormContract>;

/** One passage through the form: whose service, what was said before, what was typed now. */
interface Passage {
  readonly web: Web;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly portal: Portal;
  readonly communes: Communes | undefined;
  readonly enclosures: Enclosures | undefined;
  readonly said: CallbackAnswers;
  readonly typed: Typed;
}

const fewAtOnce = { config: { rateLimit: { max: 60, timeWindow: "10 minutes" } }, schema: { hide: true } } as const;

/** Demander à être rappelé : four pages without JavaScript, then a promise. */
export const openCallbackForm = (
  web: Web,
  given: { readonly communes?: Communes | undefined; readonly enclosures?: Enclosures | undefined } = {},
): void => {
  const { app } = web;
  const { communes, enclosures } = given;
  app.get("/rappel", { schema: { hide: true } }, (request, reply) => reply.redirect(`${request.portal?.prefix ?? ""}/rappel/1`, 303));
  app.get("/rappel/1", { schema: { hide: true } }, async (request, reply) => {
    const portal = await portalFor(web, request);
    if (Array.isArray(portal)) return sendPage(reply, ChooseServicePage, { ...frameOf(request), ...chooseService, services: portal });
    return showSlots({ web, request, reply, portal, communes, enclosures, said: {}, typed: FormContract.parse({}) });
  });
  for (const number of [2, 3, 4])
    app.get(`/rappel/${number}`, { schema: { hide: true } }, (request, reply) =>
      reply.redirect(`${request.portal?.prefix ?? ""}/rappel/1`, 303),
    );

  const open = (path: string, show: (passage: Passage) => unknown): void => {
    app.post(path, path.endsWith("confirmer") ? fewAtOnce : shownAgain, async (request, reply) => {
      const portal = await portalFor(web, request);
      if (Array.isArray(portal)) return reply.redirect("/rappel/1", 303);
      const typed = FormContract.parse(request.body ?? {});
      const said =
        typed.reponses === "" ? {} : readAnswers(web.ground.keys.tokens, portal.commissioner.id, typed.reponses, web.ground.clock());
      const passage = withEnclosed({ web, request, reply, portal, communes, enclosures, said: said ?? {}, typed });
      return said ? show(passage) : showSlots(passage, { status: 400, notice: words.slot.again });
    });
  };
  open("/rappel/1", (passage) => showSlots(passage));
  open("/rappel/2", afterSlot);
  open("/rappel/3", afterCaller);
  open("/rappel/4", afterMessage);
  open("/rappel/confirmer", confirm);
  openPromised(web);
};

/** What she brings from another page, or takes out again on the last one. What cannot be read is left behind. */
const withEnclosed = (passage: Passage): Passage => {
  const { enclosed: before, ...rest } = passage.said;
  const brought = passage.typed.apporte === "" ? before : passage.typed.apporte;
  if (brought === undefined || passage.typed.sans !== "" || nameOfEnclosed(passage, brought) === undefined)
    return { ...passage, said: rest };
  return { ...passage, said: { ...rest, enclosed: brought } };
};

const nameOfEnclosed = ({ enclosures, portal, web }: Passage, enclosed: string | undefined): string | undefined =>
  enclosed === undefined || enclosed.length > 8000 ? undefined : enclosures?.nameOf(enclosed, portal.commissioner.id, web.ground.clock());

/** The service the form is for; when the address does not say, the services to choose from; with only one open, it is that one. */
export const portalFor = async (web: Web, request: FastifyRequest): Promise<Portal | { name: string; slug: string }[]> => {
  if (request.portal) return request.portal;
  const open = await inShared(web.ground, openCommissioners);
  const [only, ...others] = open;
  if (!only || others.length > 0) return open.map(({ name, slug }) => ({ name, slug }));
  request.portal = { commissioner: only, prefix: `/s/${only.slug}` };
  return request.portal;
};

const personOf = (portal: Portal): Actor => ({ kind: "person", commissionerId: portal.commissioner.id });
const inPortal = <Result>({ web, portal }: Passage, deed: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(web.ground, personOf(portal), deed);

const pageOf = ({ web, request, portal, said }: Passage, errors: readonly FieldError[]) => ({
  ...frameOf(request),
  answers: signAnswers(web.ground.keys.tokens, portal.commissioner.id, said, web.ground.clock()),
  errors,
});
const statusOf = (errors: readonly FieldError[]): number => (errors.length > 0 ? 422 : 200);

const choiceOf = (slot: Slot, now: Date) => {
  const day = dayInWords(slot.from, now);
  return {
    value: slot.from.toISOString(),
    label: `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${timeInWords(slot.from)} à ${timeInWords(slot.to)}`,
  };
};

// Page 1: when.
const showSlots = async (
  passage: Passage,
  shown: {
    readonly errors?: readonly FieldError[];
    readonly slots?: readonly Slot[];
    readonly notice?: string;
    readonly status?: number;
  } = {},
): Promise<unknown> => {
  const now = passage.web.ground.clock();
  const list = Math.min(Math.max(Number.parseInt(passage.typed.plus, 10) || 0, 0), lastPage);
  const free = await inPortal(passage, freeSlots);
  const held = free.filter((slot) => slot.from.toISOString() === passage.said.slot);
  const slots = shown.slots ?? [...new Set([...proposeSlots(free, list), ...held])].toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const errors = shown.errors ?? [];
  return sendPage(
    passage.reply,
    SlotPage,
    {
      ...pageOf(passage, errors),
      slots: slots.map((slot) => choiceOf(slot, now)),
      chosen: passage.said.slot,
      more: list < lastPage && free.length > slots.length ? list + 1 : undefined,
      notice: shown.notice,
    },
    shown.status ?? statusOf(errors),
  );
};

const afterSlot = async (passage: Passage): Promise<unknown> => {
  if (passage.typed.retour !== "") return showCaller(passage);
  const from = new Date(passage.typed.creneau);
  if (passage.typed.creneau === "" || Number.isNaN(from.getTime()))
    return showSlots(passage, { errors: [{ field: "creneau", message: words.slot.missing }] });
  const free = await inPortal(passage, freeSlots);
  // The form may have been open for long: what is no longer free is said now rather than at the end.
  if (!free.some((slot) => slot.from.getTime() === from.getTime()))
    return showSlots(passage, { errors: [{ field: "creneau", message: words.slot.taken }], slots: nearestSlots(free, from), status: 409 });
  return showCaller({ ...passage, said: { ...passage.said, slot: from.toISOString() } });
};

// Page 2: who, and at which number.
const showCaller = (
  passage: Passage,
  errors: readonly FieldError[] = [],
  several: readonly { value: string; label: string }[] = [],
): unknown => {
  const { said, typed } = passage;
  const hasTyped = errors.length > 0;
  return sendPage(
    passage.reply,
    CallerPage,
    {
      ...pageOf(passage, errors),
      phone: hasTyped ? typed.telephone : said.phone === undefined ? "" : phoneInPairs(said.phone),
      firstName: hasTyped ? typed.prenom : (said.firstName ?? ""),
      commune: hasTyped ? typed.commune : (said.commune?.name ?? ""),
      communes: several,
      asksCommune: passage.communes !== undefined,
    },
    statusOf(errors),
  );
};

const afterCaller = (passage: Passage): unknown => {
  const { typed, communes } = passage;
  if (typed.retour !== "") return showMessage(passage);
  const phone = readPhone(typed.telephone);
  const firstName = typed.prenom.trim();
  const errors: FieldError[] = [];
  // A short number (3114, 15) is no telephone that somebody is called back at.
  if (phone?.kind !== "number") errors.push({ field: "telephone", message: words.caller.wrongPhone });
  if (firstName === "") errors.push({ field: "prenom", message: words.caller.noFirstName });
  else if (firstName.length > 80) errors.push({ field: "prenom", message: words.caller.longFirstName });
  // What was chosen before comes back under its full name: it is not looked for again.
  const kept = typed.passer === "" && typed.commune === passage.said.commune?.name ? passage.said.commune : undefined;
  const commune =
    communes && typed.passer === "" && !kept
      ? readCommune(communes, typed.commune.slice(0, 100), typed["code-commune"])
      : { kind: "none" as const };
  if (commune.kind === "unknown") errors.push({ field: "commune", message: words.caller.unknownCommune });
  if (commune.kind === "several") errors.push({ field: "code-commune", message: words.caller.chooseCommune });
  const several = commune.kind === "several" ? commune.communes.map((each) => ({ value: each.code, label: communeInWords(each) })) : [];
  if (errors.length > 0 || !phone) return showCaller(passage, errors, several);
  const { commune: _, ...before } = passage.said;
  const place =
    commune.kind === "commune"
      ? { commune: { code: commune.commune.code, name: communeInWords(commune.commune) } }
      : kept
        ? { commune: kept }
        : {};
  return showMessage({ ...passage, said: { ...before, phone: phone.value, firstName, ...place } });
};

// Page 3: may a message be left.
const showMessage = (passage: Passage, errors: readonly FieldError[] = []): unknown =>
  sendPage(passage.reply, MessagePage, { ...pageOf(passage, errors), chosen: passage.said.message }, statusOf(errors));

const afterMessage = (passage: Passage): unknown => {
  if (passage.typed.retour !== "" || passage.typed.sans !== "") return showCheck(passage);
  const message = messageAnswers.find((answer) => answer === passage.typed.message);
  if (!message) return showMessage(passage, [{ field: "message", message: words.message.missing }]);
  return showCheck({ ...passage, said: { ...passage.said, message } });
};

// Page 4: everything, read again.
const showCheck = (passage: Passage): unknown => {
  const { slot, phone, firstName, message, commune } = passage.said;
  if (slot === undefined) return showSlots(passage, { errors: [{ field: "creneau", message: words.slot.missing }] });
  if (phone === undefined || firstName === undefined) return showCaller(passage);
  if (message === undefined) return showMessage(passage);
  const now = passage.web.ground.clock();
  const from = new Date(slot);
  return sendPage(passage.reply, CheckPage, {
    ...pageOf(passage, []),
    slot: slotInWords({ from, to: new Date(from.getTime() + 15 * 60_000) }, now),
    phone: phoneInPairs(phone),
    firstName,
    commune: commune?.name,
    message,
    enclosed: nameOfEnclosed(passage, passage.said.enclosed),
    offersSms: /^\+33[67]/.test(phone),
    onceKey: passage.web.ground.draw(16).toString("base64url"),
  });
};

type Booked =
  | { readonly kind: "booked"; readonly callbackId: string; readonly personId: string; readonly followsPerson: boolean }
  | { readonly kind: "taken" | "not-a-slot" };

const confirm = async (passage: Passage): Promise<unknown> => {
  const { slot, phone, firstName, message, commune, enclosed } = passage.said;
  const { cle, sms } = passage.typed;
  if (slot === undefined || phone === undefined || firstName === undefined || message === undefined || cle.length < 8 || cle.length > 100)
    return showCheck(passage);
  const asked = {
    from: new Date(slot),
    phone,
    firstName,
    communeCode: commune?.code,
    mayLeaveMessage: message === "oui",
    wantsSms: sms !== "",
  };
  const made = await inPortal(passage, async (work) => {
    const given = await once<Booked>(work, { key: cle, route: "POST /rappel/confirmer", content: { ...asked, enclosed } }, async () => {
      const booked = await bookCallback(work, asked);
      if (booked.kind === "booked" && enclosed !== undefined) await passage.enclosures?.keep(work, booked, enclosed);
      return booked.kind === "booked" ? booked : { kind: booked.kind };
    });
    if (given.kind === "key-reused") return "key-reused" as const;
    const booked = given.answer;
    if (booked.kind !== "booked") return undefined;
    const subjectId = booked.followsPerson ? booked.personId : booked.callbackId;
    return {
      token: await makeLink(work, { kind: "follow-up", subjectId, expiresAt: new Date(work.now.getTime() + linkDays * 86_400_000) }),
    };
  });
  if (made === "key-reused") return showCheck(passage);
  if (made) return passage.reply.redirect(`${passage.portal.prefix}/rappel/confirme/${made.token}`, 303);
  const free = await inPortal(passage, freeSlots);
  return showSlots(passage, {
    errors: [{ field: "creneau", message: words.slot.taken }],
    slots: nearestSlots(free, new Date(slot)),
    status: 409,
  });
};

/** The page after: it says what was promised for an hour, then leads to the follow-up, which asks who is there. */
const openPromised = (web: Web): void => {
  web.app.get(
    "/rappel/confirme/:token",
    { schema: { hide: true, params: z.object({ token: z.string().max(100) }) } },
    async (request, reply) => {
      const { token } = request.params;
      const link = await openLink(web.ground, "follow-up", token);
      const portal = request.portal;
      const followUp = `${portal?.prefix ?? ""}/suivi/${token}`;
      const isFresh = link.kind === "open" && link.expiresAt.getTime() - linkDays * 86_400_000 > web.ground.clock().getTime() - 3_600_000;
      if (!portal || !isFresh || link.commissionerId !== portal.commissioner.id) return reply.redirect(followUp, 303);
      const callback = await inCommissioner(
        web.ground,
        personOf(portal),
        async (work) => (await findCallback(work, link.subjectId)) ?? lastCallbackOf(work, link.subjectId),
      );
      if (callback?.state !== "promised") return reply.redirect(followUp, 303);
      return sendPage(reply, PromisedPage, {
        ...frameOf(request),
        slot: slotInWords(callback.slot, web.ground.clock()),
        followUp,
        followUpAddress: followUpAddress(web.ground.baseUrl(), token),
      });
    },
  );
};
