import type { ThemeId } from "./taxonomy.ts";

/** Grille : the domains looked at, the states they may be in, and the words of one version. A version never changes once published. */
export interface Grid {
  readonly version: string;
  readonly domains: readonly { readonly id: string; readonly label: string }[];
  readonly states: readonly { readonly id: string; readonly label: string }[];
}

export const domainStates = ["todo", "well", "fragile", "hard", "urgent", "apart"] as const;
/** État d'un domaine : still to be discussed, fine, fragile, in difficulty, urgent, not relevant. */
export type DomainState = (typeof domainStates)[number];

const grid1 = {
  version: "grid-1",
  domains: [
    { id: "logement", label: "Logement" },
    { id: "budget", label: "Argent et dettes" },
    { id: "droits", label: "Droits et papiers" },
    { id: "famille", label: "Famille" },
    { id: "essentiels", label: "Énergie, repas, équipement" },
    { id: "emploi", label: "Emploi et travail" },
    { id: "sante", label: "Santé et soins" },
    { id: "psy", label: "Santé mentale" },
    { id: "lien", label: "Lien social" },
    { id: "numerique", label: "Numérique" },
    { id: "mobilite", label: "Mobilité" },
    { id: "autonomie", label: "Autonomie et aidants" },
    { id: "handicap", label: "Handicap" },
    { id: "retraite", label: "Retraite" },
    { id: "securite", label: "Violences et justice" },
  ] satisfies readonly { id: ThemeId; label: string }[],
  states: [
    { id: "todo", label: "à aborder" },
    { id: "well", label: "va bien" },
    { id: "fragile", label: "fragile" },
    { id: "hard", label: "difficulté" },
    { id: "urgent", label: "urgent" },
    { id: "apart", label: "sans objet" },
  ] satisfies readonly { id: DomainState; label: string }[],
} as const satisfies Grid;

/** Every version ever signed with, the one in force last: an old diagnosis is always read with its own words. */
export const grids: readonly Grid[] = [grid1];

/** The grid in force. */
export const currentGrid = grid1;
