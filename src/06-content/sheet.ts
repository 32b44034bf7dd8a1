import type { Day } from "#engines/calendar";
import { plainName } from "#person";
import { needLabel, themeLabel, type NeedId, type ThemeId } from "#situation";

/** Fiche pratique : what it is, what one can do today, who helps, what to bring. Without amounts: they change, and a human looks them up. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly theme: ThemeId;
  /** The needs of the taxonomy that it answers to. */
  readonly needs: readonly NeedId[];
  readonly writtenOn: Day;
  readonly about: readonly string[];
  readonly today: readonly string[];
  readonly whoHelps: readonly { readonly who: string; readonly how: string }[];
  readonly toBring: readonly string[];
  /** Numbers of the house's only list, when this may be dangerous. */
  readonly numbers?: readonly string[];
}

const aboutRights: readonly NeedId[] = ["non_recours", "fins_de_mois", "perte_emploi"];

/** Whether one may want to see what one could have, beside these needs. */
export const isAboutRights = (needs: readonly NeedId[]): boolean => needs.some((need) => aboutRights.includes(need));

const wordsOf = (text: string): readonly string[] =>
  plainName(text)
    .split(" ")
    .filter((word) => word !== "");

/** All that a sheet says, as one looks for it. */
const saidIn = (sheet: Sheet): readonly string[] =>
  wordsOf(
    [
      sheet.title,
      themeLabel(sheet.theme),
      ...sheet.needs.map(needLabel),
      ...sheet.about,
      ...sheet.today,
      ...sheet.whoHelps.flatMap(({ who, how }) => [who, how]),
      ...sheet.toBring,
    ].join(" "),
  );

/** The sheets that hold every word typed, or words that begin so; those whose title says it come first. Nothing typed: all of them. */
export const sheetsAbout = (sheets: readonly Sheet[], typed: string): readonly Sheet[] => {
  const asked = wordsOf(typed);
  const holdsAll = (said: readonly string[]): boolean => asked.every((word) => said.some((each) => each.startsWith(word)));
  return sheets
    .filter((sheet) => holdsAll(saidIn(sheet)))
    .toSorted((a, b) => Number(holdsAll(wordsOf(b.title))) - Number(holdsAll(wordsOf(a.title))));
};
