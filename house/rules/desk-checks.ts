import type { SourceFile } from "./source-files.ts";

/** The page that says which test shows each check of the desk. */
const page = "docs/desk-checks.md";
const checks = 22;

const row = /^\| (\d+) \| [^|]+ \| ([^|]+) \|$/gm;
const named = /`((?:end-to-end|src|apps|engines)\/[^`]+)`: `([^`]+)`/g;
const unseen = "Pas encore";

interface Row {
  readonly check: number;
  readonly shownBy: string;
}

/** A title is found as it is written in the file that is named, and nowhere else. */
const holdsTest = (file: SourceFile | undefined, title: string): boolean =>
  file !== undefined && ['"', "`"].some((quote) => file.text.includes(`${quote}${title}${quote}`));

/** Checks without a line, lines that name no test and do not say why, and tests that no longer exist. */
export const deskCheckComplaints = (files: readonly SourceFile[]): readonly string[] => {
  const rows = [...(files.find((file) => file.path === page)?.text ?? "").matchAll(row)].map((found): Row => ({
    check: Number(found[1]),
    shownBy: found[2] ?? "",
  }));
  const missing = Array.from({ length: checks }, (_, at) => at + 1).filter((check) => !rows.some((each) => each.check === check));
  return [
    ...missing.map((check) => `${page} says nothing of check ${check}`),
    ...rows.flatMap(({ check, shownBy }) => {
      const tests = [...shownBy.matchAll(named)].map((found) => ({ path: found[1] ?? "", title: found[2] ?? "" }));
      if (tests.length === 0 && !shownBy.includes(unseen)) return [`${page}: check ${check} names no test and does not say why`];
      return tests
        .filter(
          ({ path, title }) =>
            !holdsTest(
              files.find((file) => file.path === path),
              title,
            ),
        )
        .map(({ path, title }) => `${page}: check ${check} names a test that ${path} does not hold: ${title}`);
    }),
  ];
};
