import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file as the rules see it: its path from the root of the project, with "/" whatever the machine, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const root = path.resolve(import.meta.dirname, "../..");
const ours = ["engines", "src", "apps", "db", "house", "bench", "end-to-end", "docs", "decisions"];
const read = /\.(ts|tsx|mjs|sql|md|json|css|html)$/;

/** All files that we wrote: the product, its tests and its documents. */
export const sourceFiles = (): readonly SourceFile[] =>
  [...ours.flatMap((folder) => filesIn(folder)), ...readdirSync(root).filter((name) => read.test(name) && name !== "package-lock.json")]
    .toSorted()
    .map((name) => ({ path: name, text: readFileSync(path.join(root, name), "utf8") }));

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
      .filter((name) => read.test(name));
  } catch {
    return [];
  }
};

const isTest = (file: SourceFile): boolean => /\.test\.tsx?$/.test(file.path);
const isDoor = (file: SourceFile): boolean => /^src\/[^/]+\/(index|server|screens)\.ts$/.test(file.path);

/** Files that decide: engines, `noun.ts` (in a chapter of a large room too), contracts and words. Neither doors nor tests. */
export const pureFiles = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.filter(
    (file) =>
      !isTest(file) &&
      !isDoor(file) &&
      (/^engines\/[^/]+\/.*\.ts$/.test(file.path) ||
        /^src\/[^/]+\/(?:(?!look\/|desk\/)[^/]+\/)?[^./]+\.ts$/.test(file.path) ||
        /\.(contract|words)\.ts$/.test(file.path)),
  );

/** The number of the line where an index of the text stands. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

/** The text without its comments, of the same length, so that lines stay where they are. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(^|[^:"'`\\])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
