import type { FastifyReply, FastifyRequest } from "fastify";
import { dayOf, monthOf, type Month } from "#engines/calendar";
import type { Gazetteer } from "#engines/places";
import { portalFor } from "#contact/server";
import { formFields, frameOf, inShared, notFound, sendPage, shownAgain, type Portal, type Web } from "#ground/server";
import { ChooseServicePage, type FieldError } from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import { factsForBenefits } from "../benefit/facts-for-benefits.ts";
import { localBenefitsShown } from "../benefit/local-benefits-shown.ts";
import { benefitsFor } from "../benefit/local-benefits.store.ts";
import { booleanIn, isAnswered, textIn, type Facts, type QuestionId } from "../facts/fact.ts";
import type { Question } from "../facts/question.ts";
import { factsAsked, findQuestion, questionsFor } from "../facts/questions.ts";
import { readFact } from "../facts/read-fact.ts";
import { answersRead } from "./answers-read.ts";
import { askedQuestion, fieldOf, typedIn, type TypedAnswer } from "./asked-question.ts";
import { endOfLink, openSealedLink, sealLink } from "./kept-link.http.ts";
import { pathOf, questionAfter } from "./path.ts";
import { QuestionPage } from "./QuestionPage.screen.tsx";
import { ResultPage } from "./ResultPage.screen.tsx";
import { resultOf } from "./result.ts";
import { KeepPage, LinkPage, LostLinkPage, ResumePage, StartPage } from "./SimulatorPages.screen.tsx";
import { simulatorWords } from "./simulator.words.ts";
import { readSignedFacts, signEnclosedFacts, signFacts } from "./travelling-facts.http.ts";

const words = simulatorWords.fr;
const chooseService = { title: words.title, lead: words.start.service, icon: "list", path: "/mes-droits" } as const;

export type Communes = Pick<Gazetteer, "byCode" | "search">;

/** What the simulator is given: the list of communes belongs to a later room. */
export interface SimulatorNeeds {
  readonly communes: Communes;
}

/** One step: whose service, what was answered before, what was typed now. */
interface Passage {
  readonly web: Web;
  readonly given: SimulatorNeeds;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly portal: Portal;
  readonly typed: ReturnType<typeof formFields>;
  readonly facts: Facts;
  readonly month: Month;
  readonly isDone: boolean;
}

type Place = number | "resultat" | "rappel" | "lien";

const hidden = { schema: { hide: true } } as const;

/** Voir mes droits : pages without JavaScript. The answers travel signed from page to page; nothing is written anywhere here. */
export const openSimulator = (web: Web, given: SimulatorNeeds): void => {
  const { app } = web;
  app.get("/mes-droits", hidden, async (request, reply) => {
    const portal = await portalFor(web, request);
    if (Array.isArray(portal)) return sendPage(reply, ChooseServicePage, { ...frameOf(request), ...chooseService, services: portal });
    return sendPage(reply, StartPage, frameOf(request));
  });
  app.get("/mes-droits/reprendre/*", hidden, async (request, reply) => {
    const portal = await portalFor(web, request);
    if (Array.isArray(portal)) return reply.redirect("/mes-droits", 303);
    return resume(passageOf({ web, given, request, reply, portal }, {}));
  });
  app.get("/mes-droits/:place", hidden, async (request, reply) => {
    const portal = await portalFor(web, request);
    const place = placeOf(request);
    if (Array.isArray(portal)) return reply.redirect("/mes-droits", 303);
    if (place !== 1) return reply.redirect(`${portal.prefix}/mes-droits`, 303);
    return showQuestion(passageOf({ web, given, request, reply, portal }, {}), undefined);
  });
  app.post("/mes-droits/:place", shownAgain, async (request, reply) => {
    const portal = await portalFor(web, request);
    const place = placeOf(request);
    if (Array.isArray(portal)) return reply.redirect("/mes-droits", 303);
    const signed = formFields(request).one("reponses");
    const facts = signed === "" ? {} : readSignedFacts(web.ground, portal.commissioner.id, signed);
    const passage = passageOf({ web, given, request, reply, portal }, facts ?? {});
    return facts ? goOn(passage, place) : showQuestion(passage, undefined, { notice: words.again, status: 400 });
  });
};

const passageOf = (from: Pick<Passage, "web" | "given" | "request" | "reply" | "portal">, facts: Facts): Passage => {
  const typed = formFields(from.request);
  return { ...from, typed, facts, month: monthOf(from.web.ground.clock()), isDone: typed.one("fini") !== "" };
};

const placeOf = (request: FastifyRequest): Place => {
  const { place = "" } = request.params as { readonly place?: string };
  if (place === "resultat" || place === "rappel" || place === "lien") return place;
  if (!/^[1-9]\d?$/.test(place)) throw notFound();
  return Number(place);
};

/** What she answered on the page she leaves, then the page she goes to. */
const goOn = (passage: Passage, place: Place): unknown => {
  const asked = findQuestion(passage.typed.one("question"));
  if (!asked) return show(passage, place, undefined);
  const typed = typedIn(asked, passage.typed, passage.given.communes);
  if (typed.kind === "search") return showQuestion(passage, asked, { typed, ...complaintOf(typed) });
  // Going back, stopping or keeping for later asks for no answer.
  const isFree = typed.isBack || typeof place !== "number";
  if (typed.kind === "nothing" && isFree) return leave(passage, asked, place, typed);
  const read = readFact(asked, typed.text, {
    facts: passage.facts,
    month: passage.month,
    isCommune: (code) => passage.given.communes.byCode(code) !== undefined,
  });
  if (read.kind === "refused") return showQuestion(passage, asked, { typed, errors: [{ field: fieldOf(asked), message: read.sentence }] });
  return leave({ ...passage, facts: { ...passage.facts, [asked.id]: read.value } }, asked, place, typed);
};

const complaintOf = (typed: TypedAnswer): { readonly errors?: readonly FieldError[] } =>
  typed.complaint === undefined ? {} : { errors: [{ field: "valeur", message: typed.complaint }] };

const leave = (passage: Passage, asked: Question, place: Place, typed: TypedAnswer): unknown => {
  if (typeof place !== "number") return show(passage, place, asked);
  const order = questionsFor(passage.facts, passage.month);
  const path = pathOf(passage.facts, passage.month);
  if (typed.isBack) return showQuestion(passage, questionBefore(path, order, asked.id));
  const next = questionAfter(path, order, asked.id);
  return next ? showQuestion(passage, next) : showResult(passage);
};

/** The question of the path before another one; the first when there is none. */
const questionBefore = (path: readonly Question[], order: readonly Question[], id: QuestionId): Question | undefined => {
  const earlier = new Set(
    order
      .slice(
        0,
        Math.max(
          0,
          order.findIndex((question) => question.id === id),
        ),
      )
      .map((question) => question.id),
  );
  return path.findLast((question) => earlier.has(question.id)) ?? path[0];
};

/** Goes somewhere without an answer: to a place of the path, or to one question that she wants to change. */
const show = (passage: Passage, place: Place, from: Question | undefined): unknown => {
  if (place === "resultat") return showResult(passage);
  if (place === "rappel") return showKeep(passage, from);
  if (place === "lien") return showLink(passage, from);
  const path = pathOf(passage.facts, passage.month);
  const wanted = path.find(({ id }) => id === passage.typed.one("aller")) ?? path[place - 1];
  return wanted ? showQuestion(passage, wanted) : showResult(passage);
};

const pageOf = ({ web, request, portal, facts, isDone }: Passage) => ({
  ...frameOf(request),
  answers: signFacts(web.ground, portal.commissioner.id, facts),
  isDone,
});

const topics = ["household", "home", "incomes", "received", "health", "rest"] as const;

const showQuestion = (
  passage: Passage,
  wanted: Question | undefined,
  more: {
    readonly typed?: TypedAnswer;
    readonly errors?: readonly FieldError[];
    readonly notice?: string;
    readonly status?: number;
  } = {},
): unknown => {
  const { facts, month, given } = passage;
  const path = pathOf(facts, month);
  const question = wanted ?? path[0];
  if (!question) throw new Error("the simulator has no question");
  const errors = more.errors ?? [];
  const at = path.findIndex(({ id }) => id === question.id);
  return sendPage(
    passage.reply,
    QuestionPage,
    {
      ...pageOf(passage),
      question: askedQuestion(question, facts, month, given.communes, more.typed),
      place: at + 1,
      isLast: at === path.length - 1,
      step: words.step(topics.indexOf(question.topic) + 1, topics.length, words.topics[question.topic]),
      errors,
      notice: more.notice,
    },
    more.status ?? (errors.length > 0 ? 422 : 200),
  );
};

const linesOf = ({ facts, month, given }: Passage) => answersRead(pathOf(facts, month), facts, month, given.communes.byCode);

const showResult = async (passage: Passage): Promise<unknown> => {
  const { web, reply, month } = passage;
  const now = web.ground.clock();
  const facts = factsAsked(passage.facts, month);
  return sendPage(reply, ResultPage, {
    ...pageOf(passage),
    result: resultOf(facts, month, dayOf(now)),
    lines: linesOf(passage),
    lastPlace: Math.max(1, pathOf(facts, month).length),
    isForeign: isAnswered(facts, "french") && booleanIn(facts, "french") !== true,
    today: dayInWords(dayOf(now), "fr"),
    local: await localBenefits(passage, facts),
  });
};

/** What is offered near her home; undefined as long as she did not say where it is. */
const localBenefits = async ({ web, month, given }: Passage, facts: Facts) => {
  const commune = textIn(facts, "commune");
  if (commune === undefined) return undefined;
  const asked = { communeCode: commune, facts: factsForBenefits(facts, month) };
  const found = await inShared(web.ground, (work) => benefitsFor(work, given.communes, asked));
  return found.kind === "found" ? localBenefitsShown(found) : undefined;
};

/** Where « Retour » leads: the question she was on, or the result. */
const backTo = ({ facts, month, isDone }: Passage, from: Question | undefined): number | "resultat" => {
  const at = from === undefined ? -1 : pathOf(facts, month).findIndex(({ id }) => id === from.id);
  return at === -1 ? (isDone ? "resultat" : 1) : at + 1;
};

/** Before the callback: whether her answers come along. With nothing answered there is nothing to ask. */
const showKeep = (passage: Passage, from: Question | undefined): unknown => {
  const { web, reply, portal, facts, month } = passage;
  const told = Object.fromEntries(Object.entries(factsAsked(facts, month)).filter(([, value]) => value !== null));
  if (Object.keys(told).length === 0) return reply.redirect(`${portal.prefix}/rappel/1`, 303);
  return sendPage(reply, KeepPage, {
    ...pageOf(passage),
    backTo: backTo(passage, from),
    lines: linesOf({ ...passage, facts: told }),
    enclosed: signEnclosedFacts(web.ground, portal.commissioner.id, told),
  });
};

const showLink = (passage: Passage, from: Question | undefined): unknown => {
  const { web, reply, portal, facts } = passage;
  const sealed = sealLink(web.ground, portal.commissioner.id, facts);
  return sendPage(reply, LinkPage, {
    ...pageOf(passage),
    link: `${web.ground.baseUrl()}/s/${portal.commissioner.slug}/mes-droits/reprendre/${sealed}`,
    until: dayInWords(dayOf(endOfLink(web.ground)), "fr"),
    backTo: backTo(passage, from),
  });
};

const resume = (passage: Passage): unknown => {
  const { web, request, reply, portal, month } = passage;
  const opened = openSealedLink(web.ground, portal.commissioner.id, (request.params as { readonly "*"?: string })["*"] ?? "");
  if (opened.kind !== "opened") return sendPage(reply, LostLinkPage, { ...frameOf(request), kind: opened.kind }, 410);
  const path = pathOf(opened.facts, month);
  const next = path.findIndex(({ id }) => !isAnswered(opened.facts, id));
  return sendPage(reply, ResumePage, {
    ...pageOf({ ...passage, facts: opened.facts, isDone: next === -1 }),
    count: path.filter(({ id }) => isAnswered(opened.facts, id)).length,
    next: next === -1 ? undefined : next + 1,
  });
};
