/** Service d'une structure: what is compared once two structures are known to be one. */
export interface TwinService {
  readonly id: string;
  readonly structureId: string;
  readonly source: string;
  readonly name: string;
  /** Thématiques of data·inclusion. */
  readonly themes: readonly string[];
  readonly communeCode?: string;
}
