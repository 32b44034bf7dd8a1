import { offeredBy } from "./doors.ts";
import type { SourceFile } from "./source-files.ts";

// Shapes that carry an answer, props or a contract are not nouns of the field; a foreign format keeps its own names.
const notANoun = /(Answer|Contract|Props|Row|Input|Words|Options|Params|Body|View|Shown)$|^(Etalab|Geonames)/;

/** The first cell of each line of a table of GLOSSARY.md. */
export const glossaryWords = (glossary: string): ReadonlySet<string> =>
  new Set(
    [...glossary.matchAll(/^\|\s*([A-Za-z][\w -]*?)\s*\|/gm)]
      .flatMap((found) => (found[1] ?? "").split(/\s*,\s*/))
      .map((word) => word.toLowerCase().replace(/[ -]/g, "")),
  );

const typeNames = (file: SourceFile, files: ReadonlyMap<string, SourceFile>): readonly string[] =>
  offeredBy(file, files).filter((name) => /^[A-Z][a-z]/.test(name) && !notANoun.test(name));

/** Every noun that a room offers by its browser door, or an engine by its only one, stands in GLOSSARY.md with its French word. */
export const glossaryComplaints = (files: readonly SourceFile[]): readonly string[] => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = glossaryWords(byPath.get("GLOSSARY.md")?.text ?? "");
  return files
    .filter((file) => /^(?:src|engines)\/[^/]+\/index\.ts$/.test(file.path))
    .flatMap((file) =>
      typeNames(file, byPath)
        .filter((name) => !known.has(name.toLowerCase()))
        .map((name) => `${file.path} offers ${name}, which GLOSSARY.md does not tell`),
    );
};
