import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readMapping } from "./mapping.source.ts";

const folder = path.join(import.meta.dirname, "mappings");
const ending = ".mapping.json";

/** Correspondances fournies : those of the folder `mappings`, by name. */
export const builtInMappings = (): { readonly id: string; readonly name: string }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .map((id) => {
      const read = readMapping(builtInMapping(id) ?? "");
      if (read.kind === "wrong") throw new Error(`mapping ${id} is wrong: ${read.sentences.join(" ")}`);
      return { id, name: read.mapping.name };
    });

/** The text of one of them; undefined when there is none of that name. */
export const builtInMapping = (id: string): string | undefined =>
  readdirSync(folder).includes(`${id}${ending}`) ? readFileSync(path.join(folder, `${id}${ending}`), "utf8") : undefined;
