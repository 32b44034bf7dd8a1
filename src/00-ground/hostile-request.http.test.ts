import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground);
  web.app.get("/lien/:token", (request) => ({ token: (request.params as { token: string }).token }));
  // Whoever reads a file stops at the first line that cannot be: the rest is never asked for.
  web.app.post("/api/file", async (request) => {
    const given = await request.file();
    given?.file.destroy();
    return { kind: "failed" };
  });
  await web.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

describe("an address that cannot be read is answered by our page, not by the machine", () => {
  test.each(["/lien/abc%", "/lien/%ff", `/lien/${"a".repeat(130)}`, "/s/mutuelle-des-alpes/lien/%"])("%s", async (url) => {
    const answer = await web.app.inject({ url });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.body).toContain("Cette page n’existe pas");
    expect(answer.body).not.toContain("FST_ERR");
  });
});

test("a file refused half-way does not keep the next request of its connection waiting", async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = web.app.server.address() as AddressInfo;
  const ask = (method: string, path: string, body?: Buffer) =>
    new Promise<{ status: number | undefined; wasReused: boolean }>((answered, failed) => {
      const headers = body === undefined ? {} : { "content-type": "multipart/form-data; boundary=B", "content-length": body.length };
      const request = http.request({ host: "127.0.0.1", port, method, path, headers, agent }, (answer) => {
        answer.resume().on("end", () => {
          answered({ status: answer.statusCode, wasReused: request.reusedSocket });
        });
      });
      request.setTimeout(4000, () => request.destroy(new Error("no answer in 4 seconds")));
      request.on("error", failed).end(body);
    });
  const head = '--B\r\ncontent-disposition: form-data; name="fichier"; filename="liste.csv"\r\n\r\n';
  const file = Buffer.concat([Buffer.from(head), Buffer.alloc(3_000_000, "a"), Buffer.from("\r\n--B--\r\n")]);
  expect(await ask("POST", "/api/file", file)).toMatchObject({ status: 200 });
  expect(await ask("GET", "/lien/apres")).toEqual({ status: 200, wasReused: true });
  agent.destroy();
});

test("a body that never ends does not hold its connection for ever", () => {
  expect(web.app.server.requestTimeout).toBe(10 * 60_000);
});
