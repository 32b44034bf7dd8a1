import { describe, expect, test } from "vitest";
import { adult, answer, child, euros, home, household, income, partner, receives, salary, twoYearsAgo } from "./invented.ts";

// Computed by hand from the law and the scales of March 2025: Smic 11.88 €, BMAF 466.44 €, RSA 635.71 €, prime d'activité 622.63 €.

describe("ten invented households, computed by hand", () => {
  test("a lone mother near Guéret, without income, with a child of two", () => {
    const mother = household([adult("1996-05-20"), child("2022-09-13")], { housing: home("tenant", 400, 3) });
    // Paje : 0,4165 × 466,44 = 194,27. ASF : 0,422 × 466,44 = 196,84.
    expect(euros("paje_base", mother)).toBe(194.27);
    expect(euros("asf", mother)).toBe(196.84);
    // Rent 366,07 (ceiling, zone 3, one child) + charges 59,97 + 13,60 = 439,64; least share 39,15 (8,5 % would be 37,37).
    // 439,64 − 39,15 − 5 = 395,49; × 0,995 = 393,51.
    expect(answer("aide_logement", mother)).toMatchObject({ amountCents: 393_51, housing: "alf" });
    // Raised: 635,71 × (1,28412 + 0,42804) = 1088,44. Home: 635,71 × 1,5 × 0,16 = 152,57. Paje 194,27, and 0,225 × 466,44 = 104,95 of the ASF.
    // 1088,44 − 152,57 − 194,27 − 104,95 = 636,65.
    expect(euros("rsa", mother)).toBe(636.65);
    expect(answer("css", mother).health).toBe("free");
    // One unit and a half of consumption, no tax income.
    expect(euros("cheque_energie", mother)).toBe(240);
  });

  test("a man alone on 1,400 € a month", () => {
    const worker = household([adult("1985-05-20", { activity: "working", incomes: [salary(1400)] })]);
    // Bonus: at most 0,29101 × 622,63 = 181,19; (1400 − 59 × 11,88) / (61 × 11,88) = 699,08 / 724,68 of it: 174,79.
    // 622,63 + 174,79 + 0,61 × 1400 − 1400 = 251,42, the same each of the three months.
    expect(euros("prime_activite", worker)).toBe(251.42);
    expect(euros("rsa", worker)).toBe(0);
    expect(answer("css", worker).health).toBe("none"); // 16 800 € > 13 724 €
  });

  test("two retired people of 70 who own their home, on 600 € and 400 € a month", () => {
    const pension = (net: number, gross: number) => [income("retirement", net, "2024-01", "ongoing", { grossCents: gross * 100 })];
    const couple = household(
      [
        adult("1954-06-10", { activity: "retired", incomes: pension(600, 645) }),
        partner("1954-08-12", { activity: "retired", incomes: pension(400, 430) }),
      ],
      { housing: home("owner"), taxIncomesCents: { a: 10_900_00 } },
    );
    // 19 268,80 / 12 = 1605,73, less 645 + 430.
    expect(euros("aspa", couple)).toBe(530.73);
    // 12 × 1000 + 12 × 635,71 × 1,5 × 0,14 = 13 601,99 ≤ 15 249.
    expect(answer("css", couple).health).toBe("free");
    expect(euros("rsa", couple)).toBe(0);
    // 10 900 / 1,5 = 7 266,67: third band, less than two units.
    expect(euros("cheque_energie", couple)).toBe(113);
  });

  test("a family of three children, of 4, 8 and 15 years, on one wage of 30,000 € a year", () => {
    const family = household([
      adult("1985-02-10", { activity: "working", yearlyIncomes: twoYearsAgo({ salaryCents: 30_000 }) }),
      partner("1986-02-10"),
      child("2020-05-14"),
      child("2016-07-14"),
      child("2009-09-14"),
    ]);
    // 27 000 € after the deduction of 10 %. (0,32 + 0,41) × 466,44 = 340,50, and 0,16 × 466,44 = 74,63 for the eldest.
    expect(euros("af", family)).toBe(415.13);
    // Ceiling 24 414 × 1,8 = 43 945,20; more than half of it: 0,4165 × 466,44 = 194,27.
    expect(euros("cf", family)).toBe(194.27);
    // BMAF of October, 474,37: of 5 (none), 9 and 16 years on 1 December: (0,8972 + 0,9795) × 474,37. Ceiling 21 880 × 1,9 = 41 572.
    expect(euros("ars", family)).toBe(890.25);
  });

  test("a disabled woman alone in a social home, without income", () => {
    const woman = household([adult("1980-03-10", { disabilityRate: 0.8, isDisabled: true })], { housing: home("social-tenant", 350) });
    expect(euros("aah", woman)).toBe(1016.05);
    // 287,35 + 59,97 = 347,32; share 39,15; − 5; the landlord already took 48,45 off the rent: × 0,98 = 47,48; × 0,995: 254,41.
    expect(answer("aide_logement", woman)).toMatchObject({ amountCents: 254_41, housing: "apl" });
    expect(euros("mva", woman)).toBe(104.77);
  });

  test("a man whose unemployment benefits have ended, after five years of work out of ten", () => {
    const jobless = household([
      adult("1975-03-10", { activity: "unemployed", unemployedSince: "2022-01-01" as never, hasWorkedForAss: true }),
    ]);
    expect(euros("ass", jobless)).toBe(570.3); // 30 × 19,01
    expect(euros("rsa", jobless)).toBe(635.71); // what was received counts, and nothing was yet
  });

  test("a man on a disability pension of 500 €", () => {
    const pensioner = household([adult("1970-03-10", { incomes: [income("disability-pension", 500, "2024-01")] })]);
    expect(euros("asi", pensioner)).toBe(399.57); // 10 794,79 / 12 − 500
    expect(euros("rsa", pensioner)).toBe(135.71);
  });

  test("two children of 14 and 13 when the increase for age is put off, in March 2026", () => {
    const at = (month: "2026-02" | "2026-03") =>
      household([adult("1985-02-10"), partner("1986-02-10"), child("2012-02-20"), child("2011-02-20")], { month });
    // BMAF 474,37: 0,32 × 474,37 = 151,80; the younger, 14 on 20 February 2026, has no increase on the first of the month.
    expect(euros("af", at("2026-02"))).toBe(151.8);
    // Born before March 2012: 14 years is still enough. 0,16 × 474,37 = 75,90 more.
    expect(euros("af", at("2026-03"))).toBe(227.7);
  });

  test("a young man of 22 who has worked two years", () => {
    const young = adult("2002-06-10");
    expect(euros("rsa", household([young]))).toBe(0);
    expect(euros("rsa", household([{ ...young, hasWorkedForYouthRsa: true }]))).toBe(635.71);
  });

  test("a mother who shares the custody of her daughter, and receives the family allowances of another time", () => {
    const mother = household(
      [adult("1985-02-10", { activity: "working", incomes: [salary(1000)] }), child("2015-02-10", { isInSharedCustody: true })],
      {
        housing: home("owner"),
        received: receives({ asfCents: 195 }),
        taxIncomesCents: { a: 11_000_00 },
      },
    );
    // Health: 12 × 1000 + 12 × 195 + 12 × 635,71 × 1,5 × 0,14 = 15 941,99. Ceiling 10 166 × 1,25 = 12 708; with a share, 17 155,80. 14 € at 40, 8 € at 10.
    expect(answer("css", mother)).toMatchObject({ health: "paid", healthCostCents: 22_00 });
    // One unit and a quarter: 8 800 € each, fourth band.
    expect(euros("cheque_energie", mother)).toBe(63);
  });
});
