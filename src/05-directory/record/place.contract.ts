import { z } from "zod";

export const PlaceContract = z.object({
  code: z.string(),
  name: z.string(),
  departement: z.object({ code: z.string(), name: z.string() }),
  postalCodes: z.array(z.string()),
  latitude: z.number(),
  longitude: z.number(),
  /** The former commune by whose name it was found. */
  formerName: z.string().optional(),
});
export type PlaceShown = z.infer<typeof PlaceContract>;

/** Communes, the likeliest first; `exact` when what was typed can be one of them only. */
export const PlacesContract = z.object({ places: z.array(PlaceContract), exact: PlaceContract.optional() });
