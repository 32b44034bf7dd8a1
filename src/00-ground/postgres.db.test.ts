import pg from "pg";
import { expect, inject, test } from "vitest";

test("the embedded PostgreSQL lets nobody in without its password, on this machine either", async () => {
  const { hostname, port } = new URL(inject("postgresUrl"));
  const client = new pg.Client({ host: hostname, port: Number(port), user: "postgres", database: "postgres", password: "guessed" });
  await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
});
