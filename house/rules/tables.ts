import { lineAt, withoutComments, type SourceFile } from "./source-files.ts";

const writes = /\b(insert into|update|delete from|truncate(?: table)?)\s+(?:only\s+)?([a-z_][a-z_0-9]*(?:\.[a-z_0-9]+)?)/gi;
const sqlWords = new Set(["set", "of", "on", "skip", "nowait"]);

const roomOf = (file: SourceFile): string | undefined => /^src\/\d\d-([a-z]+)\//.exec(file.path)?.[1];

/** A table belongs to the room its name begins with; the observatory has a schema of that name. */
const belongsTo = (table: string, room: string): boolean => table === room || table.startsWith(`${room}_`) || table.startsWith(`${room}.`);

/** A store writes only its room's tables. Only the SQL of product files is read, not the tests'. */
export const tableComplaints = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter((file) => roomOf(file) !== undefined && /\.(store|action|source|http)\.ts$/.test(file.path))
    .flatMap((file) =>
      [...withoutComments(file.text).matchAll(writes)]
        .map((found) => ({ table: (found[2] ?? "").toLowerCase(), index: found.index }))
        .filter(
          ({ table, index }) => !sqlWords.has(table) && !/for\s+(no\s+key\s+)?$/i.test(file.text.slice(Math.max(0, index - 12), index)),
        )
        .filter(({ table, index }) => isInSql(file.text, index) && !belongsTo(table, roomOf(file) ?? ""))
        .map(({ table, index }) => `${file.path}:${lineAt(file.text, index)} writes ${table}, which is not a table of its room`),
    );

/** Whether an index stands inside a sql`…` template: plain sentences may well say « update ». */
const isInSql = (text: string, index: number): boolean => {
  const opened = text.lastIndexOf("sql", index);
  if (opened === -1) return false;
  const between = text.slice(opened, index);
  return /^sql(?:\.raw\()?(?:<[\s\S]*?>)?`/.test(between) && (between.match(/`/g) ?? []).length % 2 === 1;
};
