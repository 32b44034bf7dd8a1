import net from "node:net";
import { once } from "node:events";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { connect, isPassing } from "./database.store.ts";

test("a database that accepts and never answers is unavailable, and not a mistake of ours", async () => {
  const sockets: net.Socket[] = [];
  const mute = net.createServer((socket) => sockets.push(socket.on("error", () => undefined))).listen(0, "127.0.0.1");
  await once(mute, "listening");
  const { port } = mute.address() as net.AddressInfo;
  const database = connect(`postgres://postgres@127.0.0.1:${port}/postgres`, 1);
  const failure = await sql`select 1`.execute(database.db).catch((error: unknown) => error);
  expect(isPassing(failure)).toBe(true);
  await database.close();
  for (const socket of sockets) socket.destroy();
  mute.close();
}, 15_000);
