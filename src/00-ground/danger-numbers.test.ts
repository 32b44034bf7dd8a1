import { expect, test } from "vitest";
import { numbersFor } from "./danger-numbers.ts";
import { dangerNumbers } from "./look/page.words.ts";

const motives = ["suicide", "violence", "danger_enfant", "danger_vulnerable", "sante_vitale", "rue"];

test("every number proposed for a danger is in the house's only list", () => {
  const known = dangerNumbers.map(({ number }) => number);
  expect(numbersFor(motives).length).toBeGreaterThan(5);
  expect(numbersFor(motives).filter((number) => !known.includes(number))).toEqual([]);
});

test.each([
  [["suicide"], ["3114", "15"]],
  [["violence"], ["17", "3919"]],
  [
    ["danger_enfant", "violence"],
    ["17", "3919", "119"],
  ],
  [["coupure"], []],
  [[], []],
])("for %j, %j come first, each once", (told, numbers) => {
  expect(numbersFor(told)).toEqual(numbers);
});
