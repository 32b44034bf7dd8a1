import { Readable } from "node:stream";
import { z } from "zod";
import { frameOf, HttpAnswer, inShared, sendPage, type Web } from "#ground/server";
import { feedPage, lastPlace, placeFrom } from "./change-feed.store.ts";
import { exchangedKinds } from "./exchange.store.ts";
import { ExchangePage } from "./ExchangePage.screen.tsx";
import { exportFormats } from "./exported-file.ts";
import { exportOf } from "./export.source.ts";
import { exchangeWords } from "./exchange.words.ts";

const words = exchangeWords.fr;
/** A whole directory is a heavy answer: nobody needs it ten times a minute. */
const exportRate = { rateLimit: { max: 10, timeWindow: "1 minute" } };
const feedRate = { rateLimit: { max: 120, timeWindow: "1 minute" } };
const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

const FeedQuery = z.object({ since: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(1000).default(500) });

/** Échange : the directory for everyone, in the national format, whole or as it changes. */
export const openDirectoryExports = (web: Web): void => {
  for (const kind of exchangedKinds)
    for (const format of exportFormats)
      web.app.get(
        `/api/exports/${kind}.${format}`,
        { config: exportRate, schema: { summary: `${kind}, data·inclusion v1, ${format}` } },
        (_request, reply) =>
          reply
            .type(types[format])
            .header("content-disposition", `attachment; filename="${kind}.${format}"`)
            .send(Readable.from(exportOf(web.ground, kind, format))),
      );

  web.app.get(
    "/api/changes",
    { config: feedRate, schema: { summary: "NDJSON: {place, kind, deed, name, at, record?} a line", querystring: FeedQuery } },
    async (request, reply) => {
      const { since, limit } = request.query;
      const after = since === undefined || since === "" ? undefined : placeFrom(since);
      if (since !== undefined && since !== "" && !after) throw new HttpAnswer(400, words.badPlace);
      const page = await inShared(web.ground, (work) => feedPage(work, after, limit));
      if (page.kind === "too-old") throw new HttpAnswer(410, words.tooOld);
      return reply.type("application/x-ndjson; charset=utf-8").send(page.changes.map((change) => `${JSON.stringify(change)}\n`).join(""));
    },
  );

  web.app.get(
    "/api/changes/place",
    { config: feedRate, schema: { summary: "Where the feed ends now", response: { 200: z.object({ place: z.string().nullable() }) } } },
    async () => ({ place: (await inShared(web.ground, lastPlace)) ?? null }),
  );

  web.app.get("/annuaire/donnees", { schema: { hide: true } }, (request, reply) =>
    sendPage(reply, ExchangePage, { ...frameOf(request), changesAddress: `${web.ground.baseUrl()}/api/changes` }),
  );
};
