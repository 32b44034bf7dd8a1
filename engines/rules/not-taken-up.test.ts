import { describe, expect, test } from "vitest";
import { evaluate, notTakenUp, type Household } from "./index.ts";
import { adult, child, home, household, income, receives, salary } from "./invented.ts";

const missed = (of: Household) => notTakenUp(of, evaluate(of));

const loneMother = (received: Household["received"]): Household =>
  household([adult("1990-06-15"), child("2015-03-20"), child("2018-08-10")], { housing: home("tenant", 480), received });

describe("what could be had, less what is received", () => {
  test("nothing received: all of it is missed, by month, by year", () => {
    const of = loneMother(receives({}));
    const answers = evaluate(of);
    const { byRight, monthCents, onceAYearCents, yearCents } = missed(of);
    for (const right of ["rsa", "af", "asf", "aide_logement"] as const)
      expect(byRight[right]).toMatchObject({ missedCents: answers[right].amountCents, overpaidCents: 0 });
    expect(monthCents).toBe(
      Object.values(answers).reduce((sum, { period, amountCents }) => sum + (period === "month" ? amountCents : 0), 0),
    );
    expect(onceAYearCents).toBe(answers.ars.amountCents + answers.cheque_energie.amountCents);
    expect(yearCents).toBe(12 * monthCents + onceAYearCents);
  });
  test("a part received: the rest is missed", () => {
    const of = loneMother(receives({ rsaCents: 300 }));
    expect(missed(of).byRight.rsa.missedCents).toBe(evaluate(of).rsa.amountCents - 300_00);
  });
  test("what is received too much is told apart, and lowers nothing else", () => {
    const [less, more] = [missed(loneMother(receives({}))), missed(loneMother(receives({ afCents: 900 })))];
    expect(more.byRight.af).toMatchObject({ missedCents: 0, overpaidCents: 900_00 - more.byRight.af.computedCents });
    expect(more.overpaidMonthCents).toBe(more.byRight.af.overpaidCents);
    expect(more.byRight.asf).toEqual(less.byRight.asf);
    expect(more.monthCents).toBeGreaterThan(0);
  });
  test("rights of the year are not mixed with those of the month", () => {
    const of = loneMother(receives({ arsCents: 200 }));
    const { byRight } = missed(of);
    expect(byRight.ars).toMatchObject({ period: "year", receivedCents: 200_00, missedCents: byRight.ars.computedCents - 200_00 });
  });
  test("what each person receives is added up", () => {
    const disabled = adult("1980-06-15", { disabilityRate: 0.85, isDisabled: true });
    const of = household([disabled], { received: receives({}, { aahCents: { p1: 400_00 } }) });
    const { aah } = missed(of).byRight;
    expect(aah).toMatchObject({ receivedCents: 400_00, missedCents: aah.computedCents - 400_00 });
  });
  test("a health cover is told, and has no amount", () => {
    expect(missed(loneMother(receives({})))).toMatchObject({ health: "free", byRight: { css: { missedCents: 0 } } });
    const rich = household([adult("1980-06-15", { incomes: [salary(3500)] })]);
    expect(missed(rich).health).toBe("none");
  });
  test("everything received: nothing is missed", () => {
    const of = household([adult("1950-06-15", { activity: "retired", incomes: [income("retirement", 1500, "2024-01")] })]);
    expect(missed(of)).toMatchObject({ monthCents: 0, onceAYearCents: 0, overpaidMonthCents: 0 });
  });
});
