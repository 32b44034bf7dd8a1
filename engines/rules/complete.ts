import type { Household, PartialHousehold } from "./household.ts";
import { unknownFields } from "./unknown-field.ts";

/** Foyer complet : nothing is left to ask. */
export const isComplete = (household: PartialHousehold): household is Household => unknownFields(household).length === 0;
