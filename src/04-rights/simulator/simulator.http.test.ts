import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { openContactRoom } from "#contact/server";
import { buildWeb, inCommissioner, inShared, type Web } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { communesOfTest } from "../../../house/testing/communes.ts";
import { openSimulator } from "./simulator.http.ts";
import { rightsEnclosures } from "./rights-enclosure.action.ts";
import { simulatorAgreementsOf } from "../estimate/facts.store.ts";

let house: TestHouse;
let web: Web;
const simulator = "/s/mutuelle-des-alpes/mes-droits";

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground, { requestsPerMinute: 100_000 });
  openContactRoom(web, { communes: communesOfTest, enclosures: rightsEnclosures(house.ground) });
  openSimulator(web, { communes: communesOfTest });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const get = (url: string) => web.app.inject({ method: "GET", url });
/** A group of boxes sends one field for each that is ticked. */
type Fields = Readonly<Record<string, string | readonly string[]>>;
const post = (url: string, fields: Fields = {}) =>
  web.app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
    ).toString(),
  });

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\u00a0\s]+/g, " ")
    .replaceAll("&#x27;", "’");

/** Answers the question that stands on a page, whichever it is; « ne sait pas » when nothing is said of it. */
const answer = async (page: string, answers: Readonly<Record<string, Fields>>): Promise<string> => {
  const question = hidden(page, "question");
  const fields = answers[question] ?? { inconnu: "1" };
  return (await post(`${simulator}/2`, { reponses: hidden(page, "reponses"), question, ...fields })).body;
};

/** Goes from the first question to the result. @returns the questions met, and the last page */
const walk = async (answers: Readonly<Record<string, Fields>>): Promise<{ readonly asked: readonly string[]; readonly page: string }> => {
  const asked: string[] = [];
  let page = (await get(`${simulator}/1`)).body;
  while (hidden(page, "question") !== "" && asked.length < 60) {
    asked.push(hidden(page, "question"));
    page = await answer(page, answers);
  }
  return { asked, page };
};

const commune = { valeur: "Guéret", choix: "23096" };
const retired = {
  union: { choix: "married" },
  "me.born": { mois: "3", annee: "1955" },
  "partner.born": { mois: "8", annee: "1957" },
  children: { valeur: "0" },
  commune,
  home: { choix: "owner" },
  "me.work": { choix: "retired" },
  "me.income": { choix: "retirement" },
  "me.retirement": { valeur: "620" },
  "partner.work": { choix: "retired" },
  "partner.income": { choix: "retirement" },
  "partner.retirement": { valeur: "310" },
  savings: { valeur: "4 000" },
  received: { choix: "none" },
  rfr: { valeur: "10 500" },
  french: { choix: "yes" },
} satisfies Readonly<Record<string, Fields>>;

const loneMother = {
  union: { choix: "single" },
  "me.born": { mois: "2", annee: "1994" },
  children: { valeur: "2" },
  "child.1.born": { mois: "5", annee: "2017" },
  "child.2.born": { mois: "9", annee: "2024" },
  "recently-alone": { choix: "yes" },
  commune,
  home: { choix: "social" },
  rent: { valeur: "420" },
  "me.work": { choix: "employed" },
  "me.income": { choix: "wage" },
  "me.wage": { valeur: "900" },
  "me.steady": { choix: "yes" },
  savings: { valeur: "500" },
  received: { choix: "af" },
  "received.af": { valeur: "151,06" },
  "me.disability": { choix: "none" },
  pregnancy: { choix: "none" },
  "children.handicap": { choix: "no" },
  "children.custody": { choix: "no" },
  rfr: { valeur: "10 000" },
  french: { choix: "yes" },
} satisfies Readonly<Record<string, Fields>>;

const group = (page: string, from: string, to: string): string => {
  const text = plain(page);
  const begins = text.indexOf(from);
  return begins === -1 ? "" : text.slice(begins, text.indexOf(to, begins + from.length));
};
const may = (page: string): string => group(page, " Vous pourriez avoir ", " À vérifier ");
const not = (page: string): string => group(page, "Pas cette fois, pourquoi", "Et maintenant ?");

describe("case UX 25: rights are seen without JavaScript and without a name", () => {
  test("the first page says what it is, then the first question comes", async () => {
    const start = await get(simulator);
    expect([start.statusCode, plain(start.body).includes("Vous ne donnez pas votre nom.")]).toEqual([200, true]);
    expect(start.body).toContain(`href="${simulator}/1"`);
    const first = await get(`${simulator}/1`);
    expect([first.statusCode, hidden(first.body, "question")]).toEqual([200, "union"]);
    expect(first.body).not.toContain("<script");
    expect(first.headers["set-cookie"]).toBeUndefined();
  });
  test("every page has « Je ne sais pas », « Passer », « Finir plus tard », the call, and says that nothing is sent", async () => {
    let page = (await get(`${simulator}/1`)).body;
    for (let pages = 0; hidden(page, "question") !== ""; pages++) {
      const text = plain(page);
      for (const said of ["Je ne sais pas", "Passer cette question", "Finir plus tard", "M’arrêter et être rappelé"])
        expect(text).toContain(said);
      expect(text).toContain("Vous pouvez arrêter à tout moment. Rien n’est envoyé.");
      expect(page).not.toMatch(/type="(?:radio|checkbox)"[^>]*checked/);
      expect(pages).toBeLessThan(40);
      page = await answer(page, loneMother);
    }
  });
  test("without a service in the address, she chooses one first", async () => {
    expect(plain((await get("/mes-droits")).body)).toContain("Caisse retraite Ouest");
    expect((await get("/mes-droits/1")).headers.location).toBe("/mes-droits");
    expect((await post("/mes-droits/2")).headers.location).toBe("/mes-droits");
  });
  test.each(["/mes-droits/0", "/mes-droits/100", "/mes-droits/ailleurs"])("%s is not there", async (path) => {
    expect((await get(`/s/mutuelle-des-alpes${path}`)).statusCode).toBe(404);
  });
  test("a page opened by its address begins again", async () => {
    for (const place of ["7", "resultat", "rappel", "lien"]) expect((await get(`${simulator}/${place}`)).headers.location).toBe(simulator);
  });
});

describe("a retired couple, alone on the portal", () => {
  test("reads in three groups what it could have, with the amount, why and whom to ask, in twenty questions at most", async () => {
    const { asked, page } = await walk(retired);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(plain(page)).toContain("C’est une estimation. L’organisme décide.");
    expect(may(page)).toMatch(/Allocation de solidarité aux personnes âgées \(Aspa\) environ \d{3} € par mois/);
    expect(may(page)).toContain("Votre caisse de retraite");
    expect(not(page)).toContain("Elle aide à payer un loyer, et vos réponses n’en montrent pas.");
    expect(plain(page)).toMatch(/Vous pourriez recevoir en plus, chaque mois environ \d{3} €/);
    expect(plain(page)).toContain("Nous supposons que toute votre épargne est sur un livret A.");
    expect(plain(page)).toMatch(/Barèmes connus au 1er [a-z]+ 2026\./);
    expect(plain(page)).toContain("Aides près de chez vous (Guéret)");
  });
  test("is told that what is near home is not catalogued yet, rather than that there is nothing", async () => {
    expect(plain((await walk(retired)).page)).toContain("Pas encore répertorié ici");
  });
});

describe("a lone mother near Guéret", () => {
  test("sees what is not claimed each month, and what she receives already", async () => {
    const { page } = await walk(loneMother);
    expect(may(page)).toContain("Prime d’activité");
    expect(may(page)).toContain("Vous recevez déjà 151 € par mois.");
    expect(plain(page)).toMatch(/Vous pourriez recevoir en plus, chaque mois (environ|de) \d/);
    expect(group(page, "À vérifier", "Pas cette fois")).toContain("Allocation de soutien familial");
    expect(not(page)).toContain("Elle commence à 65 ans");
  });
  test("a benefit that she does not say she receives or not: nothing is counted as lost", async () => {
    const { page } = await walk({ ...loneMother, received: { inconnu: "1" } });
    expect(plain(page)).toContain("Vous n’avez pas dit quelles aides vous recevez déjà.");
    expect(plain(page)).not.toContain("Vous pourriez recevoir en plus, chaque mois");
  });
});

describe("« je ne sais pas » everywhere", () => {
  test("leads to a result that refuses nothing and says what is supposed", async () => {
    const { asked, page } = await walk({});
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(plain(page)).toContain("Vos réponses ne suffisent pas pour dire un droit avec assez de certitude.");
    expect(not(page)).not.toContain("Revenu de solidarité active");
    expect(plain(page)).toContain("Nous supposons qu’aucun enfant ne vit avec vous.");
  });
  test("a nationality that is not told, or foreign, concludes against nobody", async () => {
    for (const french of [{ choix: "no" }, { inconnu: "1" }, { passer: "1" }]) {
      const { page } = await walk({ ...retired, french });
      expect(not(page)).toBe("");
      expect(plain(page)).toContain("nous ne concluons jamais contre vous");
      expect(may(page)).not.toContain("Aspa");
    }
  });
});

describe("wrong answers are said with their field, and change nothing", () => {
  const at = async (question: string): Promise<string> => {
    let page = (await get(`${simulator}/1`)).body;
    while (hidden(page, "question") !== question) page = await answer(page, loneMother);
    return page;
  };
  test.each([
    ["union", {}, "Couple : choisissez une réponse."],
    ["me.born", { mois: "13", annee: "1962" }, "Votre naissance : cette date n’existe pas."],
    ["me.born", { mois: "", annee: "" }, "Votre naissance : indiquez le mois et l’année"],
    ["me.born", { mois: "12", annee: "2026" }, "Votre naissance : cette date n’est pas encore passée."],
    ["children", { valeur: "-2" }, "Enfants au foyer : un nombre d’enfants ne peut pas être négatif."],
    ["child.1.born", { mois: "1", annee: "1990" }, "Naissance de l’enfant 1 : un enfant ne peut pas être plus âgé que son parent."],
    ["commune", { valeur: "Trifouillis" }, "Commune : nous ne trouvons pas « Trifouillis »."],
    ["commune", { valeur: "" }, "Commune : indiquez une commune"],
    ["rent", { valeur: "-300" }, "Loyer sans les charges : un montant ne peut pas être négatif."],
    ["me.income", { choix: ["wage", "none"] }, "Vos revenus : « Aucune » ne va pas avec une autre réponse."],
  ] as const)("%s", async (question, fields, sentence) => {
    const page = await at(question);
    const refused = await post(`${simulator}/3`, { reponses: hidden(page, "reponses"), question, ...fields });
    expect([refused.statusCode, hidden(refused.body, "question")]).toEqual([422, question]);
    expect(plain(refused.body)).toContain(sentence);
    expect(refused.body).toMatch(/<a href="#(choix|mois|valeur)">/);
    expect(refused.body).toContain("<title>Erreur\u00a0:");
    expect(hidden(refused.body, "question")).toBe(question);
  });
  test("what was typed stays typed", async () => {
    const refused = await post(`${simulator}/3`, { question: "me.born", mois: "13", annee: "1962" });
    expect(refused.body).toContain('value="1962"');
  });
});

describe("the commune is chosen, never guessed", () => {
  test("a name leads to a list with département and postal code; a line of it is the answer", async () => {
    const list = await post(`${simulator}/2`, { question: "commune", valeur: "Neuilly" });
    expect([list.statusCode, hidden(list.body, "question")]).toEqual([200, "commune"]);
    expect(plain(list.body)).toContain("Neuilly-sur-Seine, 92200 (Hauts-de-Seine)");
    expect(plain(list.body)).toContain("Neuilly-Plaisance, 93360 (Seine-Saint-Denis)");
    const chosen = await post(`${simulator}/2`, { question: "commune", valeur: "Neuilly", choix: "93049" });
    expect(hidden(chosen.body, "question")).toBe("home");
  });
  test("even alone in its name, it is shown before it is taken", async () => {
    const list = await post(`${simulator}/2`, { question: "commune", valeur: "23000" });
    expect([hidden(list.body, "question"), plain(list.body).includes("Guéret, 23000 (Creuse)")]).toEqual(["commune", true]);
  });
});

describe("case UX 26: back and forth loses nothing", () => {
  test("three pages back, then forth again: all that was answered is there", async () => {
    let page = (await get(`${simulator}/1`)).body;
    for (const _ of [1, 2, 3]) page = await answer(page, loneMother);
    for (const question of ["children", "me.born"]) {
      if (question === "children") expect(hidden(page, "question")).toBe("child.1.born");
      page = (await post(`${simulator}/1`, { reponses: hidden(page, "reponses"), question: hidden(page, "question"), retour: "1" })).body;
      expect(hidden(page, "question")).toBe(question);
    }
    expect(page).toContain('value="1994"');
    expect(page).toMatch(/<option value="2" selected/);
  });
  test("what is typed on the page that she leaves by « Retour » is kept too", async () => {
    const page = (await get(`${simulator}/1`)).body;
    const second = (await post(`${simulator}/2`, { reponses: hidden(page, "reponses"), question: "union", choix: "single" })).body;
    const back = (
      await post(`${simulator}/1`, { reponses: hidden(second, "reponses"), question: "me.born", mois: "7", annee: "1980", retour: "1" })
    ).body;
    expect(back).toMatch(/value="single"[^>]*checked|checked[^>]*value="single"/);
    const forth = (await post(`${simulator}/2`, { reponses: hidden(back, "reponses"), question: "union", choix: "single" })).body;
    expect(forth).toContain('value="1980"');
  });
  test("from the result, one answer is changed and the result comes back", async () => {
    const { page } = await walk(loneMother);
    const wage = await post(`${simulator}/9`, { reponses: hidden(page, "reponses"), fini: "1", aller: "me.wage" });
    expect([hidden(wage.body, "question"), wage.body.includes('value="900"')]).toEqual(["me.wage", true]);
    expect(plain(wage.body)).toContain("Revenir au résultat");
    const again = await post(`${simulator}/resultat`, {
      reponses: hidden(wage.body, "reponses"),
      fini: "1",
      question: "me.wage",
      valeur: "4 900",
    });
    expect(not(again.body)).toContain("Prime d’activité");
  });
});

describe("answers travel signed", () => {
  test("altered, of another service or too old: she begins again, and is told so", async () => {
    const page = (await get(`${simulator}/1`)).body;
    const signed = hidden(
      (await post(`${simulator}/2`, { reponses: hidden(page, "reponses"), question: "union", choix: "single" })).body,
      "reponses",
    );
    for (const reponses of [`${signed}x`, "n’importe quoi", signed.replace(/^./, "A")]) {
      const refused = await post(`${simulator}/3`, { reponses });
      expect([refused.statusCode, hidden(refused.body, "question")]).toEqual([400, "union"]);
      expect(plain(refused.body)).toContain("Reprenons au début : rien n’a été envoyé.");
    }
    expect((await post("/s/caisse-retraite-ouest/mes-droits/3", { reponses: signed })).statusCode).toBe(400);
    house.setClock("2026-11-20T13:00:01Z");
    expect((await post(`${simulator}/3`, { reponses: signed })).statusCode).toBe(400);
    house.setClock("2026-11-20T10:00:00Z");
  });
  test("nothing is written anywhere, whatever is answered", async () => {
    const before = await countRows();
    const { page } = await walk(loneMother);
    await post(`${simulator}/lien`, { reponses: hidden(page, "reponses"), fini: "1" });
    await post(`${simulator}/rappel`, { reponses: hidden(page, "reponses"), fini: "1" });
    expect(await countRows()).toEqual(before);
  });
});

/** How many rows each table holds. */
const countRows = () =>
  inShared(house.ground, async (work) => {
    const tables = await work.rows(sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
    const counts: [string, number][] = [];
    for (const { name } of tables) {
      const row = await inCommissioner(house.ground, house.mutuelle.system, (inside) =>
        inside.first(sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`).catch(() => undefined),
      ).catch(() => undefined);
      counts.push([name, row?.count ?? -1]);
    }
    return counts;
  });

describe("a link to come back", () => {
  const linkOf = (html: string): string => /<textarea[^>]*>([^<]+)</.exec(html)?.[1] ?? "";
  const linkAfter = async (): Promise<string> => {
    const page = (await get(`${simulator}/1`)).body;
    const second = (await post(`${simulator}/2`, { reponses: hidden(page, "reponses"), question: "union", choix: "married" })).body;
    const link = await post(`${simulator}/lien`, { reponses: hidden(second, "reponses"), question: "me.born", mois: "3", annee: "1955" });
    expect(plain(link.body)).toContain("Il marche jusqu’au 18 février 2027.");
    return linkOf(link.body);
  };
  const pathIn = (link: string): string => link.replace("http://127.0.0.1:21960", "");

  test("holds her answers, unreadable by anyone, and goes on where she stopped", async () => {
    const link = await linkAfter();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:21960\/s\/mutuelle-des-alpes\/mes-droits\/reprendre\/[\w-]+/);
    for (const part of link.split("/")) {
      expect(part.length).toBeLessThanOrEqual(60);
      expect(Buffer.from(part, "base64url").toString("utf8")).not.toMatch(/married|1955|born/);
    }
    const resumed = await get(pathIn(link));
    expect([resumed.statusCode, plain(resumed.body).includes("Vous aviez répondu à 2 questions.")]).toEqual([200, true]);
    const next = await post(`${simulator}/3`, { reponses: hidden(resumed.body, "reponses") });
    expect(hidden(next.body, "question")).toBe("partner.born");
    const again = await post(`${simulator}/2`, { reponses: hidden(resumed.body, "reponses") });
    expect(again.body).toContain('value="1955"');
  });
  test("one sign lost, another service, or ninety days: said plainly, with the way to begin again", async () => {
    const path = pathIn(await linkAfter());
    const asked = [
      path.slice(0, -1),
      `${path.slice(0, -4)}AAAA`,
      path.replace("mutuelle-des-alpes", "caisse-retraite-ouest"),
      `${simulator}/reprendre/`,
    ];
    for (const url of asked) {
      const lost = await get(url);
      expect([url, lost.statusCode]).toEqual([url, 410]);
      expect(plain(lost.body)).toContain("Nous ne pouvons pas lire ce lien");
    }
    house.setClock("2027-02-18T10:00:01Z");
    expect(plain((await get(path)).body)).toContain("Ce lien est trop ancien");
    house.setClock("2026-11-20T10:00:00Z");
  });
});

describe("the offer to be called back", () => {
  const keep = async () => {
    const { page } = await walk(retired);
    return (await post(`${simulator}/rappel`, { reponses: hidden(page, "reponses"), fini: "1" })).body;
  };
  test("two answers alike, and what would be kept is shown before", async () => {
    const page = await keep();
    expect(page.match(/class="button secondary"/g)).toHaveLength(2);
    expect(plain(page)).toContain("Si vous dites non, rien ne change pour vous.");
    expect(plain(page)).toContain("Guéret, 23000 (Creuse)");
    expect(page).not.toMatch(/checked/);
  });
  test("with nothing told, nothing is asked", async () => {
    const page = (await get(`${simulator}/1`)).body;
    const stop = await post(`${simulator}/rappel`, { reponses: hidden(page, "reponses"), question: "union" });
    expect(stop.headers.location).toBe("/s/mutuelle-des-alpes/rappel/1");
  });
  test("with a yes, her answers come with the call, are named without a right, and are taken back from her follow-up", async () => {
    const enclosed = hidden(await keep(), "apporte");
    const callback = "/s/mutuelle-des-alpes/rappel";
    const first = (await post(`${callback}/1`, { apporte: enclosed })).body;
    const slot = /value="(2026[^"]+Z)"/.exec(first)?.[1] ?? "";
    const second = (await post(`${callback}/2`, { reponses: hidden(first, "reponses"), creneau: slot })).body;
    const third = (await post(`${callback}/3`, { reponses: hidden(second, "reponses"), telephone: "06 39 98 12 34", prenom: "Odile" }))
      .body;
    const fourth = (await post(`${callback}/4`, { reponses: hidden(third, "reponses"), message: "oui" })).body;
    expect(plain(fourth)).toContain("Vos réponses à « Voir mes droits », pour la personne qui vous rappelle");
    await post(`${callback}/confirmer`, { reponses: hidden(fourth, "reponses"), cle: hidden(fourth, "cle") });
    const rows = await inCommissioner(house.ground, house.mutuelle.system, (work) =>
      work.rows(sql<{ question: string; value: Buffer; source: string; person_id: string; callback_id: string }>`
        select question, value, source, sealed_for as person_id, callback_id from rights_fact where commissioner_id = ${work.commissionerId}`),
    );
    expect(rows.map(({ question }) => question)).toEqual(expect.arrayContaining(["union", "me.retirement", "commune"]));
    expect(rows.every(({ source, value }) => source === "simulator" && !value.toString("utf8").includes("23096"))).toBe(true);
    const [row] = rows;
    if (!row) throw new Error("nothing was kept");
    const owner = { personId: row.person_id, callbackId: row.callback_id };
    const doors = rightsEnclosures(house.ground);
    const isForgotten = await inCommissioner(house.ground, house.mutuelle.system, async (work) => {
      const kept = await doors.keptFor(work, owner);
      expect(kept.map(({ name }) => name)).toEqual(["Garder mes réponses sur mes droits"]);
      expect(await doors.forget(work, owner, "rien")).toBe(false);
      return doors.forget(work, owner, kept[0]?.id ?? "");
    });
    expect(isForgotten).toBe(true);
    expect(await inCommissioner(house.ground, house.mutuelle.system, (work) => simulatorAgreementsOf(work, owner))).toEqual([]);
  });
});
