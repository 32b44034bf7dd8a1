// The read engine behind HTTP: a plain Fastify route in this thread, eight clients that keep their connection in another.
import { createConnection, type Socket } from "node:net";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import Fastify from "fastify";
import { day } from "#engines/calendar";
import type { FindIndex } from "#engines/find";
import { zoneCodesOf, type Question, type Town } from "./find-world.ts";

export interface HttpFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly bytes: number;
}

interface Plan {
  readonly port: number;
  readonly paths: readonly string[];
  readonly clients: number;
  readonly seconds: number;
}

export const overHttp = async (
  index: FindIndex,
  questions: readonly Question[],
  clients: number,
  seconds: number,
): Promise<HttpFigures> => {
  const towns = new Map<string, Town>(questions.map(({ town }) => [town.code, town]));
  const app = Fastify();
  app.get<{ Querystring: { commune: string; themes: string } }>("/find", (request, reply) => {
    const town = towns.get(request.query.commune);
    if (!town) return reply.code(404).send();
    const { hits, total } = index.search({
      themes: request.query.themes.split(","),
      near: { point: town, zoneCodes: zoneCodesOf(town) },
      radiusMeters: 50_000,
      mayWiden: false,
      day: day("2026-11-20"),
      limit: 50,
    });
    return reply.type("application/json").send(joined(total, hits));
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  const plan: Plan = {
    port: typeof address === "object" && address ? address.port : 0,
    paths: questions.map(({ town, themes }) => `/find?commune=${town.code}&themes=${themes.join(",")}`),
    clients,
    seconds,
  };
  const worker = new Worker(import.meta.filename, { workerData: plan });
  const figures = await new Promise<HttpFigures>((told, failed) => {
    worker.once("message", told);
    worker.once("error", failed);
  });
  await app.close();
  return figures;
};

const open = Buffer.from('"services":[');
const comma = Buffer.from(",");
const close = Buffer.from("]}");

/** The bodies as they stand, end to end: nothing is written as JSON again. */
const joined = (total: number, hits: readonly { readonly body: Uint8Array }[]): Buffer =>
  Buffer.concat([Buffer.from(`{"total":${total},`), open, ...hits.flatMap(({ body }, at) => (at === 0 ? [body] : [comma, body])), close]);

const runClients = async ({ port, paths, clients, seconds }: Plan): Promise<HttpFigures> => {
  const times: number[] = [];
  let [next, bytes] = [0, 0];
  const warmUntil = performance.now() + 1000;
  const until = warmUntil + seconds * 1000;
  const client = async (): Promise<void> => {
    const socket = createConnection({ port, host: "127.0.0.1", noDelay: true });
    const answers = answersOf(socket);
    while (performance.now() < until) {
      const from = performance.now();
      socket.write(`GET ${paths[next++ % paths.length] ?? "/"} HTTP/1.1\r\nhost: bench\r\n\r\n`);
      const length = await answers();
      if (from < warmUntil) continue;
      bytes += length;
      times.push(performance.now() - from);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: clients }, client));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), longest: at(1), bytes: bytes / times.length };
};

/** Reads one answer after another by its announced length: a whole HTTP client would take the core that is measured. */
const answersOf = (socket: Socket): (() => Promise<number>) => {
  let told: ((length: number) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  let [left, length] = [-1, 0];
  socket.on("data", (bytes) => {
    if (left < 0) {
      const end = bytes.indexOf("\r\n\r\n");
      const head = bytes.toString("latin1", 0, end);
      if (!head.startsWith("HTTP/1.1 200")) failed?.(new Error(head));
      length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      left = length - (bytes.length - end - 4);
    } else left -= bytes.length;
    if (left > 0) return;
    left = -1;
    told?.(length);
  });
  socket.on("error", (error) => failed?.(error));
  return () =>
    new Promise((done, fails) => {
      told = done;
      failed = fails;
    });
};

if (!isMainThread && parentPort) parentPort.postMessage(await runClients(workerData as Plan));
