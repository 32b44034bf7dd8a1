// The default alphabet of SMS (3GPP TS 23.038, §6.2.1). A text inside it fits 160 signs in one message; outside it, only 70.
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Signs of the extension table: each takes the place of two. */
const extended = "^{}\\[~]|€\f";

const weights: ReadonlyMap<string, number> = new Map([
  ...Array.from(basic).map((sign) => [sign, 1] as const),
  ...Array.from(extended).map((sign) => [sign, 2] as const),
]);

/** Whether a text is written with the default alphabet of SMS only. */
export const isGsm7 = (text: string): boolean => Array.from(text).every((sign) => weights.has(sign));

/** How many SMS a text takes: 160 signs alone or 153 each when split; 70 and 67 when a sign is outside the alphabet. An empty text takes one. */
export const smsParts = (text: string): number => {
  const isBasic = isGsm7(text);
  const signs = isBasic ? Array.from(text).map((sign) => weights.get(sign) ?? 1) : Array.from(text).map((sign) => sign.length);
  const [alone, split] = isBasic ? [160, 153] : [70, 67];
  return signs.reduce((sum, weight) => sum + weight, 0) <= alone ? 1 : partsOf(signs, split);
};

/** A sign of two places is never cut between two messages. */
const partsOf = (weightsInOrder: readonly number[], size: number): number => {
  let parts = 1;
  let filled = 0;
  for (const weight of weightsInOrder) {
    if (filled + weight > size) {
      parts += 1;
      filled = 0;
    }
    filled += weight;
  }
  return parts;
};

const replacements: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  œ: "oe",
  Œ: "OE",
  ç: "c",
  "\u00a0": " ",
  "\u202f": " ",
  "\t": " ",
};

/**
 * Writes a text with the alphabet of SMS: « Rendez-vous chez Zoë, c’est gratuit » becomes "Rendez-vous chez Zoe, c'est gratuit".
 * A sign without any near one becomes "?". A text already inside the alphabet is not touched.
 */
export const toGsm7 = (text: string): string => Array.from(text.normalize("NFC")).map(nearest).join("");

const nearest = (sign: string): string => {
  if (weights.has(sign)) return sign;
  const replaced = replacements[sign];
  if (replaced !== undefined) return replaced;
  const bare = sign.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return bare !== "" && isGsm7(bare) ? bare : "?";
};
