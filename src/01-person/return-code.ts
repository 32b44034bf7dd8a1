/** Code de retour : 16 figures that someone without a name reads back to be found again. 53 bits: nobody guesses one. */
export const returnCodeLength = 16;

/**
 * Draws one, figure by figure, each as likely as the others (bytes that would favour some are thrown away).
 * @param draw chance
 */
export const drawReturnCode = (draw: (bytes: number) => Buffer): string => {
  let drawn = "";
  while (drawn.length < returnCodeLength)
    for (const byte of draw(32)) if (byte < 250 && drawn.length < returnCodeLength) drawn += String(byte % 10);
  return drawn;
};

/** What was typed, when it is a return code: spaces, dots and hyphens are for the eye. */
export const readReturnCode = (typed: string): string | undefined => {
  const figures = typed.replaceAll(/[\s.-]/g, "");
  return /^\d{16}$/.test(figures) ? figures : undefined;
};

/** « 1234 5678 9012 3456 », in groups of four, as it is read aloud. */
export const returnCodeInGroups = (code: string): string => code.replaceAll(/(\d{4})(?=\d)/g, "$1\u00a0");
