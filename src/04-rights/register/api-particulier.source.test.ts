import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { heldByRegisters, openRegisterDouble, type RegisterDouble, type RegisterMood } from "#testing";
import { makeRegisters, type Registers } from "./api-particulier.source.ts";
import type { CivilIdentity } from "./civil-identity.ts";
import type { Question } from "./register.ts";

const today = day("2026-11-20");
const awa: CivilIdentity = { birthName: "Diallo", firstNames: ["Awa", "Marie"], birthDate: "1990-05-01", sex: "F", birthPlace: "38185" };

let double: RegisterDouble;
let registers: Registers;
beforeEach(async () => {
  double = await openRegisterDouble();
  registers = makeRegisters(double.access, 400);
  double.know({
    birthName: "DIALLO",
    firstName: "Awa",
    birthDate: "1990-05-01",
    receives: ["rsa"],
    quotient: 512,
    studentUntil: "2027-08-31",
  });
  double.know({
    birthName: "MOREL",
    firstName: "Paul",
    birthDate: "1946-02-10",
    jobSeekerNumber: "123456A",
    registeredUntil: "2026-10-31",
  });
});
afterEach(() => double.close());

const ask = (question: Question, identity: CivilIdentity = awa) => registers.ask(question, identity, today);

describe("a register that is well says yes or no", () => {
  test.each<[string, Question, CivilIdentity, string]>([
    ["she receives the RSA", { register: "rsa" }, awa, "yes"],
    ["she does not receive the AAH", { register: "aah" }, awa, "no"],
    ["nor the health cover", { register: "c2s" }, awa, "no"],
    ["her quotient of 512 is at most 700", { register: "quotient_familial", atMost: 700 }, awa, "yes"],
    ["it is at most 512", { register: "quotient_familial", atMost: 512 }, awa, "yes"],
    ["it is not at most 511", { register: "quotient_familial", atMost: 511 }, awa, "no"],
    ["she is enrolled until August", { register: "etudiant" }, awa, "yes"],
    ["he is no longer registered as looking for work", { register: "demandeur_emploi" }, { jobSeekerNumber: "123456A" }, "no"],
  ])("%s", async (_, question, identity, kind) => {
    expect(await ask(question, identity)).toEqual({ kind });
  });
});

describe("what is asked", () => {
  test("version 3, with the token in a header and the SIRET of whoever is allowed; her identity piece by piece", async () => {
    await ask({ register: "rsa" });
    const [one] = double.asked;
    expect(one?.path).toBe("/v3/dss/revenu_solidarite_active/identite");
    expect(one?.headers.authorization).toBe(`Bearer ${double.access.token}`);
    expect([...(one?.parameters ?? [])]).toEqual([
      ["recipient", "13002526500013"],
      ["nomNaissance", "Diallo"],
      ["prenoms[]", "Awa"],
      ["prenoms[]", "Marie"],
      ["anneeDateNaissance", "1990"],
      ["moisDateNaissance", "5"],
      ["jourDateNaissance", "1"],
      ["sexeEtatCivil", "F"],
      ["codeCogInseePaysNaissance", "99100"],
      ["codeCogInseeCommuneNaissance", "38185"],
    ]);
  });
  test("born elsewhere, only the country is told", async () => {
    await ask({ register: "rsa" }, { ...awa, birthPlace: "99341" });
    expect(double.asked[0]?.parameters.getAll("codeCogInseePaysNaissance")).toEqual(["99341"]);
    expect(double.asked[0]?.parameters.has("codeCogInseeCommuneNaissance")).toBe(false);
  });
  test("France Travail is given its own number, and nothing else of her", async () => {
    await ask({ register: "demandeur_emploi" }, { ...awa, jobSeekerNumber: "123456A" });
    expect([...(double.asked[0]?.parameters.keys() ?? [])]).toEqual(["recipient", "identifiant"]);
  });
  test("an address with a path keeps it", async () => {
    await makeRegisters({ ...double.access, url: `${double.access.url}/relais/` }, 400).ask({ register: "rsa" }, awa, today);
    expect(double.asked[0]?.path).toBe("/relais/v3/dss/revenu_solidarite_active/identite");
  });
});

describe("anything else is unknown, with its reason, and never a no", () => {
  test.each<[RegisterMood, string]>([
    ["slow", "slow"],
    ["down", "down"],
    ["cut", "down"],
    ["provider-down", "down"],
    ["provider-slow", "slow"],
    ["altered", "broken"],
    ["page", "broken"],
    ["endless", "broken"],
    ["redirect", "broken"],
  ])("%s: %s", async (mood, because) => {
    double.beIn(mood);
    expect(await ask({ register: "rsa" })).toEqual({ kind: "unknown", because });
    expect(await ask({ register: "quotient_familial", atMost: 700 })).toEqual({ kind: "unknown", because });
    expect(await ask({ register: "demandeur_emploi" }, { jobSeekerNumber: "123456A" })).toEqual({ kind: "unknown", because });
  });
  test("too many questions: it says when to come back", async () => {
    double.beIn("too-many");
    expect(await ask({ register: "rsa" })).toEqual({ kind: "unknown", because: "busy", retryAfterSeconds: 90 });
  });
  test("somebody it does not know", async () => {
    expect(await ask({ register: "rsa" }, { ...awa, birthName: "Diallo-Sarr" })).toEqual({ kind: "unknown", because: "person-unknown" });
    expect(await ask({ register: "demandeur_emploi" }, { jobSeekerNumber: "999" })).toEqual({ kind: "unknown", because: "person-unknown" });
  });
  test("a student of a school that tells nothing", async () => {
    double.know({ birthName: "Sarr", firstName: "Awa", birthDate: "1990-05-01" });
    expect(await ask({ register: "etudiant" }, { ...awa, birthName: "Sarr" })).toEqual({ kind: "unknown", because: "person-unknown" });
  });
  test("an identity it cannot use", async () => {
    expect(await ask({ register: "rsa" }, { ...awa, sex: undefined })).toEqual({ kind: "unknown", because: "identity-unclear" });
  });
  test("a token it does not take", async () => {
    const wrong = makeRegisters({ ...double.access, token: "autre" }, 400);
    expect(await wrong.ask({ register: "rsa" }, awa, today)).toEqual({ kind: "unknown", because: "refused" });
  });
  test("nobody at this address", async () => {
    await double.close();
    expect(await ask({ register: "rsa" })).toEqual({ kind: "unknown", because: "down" });
    double = await openRegisterDouble();
  });
  test("ten seconds at most, whatever it does", async () => {
    double.beIn("slow");
    const began = performance.now();
    await ask({ register: "rsa" });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test("no word of what a register writes is in the answer", async () => {
  const answers = [];
  for (const mood of ["right", "provider-down", "altered", "page", "endless"] as const) {
    double.beIn(mood);
    answers.push(await ask({ register: "quotient_familial", atMost: 700 }), await ask({ register: "rsa" }));
  }
  for (const held of [...heldByRegisters, "512"]) expect(JSON.stringify(answers)).not.toContain(held);
});
