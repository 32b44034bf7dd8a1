import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
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
  type Web,
  type Work,
} from "#ground/server";
import { findReferral } from "#referral/server";
import { AnswerPage, NoQuestionPage, type AnswerPageProps } from "./AnswerPage.screen.tsx";
import { PersonAnswerContract, SatisfactionContract } from "./answer.contract.ts";
import type { Delivered } from "./outcome.ts";
import { outcomesOf } from "./outcome.store.ts";
import { outcomeWords } from "./outcome.words.ts";
import { recordOutcome } from "./record-outcome.action.ts";

const nobody = "00000000-0000-0000-0000-000000000000";
const params = z.object({ token: z.string() });
const changing = z.object({ changer: z.string().optional() });

interface Opened {
  readonly kind: "open" | "expired" | "unknown";
  readonly commissionerId: Id<"Commissioner">;
  readonly referralId: string;
  readonly frame: Frame;
}

/** Any link, good or not, asks the same of the database. */
const openQuestion = async (web: Web, request: FastifyRequest, token: string): Promise<Opened> => {
  const link = await openLink(web.ground, "person-outcome", token);
  const isElsewhere = link.kind !== "unknown" && request.portal !== undefined && request.portal.commissioner.id !== link.commissionerId;
  const known = link.kind === "unknown" || isElsewhere ? undefined : link;
  const commissionerId = known?.commissionerId ?? idOf<"Commissioner">(nobody);
  const commissioner = await inShared(web.ground, (work) => findCommissioner(work, { id: commissionerId }));
  const frame = frameOf(request);
  const brand = commissioner && { name: commissioner.name, color: commissioner.color, phone: commissioner.phone, slug: commissioner.slug };
  return {
    kind: known?.kind ?? "unknown",
    commissionerId,
    referralId: known?.subjectId ?? nobody,
    frame: frame.brand || !brand ? frame : { ...frame, brand, demonstration: commissioner.isDemonstration },
  };
};

const asPerson = <Result>(web: Web, opened: Opened, task: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(web.ground, { kind: "person", commissionerId: opened.commissionerId }, task);

type Asked = Pick<AnswerPageProps, "mode" | "since" | "said" | "hasSatisfaction">;

const readQuestion = async (work: Work, referralId: string): Promise<Asked | undefined> => {
  const referral = await findReferral(work, referralId);
  if (!referral) return undefined;
  const mine = (await outcomesOf(work, referralId)).filter((outcome) => outcome.source === "person");
  return {
    mode: referral.mode === "inform" ? "inform" : "handover",
    since: referral.createdAt,
    said: mine.at(-1)?.delivered,
    hasSatisfaction: mine.some((outcome) => outcome.satisfaction !== undefined),
  };
};

const sendQuestion = async (
  web: Web,
  reply: FastifyReply,
  opened: Opened,
  address: string,
  more: { readonly isChanging?: boolean; readonly errors?: AnswerPageProps["errors"] } = {},
): Promise<unknown> => {
  const asked = await asPerson(web, opened, (work) => readQuestion(work, opened.referralId));
  const isExpired = opened.kind === "expired";
  if (opened.kind !== "open" || !asked) return sendPage(reply, NoQuestionPage, { ...opened.frame, isExpired }, isExpired ? 410 : 404);
  const said = more.isChanging === true ? undefined : asked.said;
  const errors = more.errors ?? [];
  return sendPage(
    reply,
    AnswerPage,
    { ...opened.frame, ...asked, said, errors, address, formKey: drawKey(web.ground) },
    errors.length > 0 ? 422 : 200,
  );
};

/** Page de réponse : from an SMS or from the follow-up, one tap to open, one to answer. Reading it changes nothing. */
export const openAnswerPages = (web: Web): void => {
  const addressOf = (request: FastifyRequest, token: string): string => `${request.portal?.prefix ?? ""}/reponse/${token}`;
  web.app.get("/reponse/:token", { schema: { hide: true, params, querystring: changing } }, async (request, reply) => {
    const { token } = request.params;
    return sendQuestion(web, reply, await openQuestion(web, request, token), addressOf(request, token), {
      isChanging: request.query.changer === "1",
    });
  });
  web.app.post("/reponse/:token", { schema: { hide: true, params } }, (request, reply) =>
    answer(web, request, reply, addressOf(request, request.params.token), {
      field: "reponse",
      contract: PersonAnswerContract,
      deed: (work, referralId, form) => say(work, referralId, form.reponse),
    }),
  );
  web.app.post("/reponse/:token/avis", { schema: { hide: true, params } }, (request, reply) =>
    answer(web, request, reply, addressOf(request, request.params.token), {
      field: "satisfaction",
      contract: SatisfactionContract,
      deed: rate,
    }),
  );
};

const say = async (work: Work, referralId: string, delivered: Delivered): Promise<void> => {
  await recordOutcome(work, { referralId, source: "person", delivered });
};

/** How it went is said with the same answer: her word does not change. */
const rate = async (work: Work, referralId: string, form: { readonly satisfaction: number }): Promise<void> => {
  const said = (await readQuestion(work, referralId))?.said;
  if (said !== undefined) await recordOutcome(work, { referralId, source: "person", delivered: said, satisfaction: form.satisfaction });
};

interface Answering<Form> {
  readonly field: "reponse" | "satisfaction";
  readonly contract: z.ZodType<Form>;
  readonly deed: (work: Work, referralId: string, form: Form) => Promise<void>;
}

/** Each answer is done once, then the page is read again. */
const answer = async <Form extends { readonly cle: string }>(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
  { field, contract, deed }: Answering<Form>,
): Promise<unknown> => {
  const opened = await openQuestion(web, request, params.parse(request.params).token);
  const form = contract.safeParse(request.body ?? {});
  if (opened.kind !== "open") return sendQuestion(web, reply, opened, address);
  if (!form.success) {
    const errors = form.error.issues.map((issue) => ({ field: String(issue.path[0] ?? field), message: issue.message }));
    return sendQuestion(web, reply, opened, address, { errors });
  }
  const done = await asPerson(web, opened, (work) =>
    once(work, { key: form.data.cle, route: "POST /reponse", content: [opened.referralId, form.data] }, async () => {
      await deed(work, opened.referralId, form.data);
      return { done: true };
    }),
  );
  if (done.kind !== "key-reused") return reply.redirect(address, 303);
  // From a page that the browser had kept, she says something else: asked again rather than thanked for what was not written.
  return sendQuestion(web, reply, opened, address, {
    isChanging: field === "reponse",
    errors: [{ field, message: outcomeWords.fr.page.another }],
  });
};
