import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, isComplete, readHousehold } from "./index.ts";

type Json = Record<string, unknown>;

/** A couple with a child, complete, as it is written by whoever gives it. */
const menage = (): Json => ({
  mois: "2025-03",
  situation_familiale: "marie",
  personnes: [
    {
      id: "p1",
      role: "demandeur",
      date_naissance: "1985-05-23",
      activite: "actif",
      revenus: [{ type: "salaire", net: 1200.5, brut: 1530, imposable: 1240, debut: "2024-01", fin: null }],
      revenus_annuels_n2: { salaire_imposable: 14_000 },
    },
    {
      id: "p2",
      role: "conjoint",
      date_naissance: "1987-02-11",
      activite: "chomeur",
      date_debut_chomage: "2024-11-01",
      revenus: [],
      revenus_annuels_n2: {},
    },
    { id: "e1", role: "enfant", date_naissance: "2019-09-01", activite: "etudiant", revenus: [], revenus_annuels_n2: {} },
  ],
  logement: { statut: "locataire_vide", zone_apl: 3, loyer: 420 },
  prestations_percues: { aide_logement: 210, aah: { p2: 100 } },
  foyers_fiscaux_rfr_n2: { a: 12_600 },
});

/** The same with another value at the end of a way; undefined takes the field away. */
const but = (path: string, value: unknown): Json => {
  const copy = structuredClone(menage());
  const pieces = path.split(".");
  const last = pieces.pop() ?? "";
  const piece = pieces.reduce<Json>((at, key) => at[key] as Json, copy);
  if (value === undefined) Reflect.deleteProperty(piece, last);
  else piece[last] = value;
  return copy;
};

const complaintsOf = (json: unknown) => {
  const read = readHousehold(json);
  return read.kind === "refused" ? read.complaints : [];
};

describe("a complete household", () => {
  const read = readHousehold(menage());
  test("is read in our words, in whole cents, with nothing unknown", () => {
    expect(read).toMatchObject({
      kind: "read",
      unknown: [],
      household: {
        month: "2025-03",
        union: "married",
        isRecentlyAlone: false,
        persons: [
          {
            role: "claimant",
            incomes: [{ kind: "salary", netCents: 1200_50, until: "ongoing" }],
            yearlyIncomes: { salaryCents: 14_000_00, retirementCents: 0 },
          },
          { role: "partner", activity: "unemployed", unemployedSince: "2024-11-01", isDisabled: false, nationality: "french" },
          { role: "child", disabilityRate: 0, livretACents: 0 },
        ],
        housing: { occupancy: "tenant", zone: 3, rentCents: 420_00, isFlatShare: false },
        received: { housingAidCents: 210_00, rsaCents: 0, aahCents: { p2: 100_00 }, assCents: {} },
        taxIncomesCents: { a: 12_600_00 },
      },
    });
  });
  test("and may be evaluated", () => {
    if (read.kind !== "read" || !isComplete(read.household)) throw new Error("not complete");
    expect(evaluate(read.household).aide_logement.isEligible).toBe(true);
  });
  test("a commune may stand for the zone", () => {
    expect(readHousehold(but("logement", { statut: "locataire_vide", loyer: 420, commune: "75113" }))).toMatchObject({
      household: { housing: { zone: 1 } },
    });
  });
  test("keys that we do not know are ignored", () => {
    expect(complaintsOf({ ...menage(), couleur: "bleu" })).toEqual([]);
  });
});

describe("null, or an answer that is missing, is unknown", () => {
  test.each([
    ["situation_familiale", null, ["situation_familiale"]],
    ["isolement_recent", null, ["isolement_recent"]],
    ["isolement_recent", undefined, []],
    ["personnes.0.date_naissance", null, ["personnes.0.date_naissance"]],
    ["personnes.0.revenus", null, ["personnes.0.revenus"]],
    ["personnes.0.revenus", undefined, ["personnes.0.revenus"]],
    ["personnes.0.revenus.0.brut", null, ["personnes.0.revenus.0.brut"]],
    ["personnes.0.revenus_annuels_n2", null, ["personnes.0.revenus_annuels_n2"]],
    ["personnes.0.revenus_annuels_n2.salaire_imposable", null, ["personnes.0.revenus_annuels_n2.salaire_imposable"]],
    ["personnes.0.revenus_annuels_n2.salaire_imposable", undefined, []],
    ["personnes.0.handicap", null, ["personnes.0.handicap"]],
    ["personnes.0.nationalite", null, ["personnes.0.nationalite"]],
    ["personnes.1.date_debut_chomage", null, ["personnes.1.date_debut_chomage"]],
    ["personnes.1.date_debut_chomage", undefined, []],
    ["personnes.2.date_debut_chomage", null, []],
    ["logement", null, ["logement"]],
    ["logement.loyer", null, ["logement.loyer"]],
    ["logement.zone_apl", undefined, ["logement.zone_apl"]],
    ["prestations_percues", null, ["prestations_percues"]],
    ["prestations_percues.rsa", null, ["prestations_percues.rsa"]],
    ["prestations_percues.aah", null, ["prestations_percues.aah"]],
    ["prestations_percues.aah.p2", null, ["prestations_percues.aah"]],
    ["foyers_fiscaux_rfr_n2", {}, ["foyers_fiscaux_rfr_n2"]],
    ["foyers_fiscaux_rfr_n2.a", null, ["foyers_fiscaux_rfr_n2.a"]],
  ])("%s: %s", (path, value, unknown) => {
    expect(readHousehold(but(path, value))).toMatchObject({ kind: "read", unknown });
  });

  test("who pays no rent has neither rent nor zone to tell", () => {
    expect(readHousehold(but("logement", { statut: "proprietaire", loyer: null, zone_apl: null }))).toMatchObject({ unknown: [] });
  });
});

describe("what is wrong is said with the field that is wrong", () => {
  test.each([
    ["mois", undefined, "mois", "cette réponse est nécessaire"],
    ["mois", "mars 2025", "mois", "« mars 2025 » n'est pas un mois"],
    ["mois", "2025-13", "mois", "n'est pas un mois"],
    ["mois", "2019-05", "mois", "nos barèmes commencent en janvier 2024"],
    ["mois", "2045-05", "mois", "au-delà de"],
    ["mois", 202503, "mois", "un texte entre guillemets"],
    ["situation_familiale", "veuf", "situation_familiale", "« veuf » n'est pas connu"],
    ["situation_familiale", "celibataire", "situation_familiale", "un conjoint est parmi les personnes"],
    ["situation_familiale", "toString", "situation_familiale", "n'est pas connu"],
    ["isolement_recent", "oui", "isolement_recent", "true ou false"],
    ["personnes", undefined, "personnes", "cette réponse est nécessaire"],
    ["personnes", {}, "personnes", "une liste"],
    ["personnes", [], "personnes", "il faut un demandeur"],
    ["personnes", Array.from({ length: 31 }, () => ({})), "personnes", "pas plus de 30"],
    ["personnes.0", null, "personnes.0", "un objet"],
    ["personnes.0.id", "", "personnes.0.id", "écrivez un texte court"],
    ["personnes.0.id", "__proto__", "personnes.0.id", "écrivez un texte court"],
    ["personnes.0.id", "p2", "personnes.1.id", "nomme déjà une autre personne"],
    ["personnes.0.role", "parent", "personnes.0.role", "« parent » n'est pas connu"],
    ["personnes.0.role", null, "personnes.0.role", "nécessaire"],
    ["personnes.2.role", "demandeur", "personnes.2.role", "il y a déjà un demandeur"],
    ["personnes.2.role", "conjoint", "personnes.2.role", "il y a déjà un conjoint"],
    ["personnes.0.date_naissance", "1985-02-30", "personnes.0.date_naissance", "n'est pas un jour du calendrier"],
    ["personnes.0.date_naissance", "23/05/1985", "personnes.0.date_naissance", "n'est pas un jour"],
    ["personnes.0.date_naissance", "2025-04-02", "personnes.0.date_naissance", "pas encore née en mars 2025"],
    ["personnes.0.date_naissance", "1885-05-23", "personnes.0.date_naissance", "plus de 120 ans"],
    ["personnes.2.date_naissance", "1980-01-01", "personnes.2.date_naissance", "né avant son parent"],
    ["personnes.0.activite", "fonctionnaire", "personnes.0.activite", "n'est pas connu"],
    ["personnes.0.revenus", {}, "personnes.0.revenus", "une liste"],
    ["personnes.0.revenus.0", 1200, "personnes.0.revenus.0", "un objet"],
    ["personnes.0.revenus.0", null, "personnes.0.revenus.0", "nécessaire"],
    ["personnes.0.revenus.0.type", "prime", "personnes.0.revenus.0.type", "n'est pas connu"],
    ["personnes.0.revenus.0.debut", undefined, "personnes.0.revenus.0.debut", "nécessaire"],
    ["personnes.0.revenus.0.fin", "2023-12", "personnes.0.revenus.0.fin", "vient avant son début"],
    ["personnes.0.revenus.0.net", -1, "personnes.0.revenus.0.net", "ne peut pas être négatif"],
    ["personnes.0.revenus.0.net", "1200", "personnes.0.revenus.0.net", "un nombre sans guillemets"],
    ["personnes.0.revenus.0.net", Number.NaN, "personnes.0.revenus.0.net", "un nombre"],
    ["personnes.0.revenus.0.net", 1e300, "personnes.0.revenus.0.net", "trop grand"],
    ["personnes.0.revenus_annuels_n2", [], "personnes.0.revenus_annuels_n2", "un objet"],
    ["personnes.0.revenus_annuels_n2.salaire_imposable", -5, "personnes.0.revenus_annuels_n2.salaire_imposable", "négatif"],
    ["personnes.0.taux_incapacite", 80, "personnes.0.taux_incapacite", "entre 0 et 1"],
    ["personnes.0.livret_a", -10, "personnes.0.livret_a", "négatif"],
    ["personnes.1.date_debut_chomage", "2025-06-01", "personnes.1.date_debut_chomage", "après mars 2025"],
    ["logement", "maison", "logement", "un objet"],
    ["logement.statut", "chateau", "logement.statut", "n'est pas connu"],
    ["logement.loyer", -400, "logement.loyer", "négatif"],
    ["logement.zone_apl", 4, "logement.zone_apl", "1, 2 ou 3"],
    ["logement.zone_apl", "3", "logement.zone_apl", "1, 2 ou 3"],
    ["logement.colocation", 1, "logement.colocation", "true ou false"],
    ["prestations_percues", 300, "prestations_percues", "un objet"],
    ["prestations_percues.rsa", "300", "prestations_percues.rsa", "un nombre"],
    ["prestations_percues.aah", 300, "prestations_percues.aah", "un objet"],
    ["prestations_percues.aah", { p9: 300 }, "prestations_percues.aah.p9", "personne ne porte l'identifiant"],
    ["foyers_fiscaux_rfr_n2.a", "x", "foyers_fiscaux_rfr_n2.a", "un nombre"],
  ])("%s: %j", (path, value, field, sentence) => {
    expect(complaintsOf(but(path, value))).toContainEqual({ field, sentence: expect.stringContaining(sentence) as string });
  });

  test("married, but nobody is there", () => {
    const alone = { ...menage(), personnes: [(menage()["personnes"] as Json[])[0]], prestations_percues: {} };
    expect(complaintsOf(alone)).toMatchObject([{ field: "situation_familiale" }]);
  });
  test("a commune that is not a code", () => {
    expect(complaintsOf(but("logement", { statut: "locataire_vide", loyer: 1, commune: "Guéret" }))).toMatchObject([
      { field: "logement.commune" },
    ]);
  });
  test("several at once are all said", () => {
    expect(complaintsOf({ ...but("logement.loyer", -1), mois: "jamais" }).map(({ field }) => field)).toEqual(["mois", "logement.loyer"]);
  });
  test.each([[null], [undefined], [[]], ["menage"], [12], [true]])("%j is not a household", (json) => {
    expect(complaintsOf(json)).toMatchObject([{ field: "", sentence: expect.stringContaining("entre accolades") as string }]);
  });
});

describe("whatever is given", () => {
  test("nothing throws, and what is read whole may be evaluated", () => {
    const paths =
      "mois situation_familiale isolement_recent personnes personnes.0 personnes.0.id personnes.0.role personnes.0.date_naissance personnes.0.revenus personnes.0.revenus.0 personnes.0.revenus.0.net personnes.0.revenus.0.debut personnes.0.revenus_annuels_n2 personnes.2.date_naissance logement logement.loyer logement.statut logement.zone_apl prestations_percues prestations_percues.aah foyers_fiscaux_rfr_n2";
    fc.assert(
      fc.property(fc.constantFrom(...paths.split(" ")), fc.jsonValue(), (path, value) => {
        const read = readHousehold(but(path, value));
        if (read.kind === "read" && isComplete(read.household))
          expect(Object.values(evaluate(read.household)).every(({ amountCents }) => Number.isInteger(amountCents))).toBe(true);
        else if (read.kind === "refused") expect(read.complaints.every(({ sentence }) => sentence.length > 10)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("any JSON at all is read or refused", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(["read", "refused"]).toContain(readHousehold(json).kind);
      }),
    );
  });

  test("a person may be called like a word of the language", () => {
    const named = but("personnes.1.id", "constructor");
    const read = readHousehold({ ...named, prestations_percues: { aah: { constructor: 100 } } });
    if (read.kind !== "read" || !isComplete(read.household)) throw new Error("not complete");
    expect(Object.values(evaluate(read.household)).every(({ amountCents }) => Number.isInteger(amountCents))).toBe(true);
  });
});
