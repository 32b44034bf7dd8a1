import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import { listenToNotices, newsSince, type News, type Notice } from "./live.store.ts";
import { staffOfSession } from "./session.store.ts";
import type { Staff } from "./staff.store.ts";
import { sessionToken } from "./desk-work.http.ts";
import { HttpAnswer } from "./http-answer.ts";
import { type Web } from "./site.http.ts";
import { webWords } from "./web.words.ts";

const streamsAtMost = 4000;
const streamsOfOnePerson = 20;
/** A reader so late is cut off: it comes back by itself, and says where it was. */
const waitingBytesAtMost = 256 * 1024;

interface Stream {
  readonly token: string;
  readonly response: ServerResponse;
  staff: Staff;
}

/**
 * Fil des nouvelles : `GET /api/live`, server-sent events. One connection to PostgreSQL for the process; each open screen hears the
 * commissioners that its person serves, and nothing of the others. It carries topics and identifiers only.
 * @returns what closes it.
 */
export const openLive = async (web: Web, options: { readonly heartbeatSeconds?: number } = {}): Promise<() => Promise<void>> => {
  const streams = new Set<Stream>();
  const listening = await listenToNotices(web.ground, {
    onNotice: (notice) => {
      passOn(streams, notice);
    },
    // They come back with the number of the last news they heard, and what was missed is read from the outbox.
    onCut: () => {
      for (const stream of streams) stream.response.end();
    },
  });
  const heartbeat = setInterval(
    () => {
      for (const stream of streams)
        keepAlive(web, stream).catch(() => {
          stream.response.end();
        });
    },
    (options.heartbeatSeconds ?? 25) * 1000,
  );
  heartbeat.unref();
  openRoute(web, streams);
  const close = async (): Promise<void> => {
    clearInterval(heartbeat);
    for (const stream of streams) stream.response.end();
    await listening.close();
  };
  web.app.addHook("preClose", close);
  return close;
};

const openRoute = (web: Web, streams: Set<Stream>): void => {
  web.app.get("/api/live", { schema: { hide: true } }, async (request, reply) => {
    const token = sessionToken(request);
    const staff = token === undefined ? undefined : await staffOfSession(web.ground, token, false);
    if (token === undefined || !staff) throw new HttpAnswer(401, webWords.fr.signInAgain);
    const own = [...streams].filter((stream) => stream.staff.id === staff.id);
    if (streams.size >= streamsAtMost || own.length >= streamsOfOnePerson) throw new HttpAnswer(429, webWords.fr.tooMany);
    const stream: Stream = { token, staff, response: begin(reply) };
    streams.add(stream);
    stream.response.on("close", () => streams.delete(stream));
    stream.response.on("error", () => streams.delete(stream));
    const last = Number(request.headers["last-event-id"]);
    if (Number.isSafeInteger(last) && last > 0)
      for (const news of await newsSince(
        web.ground,
        staff.memberships.map((each) => each.commissionerId),
        last,
      ))
        write(stream, textOf(news));
    return reply;
  });
};

const begin = (reply: FastifyReply): ServerResponse => {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  reply.raw.write("retry: 2000\n\n");
  return reply.raw;
};

const passOn = (streams: ReadonlySet<Stream>, notice: Notice): void => {
  if ("accessOf" in notice) {
    for (const stream of streams) if (stream.staff.id === notice.accessOf) stream.response.end();
    return;
  }
  const text = textOf(notice);
  for (const stream of streams)
    if (stream.staff.memberships.some((each) => each.commissionerId === notice.commissionerId)) write(stream, text);
};

const textOf = ({ id, commissionerId, topic, ids }: News): string =>
  `id: ${id}\nevent: news\ndata: ${JSON.stringify({ topic, commissionerId, ids })}\n\n`;

const write = (stream: Stream, text: string): void => {
  if (stream.response.writableEnded || stream.response.destroyed) return;
  if (stream.response.writableLength > waitingBytesAtMost) stream.response.destroy();
  else stream.response.write(text);
};

/** Keeps the way open through proxies, and looks whether the session still is: once it has ended, so does the stream. */
const keepAlive = async (web: Web, stream: Stream): Promise<void> => {
  const staff = await staffOfSession(web.ground, stream.token, false);
  if (!staff) {
    stream.response.end();
    return;
  }
  stream.staff = staff;
  write(stream, ": heartbeat\n\n");
};
