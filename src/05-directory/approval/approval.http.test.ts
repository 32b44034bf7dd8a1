import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { enterService } from "../intake/enter-service.action.ts";
import { openApprovals } from "./approval.http.ts";
import { approvalLineOf, approvalLinesOf } from "./approval.store.ts";
import { renewApproval } from "./renew-approval.action.ts";

let house: TestHouse;
let web: Web;
let serviceId: string;
let structureId: string;
let referent: string;
let supervisor: string;
let counsellor: string;
let staffId: string;
const source = { id: "essai", name: "Saisie d’essai", licence: "Licence Ouverte 2.0" };

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground);
  openApprovals(web);
  const service = { source, key: "1", structureName: "Les Petits Pas", name: "Garde du mercredi", themes: ["famille--garde-denfants"] };
  serviceId = await inShared(house.ground, (work) => enterService(work, { ...service, communeName: "Voiron", updatedOn: "2026-11-01" }));
  ({ id: structureId } = await inShared(house.ground, (work) =>
    work.one(sql<{ id: string }>`select structure_id as id from directory_service where id = ${serviceId}`),
  ));
  const data = await addStaff(house.ground, house.mutuelle.id, "Rémi Data", "remi@mutuelle.example", ["data-referent"]);
  staffId = data.staffId;
  referent = await inShared(house.ground, (work) => openSession(work, data.staffId));
  supervisor = await inShared(house.ground, (work) => openSession(work, house.mutuelle.supervisor.staffId));
  counsellor = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const at = "/annuaire/agrements";
const get = (url: string, session?: string) =>
  web.app.inject({ url, ...(session === undefined ? {} : { cookies: { tu_session: session } }) });
const post = (url: string, payload: Record<string, string>, session = referent) =>
  web.app.inject({
    method: "POST",
    url,
    cookies: { tu_session: session },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(payload).toString(),
  });
const agrement = {
  sorte: "agrement",
  intitule: "Accueil de jeunes enfants",
  organisme: "Département de l’Isère",
  numero: "38-2021-12",
  debut: "2021-12-01",
  fin: "2026-11-30",
  indispensable: "oui",
  lien: "https://departement.example/agrement.pdf",
};
/** « » and its friends hold spaces that do not break. */
const read = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
const noted = async (change: Record<string, string> = {}): Promise<string> => {
  const answer = await post(at, { ...agrement, ...change, structure: structureId });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).split("/").at(-1) ?? "";
};

describe("approvals are kept by those who keep the directory or answer for providers", () => {
  test.each([
    ["nobody signed in", undefined, 401],
    ["a counsellor", () => counsellor, 403],
    ["a supervisor", () => supervisor, 200],
    ["a data referent", () => referent, 200],
  ])("%s", async (_, session, status) => {
    expect((await get(at, session?.())).statusCode).toBe(status);
  });
});

test("a structure is chosen by its name or by a service of hers, then its approval is written; its page says how long it holds", async () => {
  expect(read((await get(`${at}/nouveau?q=garde+du`, referent)).body)).toContain("Les Petits Pas, Voiron");
  expect(read((await get(`${at}/nouveau?q=100%25`, referent)).body)).toContain("Aucune structure ne porte ce nom");
  expect(read((await get(`${at}/nouveau?structure=${structureId}`, referent)).body)).toContain("Structure : Les Petits Pas");
  const id = await noted();
  const page = read((await get(`${at}/${id}`, supervisor)).body);
  for (const said of ["se termine dans 10 jours", "Département de l’Isère", "n° 38-2021-12", "du 1er décembre 2021 au 30 novembre 2026"])
    expect(page).toContain(said);
  expect(read((await get(at, referent)).body)).toContain("À renouveler (1)");
  await post(`${at}/${id}/erreur`, {});
});

test.each([
  [{ sorte: "" }, "Choisissez la sorte."],
  [{ intitule: "  " }, "Écrivez l’intitulé"],
  [{ organisme: "" }, "Dites qui l’a donné"],
  [{ debut: "" }, "Indiquez le premier jour."],
  [{ debut: "0021-12-01" }, "Indiquez le premier jour."],
  [{ fin: "2026-02-30" }, "Indiquez un dernier jour qui existe"],
  [{ fin: "2021-11-30" }, "Le dernier jour vient avant le premier"],
  [{ indispensable: "" }, "Choisissez ce qui se passe sans lui."],
  [{ lien: "javascript:alert(1)" }, "L’adresse du justificatif commence par https://."],
] as [Record<string, string>, string][])("refused with a sentence, and nothing is lost: %j", async (change, sentence) => {
  const answer = await post(at, { ...agrement, ...change, structure: structureId });
  expect(answer.statusCode).toBe(422);
  expect(read(answer.body)).toContain(sentence);
  if (!("numero" in change)) expect(answer.body).toContain("38-2021-12");
});

test("an unknown structure, or none, is not found", async () => {
  expect((await post(at, { ...agrement, structure: "x" })).statusCode).toBe(404);
  expect((await post(at, {})).statusCode).toBe(404);
  expect((await get(`${at}/nouveau?structure=${staffId}`, referent)).statusCode).toBe(404);
  expect((await get(`${at}/${staffId}`, referent)).statusCode).toBe(404);
});

test("the file seen is not kept: its name and its fingerprint are", async () => {
  const boundary = "----essai";
  const part = (name: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const texts = Object.entries({ ...agrement, lien: "", structure: structureId }).map(([name, value]) => part(name, value));
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="fichier"; filename="../agrément 2021.pdf"\r\nContent-Type: application/pdf\r\n\r\nabc\r\n`;
  const answer = await web.app.inject({
    method: "POST",
    url: at,
    cookies: { tu_session: referent },
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: `${texts.join("")}${file}--${boundary}--\r\n`,
  });
  expect(answer.statusCode).toBe(303);
  const location = String(answer.headers.location);
  // SHA-256 of « abc ».
  expect(read((await get(location, referent)).body)).toContain("agrément 2021.pdf (empreinte ba7816bf8f01)");
  await post(`${location}/erreur`, {});
});

test("a form sent twice is kept once", async () => {
  const cle = "0190d1a2-7b3c-4000-a000-0000000000aa";
  expect(await noted({ cle })).toBe(cle);
  expect(await noted({ cle })).toBe(cle);
  expect((await inShared(house.ground, (work) => approvalLineOf(work, cle)))?.line.length).toBe(1);
  await post(`${at}/${cle}/erreur`, {});
});

test("renewed, the line goes on; two who renew at once: one does, the other is told", async () => {
  const id = await noted();
  const form = await get(`${at}/${id}/renouveler`, referent);
  // It begins the day after the last.
  expect(form.body).toContain('value="2026-12-01"');
  const again = { ...agrement, debut: "2026-12-01", fin: "2031-11-30", renouvelle: id, structure: structureId };
  const both = await Promise.all([post(at, again), post(at, { ...again, numero: "autre" }, supervisor)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
  expect(read(both.find(({ statusCode }) => statusCode === 422)?.body ?? "")).toContain("Quelqu’un l’a renouvelé entre-temps");
  const line = (await inShared(house.ground, (work) => approvalLineOf(work, id)))?.line;
  expect(line?.map(({ from, until }) => [from, until])).toEqual([
    ["2021-12-01", "2026-11-30"],
    ["2026-12-01", "2031-11-30"],
  ]);
  expect(read((await get(`${at}/${id}`, referent)).body)).toContain("valable jusqu’au 30 novembre 2031");
  for (const approval of line ?? []) await post(`${at}/${approval.id}/erreur`, {});
});

test("twenty who renew at once make one renewal", async () => {
  const id = await noted();
  const given = { ...fields, from: "2026-12-01" as never, until: "2027-11-30" as never };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      inShared(house.ground, (work) =>
        renewApproval(work, id, given, { key: `0190d1a2-7b3c-4000-a000-0000000001${String(at).padStart(2, "0")}`, staffId }),
      ),
    ),
  );
  expect(answers.filter(({ kind }) => kind === "renewed").length).toBe(1);
  expect((await inShared(house.ground, (work) => approvalLineOf(work, id)))?.line.length).toBe(2);
  for (const approval of (await inShared(house.ground, (work) => approvalLineOf(work, id)))?.line ?? [])
    await post(`${at}/${approval.id}/erreur`, {});
});
const fields = {
  kind: "agrement",
  title: "Accueil de jeunes enfants",
  body: "Département de l’Isère",
  number: undefined,
  isRequired: true,
  proof: { url: undefined, file: undefined },
} as const;

test("withdrawn from a day on, it stays in the history; written by mistake, it counts for nothing", async () => {
  const id = await noted({ fin: "" });
  expect((await post(`${at}/${id}/retirer`, { jour: "2020-01-01", motif: "" })).statusCode).toBe(422);
  expect((await post(`${at}/${id}/retirer`, { jour: "2026-11-20", motif: "Contrôle de novembre" })).statusCode).toBe(303);
  const page = read((await get(`${at}/${id}`, referent)).body);
  expect(page).toContain("retiré le 20 novembre 2026, indispensable");
  expect(page).toContain("Contrôle de novembre");
  // The first end stays.
  await post(`${at}/${id}/retirer`, { jour: "2026-11-25", motif: "autre" });
  expect(read((await get(`${at}/${id}`, referent)).body)).toContain("Retiré le 20 novembre 2026 : Contrôle de novembre");
  await post(`${at}/${id}/erreur`, {});
  expect((await get(`${at}/${id}`, referent)).statusCode).toBe(404);
});

test("the approvals of a service are those of its structure, and of the rows folded with either", async () => {
  const other = { source: { ...source, id: "autre" }, key: "9", structureName: "PETITS PAS (LES)", name: "Garde", themes: [] };
  const twin = await inShared(house.ground, (work) => enterService(work, { ...other, updatedOn: "2026-11-01" }));
  const id = await noted();
  const linesOf = async (service: string) =>
    (await inShared(house.ground, (work) => approvalLinesOf(work, [service]))).get(service)?.length ?? 0;
  expect([await linesOf(serviceId), await linesOf(twin)]).toEqual([1, 0]);
  await inShared(house.ground, (work) =>
    work.run(sql`
      update directory_structure set folded_into = ${structureId}
      where id = (select structure_id from directory_service where id = ${twin})`),
  );
  expect([await linesOf(serviceId), await linesOf(twin)]).toEqual([1, 1]);
  await post(`${at}/${id}/erreur`, {});
});
