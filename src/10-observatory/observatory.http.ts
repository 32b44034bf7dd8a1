import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { z } from "zod";
import { day, inWords, isMonth, monthInWords, monthOf, type Month } from "#engines/calendar";
import { lookVersion, notFound, type Web } from "#ground/server";
import { closingDayOf, isOver, type Edition } from "./edition.ts";
import { closedMonths, findEdition } from "./edition.store.ts";
import { capital } from "./french-number.ts";
import { MonthPage } from "./MonthPage.screen.tsx";
import { FirstEditionPage, MonthsPage, NoEditionPage } from "./MonthsPages.screen.tsx";
import { monthViewOf } from "./month-view.ts";
import { inNumbers } from "./numbers.store.ts";
import { observatoryWords } from "./observatory.words.ts";
import { csvOf, isFileName, tableOf } from "./table.ts";

const words = observatoryWords.fr;
const html = "text/html; charset=utf-8";

/** How long a page may be kept: a closed month does not change, but the links to its neighbours and our words may. */
const maxAgeSeconds = { latest: 300, page: 3600, file: 86_400 } as const;

/** Opens the pages of the observatory and their files: public, the same at every service, without a script. */
export const openObservatory = (web: Web): void => {
  const everywhere = { schema: { hide: true }, config: { everywhere: true } };
  web.app.get("/observatoire", everywhere, (request, reply) => sendLatest(web, request, reply));
  web.app.get("/observatoire/mois", everywhere, (request, reply) => sendMonths(web, request, reply));
  web.app.get("/observatoire/:month", everywhere, (request, reply) => sendMonth(web, request, reply, monthAsked(web, request)));
  web.app.get("/observatoire/:month/:file", everywhere, (request, reply) => sendFile(web, request, reply, monthAsked(web, request)));
};

const Address = z.object({ month: z.string(), file: z.string().optional() });

/** The month of an address; what cannot be a month of listening is not there: nothing was heard before 2000, nor will be known after this month. */
const monthAsked = (web: Web, request: FastifyRequest): Month => {
  const { month } = Address.parse(request.params);
  if (!isMonth(month) || month < "2000-01" || month > monthOf(web.ground.clock())) throw notFound();
  return month;
};

const sendLatest = async (web: Web, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { edition, months } = await inNumbers(web.ground, async (numbers) => {
    const all = await closedMonths(numbers);
    return { months: all, edition: all[0] && (await findEdition(numbers, all[0])) };
  });
  if (!edition) {
    const first = monthOf(web.ground.clock());
    return sendKept(request, reply, {
      type: html,
      body: page(FirstEditionPage, { version: lookVersion, month: monthInWords(first), day: dayInWords(closingDayOf(first)) }),
      seconds: maxAgeSeconds.latest,
    });
  }
  return sendKept(request, reply, { type: html, body: monthPage(edition, months, "/observatoire"), seconds: maxAgeSeconds.latest });
};

const sendMonths = async (web: Web, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const months = await inNumbers(web.ground, closedMonths);
  const links = months.map((month) => ({ href: `/observatoire/${month}`, label: capital(monthInWords(month)) }));
  return sendKept(request, reply, {
    type: html,
    body: page(MonthsPage, { version: lookVersion, months: links }),
    seconds: maxAgeSeconds.latest,
  });
};

const sendMonth = async (web: Web, request: FastifyRequest, reply: FastifyReply, month: Month): Promise<unknown> => {
  const { edition, months } = await inNumbers(web.ground, async (numbers) => ({
    months: await closedMonths(numbers),
    edition: await findEdition(numbers, month),
  }));
  if (edition)
    return sendKept(request, reply, {
      type: html,
      body: monthPage(edition, months, `/observatoire/${month}`),
      seconds: maxAgeSeconds.page,
    });
  const last = months[0];
  const name = capital(monthInWords(month));
  const body = page(NoEditionPage, {
    version: lookVersion,
    title: isOver(month, web.ground.clock()) && last !== undefined && month < last ? name : words.notClosed.title(name),
    sentence: last !== undefined && month < last ? words.notClosed.absent : words.notClosed.sentence(dayInWords(closingDayOf(month))),
    last: last && { href: `/observatoire/${last}`, label: words.notClosed.last(monthInWords(last)) },
  });
  return sendKept(request, reply, { type: html, body, seconds: maxAgeSeconds.latest });
};

const sendFile = async (web: Web, request: FastifyRequest, reply: FastifyReply, month: Month): Promise<unknown> => {
  const { file = "" } = Address.parse(request.params);
  const edition = await inNumbers(web.ground, (numbers) => findEdition(numbers, month));
  if (!edition) throw notFound();
  if (file === "edition.json")
    return sendKept(request, reply, { type: "application/json; charset=utf-8", body: editionFile(edition), seconds: maxAgeSeconds.file });
  const name = /^([a-z-]+)\.csv$/.exec(file)?.[1] ?? "";
  if (!isFileName(name)) throw notFound();
  void reply.header("content-disposition", `attachment; filename="observatoire-${month}-${name}.csv"`);
  return sendKept(request, reply, {
    type: "text/csv; charset=utf-8",
    body: csvOf(tableOf(name, edition.figures)),
    seconds: maxAgeSeconds.file,
  });
};

const editionFile = ({ month, figures, fingerprint, taxonomyVersion, closedAt }: Edition): string =>
  JSON.stringify({ month, closedAt: closedAt.toISOString(), taxonomyVersion, fingerprint, figures }, undefined, 1);

const monthPage = (edition: Edition, months: readonly Month[], current: string): string =>
  page(MonthPage, { view: monthViewOf(edition, months), version: lookVersion, current });

const page = <Props extends object>(component: FunctionComponent<Props>, props: Props): string =>
  `<!doctype html>${renderToStaticMarkup(createElement(component, props))}`;

/** « 3 décembre 2026 ». */
const dayInWords = (text: string): string => `${inWords(day(text)).replace(/^\S+ /, "")} ${text.slice(0, 4)}`;

interface Kept {
  readonly type: string;
  readonly body: string;
  readonly seconds: number;
}

/** Sends what may be kept by anybody, with its ETag: the same body is not sent twice to who has it. Compressed for those who say they read it. */
const sendKept = (request: FastifyRequest, reply: FastifyReply, { type, body, seconds }: Kept): unknown => {
  const tag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  void reply.header("cache-control", `public, max-age=${seconds}`).header("etag", tag).header("vary", "accept-encoding");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(tag)) return reply.code(304).send();
  void reply.type(type);
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(body);
  return reply.header("content-encoding", "gzip").send(gzipSync(body));
};
