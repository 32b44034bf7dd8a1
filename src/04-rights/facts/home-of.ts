import { booleanIn, numberIn, textIn } from "./fact.ts";
import { eurosOrNull, type Gathering } from "./gathering.ts";

const occupancies: Readonly<Record<string, string>> = {
  social: "locataire_hlm",
  rented: "locataire_vide",
  furnished: "locataire_meuble",
  owner: "proprietaire",
  loan: "proprietaire",
  free: "loge_gratuitement",
  none: "sans_domicile",
};

/** Logement, as the engine reads it. */
export const homeOf = (gathering: Gathering): Record<string, unknown> => {
  const { facts, at } = gathering;
  const home = textIn(facts, "home");
  const statut = occupancies[home ?? ""] ?? null;
  const isTenant = ["social", "rented", "furnished"].includes(home ?? "");
  const sharing = textIn(facts, "flat-share");
  if (isTenant && sharing === undefined) gathering.suppose({ kind: "no-flat-share" });
  if (home === "free" && booleanIn(facts, "shares-costs") === undefined) gathering.suppose({ kind: "no-costs" });
  if (home === "loan") gathering.suppose({ kind: "loan-not-counted" });
  return {
    statut,
    loyer: isTenant ? eurosOrNull(numberIn(facts, "rent")) : statut === null ? null : 0,
    zone_apl: at.zone,
    colocation: sharing === "shared",
    chambre: sharing === "room",
    participation_frais: booleanIn(facts, "shares-costs") ?? false,
  };
};
