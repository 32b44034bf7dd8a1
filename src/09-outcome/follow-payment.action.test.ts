import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { inCommissioner, prepareJobs, workOnce, type Work } from "#ground/server";
import { addPerson } from "#person/server";
import { noteGesture, startApplication, undoGesture } from "#rights/server";
import type { Gesture, RightAsked } from "#rights";
import { openSituation } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { followPayment, paymentSubscribers } from "./follow-payment.action.ts";
import { gainsOf, withdrawGain } from "./gain.store.ts";
import { yearTotals } from "./gain.ts";

let house: TestHouse;
let personId: string;
let situationId: string;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  await prepareJobs(house.ground);
  await agent(async (work) => {
    personId = await addPerson(work, { firstName: "Awa", lastName: "Diallo" });
    situationId = await openSituation(work, { personId });
  });
});
afterEach(() => house.close());

const agent = <Result>(deed: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(house.ground, house.mutuelle.counsellor, deed);
/** What the house does by itself once something was told. */
const hear = () => workOnce(house.ground, { jobs: [], subscribers: paymentSubscribers, rounds: [] });
const on = day("2026-11-20");
const pay = (more: Partial<Extract<Gesture, { kind: "pay" }>> = {}): Gesture => ({
  kind: "pay",
  on,
  note: "",
  amount: { cents: 21_000, period: "month" },
  proof: "notice",
  ...more,
});
const grantedOf = async (asked: RightAsked): Promise<string> => {
  const started = await agent((work) => startApplication(work, { situationId, asked }));
  if (started.kind !== "started") throw new Error(started.kind);
  const id = started.applicationId;
  await agent((work) => noteGesture(work, id, { kind: "ask", on, note: "", how: "online", toWhom: "CAF de l’Isère" }));
  await agent((work) => noteGesture(work, id, { kind: "grant", on, note: "" }));
  return id;
};
const bonus: RightAsked = { kind: "computed", right: "prime_activite" };
const gains = () => agent((work) => gainsOf(work, personId));
const totals = async () => yearTotals(await gains()).money;

test("case 43: « prime d’activité 210 €/month proven by notice » is 2,520 €/year proven, apart from what is only said", async () => {
  const id = await grantedOf(bonus);
  expect(await gains()).toEqual([]);
  await agent((work) => noteGesture(work, id, pay()));
  await hear();
  expect(await gains()).toMatchObject([
    { label: "Prime d’activité", kind: "money", amount: { cents: 21_000, period: "month" }, basis: "proven", situationId },
  ]);
  expect(await totals()).toEqual({ declared: 0, estimated: 0, proven: 252_000 });
  const said = await grantedOf({ kind: "other", label: "Secours du CCAS" });
  await agent((work) => noteGesture(work, said, pay({ amount: { cents: 15_000, period: "once" }, proof: "said" })));
  await hear();
  expect(await totals()).toEqual({ declared: 15_000, estimated: 0, proven: 252_000 });
});

describe("once, whatever is told", () => {
  test("told again and again, one gain", async () => {
    const id = await grantedOf(bonus);
    await agent((work) => noteGesture(work, id, pay()));
    await hear();
    for (let time = 0; time < 3; time++) await agent((work) => followPayment(work, id));
    await Promise.all([agent((work) => followPayment(work, id)), agent((work) => followPayment(work, id))]);
    expect(await gains()).toHaveLength(1);
  });
  test("two who listen at the same time for the first time, one gain", async () => {
    const id = await grantedOf(bonus);
    await agent((work) => noteGesture(work, id, pay()));
    await Promise.all([agent((work) => followPayment(work, id)), agent((work) => followPayment(work, id))]);
    expect(await gains()).toHaveLength(1);
  });
  test("a gain that somebody withdrew does not come back when it is told again", async () => {
    const id = await grantedOf(bonus);
    await agent((work) => noteGesture(work, id, pay()));
    await hear();
    const [gain] = await gains();
    await agent((work) => withdrawGain(work, gain?.id ?? ""));
    await agent((work) => followPayment(work, id));
    expect(await gains()).toEqual([]);
  });
});

describe("taken back", () => {
  test("its gain is withdrawn; paid again with the right amount, the new one alone counts", async () => {
    const id = await grantedOf(bonus);
    await agent((work) => noteGesture(work, id, pay({ amount: { cents: 2_100_000, period: "month" } })));
    await hear();
    await agent((work) => undoGesture(work, id));
    await hear();
    expect(await gains()).toEqual([]);
    await agent((work) => noteGesture(work, id, pay()));
    await hear();
    expect(await totals()).toMatchObject({ proven: 252_000 });
  });
  test("news that comes late or out of order changes nothing: what is true now decides", async () => {
    const id = await grantedOf(bonus);
    await agent((work) => noteGesture(work, id, pay({ amount: { cents: 2_100_000, period: "month" } })));
    await agent((work) => undoGesture(work, id));
    await agent((work) => noteGesture(work, id, pay()));
    await hear();
    expect(await gains()).toHaveLength(1);
    expect(await totals()).toMatchObject({ proven: 252_000 });
  });
});

test("a cover opens something, which is a gain without euro", async () => {
  const id = await grantedOf({ kind: "computed", right: "css" });
  const { amount: _amount, ...cover } = pay() as Extract<Gesture, { kind: "pay" }>;
  await agent((work) => noteGesture(work, id, cover));
  await hear();
  expect(await gains()).toMatchObject([{ kind: "opportunity", label: "Complémentaire santé solidaire", amount: undefined }]);
});
