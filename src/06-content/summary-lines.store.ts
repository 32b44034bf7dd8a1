import { ownCommissioner, type Work } from "#ground/server";
import { isOpenNeed, toldOf, type SummaryLine } from "#situation";
import { needsOf } from "#situation/server";
import { sheetPageWords } from "./sheet-page.words.ts";
import { sheetsFor } from "./sheets.ts";

const mostSheets = 3;

/**
 * What this room adds to the summary given to a person: the sheets written first of all about the needs that she agreed to; one that only
 * touches upon them might tell of something else. A sheet that gives numbers of help
 * in danger is left out: a paper can be seen by others; the counsellor gives those numbers by word of mouth.
 */
export const sheetSummary = async (work: Work, situationId: string): Promise<readonly SummaryLine[]> => {
  const agreed = (await needsOf(work, situationId)).filter((need) => isOpenNeed(need) && toldOf(need) === "agreed");
  const found = [...new Set(agreed.flatMap((need) => sheetsFor(need.need)))].filter(
    (sheet) => sheet.numbers === undefined && agreed.some((need) => need.need === sheet.needs[0]),
  );
  if (found.length === 0) return [];
  const { slug } = await ownCommissioner(work);
  return found.slice(0, mostSheets).map((sheet) => ({
    section: "steps",
    text: sheetPageWords.fr.inSummary(sheet.title, `${work.ground.baseUrl()}/s/${slug}/fiches/${sheet.id}`),
  }));
};
