import { pipeline, Readable, type Duplex } from "node:stream";
import { CsvError, parse, type Info } from "csv-parse";
import Assembler from "stream-json/assembler.js";
import { parser, type Token } from "stream-json/parser.js";
import { textOf, type DataFile } from "./data-file.source.ts";
import { importWords as words } from "./import.words.ts";

/** Ligne de fichier : one record, or what is wrong with it; or what stopped the reading of the whole file. */
export type FileLine =
  | {
      readonly kind: "record";
      readonly line: number;
      readonly record: Readonly<Record<string, unknown>>;
      readonly list?: "structures" | "services";
    }
  | { readonly kind: "broken"; readonly line: number; readonly rule: string; readonly sentence: string }
  | { readonly kind: "failed"; readonly sentence: string };

export interface ReadingOptions {
  /** Undefined: guessed from the first line. */
  readonly separator?: string | undefined;
  /** Columns without which the file cannot be read at all. */
  readonly columns?: readonly string[];
  readonly onBytes?: (read: number) => void;
}

/** Reads a file line by line, holding a few of them at a time. */
export const linesOf = (file: DataFile, options: ReadingOptions = {}): AsyncGenerator<FileLine> =>
  file.format === "csv" ? csvLines(file, options) : jsonLines(file, options);

/** A record longer than this is a quotation mark that was never closed. */
const longestLine = 1_000_000;

async function* csvLines(file: DataFile, options: ReadingOptions): AsyncGenerator<FileLine> {
  const separator = options.separator ?? (await separatorOf(file));
  // Told while parsing: after an error, records that nobody has read yet are lost, and the line would be wrong.
  let last = 0;
  const onRecord = (record: string[], { lines }: { readonly lines: number }): string[] => {
    last = lines;
    return record;
  };
  const read = through(
    file,
    options,
    parse({
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestLine,
      on_record: onRecord,
    }),
  );
  let header: readonly string[] | undefined;
  try {
    for await (const one of read) {
      const { record, info } = one as { record: string[]; info: Info };
      const line = info.lines - newLinesIn(record);
      if (header !== undefined) yield csvRecord(header, record, line);
      else {
        header = record.map((name) => name.trim());
        const missing = (options.columns ?? []).filter((name) => !header?.includes(name));
        if (missing.length > 0) {
          yield { kind: "failed", sentence: words.headerMissing(missing, header) };
          return;
        }
      }
    }
  } catch (failure) {
    yield { kind: "failed", sentence: csvFailure(failure, last + 1) };
  } finally {
    read.destroy();
  }
}

/** A record is named by the line where it begins. */
const newLinesIn = (values: readonly string[]): number => values.reduce((sum, value) => sum + (value.match(/\n/g)?.length ?? 0), 0);

/** What goes wrong anywhere on the way is told to the one who reads. */
const through = <Parser extends Duplex>(file: DataFile, options: ReadingOptions, parser: Parser): Parser => {
  pipeline(Readable.from(textOf(file, options.onBytes)), parser, () => undefined);
  return parser;
};

const csvRecord = (header: readonly string[], values: readonly string[], line: number): FileLine =>
  values.length === header.length
    ? { kind: "record", line, record: Object.fromEntries(header.map((name, at) => [name, values[at]?.trim() ?? ""])) }
    : { kind: "broken", line, rule: "column-count", sentence: words.columnCount(values.length, header.length) };

const csvFailure = (failure: unknown, line: number): string => {
  if (!(failure instanceof CsvError)) throw failure;
  if (failure.code === "CSV_QUOTE_NOT_CLOSED") return words.quoteNotClosed(line);
  return failure.code === "CSV_MAX_RECORD_SIZE" ? words.lineTooLong(line) : words.quoteMisplaced(line);
};

/** The sign that parts the first line into the most columns. */
const separatorOf = async (file: DataFile): Promise<string> => {
  let head = "";
  for await (const text of textOf(file)) {
    head += text;
    if (head.includes("\n") || head.length > longestLine) break;
  }
  const [first = ""] = head.split("\n", 1);
  return [",", ";", "\t", "|"].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best));
};

/** Elements of a list, or of the lists « structures » and « services » of an object; a line is the number of its element in the file. */
async function* jsonLines(file: DataFile, options: ReadingOptions): AsyncGenerator<FileLine> {
  const read = through(file, options, parser.asStream({ packValues: true, streamValues: false }));
  const walk = makeWalk();
  let line = 0;
  try {
    for await (const token of read) {
      const step = walk(token as Token);
      if (step === undefined) continue;
      if (step.kind === "shape") {
        yield { kind: "failed", sentence: words.jsonShape };
        return;
      }
      line++;
      yield isRecord(step.value)
        ? { kind: "record", line, record: step.value, ...(step.list ? { list: step.list } : {}) }
        : { kind: "broken", line, rule: "type", sentence: words.jsonShape };
    }
  } catch {
    // stream-json has one kind of error: the text is not JSON, or it ends too soon. What fails in the one who reads does not come back here.
    yield { kind: "failed", sentence: words.jsonBroken(line) };
  } finally {
    read.destroy();
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

type List = "structures" | "services";
type Step = { readonly kind: "value"; readonly value: unknown; readonly list: List | undefined } | { readonly kind: "shape" } | undefined;

/** Follows the tokens down to the elements of the lists, and puts each element together. */
const makeWalk = (): ((token: Token) => Step) => {
  const path: ("list" | "object")[] = [];
  let key: string | undefined;
  let element: Assembler | undefined;
  let hasList = false;
  const listHere = (): List | undefined => (path.length === 2 && (key === "structures" || key === "services") ? key : undefined);
  const isAmongElements = (): boolean => path.at(-1) === "list" && (path.length === 1 || listHere() !== undefined);
  return (token) => {
    if (element === undefined && isAmongElements() && token.name !== "endArray") element = new Assembler();
    if (element !== undefined) {
      element.consume(token);
      if (!element.done) return undefined;
      const value: unknown = element.current;
      element = undefined;
      return { kind: "value", value, list: listHere() };
    }
    if (path.length === 0 && token.name !== "startArray" && token.name !== "startObject") return { kind: "shape" };
    if (token.name === "keyValue" && path.length === 1) key = token.value;
    if (token.name === "startArray") {
      path.push("list");
      hasList ||= isAmongElements();
    }
    if (token.name === "startObject") path.push("object");
    if (token.name === "endArray" || token.name === "endObject") path.pop();
    return token.name === "endObject" && path.length === 0 && !hasList ? { kind: "shape" } : undefined;
  };
};
