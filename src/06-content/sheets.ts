import type { NeedId } from "#situation";
import type { Sheet } from "./sheet.ts";
import { healthSheets } from "./sheets-health.words.ts";
import { homeSheets } from "./sheets-home.words.ts";
import { lifeSheets } from "./sheets-life.words.ts";
import { moneySheets } from "./sheets-money.words.ts";

const all = [...moneySheets, ...homeSheets, ...healthSheets, ...lifeSheets] as const;
export type SheetId = (typeof all)[number]["id"];

/** All the sheets, as they are listed. */
export const sheets: readonly Sheet[] = all;

export const findSheet = (id: string): Sheet | undefined => sheets.find((sheet) => sheet.id === id);

/** What there is to read about a need. */
export const sheetsFor = (need: NeedId): readonly Sheet[] => sheets.filter((sheet) => sheet.needs.includes(need));
