/** Couleur écrite #rrggbb, in small letters: the only form that reaches a page. */
export type HexColor = `#${string}`;

/** Whether a text is a colour written #rrggbb, whatever its case. */
export const isHexColor = (text: string): text is HexColor => /^#[0-9a-f]{6}$/i.test(text);

/** Text and surfaces of a commissioner's pages need this ratio (WCAG 2.2, criterion 1.4.3, level AA). */
export const READABLE_RATIO = 4.5;

/**
 * Rapport de contraste : how far apart two colours are for the eye, from 1 (the same) to 21 (black and white).
 * Source: WCAG 2.2, definition of contrast ratio. Throws when a colour is not #rrggbb: whoever calls has checked it at the border.
 */
export const contrastRatio = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(channels(one)), luminance(channels(other))].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

/** Avis sur la couleur d'un donneur d'ordre : taken, or refused with the nearest one of the same hue that can be taken. */
export type BrandVerdict = { readonly kind: "accepted" } | { readonly kind: "refused"; readonly ratio: number; readonly nearest: HexColor };

/**
 * Says whether a commissioner's colour may carry white words, and be read on white: both ask the same ratio of 4.5.
 * @param color #rrggbb  @returns when refused, its ratio and the first accepted colour met while darkening it by half percents of lightness
 */
export const brandVerdict = (color: string): BrandVerdict => {
  const ratio = contrastRatio(color, "#ffffff");
  return ratio >= READABLE_RATIO ? { kind: "accepted" } : { kind: "refused", ratio, nearest: darkenUntilReadable(color) };
};

const darkenUntilReadable = (color: string): HexColor => {
  const { hue, saturation, lightness } = toHsl(channels(color));
  for (let next = lightness; next > 0; next -= 0.005) {
    const candidate = fromHsl(hue, saturation, next);
    if (contrastRatio(candidate, "#ffffff") >= READABLE_RATIO) return candidate;
  }
  return "#000000";
};

type Channels = readonly [red: number, green: number, blue: number];

/** Red, green and blue, each from 0 to 1. */
const channels = (color: string): Channels => {
  if (!isHexColor(color)) throw new Error(`"${color}" is not a colour written #rrggbb`);
  const at = (start: number): number => Number.parseInt(color.slice(start, start + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};

const luminance = ([red, green, blue]: Channels): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

const toHsl = ([red, green, blue]: Channels): { hue: number; saturation: number; lightness: number } => {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const spread = most - least;
  const lightness = (most + least) / 2;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const sector = most === red ? (green - blue) / spread : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return { hue: (sector * 60 + 360) % 360, saturation: spread / (1 - Math.abs(2 * lightness - 1)), lightness };
};

const fromHsl = (hue: number, saturation: number, lightness: number): HexColor => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number): string => {
    const turn = (shift + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
};
