import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, goRound, inCommissioner, inShared, openSession, openTasks, type Web } from "#ground/server";
import { addPerson } from "#person/server";
import { openSituation } from "#situation/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { verificationRound } from "./ask-verification.action.ts";
import { mobilityCheque } from "../../../house/testing/benefits.ts";
import { everyCommune } from "../../../house/testing/communes.ts";
import type { CatalogueBenefitShown, CatalogueShown, ImportedShown } from "./catalogue.contract.ts";
import type { LocalBenefitsShown } from "./local-benefits.contract.ts";
import { openBenefits } from "./open-benefits.http.ts";
import type { Places } from "./territory.source.ts";

let house: TestHouse;
let web: Web;
let places: Places;
const staff: Record<string, string> = {};
const cookies: Record<string, string> = {};
/** Sets the clock, and signs everybody in again: a session ends by itself. */
const setClock = async (instant: string): Promise<void> => {
  house.setClock(instant);
  for (const [name, id] of Object.entries(staff))
    cookies[name] = `tu_session=${await inShared(house.ground, (work) => openSession(work, id))}`;
};
let keys = 0;

beforeAll(async () => {
  house = await openTestHouse();
  places = everyCommune();
  web = await buildWeb(house.ground);
  openBenefits(web, { places, dangerIn: (text) => (text.includes("en finir") ? ["suicide"] : []) });
  await web.app.ready();
  const hugo = await addStaff(house.ground, house.mutuelle.id, "Hugo Tessandier", "hugo@mutuelle.example", ["data-referent"]);
  const aline = await addStaff(house.ground, house.caisse.id, "Aline Moreau", "aline@caisse.example", ["data-referent"]);
  Object.assign(staff, {
    hugo: hugo.staffId,
    aline: aline.staffId,
    sonia: house.mutuelle.supervisor.staffId,
    ines: house.mutuelle.counsellor.staffId,
  });
  await setClock("2026-11-20T16:00:00Z");
}, 120_000);
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const get = (who: string, url: string) => web.app.inject({ method: "GET", url, headers: who === "" ? {} : { cookie: cookies[who] ?? "" } });
const post = (who: string, url: string, payload: object = {}, key = `key-${++keys}-12345678`) =>
  web.app.inject({ method: "POST", url, payload, headers: { cookie: cookies[who] ?? "", "idempotency-key": key } });

const catalogue = "/api/benefit-catalogue";
const read = async (id: string): Promise<CatalogueBenefitShown> => (await get("hugo", `${catalogue}/${id}`)).json();
const near = async (commune: string): Promise<LocalBenefitsShown> => (await get("", `/api/benefits?commune=${commune}`)).json();
const namesNear = async (commune: string): Promise<readonly string[]> => (await near(commune)).benefits.map(({ name }) => name);
const write = async (who: string, change: object = {}): Promise<string> => {
  const answer = await post(who, catalogue, { ...mobilityCheque, ...change });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ id: string }>().id;
};
/** Written by one, published by another. */
const publish = async (change: object = {}): Promise<string> => {
  const id = await write("hugo", change);
  await post("hugo", `${catalogue}/${id}/send`);
  const seen = (await read(id)).versions[0]?.writtenAt;
  const answer = await post("sonia", `${catalogue}/${id}/publish`, { seen });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
};

describe("written by one, published by another", () => {
  test("a draft is seen by nobody; a counsellor neither reads the catalogue nor publishes", async () => {
    const id = await write("hugo", { name: "Brouillon secret" });
    expect(await namesNear("23096")).not.toContain("Brouillon secret");
    expect((await get("", `/api/benefits/${id}`)).statusCode).toBe(404);
    for (const url of [catalogue, `${catalogue}/${id}`, `${catalogue}.csv`, "/api/benefit-coverage", "/api/benefit-signals"]) {
      expect((await get("ines", url)).statusCode, url).toBe(403);
      expect((await get("", url)).statusCode, url).toBe(401);
    }
    await post("hugo", `${catalogue}/${id}/send`);
    const seen = (await read(id)).versions[0]?.writtenAt;
    expect((await post("ines", `${catalogue}/${id}/publish`, { seen })).statusCode).toBe(403);
    expect(await namesNear("23096")).not.toContain("Brouillon secret");
  });

  test("who wrote it does not publish it, and is told why; another person does, even from another service", async () => {
    const id = await write("hugo", { name: "Aide au permis" });
    await post("hugo", `${catalogue}/${id}/send`);
    const seen = (await read(id)).versions[0]?.writtenAt;
    const refused = await post("hugo", `${catalogue}/${id}/publish`, { seen });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ sentence: expect.stringContaining("Une autre personne") as string });
    expect((await post("aline", `${catalogue}/${id}/publish`, { seen })).statusCode).toBe(200);
    expect(await namesNear("23096")).toContain("Aide au permis");
    expect((await read(id)).history.map(({ kind }) => kind)).toEqual(["published", "sent", "written"]);
  });

  test("the database itself refuses that a writer publishes", async () => {
    const id = await publish({ name: "Deux paires d’yeux" });
    await expect(
      inShared(house.ground, (work) =>
        work.run(sql`update rights_benefit_version set published_by = writers[1] where benefit_id = ${id} and state = 'published'`),
      ),
    ).rejects.toMatchObject({ constraint: "benefit_second_eyes" });
  });

  test("what is published is what was read: written again since, it is refused", async () => {
    const id = await write("hugo", { name: "Lue trop tôt" });
    await post("hugo", `${catalogue}/${id}/send`);
    const seen = (await read(id)).versions[0]?.writtenAt;
    await setClock("2026-11-20T16:05:00Z");
    await post("sonia", `${catalogue}/${id}/return`, { reason: "Il manque le téléphone" });
    await post("hugo", `${catalogue}/${id}/write`, { content: { ...mobilityCheque, name: "Lue trop tôt, reprise" }, seen });
    await post("hugo", `${catalogue}/${id}/send`);
    expect((await post("sonia", `${catalogue}/${id}/publish`, { seen })).statusCode).toBe(409);
    await setClock("2026-11-20T16:00:00Z");
  });

  test("a next version stands beside the one that people see, until it is published in its turn", async () => {
    const id = await publish({ name: "Aide au transport" });
    const seen = (await read(id)).versions[0]?.writtenAt;
    await post("sonia", `${catalogue}/${id}/write`, { content: { ...mobilityCheque, name: "Aide au transport", amount: null }, seen });
    const file = await read(id);
    expect(file.changes).toEqual([{ field: "amount", before: expect.stringContaining("150") as string, after: "" }]);
    expect((await near("23096")).benefits.find(({ name }) => name === "Aide au transport")?.amount?.cents).toBe(15_000);
    await post("sonia", `${catalogue}/${id}/send`);
    expect((await post("hugo", `${catalogue}/${id}/publish`, { seen: file.versions[0]?.writtenAt })).statusCode).toBe(200);
    expect((await near("23096")).benefits.find(({ name }) => name === "Aide au transport")?.amount).toBeNull();
    expect((await read(id)).versions.map(({ state }) => state)).toEqual(["published", "replaced"]);
  });

  test("two hands at once: the second is told, and nothing is lost", async () => {
    const id = await write("hugo", { name: "À quatre mains" });
    const seen = (await read(id)).versions[0]?.writtenAt;
    await setClock("2026-11-20T16:10:00Z");
    expect((await post("sonia", `${catalogue}/${id}/write`, { content: { ...mobilityCheque, name: "De Sonia" }, seen })).statusCode).toBe(
      200,
    );
    expect((await post("hugo", `${catalogue}/${id}/write`, { content: { ...mobilityCheque, name: "De Hugo" }, seen })).statusCode).toBe(
      409,
    );
    expect((await read(id)).versions[0]?.content.name).toBe("De Sonia");
    await setClock("2026-11-20T16:00:00Z");
  });

  test("the same key does one thing once", async () => {
    const key = "the-same-key-12345678";
    const [first, second] = [await post("hugo", catalogue, mobilityCheque, key), await post("hugo", catalogue, mobilityCheque, key)];
    expect(first.json<{ id: string }>().id).toBe(second.json<{ id: string }>().id);
  });

  test("withdrawn with a reason it is shown no more; put back, it is shown again", async () => {
    const id = await publish({ name: "Prime de rentrée" });
    expect((await post("hugo", `${catalogue}/${id}/withdraw`, { reason: "" })).statusCode).toBe(400);
    expect((await post("hugo", `${catalogue}/${id}/withdraw`, { reason: "Le département l’a supprimée" })).statusCode).toBe(200);
    expect(await namesNear("23096")).not.toContain("Prime de rentrée");
    expect((await read(id)).state).toBe("withdrawn");
    expect((await post("sonia", `${catalogue}/${id}/restore`, { reason: "C’était une autre" })).statusCode).toBe(200);
    expect(await namesNear("23096")).toContain("Prime de rentrée");
  });
});

describe("a verification is believed for twelve months", () => {
  test("then it is « à revérifier », a task of whoever keeps it, and one gesture settles it", async () => {
    const id = await publish({ name: "Aide au chauffage", theme: "essentiels", verifiedOn: "2025-12-01" });
    const tasks = () =>
      inCommissioner(house.ground, house.mutuelle.system, async (work) =>
        (await openTasks(work)).filter(({ subjectId }) => subjectId === id),
      );
    await goRound(house.ground, verificationRound);
    expect(await tasks()).toEqual([]);
    await setClock("2026-12-01T08:00:00Z");
    await goRound(house.ground, verificationRound);
    await goRound(house.ground, verificationRound);
    expect((await read(id)).state).toBe("to-verify");
    expect((await near("23096")).benefits.find(({ name }) => name === "Aide au chauffage")?.isToVerifyAgain).toBe(true);
    const [task, ...more] = await tasks();
    expect([task?.kind, more.length]).toEqual(["benefit.verify", 0]);
    expect(
      await inCommissioner(house.ground, house.caisse.system, async (work) =>
        (await openTasks(work)).filter(({ subjectId }) => subjectId === id),
      ),
    ).toEqual([]);
    expect((await post("aline", `${catalogue}/${id}/verify`)).statusCode).toBe(200);
    expect((await read(id)).verified).toMatchObject({ on: "2026-12-01", byName: "Aline Moreau" });
    await goRound(house.ground, verificationRound);
    expect(await tasks()).toEqual([]);
    await setClock("2026-11-20T16:00:00Z");
  });
  test("what was looked at too long ago is not published", async () => {
    const id = await write("hugo", { verifiedOn: "2025-11-20" });
    await post("hugo", `${catalogue}/${id}/send`);
    const answer = await post("sonia", `${catalogue}/${id}/publish`, { seen: (await read(id)).versions[0]?.writtenAt });
    expect([answer.statusCode, answer.json<{ sentence: string }>().sentence]).toEqual([409, expect.stringContaining("12 mois")]);
  });
});

describe("four levels of territory, and communes that were merged", () => {
  test("what a commune, its EPCI, its département and its region offer comes to whoever lives there, and to nobody else", async () => {
    const epci = places.byCode("38563")?.epci?.code ?? "";
    await publish({ name: "De Voiron", territory: { kind: "commune", code: "38563" } });
    await publish({ name: "Du Voironnais", territory: { kind: "epci", code: epci } });
    await publish({ name: "De l’Isère", territory: { kind: "departement", code: "38" } });
    await publish({ name: "De la région", territory: { kind: "region", code: "84" } });
    expect((await namesNear("38563")).filter((name) => /^(De|Du) /.test(name))).toEqual([
      "De Voiron",
      "Du Voironnais",
      "De l’Isère",
      "De la région",
    ]);
    expect((await namesNear("38185")).filter((name) => /^(De|Du) /.test(name))).toEqual(["De l’Isère", "De la région"]);
    // 84 is Vaucluse too: a region is not a département.
    expect(await namesNear("84007")).not.toContain("De la région");
  });
  test("a benefit of a former commune fits the one it became, whichever code is asked for", async () => {
    // Arbignieu (01015) took Saint-Bois (01340) and became Arboys en Bugey (01015).
    const id = await publish({ name: "Ancienne commune", territory: { kind: "commune", code: "01015" } });
    await inShared(house.ground, (work) =>
      work.run(sql`update rights_benefit_version set territory_code = '01340' where benefit_id = ${id}`),
    );
    expect(await namesNear("01015")).toContain("Ancienne commune");
    expect(await namesNear("01340")).toContain("Ancienne commune");
    const kept = await write("hugo", { territory: { kind: "commune", code: "01340" } });
    expect((await read(kept)).versions[0]?.content.territory.code).toBe("01015");
  });
  test("like names are told apart", async () => {
    const found = (await get("hugo", "/api/territories?q=neuilly-sur-seine")).json<{ name: string; detail: string; kind: string }[]>();
    expect(found[0]).toMatchObject({ kind: "commune", name: "Neuilly-sur-Seine", detail: expect.stringMatching(/92.*92200/) as string });
    const saintDenis = (await get("hugo", "/api/territories?q=saint-denis")).json<{ detail: string }[]>();
    expect(new Set(saintDenis.map(({ detail }) => detail)).size).toBe(saintDenis.length);
    expect((await get("hugo", "/api/territories?q=creuse")).json<{ kind: string; code: string }[]>()).toContainEqual(
      expect.objectContaining({ kind: "departement", code: "23" }),
    );
  });
});

describe("what silence means", () => {
  const said = (territory: object, theme: string, what: string, more: object = {}) =>
    post("hugo", "/api/benefit-coverage", { territory, theme, said: what, withInside: false, lookedOn: "2026-11-20", ...more });
  const told = async (commune: string, theme: string) => (await near(commune)).coverage.find((each) => each.theme === theme)?.coverage.kind;

  test("not catalogued, until every level was looked at; then nothing is offered; then a benefit is there", async () => {
    expect(await told("23008", "psy")).toBe("not-catalogued");
    expect((await said({ kind: "departement", code: "23" }, "psy", "nothing", { withInside: true })).statusCode).toBe(200);
    expect(await told("23008", "psy")).toBe("not-catalogued");
    expect((await said({ kind: "region", code: "75" }, "psy", "nothing")).statusCode).toBe(200);
    expect(await told("23008", "psy")).toBe("not-offered");
    expect(await told("38563", "psy")).toBe("not-catalogued");
    await publish({ name: "Consultations offertes", theme: "psy" });
    expect(await told("23008", "psy")).toBe("catalogued");
    expect((await said({ kind: "departement", code: "23" }, "psy", "taken-back")).statusCode).toBe(200);
  });
  test("a slip is refused: nothing where there is some, complete where there is none, a day to come", async () => {
    expect((await said({ kind: "departement", code: "23" }, "mobilite", "nothing")).statusCode).toBe(422);
    expect((await said({ kind: "departement", code: "48" }, "mobilite", "complete")).statusCode).toBe(422);
    expect((await said({ kind: "departement", code: "48" }, "mobilite", "nothing", { lookedOn: "2026-11-21" })).statusCode).toBe(422);
    expect((await said({ kind: "departement", code: "999" }, "mobilite", "nothing")).statusCode).toBe(422);
    expect((await said({ kind: "departement", code: "48" }, "inconnu", "nothing")).statusCode).toBe(400);
  });
  test("the table says it by département; one territory says who looked", async () => {
    const table = (await get("hugo", "/api/benefit-coverage?region=75")).json<{
      rows: { territory: { code: string }; cells: { theme: string; state: string }[] }[];
    }>();
    const creuse = table.rows.find(({ territory }) => territory.code === "23");
    expect(table.rows).toHaveLength(12);
    expect(creuse?.cells.find(({ theme }) => theme === "mobilite")?.state).toBe("catalogued");
    expect(creuse?.cells.find(({ theme }) => theme === "retraite")?.state).toBe("not-looked");
    expect((await get("hugo", "/api/benefit-coverage/territory?territoire=region:75")).json()).toMatchObject({
      territory: { name: "Nouvelle-Aquitaine" },
    });
    expect((await get("hugo", "/api/benefit-coverage/territory?territoire=pays:FR")).statusCode).toBe(422);
  });
});

describe("what cannot be kept is said, field by field", () => {
  test.each<[string, object, number, string]>([
    ["an unknown commune", { territory: { kind: "commune", code: "99999" } }, 422, "commune n’existe pas"],
    ["an unknown région", { territory: { kind: "region", code: "0" } }, 422, "territoire n’existe pas"],
    ["reversed dates", { startsOn: "2027-02-01", endsOn: "2027-01-01" }, 400, "avant son début"],
    ["a day that does not exist", { endsOn: "2027-02-30" }, 400, "jour qui existe"],
    ["a verification to come", { verifiedOn: "2026-11-21" }, 422, "pas encore arrivé"],
    ["a negative amount", { amount: { cents: -100, isAtMost: false, period: "once" } }, 400, "plus grand que zéro"],
    ["ages in the wrong order", { conditions: [{ kind: "age", from: 60, to: 18 }] }, 400, "plus petit"],
    ["an age without bound", { conditions: [{ kind: "age", from: null, to: null }] }, 400, "plus petit"],
    ["the same condition twice", { conditions: [{ kind: "minor-child" }, { kind: "minor-child" }] }, 400, "deux fois"],
    ["a text of 10,000 signs", { gives: "a".repeat(10_000) }, 400, "1500 signes"],
    ["an empty name", { name: "   " }, 400, "nom de l’aide"],
    ["a source that is not an address", { sourceUrl: "javascript:alert(1)" }, 400, "https://"],
    ["a telephone in letters", { ask: { ...mobilityCheque.ask, phone: "appelez-nous" } }, 400, "en chiffres"],
  ])("%s", async (_, change, status, sentence) => {
    const answer = await post("hugo", catalogue, { ...mobilityCheque, ...change });
    expect(answer.statusCode, answer.body).toBe(status);
    expect(JSON.stringify(answer.json())).toContain(sentence);
  });
  test("HTML is a text like any other: shown as it was typed", async () => {
    const text = '<script>alert("x")</script> <b>gras</b>';
    await publish({ name: "Avec des balises", gives: text, territory: { kind: "commune", code: "23176" } });
    expect((await near("23176")).benefits.find(({ name }) => name === "Avec des balises")?.gives).toBe(text);
    const page = (await get("", "/aides-locales?commune=23176")).body;
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script>alert");
  });
  test.each(["99999", "", "x", "%00", "commune'--"])("GET /api/benefits?commune=%s: a sentence, never a 5xx", async (commune) => {
    const answer = await get("", `/api/benefits?commune=${commune}`);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
  test("what is not there is not found", async () => {
    for (const id of ["00000000-0000-7000-8000-000000000000", "nimporte"]) {
      expect((await get("hugo", `${catalogue}/${id}`)).statusCode).toBe(404);
      expect((await post("hugo", `${catalogue}/${id}/verify`)).statusCode).toBe(404);
      expect((await get("", `/api/benefits/${id}`)).statusCode).toBe(404);
    }
  });
});

describe("the list of those who keep it", () => {
  const names = async (query: string): Promise<readonly string[]> =>
    (await get("sonia", `${catalogue}?${query}`)).json<CatalogueShown>().benefits.map(({ name }) => name);
  test("by words without accents, by theme, by state, by territory, by commune with all its levels", async () => {
    expect(await names("mots=secret")).toContain("Brouillon secret");
    expect(await names("mots=CONSULTATION")).toContain("Consultations offertes");
    expect(await names("theme=psy")).toEqual(["Consultations offertes"]);
    expect(await names("etat=to-review")).toContain("Brouillon secret");
    expect(await names("etat=published")).not.toContain("Brouillon secret");
    expect(await names("territoire=region:84")).toEqual(["De la région"]);
    expect(await names("commune=38563&etat=published")).toEqual(expect.arrayContaining(["De Voiron", "De la région"]));
    expect((await get("sonia", `${catalogue}?commune=99999`)).statusCode).toBe(422);
    expect((await get("sonia", `${catalogue}?etat=perdu`)).statusCode).toBe(400);
  });
});

describe("the file goes out and comes in", () => {
  const bring = async (text: string, isTrial = false): Promise<ImportedShown> => {
    const answer = await post("hugo", `${catalogue}/import`, { text, isTrial });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  test("what goes out comes back in without changing anything", async () => {
    const file = (await get("hugo", `${catalogue}.csv`)).body;
    const result = await bring(file);
    expect(result.lines.length).toBeGreaterThan(10);
    expect(new Set(result.lines.map(({ outcome }) => outcome))).toEqual(new Set(["unchanged"]));
  });
  test("a trial writes nothing; lines that cannot be read say why; the others become drafts; again, nothing changes", async () => {
    const file = [
      "nom;theme;niveau;code;donne;montant;periode;age_de;logement;recoit;qui;verifie_le",
      'Aide aux vacances;famille;departement;23;"Un séjour ; une semaine";120,50;par an;;locataire|proprietaire;rsa|aah;CAF;2026-10-01',
      "Aide perdue;famille;commune;99999;Rien;;;;;;Mairie;2026-10-01",
      "Aide fausse;danse;region;75;Rien;beaucoup;chaque lune;vieux;;chance;Mairie;2026-10-01",
      "Aide aux vacances;famille;departement;23;Encore;;;;;;CAF;2026-10-01",
    ].join("\r\n");
    const trial = await bring(file, true);
    expect(trial.lines.map(({ outcome }) => outcome)).toEqual(["new", "refused", "refused", "refused"]);
    expect(trial.lines[2]?.reasons.join(" ")).toMatch(/montant.*age_de.*|age_de.*montant/);
    expect(trial.lines[3]?.reasons.join(" ")).toContain("ligne 2");
    expect((await get("hugo", `${catalogue}?mots=vacances`)).json<CatalogueShown>().total).toBe(0);
    expect((await bring(file)).lines[0]?.outcome).toBe("new");
    const [made] = (await get("hugo", `${catalogue}?mots=vacances`)).json<CatalogueShown>().benefits;
    expect(made?.state).toBe("draft");
    expect((await read(made?.id ?? "")).versions[0]?.content).toMatchObject({
      gives: "Un séjour ; une semaine",
      amount: { cents: 12_050, period: "year" },
      conditions: [
        { kind: "housing", anyOf: ["tenant", "owner"] },
        { kind: "receives", anyOf: ["rsa", "aah"] },
      ],
    });
    expect((await bring(file)).lines[0]?.outcome).toBe("unchanged");
  });
  test.each([
    ["", "ne contient aucune aide"],
    ["nom;theme\nA;famille", "manque des colonnes"],
    ['nom;theme;niveau;code;donne;qui;verifie_le\n"jamais fermé', "lisible"],
  ])("a file that is no catalogue is refused whole: %j", async (text, sentence) => {
    const answer = await post("hugo", `${catalogue}/import`, { text, isTrial: true });
    expect([answer.statusCode, answer.json<{ sentence: string }>().sentence]).toEqual([422, expect.stringContaining(sentence)]);
  });
  test("a cell that would be a formula goes out harmless and comes back as it was", async () => {
    await write("hugo", { name: "=1+1", key: undefined });
    const file = (await get("hugo", `${catalogue}.csv`)).body;
    expect(file).toContain(";'=1+1;");
    expect((await bring(file)).lines.every(({ outcome }) => outcome === "unchanged")).toBe(true);
  });
});

describe("the public page, without any script", () => {
  test("a commune, its benefits, what is not catalogued, and one sentence to signal", async () => {
    const page = (await get("", "/aides-locales?ou=Gu%C3%A9ret")).body;
    expect(page).toContain("Aides à Guéret");
    expect(page).toContain("Aide au permis");
    expect(page).toContain("Pas encore répertorié ici");
    expect((await get("", "/aides-locales?ou=neuilly")).body).toMatch(/Neuilly-Plaisance[^<]*93/);
    expect((await get("", "/aides-locales?ou=zzzzzz")).body).toContain("Nous ne connaissons pas");
  });
  test("a signal waits for whoever keeps the catalogue; a danger written there shows the numbers at once", async () => {
    const send = (aide: string) =>
      web.app.inject({
        method: "POST",
        url: "/aides-locales/signaler",
        payload: `commune=23096&aide=${encodeURIComponent(aide)}&cle=`,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
    expect((await send("")).statusCode).toBe(422);
    expect((await send("a".repeat(501))).statusCode).toBe(422);
    expect((await send("La mairie paie les lunettes")).headers["location"]).toBe("/aides-locales?commune=23096&merci=oui");
    expect((await send("je veux en finir")).headers["location"]).toContain("pour=3114");
    const [first] = (await get("sonia", "/api/benefit-signals")).json<{ id: string; details: string; commune: { name: string } }[]>();
    expect(first).toMatchObject({ details: "La mairie paie les lunettes", commune: { name: "Guéret" } });
    expect((await post("ines", `/api/benefit-signals/${first?.id}/settle`, { as: "catalogued" })).statusCode).toBe(403);
    expect((await post("sonia", `/api/benefit-signals/${first?.id}/settle`, { as: "catalogued" })).statusCode).toBe(200);
    expect((await post("ines", "/api/benefit-signals", { communeCode: "23096", details: "Un café entre voisins" })).statusCode).toBe(200);
    expect((await get("sonia", "/api/benefit-signals")).json<{ details: string }[]>().map(({ details }) => details)).not.toContain(
      "La mairie paie les lunettes",
    );
  });
});

describe("beside the rights of a situation", () => {
  const of = async (person: Parameters<typeof addPerson>[1], who = "ines") => {
    const { counsellor } = house.mutuelle;
    const situationId = await inCommissioner(house.ground, counsellor, async (work) =>
      openSituation(work, { personId: await addPerson(work, person) }),
    );
    return get(who, `/api/situations/${situationId}/benefits`);
  };

  test("the benefits of her commune are set against what she said; without a commune there is nothing to look at", async () => {
    const id = await publish({ name: "Chèque des situations" });
    const answer = await of({ firstName: "Nadia", birthDate: "1992-04-12", communeCode: "23096" });
    expect(answer.statusCode, answer.body).toBe(200);
    const found = answer.json<{ found: LocalBenefitsShown }>().found.benefits.find((benefit) => benefit.id === id);
    expect(found?.answer?.kind).toBe("to-check");
    expect((await of({ firstName: "Nadia" })).json()).toEqual({ found: null });
  });

  test("a situation of another service is not there", async () => {
    expect((await of({ firstName: "Nadia", communeCode: "23096" }, "aline")).statusCode).toBe(404);
  });
});
