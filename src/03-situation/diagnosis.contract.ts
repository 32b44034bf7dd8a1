import { z } from "zod";
import { DiagnosisContract, SituationContract } from "./exchange.contract.ts";

/** Les tours d'une situation : every version, the newest first, each in the words of its own grid. */
export const DiagnosesContract = z.object({
  situation: SituationContract,
  personName: z.string(),
  me: z.string(),
  draftKey: z.string(),
  versions: z.array(DiagnosisContract),
});
export type DiagnosesShown = z.infer<typeof DiagnosesContract>;
