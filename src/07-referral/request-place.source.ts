import { zoneCodesOf } from "#directory";
import { gazetteer } from "#directory/server";
import type { RequestPlace } from "./provider.ts";

/** Where a person lives, from the code of her commune; undefined when no commune of today or of before has this code. */
export const requestPlace = (communeCode: string | undefined): RequestPlace | undefined => {
  const commune = communeCode === undefined ? undefined : gazetteer().byCode(communeCode);
  return commune && { name: commune.name, codes: zoneCodesOf(commune), departement: commune.departement.code };
};
