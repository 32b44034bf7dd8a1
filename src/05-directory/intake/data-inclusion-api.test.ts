import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchPages, isSafeApi } from "./data-inclusion-api.source.ts";

// A double of the API: two lists, pages, a token, and whatever goes wrong on the way.
let server: Server;
let url: string;
let folder: string;
let asked: string[];
let trouble: (request: IncomingMessage, response: ServerResponse) => boolean;
const structures = Array.from({ length: 5 }, (_, at) => ({
  id: `essai--${at}`,
  source: "essai",
  nom: `Structure ${at}`,
  date_maj: "2026-11-01",
}));
const services = [
  { id: "essai--s1", source: "essai", structure_id: "essai--1", nom: "Garde", description: "Garde.", date_maj: "2026-11-01" },
];

beforeEach(async () => {
  asked = [];
  trouble = () => false;
  folder = mkdtempSync("/tmp/tu-api-");
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://double");
    asked.push(`${pathname}?page=${searchParams.get("page") ?? ""}`);
    if (trouble(request, response)) return;
    if (request.headers.authorization !== "Bearer le-bon-jeton") return void response.writeHead(401).end("{}");
    const all: readonly object[] = pathname === "/api/v1/structures" ? structures : services;
    const [page, size] = [Number(searchParams.get("page")), Number(searchParams.get("size"))];
    const items = all.slice((page - 1) * size, page * size);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ items, total: all.length, page, size }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const waits: number[] = [];
const read = (token = "le-bon-jeton") =>
  fetchPages({ url, token }, folder, {
    pageSize: 2,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });

describe("pages of an API become one file of the national format", () => {
  test("all pages of both lists, in their order", async () => {
    const answer = await read();
    expect(answer).toMatchObject({ kind: "fetched", pages: 4, resumed: 0 });
    if (answer.kind !== "fetched") return;
    expect(JSON.parse(readFileSync(answer.path, "utf8"))).toEqual({ structures, services });
    expect(readdirSync(folder)).toEqual(["all.json"]);
  });

  test("told to wait, it waits as long as asked, then goes on", async () => {
    waits.length = 0;
    let times = 0;
    trouble = (_, response) => times++ === 1 && Boolean(response.writeHead(429, { "retry-after": "7" }).end());
    expect(await read()).toMatchObject({ kind: "fetched", pages: 4 });
    expect(waits).toEqual([7000]);
  });

  test("cut in the middle of a page, it asks that page again", async () => {
    let times = 0;
    trouble = (_, response) => {
      if (times++ !== 2) return false;
      response.writeHead(200, { "content-length": "5000" }).write('{"items":[{"id":"ess');
      response.destroy();
      return true;
    };
    expect(await read()).toMatchObject({ kind: "fetched", pages: 4 });
    expect(asked.filter((each) => each.endsWith("structures?page=3"))).toHaveLength(2);
  });

  test("silent for long, it says so; asked again later, it goes on where it stopped", async () => {
    trouble = (request, response) => request.url?.includes("page=3") === true && Boolean(response.writeHead(503).end());
    const first = await read();
    expect(first.kind === "failed" && first.sentence).toContain("structures, page 3");
    trouble = () => false;
    asked = [];
    expect(await read()).toMatchObject({ kind: "fetched", pages: 4, resumed: 2 });
    expect(asked[0]).toBe("/api/v1/structures?page=3");
  });

  test.each([
    ["a wrong token", () => read("un-autre"), "refuse le jeton"],
    ["another address", () => fetchPages({ url: "http://annuaire.example/api", token: "x" }, folder), "https://"],
  ])("%s: nothing is kept", async (_, reading, sentence) => {
    const answer = await reading();
    expect(answer.kind === "failed" && answer.sentence).toContain(sentence);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".part"))).toEqual([]);
  });

  test.each<[string, (response: ServerResponse) => void, string]>([
    ["another shape", (response) => response.writeHead(200).end('{"data":[]}'), "comme le format"],
    ["not there", (response) => response.writeHead(404).end(), "répondu 404"],
    ["fewer lines than told", (response) => response.writeHead(200).end('{"items":[],"total":9,"page":1}'), "n’en donne que 0"],
  ])("%s is said", async (_, answer, sentence) => {
    trouble = (__, response) => {
      answer(response);
      return true;
    };
    const got = await read();
    expect(got.kind === "failed" && got.sentence).toContain(sentence);
  });

  test("sent elsewhere, it does not go: the token stays here", async () => {
    trouble = (_, response) => Boolean(response.writeHead(302, { location: "https://ailleurs.example/" }).end());
    expect((await read()).kind).toBe("failed");
  });

  test("a list that changes while it is read is read again from its beginning", async () => {
    let times = 0;
    trouble = (_, response) =>
      times++ === 1 && Boolean(response.writeHead(200).end(JSON.stringify({ items: [structures[2]], total: 4, page: 2 })));
    const answer = await read();
    expect(answer.kind === "failed" && answer.sentence).toContain("a changé pendant la lecture");
    expect(await read()).toMatchObject({ kind: "fetched", resumed: 0 });
  });
});

test.each([
  ["https://api.annuaire.example/v1", true],
  ["http://127.0.0.1:8080", true],
  ["http://api.annuaire.example", false],
  ["https://moi:secret@api.annuaire.example", false],
  ["ftp://127.0.0.1", false],
  ["annuaire", false],
])("%s may be asked: %s", (address, expected) => {
  expect(isSafeApi(address)).toBe(expected);
});
