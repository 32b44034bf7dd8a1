// Letters and digits that cannot be taken for one another when read aloud or copied by hand.
const signs = "abcdefghjkmnpqrstvwxyz23456789";

/**
 * Code lisible : signs drawn one by one, each of the 30 as likely as the others (bytes that would favour some are thrown away).
 * @param draw chance  @returns `length` signs, 4.9 bits each
 */
export const drawReadable = (draw: (bytes: number) => Buffer, length: number): string => {
  let drawn = "";
  while (drawn.length < length) for (const byte of draw(32)) if (byte < 240 && drawn.length < length) drawn += signs[byte % 30] ?? "";
  return drawn;
};

/** A first password: 16 signs in groups of four, 78 bits. */
export const drawPassword = (draw: (bytes: number) => Buffer): string => drawReadable(draw, 16).replaceAll(/(.{4})(?=.)/g, "$1-");
