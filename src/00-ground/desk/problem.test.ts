import { describe, expect, test } from "vitest";
import { errorIn, errorsIn, refusedAsAWhole, type Problem } from "./problem.ts";

const amount: Problem = { sentence: "Vérifiez les champs.", fields: [{ field: "amount.cents", message: "Indiquez un montant." }] };
const whole: Problem = { sentence: "Cette démarche est close.", fields: [] };

describe("what was refused is said where it can be put right", () => {
  test.each([
    ["the field at fault says it, whichever part of it is", amount, "amount", "Indiquez un montant."],
    ["another field says nothing", amount, "period", undefined],
    ["a refusal of the whole is said by no field", whole, "amount", undefined],
    ["nothing was refused", undefined, "amount", undefined],
  ])("%s", (_, problem, field, said) => {
    expect(errorIn(problem, field)).toBe(said);
  });
  test("a refusal of the whole is said apart, and only then", () => {
    expect([whole, amount, undefined].map(refusedAsAWhole)).toEqual(["Cette démarche est close.", undefined, undefined]);
  });
  test("the summary leads to the fields at fault, or to the first one of the form", () => {
    expect(errorsIn(amount, "name")).toEqual(amount.fields);
    expect(errorsIn(whole, "name")).toEqual([{ field: "name", message: "Cette démarche est close." }]);
    expect(errorsIn(undefined, "name")).toEqual([]);
  });
});
