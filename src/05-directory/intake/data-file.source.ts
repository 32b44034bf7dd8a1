import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { importWords as words } from "./import.words.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Fichier de données : what must be known of it before it is read. */
export interface DataFile {
  readonly path: string;
  readonly bytes: number;
  readonly hash: Buffer;
  readonly encoding: Encoding;
  readonly format: "csv" | "json";
}

export type OpenedFile = { readonly kind: "opened"; readonly file: DataFile } | { readonly kind: "failed"; readonly sentence: string };

/** Looks at a file: reads it once, for its fingerprint and its encoding, keeping none of it. */
export const openDataFile = async (path: string): Promise<OpenedFile> => {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return { kind: "failed", sentence: words.noFile(path) };
  if (size === 0) return { kind: "failed", sentence: words.empty };
  const head = await headOf(path);
  if (isBinary(head)) return { kind: "failed", sentence: words.notText };
  const { hash, isUtf8 } = await readThrough(path);
  const encoding = utf16Of(head) ?? (isUtf8 ? "utf-8" : "windows-1252");
  const start = new TextDecoder(encoding).decode(head).trimStart();
  if (start === "") return { kind: "failed", sentence: words.empty };
  return { kind: "opened", file: { path, bytes: size, hash, encoding, format: /^[[{]/.test(start) ? "json" : "csv" } };
};

/** The text of a file, piece by piece; the byte order mark is taken off. @param onBytes told how many bytes were read so far */
export async function* textOf(file: DataFile, onBytes: (read: number) => void = () => undefined): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding);
  let read = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer;
    read += bytes.length;
    onBytes(read);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

const headOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Signatures of what people most often give by mistake: a spreadsheet or another zip, gzip, old Excel, PDF. */
const signatures = ["504b0304", "1f8b", "d0cf11e0", "25504446"];
const isBinary = (head: Buffer): boolean => signatures.some((signature) => head.toString("hex", 0, 8).startsWith(signature));

/** By its mark, or by the zeros that UTF-16 puts beside every plain letter. */
const utf16Of = (head: Buffer): Encoding | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even < odd / 4) return "utf-16le";
  return even > head.length / 4 && odd < even / 4 ? "utf-16be" : undefined;
};

const readThrough = async (path: string): Promise<{ hash: Buffer; isUtf8: boolean }> => {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    isUtf8 &&= decodes(decoder, chunk as Buffer);
  }
  return { hash: hash.digest(), isUtf8: isUtf8 && decodes(decoder) };
};

const decodes = (decoder: TextDecoder, bytes?: Buffer): boolean => {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
};
