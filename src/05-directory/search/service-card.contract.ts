import type { z } from "zod";
import { ServiceContract } from "../record/service.contract.ts";

/** Fiche courte d'un service : what a list of results needs. Long texts and zones are on its page, and at /api/services/{id}. */
export const ServiceCardContract = ServiceContract.omit({
  description: true,
  publicsDetails: true,
  conditions: true,
  costDetails: true,
  mobilisationDetails: true,
  zone: true,
  weeklyHours: true,
  weeks: true,
});
export type ServiceCardShown = z.infer<typeof ServiceCardContract>;
