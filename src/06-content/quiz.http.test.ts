import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lastCallbackOf, openContactRoom } from "#contact/server";
import { buildWeb, goRound, inCommissioner, inShared, openSession, prepareJobs, workOnce, type Web } from "#ground/server";
import { personsAt } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { keptAnswersOf } from "./kept-answers.store.ts";
import { contentDuties, openContentRoom, quizEnclosures } from "./server.ts";

let house: TestHouse;
let web: Web;
/** A small reader of dangers, given as the engine will be. */
const dangerIn = (text: string): readonly string[] =>
  text.includes("en finir") ? ["suicide"] : text.includes("me frappe") ? ["violence"] : [];

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T09:05:00Z" });
  await prepareJobs(house.ground);
  await inShared(house.ground, (work) => work.run(sql`update ground_commissioner set callback_places = 100`));
  web = await buildWeb(house.ground);
  openContactRoom(web, { enclosures: quizEnclosures(house.ground, dangerIn), dangerIn });
  openContentRoom(web, { dangerIn });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});
beforeEach(() => {
  house.setClock("2026-11-20T09:05:00Z");
});

const portal = "/s/mutuelle-des-alpes";
const quiz = `${portal}/faire-le-point`;
const inMutuelle = <Result>(deed: Parameters<typeof inCommissioner<Result>>[2]) =>
  inCommissioner(house.ground, house.mutuelle.system, deed);
const get = (url: string, cookie?: string) =>
  web.app.inject({ method: "GET", url, ...(cookie === undefined ? {} : { headers: { cookie } }) });
const post = (url: string, fields: Record<string, string>, cookie?: string) =>
  web.app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", ...(cookie === undefined ? {} : { cookie }) },
    payload: new URLSearchParams(fields).toString(),
  });
const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const isChecked = (html: string, value: string): boolean =>
  new RegExp(`<input[^>]*value="${value}"[^>]*checked|<input[^>]*checked=""[^>]*value="${value}"`).test(html);
const plain = (html: string): string => html.replaceAll("\u00a0", " ").replaceAll("&#x27;", "'");

/** Answers as a person would, from a page on: one choice a page, « » to pass. @returns the page she comes to */
const goOnFrom = async (name: string, html: string, choices: readonly string[]): Promise<string> => {
  let page = html;
  for (const choice of choices) {
    const place = Number(/action="[^"]*\/(\d+)"/.exec(page)?.[1]);
    const carried = { reponses: hidden(page, "reponses"), question: hidden(page, "question") };
    const given = choice === "" ? { passer: "1" } : hidden(page, "question") === "mot" ? { mot: choice } : { choix: choice };
    page = (await post(`${quiz}/${name}/${place}`, { ...carried, ...given })).body;
  }
  return page;
};
const walk = async (name: string, choices: readonly string[]): Promise<string> =>
  goOnFrom(name, (await get(`${quiz}/${name}/1`)).body, choices);
/** A budget that is tight: rent late, no credit, rights not checked. */
const tight = ["decouvert", "une", "loyer", "non", "sorties", "non", "rien", "lourd"];

/** All that the house holds, line by line. */
const everything = async (): Promise<readonly string[]> => {
  const { rows: tables } = await house.ground.database.pool.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'observatory') order by 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await house.ground.database.pool.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
    lines.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return lines;
};

describe("faire le point, one question a page", () => {
  test("the four quizzes are offered, in the colours of the service; at the house itself, one chooses a service first", async () => {
    const page = await get(quiz);
    for (const id of ["budget", "logement", "aidant", "isolement"]) expect(page.body).toContain(`href="${quiz}/${id}/1"`);
    const house = await get("/faire-le-point");
    expect([house.statusCode, house.body.includes(`href="/s/mutuelle-des-alpes/faire-le-point"`)]).toEqual([200, true]);
    expect((await get("/faire-le-point/budget/1")).headers.location).toBe("/faire-le-point");
  });
  test("« Je ne sais pas », « Passer » and « M’arrêter » stand on every page, and nothing is chosen beforehand", async () => {
    let page = (await get(`${quiz}/budget/1`)).body;
    for (const choice of [...tight, ""]) {
      expect(plain(page)).toContain("Passer cette question");
      expect(plain(page)).toContain("M’arrêter et être rappelé");
      if (hidden(page, "question") !== "mot") expect(page).toContain("Je ne sais pas");
      expect(page).not.toMatch(/type="radio"[^>]*checked/);
      page = await goOnFrom("budget", page, [choice]);
    }
    expect(page).toContain("Ce que vos réponses montrent");
  });
  test("nothing chosen: the page says that « Je ne sais pas » is an answer", async () => {
    const page = (await get(`${quiz}/budget/1`)).body;
    const answer = await post(`${quiz}/budget/2`, { reponses: hidden(page, "reponses"), question: "compte" });
    expect([answer.statusCode, plain(answer.body).includes("« Je ne sais pas » en est une.")]).toEqual([422, true]);
  });
  test("a question that an answer makes useless is not asked", async () => {
    expect(hidden(await walk("budget", ["reste", "non"]), "question")).toBe("credits");
    expect(hidden(await walk("budget", ["reste", "une"]), "question")).toBe("laquelle");
  });
});

describe("case UX 26: the way back keeps the answers, and nothing is asked twice", () => {
  test("three pages back, then forth again: everything chosen is still chosen", async () => {
    let page = await walk("budget", ["decouvert", "une", "loyer"]);
    for (const place of [3, 2, 1])
      page = (
        await post(`${quiz}/budget/${place}`, { reponses: hidden(page, "reponses"), question: hidden(page, "question"), retour: "1" })
      ).body;
    expect(isChecked(page, "decouvert")).toBe(true);
    page = await goOnFrom("budget", page, ["decouvert"]);
    expect(isChecked(page, "une")).toBe(true);
    expect(isChecked(await goOnFrom("budget", page, ["une"]), "loyer")).toBe(true);
  });
  test("what is chosen on the page one leaves by « Retour » is kept too, and words written as well", async () => {
    const page = await walk("budget", ["decouvert"]);
    const back = await post(`${quiz}/budget/1`, {
      reponses: hidden(page, "reponses"),
      question: "factures",
      choix: "plusieurs",
      retour: "1",
    });
    expect(isChecked(await goOnFrom("budget", back.body, ["decouvert"]), "plusieurs")).toBe(true);
    const last = await walk("isolement", ["hier", "une", "souvent", "non", "oui", "utile", "non", "bien"]);
    const written = { reponses: hidden(last, "reponses"), question: "mot", mot: "Le soir surtout", retour: "1" };
    const before = (await post(`${quiz}/isolement/8`, written)).body;
    expect(await goOnFrom("isolement", before, ["bien"])).toContain("Le soir surtout");
  });
  test("from the result, one looks at the answers again", async () => {
    const result = await walk("budget", [...tight, ""]);
    const last = await post(`${quiz}/budget/9`, { reponses: hidden(result, "reponses"), retour: "1" });
    expect(hidden(last.body, "question")).toBe("mot");
  });
});

describe("what the answers show", () => {
  test("in plain words, with the answers that led to it and what to read; never a mark", async () => {
    const page = plain(await walk("budget", [...tight, ""]));
    for (const said of [
      "Vos fins de mois sont serrées",
      "Votre loyer passe difficilement",
      "Vos droits sont à vérifier",
      "Vous portez beaucoup",
    ])
      expect(page).toContain(said);
    expect(page).toContain("Comment finissez-vous le mois ? « Je suis à découvert »");
    expect(page).toContain(`href="${portal}/fiches/loyer-en-retard"`);
    expect(page).toContain("Ce n’est ni une note, ni un avis médical.");
    expect(page).not.toMatch(/\d+ ?(?:\/|sur) ?(?:10|20|100)|score/i);
    expect(page).not.toContain("Les crédits prennent de la place");
  });
  test("passing everything shows that nothing stands out, and still offers a voice", async () => {
    const page = plain(await walk("logement", ["", "", "", "", ""]));
    expect(page).toContain("Rien d’urgent ne ressort");
    expect(page).toContain("Être rappelé");
  });
});

describe("a danger in her own words, or in an answer", () => {
  test("« Je pense à en finir »: the very next page shows 3114 and 15 first, all the numbers, and the callback before the questions", async () => {
    const page = await walk("isolement", ["hier", "une", "souvent", "non", "oui", "utile", "non", "en-finir"]);
    for (const number of ["15", "17", "18", "112", "115", "119", "3114", "3919", "3977"]) expect(page).toContain(`href="tel:${number}"`);
    expect(page).toContain('href="sms:114"');
    const main = page.slice(page.indexOf("<main"), page.indexOf("</main"));
    expect(main.indexOf("tel:3114")).toBeLessThan(main.indexOf("tel:17"));
    expect(main.indexOf("Être rappelé")).toBeGreaterThan(-1);
    expect(main.indexOf("Être rappelé")).toBeLessThan(main.indexOf("Continuer les questions"));
    expect(plain(main)).toContain("Nous n’appelons personne sans vous le demander.");
    const next = await post(`${quiz}/isolement/9`, { reponses: hidden(page, "reponses") });
    expect(hidden(next.body, "question")).toBe("mot");
    expect(isChecked((await post(`${quiz}/isolement/8`, { reponses: hidden(page, "reponses") })).body, "en-finir")).toBe(true);
  });
  test.each([
    ["continues", {}, 10],
    ["goes back", { retour: "1" }, 8],
  ])("words that tell a danger show the numbers on the very next page, when she %s", async (_, way, place) => {
    const last = await walk("budget", tight);
    const said = { reponses: hidden(last, "reponses"), question: "mot", mot: "Mon mari me frappe", ...way };
    const page = (await post(`${quiz}/budget/${place}`, said)).body;
    expect(page).toContain("Vous n’avez pas à porter cela sans aide");
    expect(page.indexOf("tel:3919")).toBeLessThan(page.indexOf("tel:15"));
  });
  test("stopping to be called back does not hide them, and the result puts numbers and callback before the rest", async () => {
    const last = await walk("budget", tight);
    const said = { reponses: hidden(last, "reponses"), question: "mot", mot: "je veux en finir", arret: "1" };
    const page = (await post(`${quiz}/budget/rappel`, said)).body;
    expect(page).toContain("tel:3114");
    const result = (await post(`${quiz}/budget/10`, { reponses: hidden(page, "reponses") })).body;
    expect(result.indexOf("tel:3114")).toBeLessThan(result.indexOf("Ce que vos réponses montrent</h1>"));
    expect(result.indexOf("Être rappelé")).toBeLessThan(result.indexOf("Ce que vos réponses montrent</h1>"));
  });
  test("ordinary words show no number but those of the foot of the page, and nobody is told of anything", async () => {
    const before = await everything();
    const page = await walk("budget", [...tight, "Merci de m’avoir lue"]);
    expect(page).not.toContain("Vous n’avez pas à porter cela sans aide");
    await walk("isolement", ["hier", "une", "souvent", "non", "oui", "utile", "oui"]);
    expect(await everything()).toEqual(before);
  });
  test("a word added on the follow-up: the same numbers, on the very next page, with the callback", async () => {
    const { cookie, token } = await followed("06 39 98 61 40", "Nour");
    const word = async (mot: string) => {
      const sent = await post(`${portal}/suivi/${token}/mot`, { mot }, cookie);
      return (await get(sent.headers.location ?? "", cookie)).body;
    };
    const page = await word("il me frappe depuis lundi");
    expect(page.indexOf("tel:17")).toBeLessThan(page.indexOf("plus proche"));
    expect(page.indexOf("plus proche")).toBeLessThan(page.indexOf("Bonjour Nour"));
    expect(page.indexOf("tel:3114")).toBeLessThan(page.indexOf("Bonjour Nour"));
    expect(await word("merci")).not.toContain("Vous n’avez pas à porter cela sans aide");
  });
});

/** Books a callback from a first page on, with what it carries. @returns the last page, and where it led */
const book = async (first: string, phone: string, firstName: string) => {
  const slot = "2026-11-23T08:00:00.000Z";
  const second = await post(`${portal}/rappel/2`, { reponses: hidden(first, "reponses"), creneau: slot });
  const third = await post(`${portal}/rappel/3`, { reponses: hidden(second.body, "reponses"), telephone: phone, prenom: firstName });
  const check = await post(`${portal}/rappel/4`, { reponses: hidden(third.body, "reponses"), message: "oui" });
  return { check: check.body, confirm: () => confirm(check.body) };
};
const confirm = async (check: string): Promise<string> => {
  const answer = await post(`${portal}/rappel/confirmer`, { reponses: hidden(check, "reponses"), cle: hidden(check, "cle") });
  expect(answer.statusCode).toBe(303);
  return (answer.headers.location ?? "").split("/").at(-1) ?? "";
};
const followed = async (phone: string, firstName: string, first?: string) => {
  const token = await (await book(first ?? (await get(`${portal}/rappel/1`)).body, phone, firstName)).confirm();
  const opened = await post(`${portal}/suivi/${token}`, { lettres: firstName.slice(0, 3) });
  return { token, cookie: String(opened.headers["set-cookie"] ?? "").split(";")[0] ?? "" };
};
const personAt = async (phone: string) => {
  const [person] = await inMutuelle((work) => personsAt(work, "phone", phone));
  if (!person) throw new Error(`nobody at ${phone}`);
  return person;
};
/** She says yes on the page that asks: the form for a callback begins with her answers. */
const sayYes = async (choices: readonly string[]): Promise<string> => {
  const result = await walk("budget", choices);
  const asked = await post(`${quiz}/budget/rappel`, { reponses: hidden(result, "reponses") });
  return (await post(`${portal}/rappel/1`, { apporte: hidden(asked.body, "apporte") })).body;
};
const mark = "Le tiroir aux enveloppes";

describe("answers are kept only if the person agrees", () => {
  test("the question is clear, its two buttons are alike, and she sees what would be kept", async () => {
    const result = await walk("budget", [...tight, mark]);
    const asked = plain((await post(`${quiz}/budget/rappel`, { reponses: hidden(result, "reponses") })).body);
    expect(asked).toContain("Gardons-nous vos réponses pour la personne qui vous rappellera ?");
    expect(
      [...asked.matchAll(/<button type="submit" class="([^"]*)">(Oui, les garder|Non, ne rien garder)/g)].map((found) => found[1]),
    ).toEqual(["button secondary", "button secondary"]);
    // « Non » carries nothing at all: it only opens the next page.
    expect(asked).toMatch(new RegExp(`<form action="${portal}/rappel/1" method="get"><button[^>]*>Non, ne rien garder</button></form>`));
    expect(asked).toContain("Si vous dites non, rien ne change pour vous.");
    expect(asked).toContain(mark);
  });
  test("no: nothing remains of the answers in any table, once she is booked", async () => {
    const before = new Set(await everything());
    await walk("budget", [...tight, mark]);
    const { check, confirm: book2 } = await book((await get(`${portal}/rappel/1`)).body, "06 39 98 61 41", "Awa");
    expect(check).not.toContain("Réponses jointes");
    await book2();
    const added = (await everything()).filter((line) => !before.has(line));
    expect(added.length).toBeGreaterThan(3);
    expect(added.filter((line) => /content_answers|quiz|budget|tiroir/i.test(line))).toEqual([]);
    expect(added.filter((line) => line.includes(Buffer.from(mark).toString("hex")))).toEqual([]);
  });
  test("yes, then the form left half-way: nothing remains either", async () => {
    const before = await everything();
    await book(await sayYes([...tight, mark]), "06 39 98 61 42", "Awa");
    expect(await everything()).toEqual(before);
  });
  test("yes, and booked: kept sealed, told to the counsellor as leads to check, never as needs", async () => {
    const before = new Set(await everything());
    const { check, confirm: book2 } = await book(await sayYes([...tight, mark]), "06 39 98 61 43", "Inaya");
    expect(plain(check)).toContain("Vos réponses à « Mon budget », pour la personne qui vous rappelle");
    await book2();
    const added = (await everything()).filter((line) => !before.has(line));
    expect(added.filter((line) => line.startsWith("public.content_answers"))).toHaveLength(1);
    expect(added.filter((line) => /tiroir|découvert/i.test(line) || line.includes(Buffer.from(mark).toString("hex")))).toEqual([]);
    const person = await personAt("+33639986143");
    const cookie = `tu_session=${await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId))}`;
    const seen = (await get(`/api/persons/${person.id}/quiz-answers`, cookie)).json<{ kept: Record<string, unknown>[] }>();
    expect(seen.kept).toMatchObject([
      {
        quiz: "Mon budget",
        word: mark,
        tellsDanger: false,
        toCheck: [
          { need: "fins_de_mois", label: "Fins de mois difficiles" },
          { need: "loyer", label: "Loyer impayé, expulsion" },
          { need: "non_recours", label: "Connaître et ouvrir ses droits" },
          { need: "mal_etre", label: "Mal-être, épuisement" },
        ],
      },
    ]);
    expect((seen.kept[0]?.["lines"] as unknown[])[0]).toEqual({
      asked: "Comment finissez-vous le mois ?",
      answered: "Je suis à découvert",
    });
    const needs = await inMutuelle((work) => work.rows(sql`select id from situation_need where commissioner_id = ${work.commissionerId}`));
    expect(needs).toEqual([]);
    const elsewhere = `tu_session=${await inShared(house.ground, (work) => openSession(work, house.caisse.counsellor.staffId))}`;
    expect((await get(`/api/persons/${person.id}/quiz-answers`, elsewhere)).statusCode).toBe(404);
  });
  test("taken out on the last page, they do not leave", async () => {
    const { check } = await book(await sayYes([...tight, mark]), "06 39 98 61 44", "Lina");
    const without = await post(`${portal}/rappel/4`, { reponses: hidden(check, "reponses"), sans: "1" });
    expect([without.statusCode, without.body.includes("Réponses jointes")]).toEqual([200, false]);
    await confirm(without.body);
    expect(await inMutuelle(async (work) => keptAnswersOf(work, (await personAt("+33639986144")).id))).toEqual([]);
  });
  test("an altered bundle, or one of another service, is left behind", async () => {
    const result = await walk("budget", tight);
    const enclosed = hidden((await post(`${quiz}/budget/rappel`, { reponses: hidden(result, "reponses") })).body, "apporte");
    for (const [at, given] of [
      [portal, `${enclosed}x`],
      ["/s/caisse-retraite-ouest", enclosed],
      [portal, hidden(result, "reponses")],
    ] as const) {
      const first = await post(`${at}/rappel/1`, { apporte: given });
      expect(first.statusCode).toBe(200);
      const answers = hidden(first.body, "reponses").split(".")[0] ?? "";
      expect(Buffer.from(answers, "base64url").toString()).not.toContain("enclosed");
    }
  });
  test("a form sent twice keeps them once", async () => {
    const { check } = await book(await sayYes(tight), "06 39 98 61 45", "Sami");
    await Promise.all([confirm(check), confirm(check)]);
    expect(await inMutuelle(async (work) => keptAnswersOf(work, (await personAt("+33639986145")).id))).toHaveLength(1);
  });
});

describe("what was kept may be taken back", () => {
  test("from the follow-up, like any other yes: erased at once, and the page says nothing of what it was about", async () => {
    const { token, cookie } = await followed("06 39 98 61 46", "Maya", await sayYes([...tight, mark]));
    const page = (await get(`${portal}/suivi/${token}`, cookie)).body;
    expect(page).toContain("Garder mes réponses au questionnaire");
    expect(page).not.toMatch(/budget|loyer|tiroir/i);
    const [, id = ""] = /accords\/([0-9a-f-]{36})/.exec(page) ?? [];
    const taken = await post(`${portal}/suivi/${token}/accords/${id}`, {}, cookie);
    expect(taken.headers.location).toContain("fait=accord");
    expect(await inMutuelle(async (work) => keptAnswersOf(work, (await personAt("+33639986146")).id))).toEqual([]);
    expect((await get(`${portal}/suivi/${token}`, cookie)).body).not.toContain("questionnaire");
  });
  test("somebody else's follow-up cannot erase them", async () => {
    await followed("06 39 98 61 47", "Rose", await sayYes(tight));
    const other = await followed("06 39 98 61 48", "Théo");
    const rose = await personAt("+33639986147");
    const [kept] = await inMutuelle((work) => keptAnswersOf(work, rose.id));
    await post(`${portal}/suivi/${other.token}/accords/${kept?.id ?? ""}`, {}, other.cookie);
    expect(await inMutuelle((work) => keptAnswersOf(work, rose.id))).toHaveLength(1);
  });
  test("whoever began again with a known number sees and erases what came with her callback only", async () => {
    await followed("06 39 98 61 49", "Zora", await sayYes(tight));
    house.setClock("2026-11-20T09:08:00Z");
    const again = await followed("06 39 98 61 49", "Zora", await sayYes(["reste"]));
    const page = (await get(`${portal}/suivi/${again.token}`, again.cookie)).body;
    expect([...page.matchAll(/Garder mes réponses au questionnaire<\/dt>/g)]).toHaveLength(1);
  });
  test("by the counsellor, when the person asks", async () => {
    await followed("06 39 98 61 50", "Yves", await sayYes(tight));
    const yves = await personAt("+33639986150");
    const [kept] = await inMutuelle((work) => keptAnswersOf(work, yves.id));
    const cookie = `tu_session=${await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId))}`;
    const erase = (who: string, key: string) =>
      web.app.inject({
        method: "POST",
        url: `/api/quiz-answers/${kept?.id ?? ""}/forget`,
        headers: { cookie: who, "idempotency-key": key },
        payload: {},
      });
    const elsewhere = `tu_session=${await inShared(house.ground, (work) => openSession(work, house.caisse.counsellor.staffId))}`;
    expect((await erase(elsewhere, "effacer-0001")).statusCode).toBe(404);
    expect((await erase(cookie, "effacer-0002")).statusCode).toBe(200);
    expect((await erase(cookie, "effacer-0003")).statusCode).toBe(404);
    expect(await inMutuelle((work) => keptAnswersOf(work, yves.id))).toEqual([]);
  });
  test("with the call, when she does not need it any more", async () => {
    const { token, cookie } = await followed("06 39 98 61 53", "Olga", await sayYes(tight));
    const olga = await personAt("+33639986153");
    const kept = () => inMutuelle((work) => keptAnswersOf(work, olga.id));
    await workOnce(house.ground, contentDuties);
    expect(await kept()).toHaveLength(1);
    await post(`${portal}/suivi/${token}/annuler`, {}, cookie);
    await workOnce(house.ground, contentDuties);
    expect(await kept()).toEqual([]);
  });
  test("after 90 days, by itself", async () => {
    await followed("06 39 98 61 51", "Paul", await sayYes(tight));
    const paul = await personAt("+33639986151");
    const [round] = contentDuties.rounds;
    if (!round) throw new Error("no round");
    const keptOn = async (day: string): Promise<number> => {
      house.setClock(day);
      await goRound(house.ground, round);
      return (await inMutuelle((work) => keptAnswersOf(work, paul.id))).length;
    };
    expect(await keptOn("2027-02-18T09:00:00Z")).toBe(1);
    expect(await keptOn("2027-02-18T09:06:00Z")).toBe(0);
  });
  test("the promise itself is still there: only the answers went", async () => {
    const { token, cookie } = await followed("06 39 98 61 52", "Anna", await sayYes(tight));
    const [, id = ""] = /accords\/([0-9a-f-]{36})/.exec((await get(`${portal}/suivi/${token}`, cookie)).body) ?? [];
    await post(`${portal}/suivi/${token}/accords/${id}`, {}, cookie);
    expect(await inMutuelle(async (work) => lastCallbackOf(work, (await personAt("+33639986152")).id))).toMatchObject({
      state: "promised",
    });
  });
});

describe("whatever is typed, no page breaks", () => {
  test.each([
    ["GET", `${quiz}/inconnu/1`, 404],
    ["GET", `${quiz}/budget/7`, 303],
    ["GET", `${quiz}/budget`, 303],
    ["GET", `${quiz}/budget/zéro`, 404],
    ["GET", `${portal}/fiches/inconnue`, 404],
    ["GET", `${portal}/fiches?mots[]=a&mots[]=b`, 200],
  ] as const)("%s %s answers %i", async (_, url, status) => {
    expect((await get(encodeURI(url))).statusCode).toBe(status);
  });
  test("answers altered, too old or of another quiz begin again, and say so", async () => {
    const page = await walk("budget", ["reste"]);
    const carried = hidden(page, "reponses");
    expect((await post(`${quiz}/budget/3`, { reponses: `${carried}x`, question: "factures", choix: "non" })).statusCode).toBe(400);
    expect((await post(`${quiz}/logement/3`, { reponses: carried })).statusCode).toBe(400);
    expect((await post(`/s/caisse-retraite-ouest/faire-le-point/budget/3`, { reponses: carried })).statusCode).toBe(400);
    house.setClock("2026-11-20T12:06:00Z");
    const late = await post(`${quiz}/budget/3`, { reponses: carried, question: "factures", choix: "non" });
    expect([late.statusCode, plain(late.body).includes("Reprenons au début : rien n’a été envoyé.")]).toEqual([400, true]);
  });
  test("a word of more than 500 signs is said too long, and stays in the page", async () => {
    const last = await walk("budget", tight);
    const answer = await post(`${quiz}/budget/10`, {
      reponses: hidden(last, "reponses"),
      question: "mot",
      mot: `début ${"x".repeat(600)}`,
    });
    expect([answer.statusCode, answer.body.includes("début xxx")]).toEqual([422, true]);
  });
});

describe("the sheets", () => {
  test("are listed by theme, found by a word, and read without any service", async () => {
    expect((await get("/fiches")).body).toContain('href="/fiches/loyer-en-retard"');
    const found = await get(`${portal}/fiches?mots=surendettement`);
    expect([found.body.includes("/fiches/dettes"), found.body.includes("/fiches/handicap")]).toEqual([true, false]);
    const sheet = plain((await get(`${portal}/fiches/dettes`)).body);
    for (const said of [
      "De quoi s’agit-il ?",
      "Ce que vous pouvez faire aujourd’hui",
      "Qui peut aider",
      "À préparer ou à apporter",
      "20 novembre 2026",
    ])
      expect(sheet).toContain(said);
    expect(sheet).toContain(`href="${portal}/annuaire?besoin=dettes"`);
  });
});

test("case UX 33: no script, no cookie, no other site, and 14 kB at most with the styles", async () => {
  const styles = await Promise.all(["tokens", "public"].map(async (name) => (await get(`/look/${name}.css`)).body));
  for (const url of [quiz, `${quiz}/budget/1`, `${portal}/fiches`, `${portal}/fiches/on-me-fait-du-mal`]) {
    const page = await get(url);
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.body).not.toMatch(/<script|src="http|href="http/);
    const { gzipSync } = await import("node:zlib");
    const size = [page.body, ...styles].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(size, url).toBeLessThanOrEqual(14 * 1024);
  }
});
