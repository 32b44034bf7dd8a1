import type { Work } from "#ground/server";
import { holds } from "#person";
import { consentsOf } from "#person/server";

const lastWord = async (work: Work, personId: string) =>
  (await consentsOf(work, personId)).find((each) => each.purpose === "verbatim_observatory" && each.recipient === undefined);

/** Whether she agrees now that her masked words be used beyond her file. Absence means no. */
export const agreesToTexts = async (work: Work, personId: string): Promise<boolean> => holds(await lastWord(work, personId));

/** Whether she said no, or took back her yes: nothing of her words may outlive the raw notes. Never having been asked is not a no. */
export const saidNoToTexts = async (work: Work, personId: string): Promise<boolean> => {
  const last = await lastWord(work, personId);
  return last !== undefined && !holds(last);
};
