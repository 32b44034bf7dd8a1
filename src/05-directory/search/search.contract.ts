import { z } from "zod";
import { ServiceCardContract } from "./service-card.contract.ts";

export const ReasonContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("need"), need: z.string() }),
  z.object({ kind: z.literal("theme"), theme: z.string() }),
  z.object({ kind: z.literal("words"), isExact: z.boolean() }),
  z.object({ kind: z.literal("distance"), meters: z.number(), isApproximate: z.boolean() }),
  z.object({ kind: z.literal("remote") }),
  z.object({ kind: z.literal("zone") }),
  z.object({ kind: z.literal("public"), public: z.string() }),
  z.object({ kind: z.literal("language"), language: z.string() }),
  z.object({ kind: z.literal("age"), from: z.number().optional(), to: z.number().optional() }),
  z.object({ kind: z.literal("cost"), cost: z.string() }),
  z.object({ kind: z.literal("walk-in") }),
]);

/** Ouverture, at the instant of the answer; absent when the hours are not known, or not understood. */
export const OpeningContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open"), closes: z.iso.datetime().optional() }),
  z.object({ kind: z.literal("closed"), opens: z.iso.datetime().optional() }),
  /** On condition: call first. */
  z.object({ kind: z.literal("maybe") }),
]);
export type OpeningShown = z.infer<typeof OpeningContract>;

export const FoundServiceContract = z.object({
  service: ServiceCardContract,
  distanceMeters: z.number().optional(),
  reasons: z.array(ReasonContract),
  opening: OpeningContract.optional(),
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
  /** With « open now »: how many were left out only because their hours are not known. */
  unknownHours: z.number().optional(),
});
export type SearchShown = z.infer<typeof SearchContract>;
