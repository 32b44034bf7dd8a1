import type { FastifyReply, FastifyRequest } from "fastify";
import { numbersFor } from "#ground";
import { portalFor, type DangerReader } from "#contact/server";
import { formFields, frameOf, notFound, sendPage, shownAgain, type Portal, type Web } from "#ground/server";
import { ChooseServicePage, type FieldError } from "#ground/screens";
import type { QuizAnswers } from "./condition.ts";
import { answerTo, passing, pathOf, questionAt, withAnswer, type Question, type Quiz } from "./quiz.ts";
import { answersRead, dangersIn, resultOf } from "./quiz-result.ts";
import { findQuiz, quizzes } from "./quizzes.ts";
import { ChoosePage, KeepPage, QuestionPage, QuizDangerPage } from "./QuizPages.screen.tsx";
import { ResultPage } from "./ResultPage.screen.tsx";
import { quizPageWords } from "./quiz-page.words.ts";
import { readAnswers, signAnswers, signEnclosed } from "./travelling-answers.http.ts";

const words = quizPageWords.fr;
const chooseService = { title: words.choose.title, lead: words.choose.service, icon: "list", path: "/faire-le-point" } as const;

/** One step through a quiz: whose service, which quiz, what was said before. */
interface Step {
  readonly web: Web;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly portal: Portal;
  readonly quiz: Quiz;
  readonly answers: QuizAnswers;
  readonly dangerIn: DangerReader;
}

const hidden = { schema: { hide: true } } as const;

/** Faire le point : pages without JavaScript. The answers travel signed from page to page; nothing is written anywhere here. */
export const openQuizzes = (web: Web, dangerIn: DangerReader): void => {
  const { app } = web;
  app.get("/faire-le-point", hidden, async (request, reply) => {
    const portal = await portalFor(web, request);
    if (Array.isArray(portal)) return sendPage(reply, ChooseServicePage, { ...frameOf(request), ...chooseService, services: portal });
    return sendPage(reply, ChoosePage, { ...frameOf(request), quizzes });
  });
  app.get("/faire-le-point/:quiz", hidden, (request, reply) => reply.redirect(beginning(request), 303));
  app.get("/faire-le-point/:quiz/:place", hidden, async (request, reply) => {
    const portal = await portalFor(web, request);
    const quiz = quizOf(request);
    if (Array.isArray(portal)) return reply.redirect("/faire-le-point", 303);
    if (placeOf(request) !== 1) return reply.redirect(beginning(request), 303);
    return showPlace({ web, request, reply, portal, quiz, answers: {}, dangerIn }, 1);
  });
  app.post("/faire-le-point/:quiz/:place", shownAgain, async (request, reply) => {
    const portal = await portalFor(web, request);
    const quiz = quizOf(request);
    if (Array.isArray(portal)) return reply.redirect("/faire-le-point", 303);
    const answers = readAnswers(web.ground, quiz, portal.commissioner.id, formFields(request).one("reponses"));
    const step = { web, request, reply, portal, quiz, answers: answers ?? {}, dangerIn };
    return answers ? goOn(step) : showPlace(step, 1, { notice: words.again, status: 400 });
  });
};

const paramsOf = (request: FastifyRequest) => request.params as { readonly quiz: string; readonly place?: string };
const beginning = (request: FastifyRequest): string => `${request.portal?.prefix ?? ""}/faire-le-point/${quizOf(request).id}/1`;

const quizOf = (request: FastifyRequest): Quiz => {
  const quiz = findQuiz(paramsOf(request).quiz);
  if (!quiz) throw notFound();
  return quiz;
};

/** Where she goes: a question, what comes after the last one, or the callback. */
const placeOf = (request: FastifyRequest): number | "rappel" => {
  const { place = "" } = paramsOf(request);
  if (place === "rappel") return place;
  if (!/^[1-9]\d?$/.test(place)) throw notFound();
  return Number(place);
};

/** What she answered on the page she leaves, then the page she goes to; between them, the numbers when she told a danger. */
const goOn = (step: Step): unknown => {
  const typed = formFields(step.request);
  const place = placeOf(step.request);
  const asked = pathOf(step.quiz, step.answers).find((question) => question.id === typed.one("question"));
  if (!asked) return show(step, place);
  if (typed.one("passer") !== "") return show({ ...step, answers: passing(asked, step.answers) }, place);
  const given = typed.one(asked.choices ? "choix" : "mot");
  const answered = withAnswer(asked, step.answers, given);
  // Going back or stopping asks for no answer.
  const isFree = typed.one("retour") !== "" || place === "rappel";
  if (answered.kind === "missing" && isFree) return show(step, place);
  if (answered.kind !== "answered") {
    const message = answered.kind === "missing" ? words.missing : words.tooLong;
    return showQuestion(step, asked, { errors: [{ field: asked.choices ? "choix" : "mot", message }], value: given });
  }
  const next = { ...step, answers: answered.answers };
  const dangers = dangersOf(step, asked, given);
  if (dangers.length === 0) return show(next, place);
  const after = pathOf(next.quiz, next.answers).indexOf(asked) + 2;
  return showDanger(next, numbersFor(dangers), place === "rappel" ? after : place);
};

/** What this answer alone tells of a danger: the choice as data, her own words by whoever reads them. */
const dangersOf = ({ dangerIn }: Step, { choices }: Question, given: string): readonly string[] => {
  if (!choices) return given.trim() === "" ? [] : dangerIn(given);
  const danger = choices.find((choice) => choice.id === given)?.danger;
  return danger === undefined ? [] : [danger];
};

const show = (step: Step, place: number | "rappel"): unknown => (place === "rappel" ? showKeep(step) : showPlace(step, place));

const pageOf = ({ web, request, portal, quiz, answers }: Step) => ({
  ...frameOf(request),
  quiz,
  answers: signAnswers(web.ground, quiz, portal.commissioner.id, answers),
});

const showPlace = (step: Step, place: number, more: { readonly notice?: string; readonly status?: number } = {}): unknown => {
  const at = questionAt(step.quiz, step.answers, place);
  return at ? showQuestion(step, at.question, more) : showResult(step);
};

const showQuestion = (
  step: Step,
  question: Question,
  more: {
    readonly errors?: readonly FieldError[];
    readonly value?: string;
    readonly notice?: string;
    readonly status?: number;
  },
): unknown => {
  const errors = more.errors ?? [];
  const place = pathOf(step.quiz, step.answers).indexOf(question) + 1;
  return sendPage(
    step.reply,
    QuestionPage,
    {
      ...pageOf(step),
      question,
      place,
      atMost: questionAt(step.quiz, step.answers, place)?.atMost ?? place,
      value: more.value ?? answerTo(question, step.answers),
      errors,
      notice: more.notice,
    },
    more.status ?? (errors.length > 0 ? 422 : 200),
  );
};

const showDanger = (step: Step, numbers: readonly string[], place: number): unknown =>
  sendPage(step.reply, QuizDangerPage, { ...pageOf(step), numbers, place });

const showResult = (step: Step): unknown => {
  const { quiz, answers, dangerIn } = step;
  const { word } = answersRead(quiz, answers);
  const dangers = [...dangersIn(quiz, answers), ...(word === undefined ? [] : dangerIn(word))];
  return sendPage(step.reply, ResultPage, {
    ...pageOf(step),
    result: resultOf(quiz, answers),
    isDanger: dangers.length > 0,
    numbers: numbersFor(dangers),
    lastPlace: pathOf(quiz, answers).length,
  });
};

/** Before the callback: whether her answers come along. With nothing answered there is nothing to ask. */
const showKeep = (step: Step): unknown => {
  const { web, reply, portal, quiz, answers } = step;
  const path = pathOf(quiz, answers);
  const next = path.findIndex((question) => answers[question.id] === undefined);
  const { lines, word } = answersRead(quiz, answers);
  if (lines.length === 0 && word === undefined) return reply.redirect(`${portal.prefix}/rappel/1`, 303);
  return sendPage(reply, KeepPage, {
    ...pageOf(step),
    place: (next === -1 ? path.length : next) + 1,
    lines,
    word,
    enclosed: signEnclosed(web.ground, quiz, portal.commissioner.id, answers),
  });
};
