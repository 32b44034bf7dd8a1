import { isThemeId, themeLabel } from "#situation";

/** The name of a theme; its identifier when the taxonomy has changed since the edition. */
export const themeName = (theme: string): string => (isThemeId(theme) ? themeLabel(theme) : theme);
