import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What reached the double: all of it, so that a test may look for what must not be there. */
export interface AskedOfDouble {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}
type Play = (response: ServerResponse, asked: AskedOfDouble) => void;

/** Doublure d'un modèle : speaks on this computer as an OpenAI-compatible server does, and plays what a test asks it to. */
export interface ModelDouble {
  readonly url: string;
  readonly asked: readonly AskedOfDouble[];
  play(play: Play): void;
  close(): Promise<void>;
}

export const openModelDouble = async (play: Play = says({})): Promise<ModelDouble> => {
  const asked: AskedOfDouble[] = [];
  let playing = play;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { path: request.url ?? "", headers: request.headers, body };
      asked.push(one);
      playing(response, one);
    });
  });
  // A test that fails to close it must not hold the run.
  server.unref();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    play: (next) => {
      playing = next;
    },
    close: async () => {
      const closed = new Promise<void>((done) => {
        server.close(() => {
          done();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
};

const nothing = { urgence: 0, urgence_motifs: [], besoins: [], emotions: [], fragilites: [] };

/** An answer as such servers write it; what is not said of the reading is empty. */
export const says =
  (reading: Readonly<Record<string, unknown>>): Play =>
  (response) => {
    saysText(JSON.stringify({ ...nothing, ...reading }))(response, { path: "", headers: {}, body: "" });
  };
export const saysText =
  (content: unknown): Play =>
  (response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "1", object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", content } }] }));
  };
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Play =>
  (response) => {
    response.writeHead(code, headers);
    response.end("{}");
  };
/** Keeps the line and never answers. */
export const silence: Play = () => undefined;
/** Hangs up in the middle. */
export const hangUp: Play = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"choices":[{"mess');
  setTimeout(() => response.destroy(), 5);
};
/** Plays one after the other; the last one goes on. */
export const oneAfterTheOther = (...plays: readonly Play[]): Play => {
  let turn = 0;
  return (response, asked) => {
    plays[Math.min(turn++, plays.length - 1)]?.(response, asked);
  };
};
