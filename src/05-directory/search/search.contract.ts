import { z } from "zod";
import { ServiceContract } from "../record/service.contract.ts";

export const ReasonContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("need"), need: z.string() }),
  z.object({ kind: z.literal("theme"), theme: z.string() }),
  z.object({ kind: z.literal("words"), isExact: z.boolean() }),
  z.object({ kind: z.literal("distance"), meters: z.number(), isApproximate: z.boolean() }),
  z.object({ kind: z.literal("remote") }),
  z.object({ kind: z.literal("zone") }),
]);

export const FoundServiceContract = z.object({
  service: ServiceContract,
  distanceMeters: z.number().optional(),
  reasons: z.array(ReasonContract),
});
export type FoundShown = z.infer<typeof FoundServiceContract>;

/** Réponse d'une recherche. */
export const SearchContract = z.object({
  services: z.array(FoundServiceContract),
  total: z.number(),
  next: z.string().optional(),
  radiusMeters: z.number().optional(),
  widenedFromMeters: z.number().optional(),
  noCategory: z.boolean(),
});
export type SearchShown = z.infer<typeof SearchContract>;
