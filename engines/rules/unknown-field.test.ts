import { describe, expect, test } from "vitest";
import { readHousehold } from "./index.ts";
import { plainHousing, nothingReceived } from "./draft.ts";
import { fieldWords } from "./missing.words.ts";
import { unknownFields } from "./unknown-field.ts";

/** A household whose every answer is null, in the shape that enters. */
const person = {
  date_naissance: null,
  nationalite: null,
  activite: null,
  revenus: [{ type: "salaire", brut: null, net: null, imposable: null, debut: "2024-01", fin: null }],
  revenus_annuels_n2: {
    salaire_imposable: null,
    chomage_imposable: null,
    retraite_imposable: null,
    pension_invalidite: null,
    pension_alimentaire_percue: null,
  },
  date_debut_chomage: null,
  taux_incapacite: null,
  rsdae: null,
  handicap: null,
  inapte_travail: null,
  enceinte: null,
  boursier: null,
  garde_alternee: null,
  rsa_jeune_condition_heures: null,
  ass_condition_activite_anterieure: null,
  livret_a: null,
  epargne_non_imposable: null,
};
const menage = {
  mois: "2025-03",
  situation_familiale: null,
  isolement_recent: null,
  personnes: [
    { id: "p1", role: "demandeur", ...person },
    { id: "p2", role: "conjoint", ...person, revenus: null, revenus_annuels_n2: null },
    { id: "e1", role: "enfant", ...person, revenus: null },
  ],
  logement: { statut: null, loyer: null, zone_apl: null, colocation: null, chambre: null, participation_frais: null },
  prestations_percues: {
    aide_logement: null,
    rsa: null,
    af: null,
    cf: null,
    asf: null,
    paje_base: null,
    aspa: null,
    aah: null,
    ass: null,
    asi: null,
    caah: null,
    prime_activite: null,
    aeeh: null,
    ars: null,
    cheque_energie: null,
  },
  foyers_fiscaux_rfr_n2: { a: null, b: null },
};

/** Every null of it, but the end of an income, where null means « still today ». */
const nullsOf = (value: unknown, way: string): readonly string[] => {
  if (value === null) return way.endsWith(".fin") ? [] : [way];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => nullsOf(part, way === "" ? name : `${way}.${name}`));
};

describe("each answer that is null is a field to ask, by the path that leads to it", () => {
  test("down to one amount of one income", () => {
    const read = readHousehold(menage);
    if (read.kind === "refused") throw new Error(JSON.stringify(read.complaints));
    expect(read.unknown.toSorted()).toEqual(nullsOf(menage, "").toSorted());
  });
  test.each(["logement", "prestations_percues", "foyers_fiscaux_rfr_n2"])("%s as a whole is one field", (name) => {
    const read = readHousehold({ ...menage, [name]: null });
    if (read.kind === "refused") throw new Error(JSON.stringify(read.complaints));
    expect(read.unknown.filter((field) => field.startsWith(name))).toEqual([name]);
  });
  test("each has a name for people", () => {
    const read = readHousehold(menage);
    if (read.kind === "refused") throw new Error(JSON.stringify(read.complaints));
    for (const { kind } of unknownFields(read.household)) expect(fieldWords[kind].name).not.toBe("");
    for (const kind of [...Object.keys(plainHousing), ...Object.keys(nothingReceived)]) expect(Object.keys(fieldWords)).toContain(kind);
  });
});
