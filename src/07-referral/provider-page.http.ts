import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { dayOf } from "#engines/calendar";
import { idOf, type Frame, type Id } from "#ground";
import {
  drawKey,
  findCommissioner,
  frameOf,
  inCommissioner,
  inShared,
  once,
  openLink,
  sendPage,
  type Actor,
  type Web,
  type Work,
} from "#ground/server";
import { acceptOffer, noteAttempt, refuseOffer, startService, type OfferAnswered } from "./answer-offer.action.ts";
import { lookAtOffer } from "./look-at-offer.action.ts";
import { findOffer } from "./offer.store.ts";
import { AttemptContract, KeyContract, refusalContract } from "./provider-answer.contract.ts";
import { LinkPage, ProviderPage, type Typed } from "./ProviderPage.screen.tsx";

/** Of no commissioner and no offer: what an unknown link opens, so that it takes as long as the others. */
const nobody = "00000000-0000-0000-0000-000000000000";

const params = z.object({ token: z.string() });

/** What a provider's link leads to. `expired` and `unknown` show a page and nothing else. */
export interface OpenedOffer {
  readonly kind: "open" | "expired" | "unknown";
  readonly offerId: string;
  readonly actor: Actor;
  readonly frame: Frame;
}

/** Opens the link of a request. Any link, good or not, asks the same of the database. */
export const openOffer = async (web: Web, request: FastifyRequest, token: string): Promise<OpenedOffer> => {
  const link = await openLink(web.ground, "provider-answer", token);
  const isElsewhere = link.kind !== "unknown" && request.portal !== undefined && request.portal.commissioner.id !== link.commissionerId;
  const known = link.kind === "unknown" || isElsewhere ? undefined : link;
  const commissionerId = known?.commissionerId ?? idOf<"Commissioner">(nobody);
  const offerId = known?.subjectId ?? nobody;
  return {
    kind: known?.kind ?? "unknown",
    offerId,
    actor: await providerActor(web, commissionerId, offerId),
    frame: await frameFor(web, request, commissionerId),
  };
};

/** Whoever holds the link of an offer acts in the name of its provider: the log says which. */
const providerActor = (web: Web, commissionerId: Id<"Commissioner">, offerId: string): Promise<Actor> =>
  inCommissioner(web.ground, { kind: "provider", commissionerId }, async (work) => {
    const offer = await findOffer(work, offerId);
    return offer ? { ...work.actor, kind: "provider", providerId: offer.providerId } : work.actor;
  });

/** The page belongs to the commissioner of the link, even when the address does not say so. */
const frameFor = async (web: Web, request: FastifyRequest, commissionerId: string): Promise<Frame> => {
  const commissioner = await inShared(web.ground, (work) => findCommissioner(work, { id: commissionerId }));
  const frame = frameOf(request);
  if (frame.brand || !commissioner) return frame;
  const { name, color, phone, slug, isDemonstration } = commissioner;
  return { ...frame, brand: { name, color, phone, slug }, demonstration: isDemonstration };
};

/** Acts, or looks, in the name of the provider of an offer. */
export const workOnOffer = <Result>(web: Web, opened: OpenedOffer, task: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(web.ground, opened.actor, task);

/** Sends the page of an offer as it is now. */
export const sendOfferPage = async (
  web: Web,
  reply: FastifyReply,
  opened: OpenedOffer,
  address: string,
  more: { readonly status?: number; readonly remark?: "late" | "settled"; readonly typed?: Typed } = {},
): Promise<unknown> => {
  const view = await workOnOffer(web, opened, (work) => lookAtOffer(work, opened.offerId));
  if (opened.kind !== "open" || !view)
    return sendPage(reply, LinkPage, { ...opened.frame, isExpired: opened.kind === "expired" }, opened.kind === "expired" ? 410 : 404);
  const { status = 200, ...shown } = more;
  return sendPage(reply, ProviderPage, { ...opened.frame, ...shown, view, address, formKey: drawKey(web.ground) }, status);
};

/** Where the forms of an offer go. */
export const offerAddress = (request: FastifyRequest, token: string): string => `${request.portal?.prefix ?? ""}/p/${token}`;

/** Page du prestataire : reading it changes nothing; each answer is done once, then the page is read again. */
export const openProviderPages = (web: Web): void => {
  web.app.get("/p/:token", { schema: { hide: true, params } }, async (request, reply) => {
    const { token } = request.params;
    return sendOfferPage(web, reply, await openOffer(web, request, token), offerAddress(request, token));
  });
  openAnswer(
    web,
    "accepter",
    KeyContract,
    (form) => form.cle,
    (work, offerId) => acceptOffer(work, offerId),
  );
  openAnswer(
    web,
    "debut",
    KeyContract,
    (form) => form.cle,
    (work, offerId) => startService(work, offerId),
  );
  openAnswer(
    web,
    "essai",
    AttemptContract,
    (form) => form.cle,
    (work, offerId, form) => noteAttempt(work, offerId, form.jointe === "oui"),
  );
  openRefusal(web);
};

const openRefusal = (web: Web): void => {
  web.app.post("/p/:token/refuser", { schema: { hide: true, params } }, async (request, reply) => {
    const { token } = request.params;
    const contract = refusalContract(dayOf(web.ground.clock()));
    await answer(web, request, reply, {
      token,
      name: "refuser",
      contract,
      keyOf: (form) => form.cle,
      deed: (work, offerId, form) => refuseOffer(work, offerId, form.refusal),
    });
    return reply;
  });
};

type Deed<Form> = (work: Work, offerId: string, form: Form) => Promise<OfferAnswered>;

const openAnswer = <Form>(web: Web, name: string, contract: z.ZodType<Form>, keyOf: (form: Form) => string, deed: Deed<Form>): void => {
  web.app.post(`/p/:token/${name}`, { schema: { hide: true, params } }, async (request, reply) => {
    const { token } = params.parse(request.params);
    await answer(web, request, reply, { token, name, contract, keyOf, deed });
    return reply;
  });
};

interface Answering<Form> {
  readonly token: string;
  readonly name: string;
  readonly contract: z.ZodType<Form>;
  readonly keyOf: (form: Form) => string;
  readonly deed: Deed<Form>;
}

/** Reads the form, does the deed once, and shows the page again: 422 with what was typed, 409 when it came too late. */
const answer = async <Form>(web: Web, request: FastifyRequest, reply: FastifyReply, asked: Answering<Form>): Promise<unknown> => {
  const opened = await openOffer(web, request, asked.token);
  const address = offerAddress(request, asked.token);
  const form = asked.contract.safeParse(request.body ?? {});
  if (opened.kind !== "open") return sendOfferPage(web, reply, opened, address);
  if (!form.success) return sendOfferPage(web, reply, opened, address, { status: 422, typed: typedIn(request.body, form.error) });
  const done = await workOnOffer(web, opened, (work) =>
    once(work, { key: asked.keyOf(form.data), route: `POST /p/${asked.name}`, content: [opened.offerId, form.data] }, () =>
      asked.deed(work, opened.offerId, form.data),
    ),
  );
  const result: OfferAnswered = done.kind === "key-reused" ? { kind: "settled", answer: "closed" } : done.answer;
  if (result.kind === "done") return reply.redirect(address, 303);
  return sendOfferPage(web, reply, opened, address, { status: 409, remark: result.kind === "late" ? "late" : "settled" });
};

/** What was typed, kept in the page beside what to put right. */
export const typedIn = (body: unknown, error: z.ZodError): Typed => ({
  values: Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  ),
  errors: error.issues.map((issue) => ({ field: String(issue.path[0] ?? "raison"), message: issue.message })),
});
