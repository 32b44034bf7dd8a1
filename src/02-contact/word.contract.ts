import { z } from "zod";

/** Mots ajoutés par des personnes, that nobody has read yet: who and since when. The words themselves are read in the file. */
export const UnreadWordsContract = z.array(
  z.object({
    personId: z.string(),
    personName: z.string(),
    commissionerId: z.string(),
    count: z.int(),
    at: z.iso.datetime(),
  }),
);
export type UnreadWords = z.infer<typeof UnreadWordsContract>[number];
