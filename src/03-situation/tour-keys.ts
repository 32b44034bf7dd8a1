import type { DomainState } from "./grid.ts";
import type { ThemeId } from "./taxonomy.ts";

/** The figure of each state, on the keyboard. */
export const stateKeys: Readonly<Record<string, DomainState>> = { "1": "well", "2": "fragile", "3": "hard", "4": "urgent", "5": "apart" };

/** The letter of each domain, typed after a figure; none is a letter that the call itself uses (A, D, M, N, T, X). */
export const domainKeys: Readonly<Record<ThemeId, string>> = {
  logement: "l",
  budget: "b",
  droits: "p",
  famille: "f",
  essentiels: "e",
  emploi: "j",
  sante: "s",
  psy: "y",
  lien: "i",
  numerique: "u",
  mobilite: "o",
  autonomie: "w",
  handicap: "h",
  retraite: "r",
  securite: "v",
};
