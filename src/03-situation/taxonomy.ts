import { taxonomyThemes, taxonomyVersion } from "./taxonomy-list.ts";

export { taxonomyVersion };

export type ThemeId = (typeof taxonomyThemes)[number]["id"];
export type NeedId = (typeof taxonomyThemes)[number]["needs"][number]["id"];

export interface NeedLabel {
  readonly id: NeedId;
  readonly label: string;
  /** Codes of the national format; empty when it has no category. */
  readonly thematiques: readonly string[];
}

/** Thème de vie : one of the fifteen, with the needs that fall under it. */
export interface Theme {
  readonly id: ThemeId;
  readonly label: string;
  readonly needs: readonly NeedLabel[];
}

/** The fifteen themes, in the order in which they are shown. */
export const themes: readonly Theme[] = taxonomyThemes;

export const themeIds = taxonomyThemes.map((theme) => theme.id) as readonly ThemeId[];
export const needIds = taxonomyThemes.flatMap((theme) => theme.needs.map((need) => need.id)) as readonly NeedId[];

const needsById: ReadonlyMap<string, NeedLabel & { readonly theme: ThemeId }> = new Map(
  themes.flatMap((theme) => theme.needs.map((need) => [need.id, { ...need, theme: theme.id }] as const)),
);
const themesById: ReadonlyMap<string, Theme> = new Map(themes.map((theme) => [theme.id, theme]));

export const isNeedId = (value: string): value is NeedId => needsById.has(value);
export const isThemeId = (value: string): value is ThemeId => themesById.has(value);

const known = (needId: string) => {
  const need = needsById.get(needId);
  if (!need) throw new Error(`need ${needId} is not in taxonomy ${taxonomyVersion}`);
  return need;
};

/** How a need is named on screens. Throws when the taxonomy does not know it. */
export const needLabel = (needId: string): string => known(needId).label;

export const themeOf = (needId: string): ThemeId => known(needId).theme;

/** How a theme is named on screens. Throws when the taxonomy does not know it. */
export const themeLabel = (themeId: string): string => {
  const theme = themesById.get(themeId);
  if (!theme) throw new Error(`theme ${themeId} is not in taxonomy ${taxonomyVersion}`);
  return theme.label;
};

/** Codes of the national format for a need. `[]`: no category there, so that nothing found says nothing of the territory. */
export const thematiquesOf = (needId: string): readonly string[] => known(needId).thematiques;
