/** Letters that Unicode does not take apart, as they are typed without them. */
const ligatures: Readonly<Record<string, string>> = { œ: "oe", æ: "ae" };

/** Written short on every envelope. */
const abbreviations: Readonly<Record<string, string>> = { st: "saint", ste: "sainte" };

/** A name as anyone may type it: small letters without accents, words parted by one space, « St » and « Ste » in full. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[œæ]/g, (ligature) => ligatures[ligature] ?? ligature)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => abbreviations[word] ?? word)
    .join(" ");

/** The same without spaces: a space is the letter most often lost (« Saintmalo », « Lhay les roses »). */
export const withoutSpaces = (plain: string): string => plain.replaceAll(" ", "");
