import { z } from "zod";
import { twinAnswers } from "./twin.ts";

/** What is set side by side, in the order of the screen. */
export const comparedFields = [
  "name",
  "structure",
  "address",
  "commune",
  "phone",
  "mail",
  "website",
  "siret",
  "hours",
  "themes",
  "services",
  "description",
] as const;
export type ComparedFieldName = (typeof comparedFields)[number];

const EvidenceContract = z.object({
  of: z.enum(["name", "street", "distance", "phone", "mail", "siret", "kind", "commune", "rivals", "themes", "structure"]),
  weight: z.number(),
  a: z.string().optional(),
  b: z.string().optional(),
});
export type EvidenceShown = z.infer<typeof EvidenceContract>;

const RowContract = z.object({
  id: z.uuid(),
  name: z.string(),
  sourceName: z.string(),
  updatedOn: z.string(),
  /** A service of it, to be read on its page. */
  serviceId: z.uuid().optional(),
});

const level = z.enum(["place", "structure", "service"]);

/** Paire à décider. */
export const TwinPairContract = z.object({
  id: z.uuid(),
  level,
  score: z.number(),
  /** The machine would have merged it, but another decision forbids it. */
  isHeldBack: z.boolean(),
  evidence: z.array(EvidenceContract),
  a: RowContract,
  b: RowContract,
  distanceMeters: z.number().optional(),
  fields: z.array(
    z.object({
      field: z.enum(comparedFields),
      a: z.string().optional(),
      b: z.string().optional(),
      likeness: z.enum(["same", "alike", "different", "alone"]),
    }),
  ),
  answers: z.array(z.enum(twinAnswers)),
});
export type TwinPairShown = z.infer<typeof TwinPairContract>;

export const TwinBenchContract = z.object({
  waiting: z.number(),
  /** Structures that changed and are not compared yet. */
  toCompare: z.number(),
  pairs: z.array(TwinPairContract),
});
export type TwinBenchShown = z.infer<typeof TwinBenchContract>;

export const DecideContract = z.object({ as: z.enum(twinAnswers) });
export const DecidedContract = z.object({ waiting: z.number() });

/** Fusion faite, by hand or alone. */
export const MergeContract = z.object({
  pairId: z.uuid().optional(),
  level,
  by: z.enum(["machine", "human"]),
  staffName: z.string().optional(),
  decidedAt: z.iso.datetime(),
  isUndone: z.boolean(),
  evidence: z.array(EvidenceContract),
  members: z.array(RowContract),
});
export type MergeShown = z.infer<typeof MergeContract>;

export const MergesContract = z.object({ merges: z.array(MergeContract), next: z.string().optional() });
