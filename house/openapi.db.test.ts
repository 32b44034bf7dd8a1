import { expect, test } from "vitest";
import { openTestHouse } from "#testing";
import { buildApp } from "../apps/server/app.ts";

/** The same document whatever the order in which the rooms open their routes: keys sorted, lists as they are. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
};

test("the interface is openapi.json: a change to what others rely on shows in review", async () => {
  const house = await openTestHouse();
  const web = await buildApp(house.ground, { deskFolder: "/nowhere", auditHeadsFile: "/nowhere/heads.jsonl" });
  await expect(`${JSON.stringify(inOrder(web.app.swagger()), undefined, 2)}\n`).toMatchFileSnapshot("../openapi.json");
  await web.app.close();
  await house.close();
});
