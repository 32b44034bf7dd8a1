// Letters and digits that cannot be taken for one another when copied by hand.
const alphabet = "abcdefghjkmnpqrstvwxyz23456789";

export const passwordBytes = 64;
const groups = 4;
const signsOfGroup = 4;

/**
 * Mot de passe lisible: « k7mq-92bd-vh3x-rt6a », 78 bits. A byte too large to be fair is not used.
 * @param bytes drawn at random; 64 are enough, but for one time in many millions of millions
 */
export const readablePassword = (bytes: Buffer): string => {
  const signs = [...bytes].filter((byte) => byte < 240).map((byte) => alphabet[byte % 30] ?? "");
  if (signs.length < groups * signsOfGroup) throw new Error("too few bytes to draw a password");
  return Array.from({ length: groups }, (_, at) => signs.slice(at * signsOfGroup, (at + 1) * signsOfGroup).join("")).join("-");
};
