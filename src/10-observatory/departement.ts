/** Département d'une commune : the two first characters of its INSEE code, three overseas (« 974 »). Undefined for what is not such a code. */
export const departementOf = (communeCode: string): string | undefined => /^(?:9[78]\d|2[AB]|\d\d)(?=\w{2,3}$)/.exec(communeCode)?.[0];

/** Département : its INSEE code, its name, and its region. */
export interface Departement {
  readonly code: string;
  readonly name: string;
  readonly region: { readonly code: string; readonly name: string };
}
