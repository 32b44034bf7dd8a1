import { describe, expect, test } from "vitest";
import { childIsBorn, compare, separation, workResumes, type Household } from "./index.ts";
import { adult, child, home, household, income, partner, receives, salary, twoYearsAgo } from "./invented.ts";

const lostHerJob = adult("1990-06-15", {
  activity: "unemployed",
  unemployedSince: "2024-09-01" as never,
  incomes: [salary(1500, "2024-01", "2024-08"), income("unemployment", 900, "2024-09")],
  yearlyIncomes: twoYearsAgo({ salaryCents: 18_000 }),
});
const jobless = household([lostHerJob], { housing: home("tenant", 480), received: receives({ rsaCents: 120 }) });

describe("work resumes", () => {
  const after = workResumes(jobless, { personId: "p1", netCents: 1430_00 });
  test("four months later: by then the three months looked at are months of work", () => {
    expect(after.month).toBe("2025-07");
  });
  test("the wage begins in the month of the rights, as on an ordinary payslip; unemployment ends the month before", () => {
    expect(after.persons[0]).toMatchObject({ activity: "working", unemployedSince: "never" });
    expect(after.persons[0]?.incomes.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ["salary", "2024-01", "2024-08"],
      ["unemployment", "2024-09", "2025-02"],
      ["salary", "2025-03", "ongoing"],
    ]);
    expect(after.persons[0]?.incomes[2]).toMatchObject({ netCents: 1430_00, grossCents: 182_166, taxableCents: 148_005 });
  });
  test("what was received is carried", () => {
    expect(after.received).toEqual(jobless.received);
  });
  test("from one year to the next, two years ago is a year of the history", () => {
    const later = workResumes(jobless, { personId: "p1", netCents: 1430_00, monthsLater: 10 });
    expect(later.month).toBe("2026-01");
    // From January to August 2024 at 1,500 €, then 900 € of unemployment.
    expect(later.persons[0]?.yearlyIncomes).toMatchObject({ salaryCents: 8 * 155_250, unemploymentCents: 4 * 91_800, retirementCents: 0 });
  });
  test("nobody of that name: it is our mistake", () => {
    expect(() => workResumes(jobless, { personId: "p9", netCents: 1 })).toThrow("p9");
  });
});

describe("a child is born", () => {
  const expecting = household([adult("1990-06-15", { isPregnant: true }), child("2020-05-20")], { housing: home("tenant", 480) });
  test("in the month, and the rights are those of the month after", () => {
    const after = childIsBorn(expecting);
    expect(after.month).toBe("2025-04");
    expect(after.persons.at(-1)).toMatchObject({ role: "child", birthDate: "2025-03-15", id: "nouveau-ne" });
    expect(after.persons.some(({ isPregnant }) => isPregnant)).toBe(false);
  });
  test("later in the year, one waits until then; a second one bears another name", () => {
    const after = childIsBorn(childIsBorn(expecting), { birthDate: "2025-09-10" as never });
    expect(after.month).toBe("2025-10");
    expect(after.persons.map(({ id }) => id)).toEqual(["p1", "child of 2020-05-20", "nouveau-ne", "nouveau-ne-2"]);
  });
});

describe("a separation", () => {
  const couple = household([adult("1990-06-15"), partner("1988-01-10", { incomes: [salary(1600)] }), child("2016-02-10")], {
    housing: home("tenant", 600),
    received: receives({ housingAidCents: 150, afCents: 0 }, { aahCents: { p1: 100_00, p2: 300_00 } }),
  });
  test("the partner leaves with what was paid to him; the one who stays with a child is newly alone", () => {
    const after = separation(couple);
    expect(after).toMatchObject({ month: "2025-04", union: "single", isRecentlyAlone: true });
    expect(after.persons.map(({ id }) => id)).toEqual(["p1", "child of 2016-02-10"]);
    expect(after.received).toMatchObject({ aahCents: { p1: 100_00 }, housingAidCents: 150_00 });
  });
  test.each([
    ["the children leave too", "leave" as const, 1, false, false],
    ["the children live with each in turn", "shared" as const, 2, true, true],
  ])("%s", (_, children, persons, isRecentlyAlone, isInSharedCustody) => {
    const after = separation(couple, { children });
    expect(after.persons).toHaveLength(persons);
    expect(after.isRecentlyAlone).toBe(isRecentlyAlone);
    expect(after.persons.some((person) => person.isInSharedCustody)).toBe(isInSharedCustody);
  });
});

describe("two households compared, right by right", () => {
  const differences = (before: Household, after: Household) =>
    Object.fromEntries(compare(before, after).rights.map(({ right, differenceCents }) => [right, differenceCents]));

  test("equal households: no difference, and nothing to explain", () => {
    const { rights, before, after } = compare(jobless, jobless);
    expect(rights.filter(({ differenceCents, because }) => differenceCents !== 0 || because.length > 0)).toEqual([]);
    expect(after).toEqual(before);
  });
  test("work resumes: RSA falls, prime d'activité comes, and more is left in the end", () => {
    const poor = household([adult("1990-06-15")], { housing: home("tenant", 480) });
    const after = workResumes(poor, { personId: "p1", netCents: 1430_00 });
    const { rights, before, after: then } = compare(poor, after);
    const [rsa, prime] = [rights.find(({ right }) => right === "rsa"), rights.find(({ right }) => right === "prime_activite")];
    expect(rsa?.differenceCents).toBe(-(rsa?.beforeCents ?? 0));
    expect(prime?.differenceCents).toBeGreaterThan(100_00);
    expect([before.incomesCents, then.incomesCents]).toEqual([0, 1430_00]);
    expect(then.totalCents).toBeGreaterThan(before.totalCents);
  });
  test("the steps that changed sum to the difference", () => {
    for (const after of [
      workResumes(jobless, { personId: "p1", netCents: 1100_00 }),
      childIsBorn(jobless),
      { ...jobless, housing: home("homeless") },
    ])
      for (const { right, differenceCents, because } of compare(jobless, after).rights)
        expect([right, because.reduce((sum, step) => sum + step.differenceCents, 0)]).toEqual([right, differenceCents]);
  });
  test("a separation brings the allowance of a lone parent", () => {
    const couple = household([adult("1990-06-15"), partner("1988-01-10", { incomes: [salary(1600)] }), child("2016-02-10")]);
    expect(differences(couple, separation(couple))["asf"]).toBeGreaterThan(100_00);
  });
  test("a birth brings the allowance of an infant, and more of the rest", () => {
    const couple = household([adult("1990-06-15", { isPregnant: true }), partner("1988-01-10", { incomes: [salary(1600)] })]);
    const { paje_base: paje, prime_activite: prime } = differences(couple, childIsBorn(couple, { monthsLater: 4 }));
    expect(paje).toBeGreaterThan(100_00);
    expect(prime).toBeGreaterThan(0);
  });
});
