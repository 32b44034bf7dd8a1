/**
 * Texte sans balises : a description as people read it. Web pages leave tags and entities in what they export; what stands in a script or a
 * style sheet is not for people. « moins de < 3 ans » holds no tag and stays.
 */
export const plainText = (text: string): string => {
  if (!/[<&]/.test(text)) return text;
  const bare = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ")
    .replace(/<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|ul|ol|h[1-6]|tr|table|section|article)\s*>/gi, "\n")
    .replace(/<li\b[^<>]*>/gi, "– ")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/<[a-z/!][^<>]*$/i, "");
  const read = bare.replace(
    /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi,
    (whole, name: string) => entity(name.toLowerCase(), name) ?? whole,
  );
  return read === text
    ? text
    : read
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
};

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: "\u0022",
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  euro: "€",
  deg: "°",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  icirc: "î",
  iuml: "ï",
  ocirc: "ô",
  ugrave: "ù",
  ucirc: "û",
  oelig: "œ",
};

const entity = (name: string, written: string): string | undefined => {
  if (!name.startsWith("#")) {
    const sign = entities[name];
    return sign !== undefined && /^[A-Z]/.test(written) ? sign.toUpperCase() : sign;
  }
  const point = name.startsWith("#x") ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isSign = point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isSign ? String.fromCodePoint(point) : " ";
};
