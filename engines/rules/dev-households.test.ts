import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluate, isComplete, readHousehold, rightIds, type RightAnswer, type RightId } from "./index.ts";

const file = "../shared/rights/dev.jsonl";

interface Line {
  readonly id: string;
  readonly menage: unknown;
  readonly attendu: Readonly<Record<RightId, Expected | null>>;
}

/** What the reference model of the State answers; null where its own figures were out of date. */
interface Expected {
  readonly eligible?: boolean;
  readonly montant?: number;
  readonly montant_annuel?: number;
  readonly type?: string | null;
  readonly statut?: string;
  readonly participation_mensuelle?: number;
}

const lines = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line)
  : [];

describe.skipIf(lines.length === 0)(`the ${lines.length} reference households of ${file} (left out where that file is not)`, () => {
  test.each(lines.map((line) => [line.id, line] as const))("%s: the sixteen rights, within one euro", (_, { menage, attendu }) => {
    const read = readHousehold(menage);
    if (read.kind === "refused" || !isComplete(read.household)) throw new Error(`not read: ${JSON.stringify(read)}`);
    const answers = evaluate(read.household);
    const wrong = rightIds.filter((right) => attendu[right] !== null && !isRight(answers[right], attendu[right]));
    expect(wrong.map((right) => [right, answers[right].amountCents / 100, attendu[right]])).toEqual([]);
  });
});

const isRight = (answer: RightAnswer, expected: Expected): boolean => {
  if (answer.right === "css") {
    const statut = { free: "gratuite", paid: "participation", none: "non" }[answer.health ?? "none"];
    return statut === expected.statut && isNear(answer.healthCostCents, expected.participation_mensuelle);
  }
  if (answer.isEligible !== expected.eligible || !isNear(answer.amountCents, expected.montant ?? expected.montant_annuel)) return false;
  return answer.right !== "aide_logement" || !answer.isEligible || answer.housing === expected.type;
};

const isNear = (cents = 0, euros = 0): boolean => Math.abs(cents / 100 - euros) <= 1;
