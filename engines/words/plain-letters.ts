/** Letters that Unicode does not take apart, as they are typed without them. */
const ligatures: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  "\u2019": "'",
  "\u2018": "'",
  "`": "'",
  "\u00b4": "'",
  "\u02bc": "'",
  "\u2032": "'",
};

/** A character above ASCII, as it is compared: small, without its accent, a figure as 0 to 9; marks that show nothing vanish. */
const plainCharacter = (character: string): string => {
  const small = character.toLowerCase();
  const ligature = ligatures[small];
  if (ligature !== undefined) return ligature;
  const code = small.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return small
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]/gu, "")
    .toLowerCase();
};
const firstPlain = Array.from({ length: 0x250 }, (_, code) => plainCharacter(String.fromCharCode(code)));

/** Windows' signs for the bytes 80 to 9F, in order, so that « Ã‰ » is read É. Undefined bytes are shown by a hole. */
const cp1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A word or a number as it is compared: small letters without accents, œ as oe, ’ as ', mojibake read as it was meant. */
export const plainLetters = (written: string): string => {
  let state = 0;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (code > 127 || code === 0x60 || code === 0x26) return plainOfAny(written);
    if (code >= 65 && code <= 90) state = 1;
  }
  return state === 0 ? written : written.toLowerCase();
};

const plainOfAny = (written: string): string => {
  const read = /[ÃÅâ&]/.test(written) ? withoutMojibake(written) : written;
  let plain = "";
  for (const character of read) {
    const code = character.charCodeAt(0);
    plain += character.length === 1 && code < 0x250 ? (firstPlain[code] ?? "") : plainCharacter(character);
  }
  return plain;
};

/** « MÃ©lanie » is Mélanie whose UTF-8 bytes were shown as Windows characters; « Ren&eacute;e » is Renée in markup. */
const withoutMojibake = (written: string): string =>
  written
    .replace(/&([a-z])[a-z]+;/gi, "$1")
    .replaceAll("â€™", "'")
    .replaceAll("Å“", "œ")
    .replaceAll("Å’", "Œ")
    .replace(/Ã([\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/g, (_, second: string) => {
      const sign = cp1252.indexOf(second);
      return String.fromCharCode(0xc0 + ((sign >= 0 ? 0x80 + sign : second.charCodeAt(0)) & 0x3f));
    });
