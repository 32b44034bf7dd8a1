import pg from "pg";
import { expect, inject, test } from "vitest";
import { privacyComplaints } from "./rules/privacy.ts";
import { toldColumns } from "./rules/told-columns.ts";

const template = (): pg.Client => new pg.Client(inject("postgresUrl").replace(/postgres$/, "tu_template"));

test("case 68: every column has a privacy class", async () => {
  expect(privacyComplaints(await toldColumns(template()))).toEqual([]);
});

test("case 68: a column added without a class is seen", async () => {
  expect(privacyComplaints(await toldColumns(template(), "alter table person add column shoe_size integer"))).toEqual([
    "person.shoe_size has no privacy class: add it to the comment of its table",
  ]);
});
