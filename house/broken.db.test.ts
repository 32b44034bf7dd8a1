import pg from "pg";
import { expect, inject, test } from "vitest";
import { boundaryComplaints } from "./rules/boundaries.ts";
import { doorsAsText } from "./rules/doors.ts";
import { exampleComplaints } from "./rules/examples.ts";
import { glossaryComplaints } from "./rules/glossary.ts";
import { privacyComplaints } from "./rules/privacy.ts";
import { toldColumns } from "./rules/told-columns.ts";
import { purityComplaints } from "./rules/purity.ts";
import { sourceFiles } from "./rules/source-files.ts";
import { tableComplaints } from "./rules/tables.ts";
import { telephoneComplaints } from "./rules/telephones.ts";

// Each rule is broken once on purpose: a rule that cannot say no protects nothing. The outputs are kept in docs/broken-rules.md.

const file = (path: string, text: string) => ({ path, text });

const planted = {
  boundaries: [
    file("src/01-person/planted-uphill.ts", `export { findService } from "#directory";\n`),
    file("src/02-contact/planted-window.store.ts", `export { vaultOf } from "../01-person/vault.store.ts";\n`),
    file("src/02-contact/planted-impure.ts", `import { readFileSync } from "node:fs";\nexport const read = () => readFileSync("x");\n`),
    file(
      "src/02-contact/Planted.screen.tsx",
      `import { findPerson } from "#person/server";\nexport const Planted = () => <p>{String(findPerson)}</p>;\n`,
    ),
    file("src/02-contact/planted-one.ts", `import { two } from "./planted-two.ts";\nexport const one = () => two;\n`),
    file("src/02-contact/planted-two.ts", `import { one } from "./planted-one.ts";\nexport const two = () => one;\n`),
  ],
};

const addedLine = (before: string, after: string): readonly string[] =>
  after.split("\n").filter((line) => !before.split("\n").includes(line));

test("each rule of the house, broken once, says so", async () => {
  const files = sourceFiles();
  const doorBefore = files.find((each) => each.path === "src/01-person/index.ts") ?? file("src/01-person/index.ts", "");
  const doorAfter = file(doorBefore.path, `${doorBefore.text}\nexport interface PlantedNoun { readonly id: string }\n`);
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
    ["glossary", glossaryComplaints([doorAfter, file("GLOSSARY.md", files.find((each) => each.path === "GLOSSARY.md")?.text ?? "")])],
    ["purity", purityComplaints([file("src/02-contact/planted.ts", "export const late = (due: Date) => due < new Date();\n")])],
    ["tables", tableComplaints([file("src/02-contact/planted.store.ts", "const write = sql`\n  update person set number = 'x'`;\n")])],
    [
      "privacy",
      privacyComplaints(
        await toldColumns(
          client,
          "create table planted_note (id uuid, words text); comment on table planted_note is 'Note. isolated. kept: id'",
        ),
      ),
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
