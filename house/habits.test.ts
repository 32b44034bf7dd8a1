import { describe, expect, test } from "vitest";
import { deskCheckComplaints } from "./rules/desk-checks.ts";
import { doorsAsText } from "./rules/doors.ts";
import { exampleComplaints } from "./rules/examples.ts";
import { glossaryComplaints } from "./rules/glossary.ts";
import { purityComplaints } from "./rules/purity.ts";
import { sourceFiles } from "./rules/source-files.ts";
import { tableComplaints } from "./rules/tables.ts";
import { telephoneComplaints } from "./rules/telephones.ts";
import { topicComplaints } from "./rules/topics.ts";

const files = sourceFiles();

describe("the habits of the house", () => {
  test("what each door offers is reviewed: a change shows in house/doors.txt", async () => {
    await expect(doorsAsText(files)).toMatchFileSnapshot("doors.txt");
  });
  test("the examples of every README compile", () => {
    expect(exampleComplaints(files)).toEqual([]);
  });
  test("every noun that a room offers stands in the glossary", () => {
    expect(glossaryComplaints(files)).toEqual([]);
  });
  test("no clock, no chance, no environment in a file that decides", () => {
    expect(purityComplaints(files)).toEqual([]);
  });
  test("a store writes only the tables of its room", () => {
    expect(tableComplaints(files)).toEqual([]);
  });
  test("nobody waits for news that nobody tells, and docs/how-it-fits.md says who tells what", () => {
    expect(topicComplaints(files)).toEqual([]);
  });
  test("docs/desk-checks.md says for each check of the desk which test shows it, or why none does; the tests exist", () => {
    expect(deskCheckComplaints(files)).toEqual([]);
  });
  test("no telephone and no mail address that may exist, demonstration included", () => {
    expect(telephoneComplaints(files)).toEqual([]);
  });
});
