// The read engine behind HTTP: a plain Fastify route in this thread, eight clients that keep their connection in another.
import Fastify from "fastify";
import { day } from "#engines/calendar";
import type { FindIndex } from "#engines/find";
import { zoneCodesOf, type Question, type Town } from "./find-world.ts";
import { askPaths, type HttpFigures } from "./http-clients.ts";

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
  const figures = await askPaths({
    port: typeof address === "object" && address ? address.port : 0,
    paths: questions.map(({ town, themes }) => `/find?commune=${town.code}&themes=${themes.join(",")}`),
    clients,
    seconds,
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
