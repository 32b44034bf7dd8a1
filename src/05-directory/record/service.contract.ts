import { z } from "zod";
import { accessModes, costs } from "./code-lists.ts";
import { serviceNatures } from "./service.ts";

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
  ageFrom: z.number().optional(),
  ageTo: z.number().optional(),
  /** Codes of ISO 639-1, and "lsf". */
  languages: z.array(z.string()),
  /** Only while it holds. */
  alert: z.object({ text: z.string(), until: text }).optional(),
  /** Somebody asked, and nothing had moved. */
  checked: z.object({ on: z.string(), by: z.enum(["structure", "staff"]) }).optional(),
  nature: z.enum(serviceNatures),
  /** The service that stands for this one. */
  foldedInto: text,
  /** How long ago somebody looked at it, the source or who checked; old from six months on. */
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
