/** Each line: what is written, how it sounds. In this order: what is longer or more particular stands first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/eau|au/g, "o"],
  [/g(?=[eiy])/g, "j"],
  [/gu(?=[eiy])/g, "g"],
  [/c(?=[eiy])/g, "s"],
  [/sch|sh|ch/g, "C"],
  [/qu|ck|k|q|c/g, "k"],
  [/t(?=ion)/g, "s"],
  [/h/g, ""],
  [/y/g, "i"],
  [/z/g, "s"],
  [/([ae]i|[iy])n(?![aeiouyn])|[iy]m(?=[pb])/g, "1"],
  [/[ae]n(?![aeiouyn])|[ae]m(?=[pb])/g, "2"],
  [/ai[st]$|ai|ei|et$|ez$|er$|ee$/g, "e"],
  [/om(?=[pb])/g, "on"],
  [/oe/g, "e"],
  [/(.)\1+/g, "$1"],
  [/[estdpx]+$/g, ""],
];

/**
 * Sonorité : what a word sounds like, so that what is written by ear is found (« garaj solidere »). Words that sound alike share it; it is no
 * phonetic spelling. A word that would be left too short keeps its letters.
 */
export const soundingOf = (word: string): string => {
  const sounding = sounds.reduce((said, [written, sound]) => said.replace(written, sound), word);
  return sounding.length < 3 ? word : sounding;
};
