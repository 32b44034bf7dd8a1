import type { SourceFile } from "./source-files.ts";

const door = /^(?:src\/[^/]+\/(?:index|server|screens)|engines\/[^/]+\/index)\.ts$/;
const named = /export\s+(?:type\s+)?\{([^}]*)\}/g;
const declared =
  /export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type)\s+([A-Za-z_$][\w$]*)/g;
const all = /export\s+\*\s+from\s+"([^"]+)"/g;

/** The names a door offers, those that it takes from its neighbours included. */
export const offeredBy = (file: SourceFile, files: ReadonlyMap<string, SourceFile>): readonly string[] => {
  const folder = file.path.split("/").slice(0, -1).join("/");
  const listed = [...file.text.matchAll(named)].flatMap((found) =>
    (found[1] ?? "")
      .split(",")
      .map((name) =>
        name
          .trim()
          .replace(/^type\s+/, "")
          .replace(/^.*\sas\s+/, ""),
      )
      .filter((name) => name !== ""),
  );
  const own = [...file.text.matchAll(declared)].map((found) => found[1] ?? "");
  const passedOn = [...file.text.matchAll(all)].flatMap((found) => {
    const neighbour = files.get(`${folder}/${(found[1] ?? "").replace(/^\.\//, "")}`);
    return neighbour ? offeredBy(neighbour, files) : [];
  });
  return [...new Set([...listed, ...own, ...passedOn])].toSorted();
};

/** What every door of the house offers, as a text whose difference is reviewed. */
export const doorsAsText = (files: readonly SourceFile[]): string => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => door.test(file.path))
    .map(
      (file) =>
        `${file.path}\n${offeredBy(file, byPath)
          .map((name) => `  ${name}`)
          .join("\n")}\n`,
    )
    .join("\n");
};
