import { z } from "zod";

/** Demandes bientôt à leur terme : somebody must call before an hour that comes near. */
export const DueOffersContract = z.array(
  z.object({
    referralId: z.string(),
    commissionerId: z.string(),
    personId: z.string(),
    personName: z.string(),
    need: z.string(),
    providerName: z.string(),
    isAccepted: z.boolean(),
    dueAt: z.iso.datetime(),
  }),
);
export type DueOffer = z.infer<typeof DueOffersContract>[number];
