import type { FastifyReply, FastifyRequest } from "fastify";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { z } from "zod";
import { day, inWords, isMonth, monthInWords, monthOf, type Month } from "#engines/calendar";
import { lookVersion, notFound, type Web } from "#ground/server";
import { closingDayOf, type Edition } from "./edition.ts";
import { closedMonths, findEdition } from "./edition.store.ts";
import { capital } from "./french-number.ts";
import { bodyMemory, keptBody, sendKept, type KeptBody } from "./kept-body.http.ts";
import { MonthPage } from "./MonthPage.screen.tsx";
import { FirstEditionPage, MonthsPage, NoEditionPage } from "./MonthsPages.screen.tsx";
import { monthViewOf } from "./month-view.ts";
import { inNumbers, type Numbers } from "./numbers.store.ts";
import { observatoryWords } from "./observatory.words.ts";
import { csvOf, isFileName, tableOf } from "./table.ts";

const words = observatoryWords.fr;
/** Two pages a month for some years. */
const pagesRemembered = 60;

/** How long a page may be kept: a closed month does not change, but the links to its neighbours and our words may. */
const maxAgeSeconds = { latest: 300, page: 3600, file: 86_400 } as const;

type Memory = ReturnType<typeof bodyMemory>;

/** Opens the pages of the observatory and their files: public, the same at every service, without a script. */
export const openObservatory = (web: Web): void => {
  const everywhere = { schema: { hide: true }, config: { everywhere: true } };
  const memory = bodyMemory(pagesRemembered);
  web.app.get("/observatoire", everywhere, (request, reply) => sendLatest(web, memory, request, reply));
  web.app.get("/observatoire/mois", everywhere, (request, reply) => sendMonths(web, request, reply));
  web.app.get("/observatoire/:month", everywhere, (request, reply) => sendMonth(web, memory, request, reply));
  web.app.get("/observatoire/:month/:file", everywhere, (request, reply) => sendFile(web, request, reply));
};

const Address = z.object({ month: z.string(), file: z.string().optional() });

/** The month of an address; what cannot be a month of listening is not there: nothing was heard before 2000, nor will be known after this month. */
const monthAsked = (web: Web, request: FastifyRequest): Month => {
  const { month } = Address.parse(request.params);
  if (!isMonth(month) || month < "2000-01" || month > monthOf(web.ground.clock())) throw notFound();
  return month;
};

const sendLatest = async (web: Web, memory: Memory, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const body = await inNumbers(web.ground, async (numbers) => {
    const months = await closedMonths(numbers);
    return months[0] && monthBody(numbers, memory, months[0], months, "/observatoire");
  });
  return sendKept(request, reply, body ?? firstEditionBody(monthOf(web.ground.clock())), maxAgeSeconds.latest);
};

const firstEditionBody = (month: Month): KeptBody =>
  page(FirstEditionPage, { version: lookVersion, month: monthInWords(month), day: dayInWords(closingDayOf(month)) });

const sendMonths = async (web: Web, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const months = await inNumbers(web.ground, closedMonths);
  const links = months.map((month) => ({ href: `/observatoire/${month}`, label: capital(monthInWords(month)) }));
  return sendKept(request, reply, page(MonthsPage, { version: lookVersion, months: links }), maxAgeSeconds.latest);
};

const sendMonth = async (web: Web, memory: Memory, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const month = monthAsked(web, request);
  const { months, body } = await inNumbers(web.ground, async (numbers) => {
    const all = await closedMonths(numbers);
    return { months: all, body: all.includes(month) ? await monthBody(numbers, memory, month, all, `/observatoire/${month}`) : undefined };
  });
  if (body) return sendKept(request, reply, body, maxAgeSeconds.page);
  return sendKept(request, reply, noEditionBody(month, months[0]), maxAgeSeconds.latest);
};

/** The page of a closed month. It changes when its neighbours or our version do, and then its key does too. */
const monthBody = (numbers: Numbers, memory: Memory, month: Month, months: readonly Month[], current: string): Promise<KeptBody> =>
  memory(`${current} ${month} ${months.join(" ")}`, async () => {
    const edition = await findEdition(numbers, month);
    if (!edition) throw new Error(`the edition of ${month} is not there`);
    return page(MonthPage, { view: monthViewOf(edition, months), version: lookVersion, current });
  });

/** A month after the last edition will be closed; one before it, if it has none, never will: nobody was heard. */
const noEditionBody = (month: Month, last: Month | undefined): KeptBody => {
  const isPast = last !== undefined && month < last;
  const name = capital(monthInWords(month));
  return page(NoEditionPage, {
    version: lookVersion,
    title: isPast ? name : words.notClosed.title(name),
    sentence: isPast ? words.notClosed.absent : words.notClosed.sentence(dayInWords(closingDayOf(month))),
    last: last && { href: `/observatoire/${last}`, label: words.notClosed.last(monthInWords(last)) },
  });
};

const sendFile = async (web: Web, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const month = monthAsked(web, request);
  const { file = "" } = Address.parse(request.params);
  const edition = await inNumbers(web.ground, (numbers) => findEdition(numbers, month));
  if (!edition) throw notFound();
  if (file === "edition.json") return sendKept(request, reply, editionBody(edition), maxAgeSeconds.file);
  const name = /^([a-z-]+)\.csv$/.exec(file)?.[1] ?? "";
  if (!isFileName(name)) throw notFound();
  void reply.header("content-disposition", `attachment; filename="observatoire-${month}-${name}.csv"`);
  return sendKept(request, reply, keptBody("text/csv; charset=utf-8", csvOf(tableOf(name, edition.figures))), maxAgeSeconds.file);
};

const editionBody = ({ month, figures, fingerprint, taxonomyVersion, closedAt }: Edition): KeptBody =>
  keptBody(
    "application/json; charset=utf-8",
    JSON.stringify({ month, closedAt: closedAt.toISOString(), taxonomyVersion, fingerprint, figures }, undefined, 1),
  );

const page = <Props extends object>(component: FunctionComponent<Props>, props: Props): KeptBody =>
  keptBody("text/html; charset=utf-8", `<!doctype html>${renderToStaticMarkup(createElement(component, props))}`);

/** « 3 décembre 2026 ». */
const dayInWords = (text: string): string => `${inWords(day(text)).replace(/^\S+ /, "")} ${text.slice(0, 4)}`;
