import { inShared, type Ground } from "#ground/server";
import { remarksOf } from "./import.store.ts";

const header = "ligne,verdict,identifiant,champ,regle,raison\r\n";
const pageLines = 2000;

/** The lines refused or remarked of an import, as a CSV, page by page. */
export async function* remarksAsCsv(ground: Ground, importId: string): AsyncGenerator<string> {
  yield `\uFEFF${header}`;
  let after: { line: number; seq: number } | undefined;
  for (;;) {
    const page = await inShared(ground, (work) => remarksOf(work, importId, pageLines, after));
    if (page.length === 0) return;
    yield page
      .map(
        (each) =>
          `${[each.line, each.verdict === "refused" ? "refusée" : "gardée", each.object_id ?? "", each.field, each.rule, each.reason].map(cell).join(",")}\r\n`,
      )
      .join("");
    after = page.at(-1);
  }
}

/** A cell that a spreadsheet would take for a formula is kept from being one. */
const cell = (value: string | number): string => {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
