// Clients that keep their connection, in a thread of their own: what a server answers in a second, and how long each answer takes.
import { createConnection, type Socket } from "node:net";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

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
  /** Addresses that the requests come from, as a proxy tells them: one address alone would be refused for asking so often. */
  readonly addresses?: number;
}

/** Asks the paths in turn, after a second that is not counted. Throws at the first answer that is not 200. */
export const askPaths = async (plan: Plan): Promise<HttpFigures> => {
  const worker = new Worker(import.meta.filename, { workerData: plan });
  return new Promise((told, failed) => {
    worker.once("message", told);
    worker.once("error", failed);
  });
};

const runClients = async ({ port, paths, clients, seconds, addresses }: Plan): Promise<HttpFigures> => {
  const times: number[] = [];
  let [next, bytes] = [0, 0];
  const warmUntil = performance.now() + 1000;
  const until = warmUntil + seconds * 1000;
  const fromWhere = (turn: number): string =>
    addresses === undefined ? "" : `x-forwarded-for: 10.0.${(turn % addresses) >> 8}.${(turn % addresses) & 255}\r\n`;
  const client = async (): Promise<void> => {
    const socket = createConnection({ port, host: "127.0.0.1", noDelay: true });
    const answers = answersOf(socket);
    while (performance.now() < until) {
      const from = performance.now();
      const turn = next++;
      socket.write(`GET ${paths[turn % paths.length] ?? "/"} HTTP/1.1\r\nhost: 127.0.0.1\r\n${fromWhere(turn)}\r\n`);
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
      if (!head.startsWith("HTTP/1.1 200")) failed?.(new Error(bytes.toString("utf8")));
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
