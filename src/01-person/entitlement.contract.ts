import { z } from "zod";
import { populations } from "./person.ts";

export const EntitlementListContract = z.object({
  id: z.string(),
  fileName: z.string(),
  importedAt: z.iso.datetime(),
  importedBy: z.string().optional(),
  state: z.enum(["running", "current", "replaced", "failed"]),
  received: z.number(),
  kept: z.number(),
  refused: z.number(),
  refusals: z.array(z.object({ line: z.number(), reason: z.string() })),
  failure: z.string().optional(),
  bytesRead: z.number(),
});
export type EntitlementListView = z.infer<typeof EntitlementListContract>;
export const EntitlementListsContract = z.object({ lists: z.array(EntitlementListContract) });
export const ImportedListContract = z.object({
  kind: z.enum(["current", "failed", "running"]),
  listId: z.string(),
  kept: z.number().optional(),
  refused: z.number().optional(),
  reason: z.string().optional(),
});

export const EntitlementCheckContract = z.object({ identifier: z.string().trim().min(1).max(80) });
export const EntitlementAnswerContract = z.object({
  kind: z.enum(["entitled", "not-entitled", "no-list"]),
  population: z.enum(populations).optional(),
});
