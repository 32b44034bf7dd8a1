import pg from "pg";
import { expect, inject, test } from "vitest";
import { boundaryComplaints } from "./rules/boundaries.ts";
import { deskCheckComplaints } from "./rules/desk-checks.ts";
import { doorsAsText } from "./rules/doors.ts";
import { exampleComplaints } from "./rules/examples.ts";
import { glossaryComplaints } from "./rules/glossary.ts";
import { privacyComplaints } from "./rules/privacy.ts";
import { toldColumns } from "./rules/told-columns.ts";
import { purityComplaints } from "./rules/purity.ts";
import { tableComplaints } from "./rules/tables.ts";
import { telephoneComplaints } from "./rules/telephones.ts";
import { topicComplaints } from "./rules/topics.ts";

// Each rule is broken once on purpose: a rule that cannot say no protects nothing. The outputs are kept in docs/broken-rules.md; only
// what is planted here is told, so that the page changes when a rule does and never when the house does.

const file = (path: string, text: string) => ({ path, text });

const planted = {
  boundaries: [
    file("src/01-person/planted-uphill.ts", `export { findService } from "#directory";\n`),
    file("src/02-contact/planted-window.store.ts", `export { vaultOf } from "../01-person/vault.store.ts";\n`),
    file("src/02-contact/planted-impure.ts", `import { readFileSync } from "node:fs";\nexport const read = () => readFileSync("x");\n`),
    file(
      "src/04-rights/estimate/planted-impure.ts",
      `import { readFileSync } from "node:fs";\nexport const read = () => readFileSync("x");\n`,
    ),
    file(
      "src/02-contact/Planted.screen.tsx",
      `import { findPerson } from "#person/server";\nexport const Planted = () => <p>{String(findPerson)}</p>;\n`,
    ),
    file("src/02-contact/planted-one.ts", `import { two } from "./planted-two.ts";\nexport const one = () => two;\n`),
    file("src/02-contact/planted-two.ts", `import { one } from "./planted-one.ts";\nexport const two = () => one;\n`),
  ],
};

const plantedShow = ["`end-to-end/planted.spec.ts`: `planted`", "`end-to-end/planted.spec.ts`: `gone`", "on verra bien"];

const door = "export interface Person { readonly id: string }\n";
const doorWithNoun = `${door}export interface PlantedNoun { readonly id: string }\n`;

const addedLine = (before: string, after: string): readonly string[] =>
  after
    .split("\n")
    .filter((line) => !before.split("\n").includes(line))
    .map((line) => line.trim());

test("each rule of the house, broken once, says so", async () => {
  const doorBefore = file("src/01-person/index.ts", door);
  const doorAfter = file("src/01-person/index.ts", doorWithNoun);
  const client = new pg.Client(inject("postgresUrl").replace(/postgres$/, "tu_template"));
  const outputs: readonly (readonly [string, readonly string[]])[] = [
    [
      "boundaries (downhill, by the door, pure stays pure, screens stay in the browser, no circles)",
      boundaryComplaints(planted.boundaries),
    ],
    ["doors", addedLine(doorsAsText([doorBefore]), doorsAsText([doorAfter]))],
    [
      "examples",
      exampleComplaints([
        file("engines/calendar/README.md", '```ts\nimport { dueAt } from "#engines/calendar";\ndueAt("tomorrow");\n```\n'),
      ]),
    ],
    ["glossary", glossaryComplaints([doorAfter, file("GLOSSARY.md", "| Person | personne | Who is listened to. |\n")])],
    [
      "purity",
      purityComplaints(
        ["src/02-contact/planted.ts", "src/04-rights/facts/planted.ts"].map((path) =>
          file(path, "export const late = (due: Date) => due < new Date();\n"),
        ),
      ),
    ],
    ["tables", tableComplaints([file("src/02-contact/planted.store.ts", "const write = sql`\n  update person set number = 'x'`;\n")])],
    [
      "privacy",
      privacyComplaints(
        (
          await toldColumns(
            client,
            "create table planted_note (id uuid, words text); comment on table planted_note is 'Note. isolated. kept: id'",
          )
        ).filter((column) => column.table === "planted_note"),
      ),
    ],
    [
      "news",
      topicComplaints([
        file("src/02-contact/planted.action.ts", `await work.tell("planted.told", { contactId });\n`),
        file("src/02-contact/Planted.screen.tsx", `useResource(path, contract, { live: ["planted.", "waited.for"] });\n`),
        file("docs/how-it-fits.md", "| `planted.written` | never | |\n"),
      ]),
    ],
    [
      "checks of the desk",
      deskCheckComplaints([
        file(
          "docs/desk-checks.md",
          Array.from({ length: 21 }, (_, at) => `| ${at + 1} | Ce qu’on voit | ${plantedShow[at] ?? "Pas encore : rien."} |\n`).join(""),
        ),
        file("end-to-end/planted.spec.ts", `test("planted", () => {});\n`),
      ]),
    ],
    [
      "telephones",
      telephoneComplaints([
        file("src/02-contact/planted.words.ts", `export const call = "${["06", "12", "34", "56", "78"].join(" ")}";\n`),
      ]),
    ],
  ];
  for (const [rule, said] of outputs) expect(said, rule).not.toEqual([]);
  const text = outputs.map(([rule, said]) => `## ${rule}\n\n${said.map((line) => `- ${line}`).join("\n")}\n`).join("\n");
  await expect(
    `# What each rule of the house says when it is broken\n\nWritten by house/broken.db.test.ts: each rule is broken once on purpose.\n\n${text}`,
  ).toMatchFileSnapshot("../docs/broken-rules.md");
});
