import Engine from "publicodes";

/** What the last step of the RSA needs: the same for both who compute it. Euros a month. */
export interface RsaGiven {
  readonly persons: number;
  readonly isCouple: boolean;
  readonly base: number;
  readonly housingAid: number;
  readonly resources: number;
}

const persons = (least: number): string => `personnes >= ${String(least)}`;

/** The end of the RSA in publicodes, written by us: flat amount by number of persons, housing, resources, threshold. Neither months nor children: it has no lists. */
const rules = {
  personnes: { "par défaut": 1 },
  couple: { "par défaut": "non" },
  base: { "par défaut": 0, unité: "€/mois" },
  "aide au logement": { "par défaut": 0, unité: "€/mois" },
  ressources: { "par défaut": 0, unité: "€/mois" },
  rsa: null,
  "rsa . parts": {
    somme: [
      1,
      { "applicable si": persons(2), valeur: 0.5 },
      { "applicable si": persons(3), valeur: 0.3 },
      { "applicable si": { "toutes ces conditions": [persons(4), "couple"] }, valeur: 0.3 },
      { "applicable si": { "toutes ces conditions": [persons(4), "couple = non"] }, valeur: 0.4 },
      { "applicable si": persons(5), valeur: "0.4 * (personnes - 4)" },
    ],
  },
  "rsa . forfaitaire": { valeur: "base * parts" },
  "rsa . forfait logement": {
    variations: [
      { si: "personnes = 1", alors: "base * 0.12" },
      { si: "personnes = 2", alors: "base * 1.5 * 0.16" },
      { sinon: "base * 1.8 * 0.165" },
    ],
  },
  "rsa . logement": { valeur: "aide au logement", plafond: "forfait logement" },
  "rsa . différence": { valeur: "forfaitaire - logement - ressources", plancher: 0 },
  "rsa . montant": { variations: [{ si: "différence < 6 €/mois", alors: 0 }, { sinon: "différence" }], arrondi: "2 décimales" },
};

/** @returns euros a month */
export const rsaByPublicodes = (): ((given: RsaGiven) => number) => {
  const engine = new Engine(rules);
  return ({ persons: count, isCouple, base, housingAid, resources }) => {
    engine.setSituation({
      personnes: count,
      couple: isCouple ? "oui" : "non",
      base: `${String(base)} €/mois`,
      "aide au logement": `${String(housingAid)} €/mois`,
      ressources: `${String(resources)} €/mois`,
    });
    return Number(engine.evaluate("rsa . montant").nodeValue);
  };
};
