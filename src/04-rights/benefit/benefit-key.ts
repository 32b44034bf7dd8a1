import { plainName } from "#engines/places";
import type { BenefitContent } from "./benefit.contract.ts";

/** Identifiant dans un fichier: « departement-38-cheque-mobilite ». The same name and territory give the same one. */
export const keyFrom = ({ territory, name }: Pick<BenefitContent, "territory" | "name">): string =>
  `${territory.kind}-${territory.code}-${plainName(name)}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/-+$/, "");

export const isKey = (text: string): boolean => /^[a-z0-9][a-z0-9-]{1,79}$/.test(text);
