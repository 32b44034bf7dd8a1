import { describe, expect, test } from "vitest";
import { runDrill } from "../bench/ledger.ts";

// TRUST.md, promise 1. The drill of bench/ledger.ts, short: server and PostgreSQL are killed with -9 while contacts are written.
describe("what was acknowledged is there after a kill -9 of server and PostgreSQL", () => {
  test("as it runs: nothing lost, nothing twice", async () => {
    const held = await runDrill({ kills: 2, clients: 8, secondsBetweenKills: 1.5, answersTooSoon: false });
    expect(held.acknowledged).toBeGreaterThan(20);
    expect([held.lost, held.twice]).toEqual([0, 0]);
  }, 180_000);
  test("the control, that answers before its log is on the disk, loses some: the drill can fail", async () => {
    let lost = 0;
    for (let attempt = 0; attempt < 3 && lost === 0; attempt++)
      lost = (await runDrill({ kills: 1, clients: 8, secondsBetweenKills: 1.5, answersTooSoon: true })).lost;
    expect(lost).toBeGreaterThan(0);
  }, 300_000);
});
