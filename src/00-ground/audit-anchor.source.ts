import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { auditHead, type AuditHead } from "./audit.store.ts";
import type { Round } from "./jobs.store.ts";

const AnchorContract = z.object({ commissionerId: z.string(), seq: z.number(), hash: z.string(), at: z.string() });

/**
 * Ancrage du journal : writes the head of each log at the end of a file outside the database, when it has moved.
 * Whoever can write in the database then also needs the file, and its copies, to hide that lines were cut off.
 */
export const anchorRound = (file: string): Round => {
  const last = new Map<string, string>();
  return {
    name: "audit-anchor",
    everyMinutes: 15,
    run: async (work) => {
      const head = await auditHead(work);
      if (!head || last.get(work.commissionerId) === head.hash) return;
      await mkdir(path.dirname(file), { recursive: true });
      await appendFile(file, `${JSON.stringify({ commissionerId: work.commissionerId, ...head, at: work.now.toISOString() })}\n`, {
        mode: 0o600,
        flush: true,
      });
      last.set(work.commissionerId, head.hash);
    },
  };
};

/** The heads anchored for one commissioner. A line cut short by a full disk is passed over; a file not yet made holds none. */
export const readAnchors = async (file: string, commissionerId: string): Promise<AuditHead[]> => {
  const text = await readFile(file, "utf8").catch((failure: unknown) => {
    if (failure instanceof Error && "code" in failure && failure.code === "ENOENT") return "";
    throw failure;
  });
  return text.split("\n").flatMap((line) => {
    const read = AnchorContract.safeParse(parsed(line));
    return read.success && read.data.commissionerId === commissionerId ? [{ seq: read.data.seq, hash: read.data.hash }] : [];
  });
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
