import { createHash, type Hash } from "node:crypto";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { entitlementColumns, readEntitled, type EntitledLine, type EntitlementColumn } from "./entitlement.ts";
import { entitlementWords } from "./entitlement.words.ts";

/** What is read of a list: its lines one by one, then its end; or why it cannot be read further. */
export type FilePart =
  EntitledLine | { readonly kind: "broken"; readonly reason: string } | { readonly kind: "end"; readonly hash: Buffer };

const words = entitlementWords.fr;
const longestLine = 4000;

class WrongFile extends Error {}

/** How many bytes went by, so that a screen can say how far we are. */
export interface Progress {
  bytes: number;
}

/**
 * Reads a commissioner's list as it arrives: a line is decided on, given away and forgotten, so that 200 MB take no more memory than 2.
 * Only UTF-8 is read: a name guessed in another alphabet would be a wrong name, and nobody would see it.
 */
export async function* readEntitlementFile(file: Readable, progress: Progress): AsyncGenerator<FilePart> {
  const hash = createHash("sha256");
  const text = Readable.from(decoded(file, hash, progress), { objectMode: false });
  const parser = text.pipe(
    parse({
      delimiter: ";",
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      max_record_size: longestLine,
    }),
  );
  text.on("error", (failure) => parser.destroy(failure));
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (header) yield readLine(header, record, info.lines);
      else if (isHeader(record)) header = record.map((name) => name.toLowerCase());
      else throw new WrongFile(words.header);
    }
  } catch (failure) {
    yield { kind: "broken", reason: reasonOf(failure) };
    return;
  } finally {
    text.destroy();
  }
  yield header ? { kind: "end", hash: hash.digest() } : { kind: "broken", reason: words.empty };
}

const isHeader = (record: readonly string[]): boolean => {
  const names = record.map((name) => name.toLowerCase());
  return names.length === entitlementColumns.length && entitlementColumns.every((column) => names.includes(column));
};

const readLine = (header: readonly string[], record: readonly string[], line: number): EntitledLine => {
  if (record.length !== header.length) return { kind: "refused", line, reason: words.columns(record.length) };
  const cell = (column: EntitlementColumn): string => record[header.indexOf(column)] ?? "";
  return readEntitled(line, { identifiant: cell("identifiant"), population: cell("population"), debut: cell("debut"), fin: cell("fin") });
};

// The reader knows where it gave up, not where the quote was opened: 4,000 signs before, at most.
const reasonOf = (failure: unknown): string => {
  if (failure instanceof WrongFile) return failure.message;
  if (failure instanceof CsvError) return words.broken(typeof failure["lines"] === "number" ? failure["lines"] : 1);
  return words.cut;
};

/** The bytes as text, counted and hashed on the way; throws a `WrongFile` when they are no UTF-8. */
async function* decoded(file: Readable, hash: Hash, progress: Progress): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let isFirst = true;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (isFirst) refuseOtherKinds(chunk);
    isFirst = false;
    hash.update(chunk);
    progress.bytes += chunk.length;
    const text = decode(() => decoder.decode(chunk, { stream: true }));
    if (text !== "") yield text;
  }
  const last = decode(() => decoder.decode());
  if (last !== "") yield last;
}

const decode = (read: () => string): string => {
  try {
    return read();
  } catch {
    throw new WrongFile(words.notUtf8);
  }
};

const refuseOtherKinds = (start: Buffer): void => {
  if (start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) throw new WrongFile(words.workbook);
  const isMarked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  // Without a mark, UTF-16 shows by its zero bytes: a text in UTF-8 has none.
  if (isMarked || start.subarray(0, 200).includes(0)) throw new WrongFile(words.utf16);
};
