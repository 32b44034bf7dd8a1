import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { workOnce } from "./jobs.store.ts";
import { makeTransports, type Delivery, type Transports } from "./message.source.ts";
import { openMessage, type Message } from "./message.store.ts";
import { sendingJob, sendMessage } from "./send-message.action.ts";
import { inCommissioner, inShared } from "./work.store.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

const sms = {
  channel: "sms",
  to: "+33639981234",
  purpose: "callback booked",
  body: "Mutuelle des Alpes. Nous vous appelons mardi 24/11 entre 10h et 10h15.",
} as const;
const keep = (message: Parameters<typeof sendMessage>[1] = sms) =>
  inCommissioner(house.ground, house.mutuelle.system, (work) => sendMessage(work, message));
const opened = async (id: string): Promise<Message | undefined> =>
  inCommissioner(house.ground, house.mutuelle.system, (work) => openMessage(work, id));
const sendAll = (transports: Transports) => workOnce(house.ground, { jobs: [sendingJob(transports)], subscribers: [], rounds: [] });
/** Makes the jobs that wait to be tried again due now, once the queue has written down how the last try went. */
const hurry = async (): Promise<void> => {
  const underWay = () => sql`select 1 from graphile_worker._private_jobs where locked_at is not null`.execute(house.ground.database.db);
  await expect.poll(async () => (await underWay()).rows.length, { timeout: 10_000 }).toBe(0);
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(house.ground.database.db);
};
const always = (delivery: Delivery) => ({ sms: () => Promise.resolve(delivery), mail: () => Promise.resolve(delivery) });

describe("without a way to send", () => {
  test("a message stays kept, and nothing is tried", async () => {
    const id = await keep();
    await sendAll({});
    expect(await opened(id)).toMatchObject({ state: "kept", attempts: 0, to: sms.to, body: sms.body });
  });
  test("nobody reads it in the database", async () => {
    await keep();
    const { rows } = await sql<{
      all: string;
    }>`select encode(recipient, 'escape') || encode(body, 'escape') as all from ground_message`.execute(house.ground.database.db);
    expect(rows[0]?.all).not.toMatch(/Mutuelle|639981234/);
  });
  test("another service does not see it", async () => {
    const id = await keep();
    expect(await inCommissioner(house.ground, house.caisse.system, (work) => openMessage(work, id))).toBeUndefined();
  });
});

test("an SMS is written again in the alphabet of SMS", async () => {
  expect((await opened(await keep({ ...sms, body: "C’est noté : à bientôt" })))?.body).toBe("C'est noté : à bientot");
});

describe("what comes of a try is kept", () => {
  test.each([
    ["taken", { kind: "sent" }, { state: "sent", attempts: 1, failure: undefined }],
    ["refused for good", { kind: "refused", reason: "HTTP 400" }, { state: "failed", attempts: 1, failure: "HTTP 400" }],
    ["not taken this time", { kind: "unavailable", reason: "timeout" }, { state: "kept", attempts: 1, failure: "timeout" }],
  ] as const)("%s", async (_, delivery, expected) => {
    const id = await keep();
    await sendAll(always(delivery));
    expect(await opened(id)).toMatchObject(expected);
  });
  test("not taken, then taken: sent", async () => {
    const id = await keep();
    await sendAll(always({ kind: "unavailable", reason: "timeout" }));
    await hurry();
    await sendAll(always({ kind: "sent" }));
    expect(await opened(id)).toMatchObject({ state: "sent", attempts: 2, failure: undefined });
  });
  test("not taken ten times: failed, and not tried an eleventh", async () => {
    const id = await keep();
    for (let tries = 0; tries < 12; tries += 1) {
      await sendAll(always({ kind: "unavailable", reason: "timeout" }));
      await hurry();
    }
    expect(await opened(id)).toMatchObject({ state: "failed", attempts: 10 });
  });
});

test("a demonstration sends nothing, whatever the settings", async () => {
  await inShared(house.ground, (work) =>
    work.run(sql`update ground_commissioner set is_demonstration = true where id = ${house.mutuelle.id}`),
  );
  const id = await keep();
  await sendAll(always({ kind: "sent" }));
  expect(await opened(id)).toMatchObject({ state: "kept", attempts: 0 });
});

describe("a supplier of SMS is asked by HTTP", () => {
  const received: { headers: IncomingMessage["headers"]; body: string }[] = [];
  let status = 200;
  let supplier: Server;
  let smsUrl: string;
  beforeEach(async () => {
    received.splice(0);
    supplier = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body });
        response.writeHead(status).end("{}");
      });
    });
    await new Promise<void>((done) => supplier.listen(0, "127.0.0.1", done));
    smsUrl = `http://127.0.0.1:${String((supplier.address() as { port: number }).port)}/sms`;
  });
  afterEach(() => {
    supplier.closeAllConnections();
    supplier.close();
  });
  const transports = () => makeTransports({ smtpUrl: undefined, smsUrl, baseUrl: house.ground.baseUrl });

  test("with the number, the text, and a key that makes a repetition harmless", async () => {
    status = 200;
    const id = await keep();
    await sendAll(transports());
    expect(received.map(({ headers, body }) => [headers["idempotency-key"], JSON.parse(body) as unknown])).toEqual([
      [id, { to: "+33639981234", text: sms.body }],
    ]);
    expect((await opened(id))?.state).toBe("sent");
  });
  test.each([
    [400, { state: "failed", failure: "HTTP 400" }],
    [429, { state: "kept", failure: "HTTP 429" }],
    [503, { state: "kept", failure: "HTTP 503" }],
  ])("answering %i", async (answered, expected) => {
    status = answered;
    const id = await keep();
    await sendAll(transports());
    expect(await opened(id)).toMatchObject(expected);
  });
  test("that cannot be reached", async () => {
    supplier.close();
    const id = await keep();
    await sendAll(transports());
    expect(await opened(id)).toMatchObject({ state: "kept", failure: "unreachable" });
  });
});

describe("a mail leaves by SMTP", () => {
  const mail = {
    channel: "mail",
    to: "nadia@exemple.example",
    purpose: "callback booked",
    subject: "Votre rendez-vous du 24 novembre",
    body: "À mardi.\nNous appelons.",
  } as const;
  /** The least of a mail server: says yes to all, or no to the recipient. */
  const openMailServer = async (recipientAnswer: string) => {
    const lines: string[] = [];
    const server = createTcpServer((socket) => {
      let inData = false;
      socket.write("220 mail.example\r\n");
      socket.on("error", () => undefined);
      socket.on("data", (chunk) => {
        for (const line of String(chunk)
          .split("\r\n")
          .filter((each) => each !== "")) {
          lines.push(line);
          if (inData && line === ".") {
            inData = false;
            socket.write("250 kept\r\n");
          } else if (!inData) {
            inData = line === "DATA";
            socket.write(
              line.startsWith("RCPT") ? `${recipientAnswer}\r\n` : inData ? "354 go\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 yes\r\n",
            );
          }
        }
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const smtpUrl = `smtp://127.0.0.1:${String((server.address() as { port: number }).port)}?ignoreTLS=true`;
    return {
      lines,
      transports: makeTransports({ smtpUrl, smsUrl: undefined, baseUrl: house.ground.baseUrl }),
      close: () => server.close(),
    };
  };
  test("in the name of the service, with its subject", async () => {
    const server = await openMailServer("250 yes");
    const id = await keep(mail);
    await sendAll(server.transports);
    server.close();
    expect(await opened(id)).toMatchObject({ state: "sent" });
    expect(server.lines.find((line) => line.startsWith("From:"))).toContain("Mutuelle des Alpes");
    expect(server.lines).toContain("RCPT TO:<nadia@exemple.example>");
    expect(server.lines.find((line) => line.startsWith("Message-ID:"))).toContain(id);
  });
  test.each([
    ["550 no such user nadia@exemple.example", { state: "failed", failure: "SMTP 550" }],
    ["451 try later", { state: "kept", failure: "SMTP 451" }],
  ])("to a server that answers « %s »: the address is not kept with the failure", async (answer, expected) => {
    const server = await openMailServer(answer);
    const id = await keep(mail);
    await sendAll(server.transports);
    server.close();
    expect(await opened(id)).toMatchObject(expected);
  });
});
