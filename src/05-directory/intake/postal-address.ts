/** Adresse sur une ligne, parted: « 8 rue de la Boétie - 33000 Bordeaux ». */
export interface PostalAddress {
  readonly street: string | undefined;
  readonly postalCode: string | undefined;
  readonly commune: string | undefined;
}

/** The last five digits that begin a postal code part the street from the commune; without them, the whole is a street. */
export const partsOfAddress = (text: string): PostalAddress => {
  const found = /^(.*?)[\s,–-]*\b((?:0[1-9]|[1-8]\d|9[0-8])\d{3})\b[\s,–-]*([^\d]*)$/s.exec(text.trim());
  if (!found) return { street: filled(text), postalCode: undefined, commune: undefined };
  return { street: filled(found[1]), postalCode: found[2], commune: filled(found[3]) };
};

const filled = (text: string | undefined): string | undefined => {
  const bare = text?.replace(/\s+/g, " ").trim();
  return bare === "" ? undefined : bare;
};
