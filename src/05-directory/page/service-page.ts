import type { Day } from "#engines/calendar";

/** Un champ, as each source writes it. */
export interface FieldCompared {
  readonly field: string;
  readonly values: readonly { readonly serviceId: string; readonly value: unknown; readonly isChosen: boolean }[];
  readonly differs: boolean;
}

/** D'où vient la fiche : each source, and what they say of each field. */
export interface SourcesCompared {
  readonly sources: readonly { readonly serviceId: string; readonly name: string; readonly licence: string; readonly updatedOn: Day }[];
  readonly fields: readonly FieldCompared[];
}

/** Un autre service, to go and see. */
export interface OtherService {
  readonly id: string;
  readonly name: string;
}

/** Ce que la personne connectée peut faire ici. */
export interface StaffHere {
  readonly mayCheck: boolean;
  readonly mayEdit: boolean;
  readonly mayApprove: boolean;
}
