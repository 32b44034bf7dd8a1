import { z } from "zod";
import { accessModes, costs } from "./code-lists.ts";

const text = z.string().optional();

/** Service, as the interface gives it: codes of the national format, instants as texts. */
export const ServiceContract = z.object({
  id: z.uuid(),
  name: z.string(),
  description: text,
  kind: text,
  themes: z.array(z.string()),
  publics: z.array(z.string()),
  publicsDetails: text,
  conditions: text,
  cost: z.enum(costs).optional(),
  costDetails: text,
  accessModes: z.array(z.enum(accessModes)),
  mobilisationModes: z.array(z.string()),
  mobilisableBy: z.array(z.string()),
  mobilisationDetails: text,
  mobilisationUrl: text,
  zone: z.array(z.string()).optional(),
  address: z.object({ street: text, extra: text, postalCode: text, communeName: text, communeCode: text }),
  point: z.object({ latitude: z.number(), longitude: z.number(), from: z.enum(["source", "structure", "commune"]) }).optional(),
  phone: text,
  mail: text,
  openingHours: text,
  weeklyHours: z.number().optional(),
  weeks: z.number().optional(),
  sourceUrl: text,
  updatedOn: z.string(),
  /** How long ago the source looked at it; old from six months on. */
  freshness: z.object({ days: z.number(), isOld: z.boolean() }),
  /** The source no longer lists it. */
  isGone: z.boolean(),
  structure: z.object({
    id: z.uuid(),
    name: z.string(),
    siret: text,
    website: text,
    accessibilityUrl: text,
    networks: z.array(z.string()),
  }),
  source: z.object({ id: z.string(), name: z.string(), licence: z.string(), url: text, isDemonstration: z.boolean() }),
});
export type ServiceShown = z.infer<typeof ServiceContract>;

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
  next: text,
  radiusMeters: z.number().optional(),
  widenedFromMeters: z.number().optional(),
  noCategory: z.boolean(),
});
export type SearchShown = z.infer<typeof SearchContract>;

export const PlaceContract = z.object({
  code: z.string(),
  name: z.string(),
  departement: z.object({ code: z.string(), name: z.string() }),
  postalCodes: z.array(z.string()),
  latitude: z.number(),
  longitude: z.number(),
});
export type PlaceShown = z.infer<typeof PlaceContract>;

/** Communes, the likeliest first; `exact` when what was typed can be one of them only. */
export const PlacesContract = z.object({ places: z.array(PlaceContract), exact: PlaceContract.optional() });

export const GapRecordedContract = z.object({ gapId: z.uuid(), timesIn30Days: z.number(), isNewReport: z.boolean() });
export const GapContract = z.object({
  id: z.uuid(),
  commissionerId: z.uuid(),
  need: z.string(),
  communeCode: z.string(),
  communeName: z.string(),
  radiusMeters: z.number(),
  status: z.enum(["open", "reported", "resolved"]),
  openedAt: z.iso.datetime(),
  reportedAt: z.iso.datetime().optional(),
  reportedTo: text,
  timesIn30Days: z.number(),
  timesInAll: z.number(),
  nearestMeters: z.number().optional(),
});
export const GapsContract = z.array(GapContract);
