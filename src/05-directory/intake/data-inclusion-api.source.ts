import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { z } from "zod";
import { apiWords as words } from "./import.words.ts";

/** Accès à l'API d'un annuaire au format national: `{items: […], total, page}` at {url}/structures and {url}/services. */
export interface ApiAccess {
  readonly url: string;
  readonly token: string;
}

export interface FetchOptions {
  /** How long to wait, in milliseconds; a test does not wait. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly pageSize?: number;
  readonly onPage?: (said: { readonly list: string; readonly items: number; readonly total: number }) => void;
}

export type Fetched =
  | { readonly kind: "fetched"; readonly path: string; readonly pages: number; readonly resumed: number }
  | { readonly kind: "failed"; readonly sentence: string };

const lists = ["structures", "services"] as const;
const PageContract = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  total: z.number().int().min(0),
  page: z.number().int(),
});
type Page = z.infer<typeof PageContract>;

/** An access that may be asked: enciphered, or on this computer. Anything else would send the token in clear. */
export const isSafeApi = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  return (
    username === "" && (protocol === "https:" || (protocol === "http:" && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)))
  );
};

/**
 * Lire une API page par page, into one file of the national format. Each page is kept as it comes: asked again after a cut, the reading goes
 * on where it stopped. No other address is reached: a redirection is refused.
 * @param folder where pages are kept; emptied when all are read
 */
export const fetchPages = async (access: ApiAccess, folder: string, options: FetchOptions = {}): Promise<Fetched> => {
  if (!isSafeApi(access.url)) return { kind: "failed", sentence: words.unsafe };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const out = path.join(folder, "all.json.part");
  const file = createWriteStream(out, { mode: 0o600 });
  const put = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, "drain");
  };
  const kept: string[] = [];
  let resumed = 0;
  try {
    for (const [at, list] of lists.entries()) {
      await put(`${at === 0 ? "{" : "]\n,"}"${list}":[`);
      let total: number | undefined;
      let items = 0;
      for (let page = 1; total === undefined || items < total; page++) {
        const read = await keptPage(access, list, page, folder, options);
        if (read.kind === "failed") return read;
        // Lines entered or left while we read: pages no longer follow each other, and some line would be missed or read twice.
        if (total !== undefined && read.page.total !== total) return await startAgain([...kept, read.file], list);
        if (read.page.items.length === 0 && items < read.page.total)
          return { kind: "failed", sentence: words.short(list, items, read.page.total) };
        total = read.page.total;
        resumed += read.isResumed ? 1 : 0;
        kept.push(read.file);
        for (const item of read.page.items) await put(`${items++ === 0 ? "" : ","}\n${JSON.stringify(item)}`);
        options.onPage?.({ list, items, total });
      }
    }
    await put("]}\n");
  } finally {
    file.end();
    await once(file, "close");
  }
  await Promise.all(kept.map((each) => rm(each, { force: true })));
  const whole = path.join(folder, "all.json");
  await rename(out, whole);
  return { kind: "fetched", path: whole, pages: kept.length, resumed };
};

const startAgain = async (kept: readonly string[], list: string): Promise<Fetched> => {
  await Promise.all(kept.map((each) => rm(each, { force: true })));
  return { kind: "failed", sentence: words.moved(list) };
};

type ReadPage =
  | { readonly kind: "page"; readonly page: Page; readonly file: string; readonly isResumed: boolean }
  | { readonly kind: "failed"; readonly sentence: string };

const keptMs = 24 * 3_600_000;

/** A page already read less than a day ago is not asked again. */
const keptPage = async (access: ApiAccess, list: string, page: number, folder: string, options: FetchOptions): Promise<ReadPage> => {
  const file = path.join(folder, `${list}-${page}.json`);
  const known = await stat(file).catch(() => undefined);
  if (known !== undefined && Date.now() - known.mtimeMs < keptMs) {
    const read = PageContract.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (read.success) return { kind: "page", page: read.data, file, isResumed: true };
  }
  const asked = await askPage(access, list, page, options);
  if (asked.kind === "failed") return asked;
  // Written beside, then named: a page cut by a full disk is never taken for a whole one.
  await writeFile(`${file}.part`, JSON.stringify(asked.page), { mode: 0o600 });
  await rename(`${file}.part`, file);
  return { kind: "page", page: asked.page, file, isResumed: false };
};

const mostTries = 6;
const longestWaitMs = 120_000;
const patienceMs = 60_000;

const askPage = async (
  access: ApiAccess,
  list: string,
  page: number,
  { wait = sleep, pageSize = 1000 }: FetchOptions,
): Promise<{ readonly kind: "page"; readonly page: Page } | { readonly kind: "failed"; readonly sentence: string }> => {
  const address = `${access.url.replace(/\/$/, "")}/${list}?page=${page}&size=${pageSize}`;
  for (let tried = 1; tried <= mostTries; tried++) {
    const answer = await askOnce(address, access.token);
    if (answer.kind === "page" || answer.kind === "failed") return answer;
    if (tried < mostTries) await wait(Math.min(longestWaitMs, answer.afterMs ?? 1000 * 2 ** tried));
  }
  return { kind: "failed", sentence: words.silent(list, page) };
};

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

type Asked =
  | { readonly kind: "page"; readonly page: Page }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "again"; readonly afterMs?: number };

const askOnce = async (address: string, token: string): Promise<Asked> => {
  try {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 401 || answer.status === 403) return { kind: "failed", sentence: words.token };
    if (answer.status === 429) return { kind: "again", ...afterOf(answer.headers.get("retry-after")) };
    if (answer.status >= 500) return { kind: "again" };
    if (!answer.ok) return { kind: "failed", sentence: words.status(answer.status) };
    const read = PageContract.safeParse(JSON.parse(await answer.text()));
    return read.success ? { kind: "page", page: read.data } : { kind: "failed", sentence: words.shape };
  } catch {
    // Cut in the middle, half a JSON, too slow, refused: asked again.
    return { kind: "again" };
  }
};

const afterOf = (header: string | null): { afterMs?: number } => {
  const seconds = Number(header);
  return header !== null && seconds >= 0 ? { afterMs: seconds * 1000 } : {};
};
