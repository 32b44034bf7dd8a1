import { z } from "zod";
import { isDay } from "#engines/calendar";
import { isNeedId } from "#situation";
import { readPhone } from "#person";

// From 1900: the calendar of the database begins after the year 0.
const day = z.string().refine((text) => isDay(text) && text >= "1900", "Indiquez une date.");
const optionalDay = day.nullable().default(null);

/** Code of a commune, of a département, of an intercommunality, or "france". */
const zoneCode = z
  .string()
  .regex(
    /^(france|\d{9}|\d[\dAB]\d{3}|\d[\dAB]|97\d)$/,
    "Un code de zone n’est pas reconnu : commune, département, intercommunalité ou « france ».",
  );

/** Prestataire, as a supervisor writes it. */
export const ProviderFieldsContract = z
  .object({
    name: z.string().trim().min(2, "Indiquez le nom.").max(120, "Raccourcissez le nom."),
    serviceId: z.uuid().nullable().default(null),
    mail: z.email("Indiquez une adresse de courriel.").max(200),
    phone: z
      .string()
      .max(30)
      .refine((written) => readPhone(written) !== undefined, "Indiquez un numéro à 10 chiffres."),
    needs: z.array(z.string().refine(isNeedId, "Un besoin n’est pas reconnu.")).min(1, "Choisissez au moins un besoin.").max(80),
    zone: z.array(zoneCode).min(1, "Indiquez au moins un code de zone.").max(2000),
    approvedFrom: day,
    approvedUntil: day,
    pausedFrom: optionalDay,
    pausedUntil: optionalDay,
    capacity: z.enum(["open", "waitlist"]).default("open"),
    capacityUntil: optionalDay,
  })
  .refine((given) => given.approvedUntil >= given.approvedFrom, {
    path: ["approvedUntil"],
    message: "La fin de l’agrément vient après son début.",
  })
  .refine((given) => given.pausedUntil === null || (given.pausedFrom !== null && given.pausedUntil >= given.pausedFrom), {
    path: ["pausedUntil"],
    message: "La fin de la pause vient après son début.",
  });

export const ReliabilityContract = z.object({ weight: z.number(), kept: z.number(), outOf: z.number(), offersToRecover: z.number() });

export const ProviderContract = z.object({
  id: z.uuid(),
  name: z.string(),
  serviceId: z.uuid().nullable(),
  mail: z.string(),
  phone: z.string(),
  needs: z.array(z.string()),
  zone: z.array(z.string()),
  approvedFrom: z.string(),
  approvedUntil: z.string(),
  pausedFrom: z.string().nullable(),
  pausedUntil: z.string().nullable(),
  capacity: z.enum(["open", "waitlist"]),
  capacityUntil: z.string().nullable(),
  isPausedToday: z.boolean(),
  isFullToday: z.boolean(),
  isApprovedToday: z.boolean(),
  reliability: ReliabilityContract,
});
export const ProviderListContract = z.array(ProviderContract);
export type ProviderShown = z.infer<typeof ProviderContract>;
export type ProviderFields = z.infer<typeof ProviderFieldsContract>;
