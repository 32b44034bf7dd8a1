import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { openRulesApi } from "./rules-api.http.ts";

let house: TestHouse;
let web: Web;
let session: string;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  web = await buildWeb(house.ground);
  openRulesApi(web);
  session = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
});
afterEach(() => house.close());

/** A man alone, 50, who rents at 359 € and has no income, in the shape of the reference cases. */
const menage = {
  mois: "2026-05",
  situation_familiale: "celibataire",
  personnes: [{ id: "p1", role: "demandeur", date_naissance: "1976-06-23", activite: "inactif", revenus: [], revenus_annuels_n2: {} }],
  logement: { statut: "locataire_hlm", zone_apl: 2, loyer: 359 },
  prestations_percues: {},
  foyers_fiscaux_rfr_n2: { a: 0 },
};

const post = async (path: string, given: unknown, cookies: Record<string, string> = { tu_session: session }) => {
  const response = await web.app.inject({ method: "POST", url: `/api/rights/${path}`, payload: { menage: given }, cookies });
  return { status: response.statusCode, body: response.json<unknown>() };
};

describe("other systems ask the engine", () => {
  test("a complete household: sixteen rights, in the shape of the command « tu rights evaluate »", async () => {
    const { status, body } = await post("evaluate", menage);
    expect(status).toBe(200);
    const { resultat } = body as { resultat: Record<string, { eligible: boolean; montant?: number; etat: string; trace: unknown[] }> };
    expect(Object.keys(resultat)).toHaveLength(16);
    expect(resultat["rsa"]).toMatchObject({ eligible: true, etat: "acquis" });
    expect(resultat["rsa"]?.montant).toBeGreaterThan(500);
    expect(resultat["rsa"]?.trace.length).toBeGreaterThan(0);
    expect(resultat["css"]).not.toHaveProperty("montant");
  });

  test("a partial one: bounds, what is missing, what is not claimed, and the question that would settle most", async () => {
    const partial = { ...menage, personnes: [{ ...menage.personnes[0], revenus: null, revenus_annuels_n2: null }] };
    const estimated = (await post("estimate", partial)).body as {
      resultat: Record<string, { minimum: number; maximum: number; etat: string; manque: string[] }>;
      non_recours: { minimum_mois: number; maximum_mois: number };
    };
    expect(estimated.resultat["rsa"]).toMatchObject({ etat: "incertain", minimum: 0 });
    expect(estimated.resultat["rsa"]?.manque).toContain("personnes.0.revenus");
    expect(estimated.non_recours.maximum_mois).toBeGreaterThan(estimated.non_recours.minimum_mois);
    const { questions } = (await post("next-question", partial)).body as { questions: { field: string; couldChange: number }[] };
    expect(questions[0]?.field).toBe("personnes.0.revenus");
    expect(questions.map(({ couldChange }) => couldChange)).toEqual(
      questions.map(({ couldChange }) => couldChange).toSorted((a, b) => b - a),
    );
  });

  test.each([
    ["a month before the scales", { ...menage, mois: "2019-01" }, "mois"],
    [
      "an impossible date",
      { ...menage, personnes: [{ ...menage.personnes[0], date_naissance: "1976-02-31" }] },
      "personnes.0.date_naissance",
    ],
    ["a negative amount", { ...menage, logement: { ...menage.logement, loyer: -1 } }, "logement.loyer"],
    [
      "a child older than the parent",
      {
        ...menage,
        personnes: [...menage.personnes, { id: "e1", role: "enfant", date_naissance: "1970-01-10", activite: "inactif", revenus: [] }],
      },
      "personnes.1.date_naissance",
    ],
    ["an unknown status", { ...menage, logement: { ...menage.logement, statut: "chateau" } }, "logement.statut"],
  ])("%s is refused with the field named, on every route", async (_, wrong, field) => {
    for (const path of ["evaluate", "estimate", "next-question"]) {
      const { status, body } = await post(path, wrong);
      expect(status, path).toBe(422);
      const { fields } = body as { fields: { field: string; sentence: string }[] };
      expect(fields.map((each) => each.field)).toContain(field);
      expect(fields[0]?.sentence).toMatch(/\p{L}.{8,}/u);
    }
  });

  test("nobody asks without being signed in, not even a wrong household", async () => {
    for (const path of ["evaluate", "estimate", "next-question"]) expect((await post(path, {}, {})).status).toBe(401);
    expect((await web.app.inject({ url: "/api/rights/scales" })).statusCode).toBe(401);
  });

  test.each([[null], [[]], [""], [{}], [{ personnes: "x" }], [{ mois: 3, personnes: [null] }]])(
    "%j never makes it stumble",
    async (odd) => {
      expect([400, 422]).toContain((await post("evaluate", odd)).status);
    },
  );

  test("the scales: those older than thirteen months on a day, with the last date of each", async () => {
    const read = async (query: string) => {
      const response = await web.app.inject({ url: `/api/rights/scales${query}`, cookies: { tu_session: session } });
      return { status: response.statusCode, body: response.json<{ on: string; old: { months: number }[]; scales: unknown[] }>() };
    };
    const today = await read("");
    expect(today.body.on).toBe("2026-11-20");
    expect(today.body.scales.length).toBeGreaterThan(50);
    expect(today.body.old.every(({ months }) => months >= 13)).toBe(true);
    expect((await read("?on=2030-01-01")).body.old.length).toBeGreaterThan(today.body.old.length);
    expect((await read("?on=2026-02-31")).status).toBe(422);
  });
});
