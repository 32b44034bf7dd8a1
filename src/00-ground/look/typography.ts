const NO_BREAK = "\u00a0";
/** U+202F is missing from our subset of Source Sans 3: it becomes the wider U+00A0, which every font has. */
const anySpace = "[ \\u00a0\\u202f]";

const spacedMark = new RegExp(`(?<=\\S)${anySpace}+(?=[:;?!»%€])`, "gu");
const sentenceMark = /(?<=[\p{L}\p{N})\]”"])(?=[;?!](?:\s|»|$))/gu;
const colonBeforeSpace = /(?<=[\p{L}\p{N})\]”"])(?=:\s)/gu;
const closingQuote = new RegExp(`(?<=[^\\s])(?=»)`, "gu");
const unit = /(?<=\p{N})(?=[%€])/gu;
const betweenDigits = new RegExp(`(?<=\\p{N})${anySpace}(?=\\p{N})`, "gu");
const hour = new RegExp(`(?<=\\p{N})${anySpace}h(?:${anySpace}(?=\\p{N})|(?![\\p{L}\\p{N}]))`, "gu");
const openingQuote = new RegExp(`«${anySpace}*(?=\\S|$)`, "gu");

/**
 * Texte composé à la française : an unbreakable space before : ; ? ! » % € and after «, so that no mark begins a line;
 * also inside a number, a telephone and an hour (« 58 214 », « 06 39 98 12 34 », « 16 h 30 »), which are read in one piece.
 * A missing space is added only where the mark can be nothing else: « 10:45 » and « https://… » stay as they are.
 * Applying it twice changes nothing. For text on the screen, never for an SVG path, an address or an HTML string.
 */
export const french = (text: string): string =>
  text
    .replace(openingQuote, `«${NO_BREAK}`)
    .replace(spacedMark, NO_BREAK)
    .replace(closingQuote, NO_BREAK)
    .replace(sentenceMark, NO_BREAK)
    .replace(colonBeforeSpace, NO_BREAK)
    .replace(unit, NO_BREAK)
    .replace(betweenDigits, NO_BREAK)
    .replace(hour, (written) => written.replaceAll(new RegExp(anySpace, "gu"), NO_BREAK));
