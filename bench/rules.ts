// Measures the engine of rights: `npm run bench -- rules [FILE.jsonl]`, a file of households under the key `menage`; ours, drawn from a seed, are always there.
import { existsSync, readFileSync } from "node:fs";
import { drawFrom } from "#engines/chance";
import {
  estimate,
  evaluate,
  isComplete,
  knownScales,
  nextQuestions,
  readHousehold,
  type Household,
  type PartialHousehold,
} from "#engines/rules";
import { evaluateQuickly } from "../engines/rules/evaluate.ts";
import { figuresOf } from "../engines/rules/figures.ts";
import { flatAmount, housingWorth } from "../engines/rules/flat-amount.ts";
import { hide, hideable } from "../engines/rules/hidden-fields.ts";
import { monthNumber } from "../engines/rules/month-number.ts";
import { sampleHousehold } from "../engines/rules/sample-household.ts";
import { rsaByPublicodes, type RsaGiven } from "./rules-peer.ts";

const draw = drawFrom(20_261_120);
const drawn = Array.from({ length: 400 }, (_, at) => sampleHousehold(draw, at % 4 === 0 ? "2026-05" : "2025-03"));

const file = process.argv[2] ?? "../shared/rights/dev.jsonl";
const given = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .flatMap((line): Household[] => {
        const read = readHousehold((JSON.parse(line) as { menage: unknown }).menage);
        return read.kind === "read" && isComplete(read.household) ? [read.household] : [];
      })
  : [];
const households = [...drawn, ...given];
console.log(`${drawn.length} households drawn from a seed, ${given.length} of ${file}`);

/** Best of five turns: what the machine can do when nobody else asks it. */
const perSecond = <Case>(cases: readonly Case[], task: (each: Case) => unknown): number => {
  const turns = Array.from({ length: 5 }, () => {
    const from = performance.now();
    for (const each of cases) task(each);
    return cases.length / ((performance.now() - from) / 1000);
  });
  return Math.max(...turns);
};

const shown = (rate: number): string =>
  `${Math.round(rate).toLocaleString("fr-FR").padStart(10)} a second   ${(1000 / rate).toFixed(3)} ms each`;

console.log(`sixteen rights, with trace       ${shown(perSecond(households, (each) => evaluate(each)))}`);
console.log(`sixteen rights, amounts alone    ${shown(perSecond(households, (each) => evaluateQuickly(each)))}`);

/** Milliseconds of each, the second time that it is asked. */
const spread = (name: string, cases: readonly PartialHousehold[], task: (each: PartialHousehold) => unknown): void => {
  for (const each of cases) task(each);
  const times = cases
    .map((each) => {
      const from = performance.now();
      task(each);
      return performance.now() - from;
    })
    .toSorted((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(6);
  console.log(`${name.padEnd(32)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   worst ${at(1)} ms`);
};

/** Only who lives there is known, by birth date. */
const barelyKnown = (household: Household): PartialHousehold =>
  hide(
    household,
    hideable(household).filter((way) => way.at(-1) !== "birthDate"),
  );
const halfKnown = (household: Household): PartialHousehold =>
  hide(
    household,
    hideable(household).filter(() => draw() < 0.3),
  );
const several = households.filter(({ persons }) => persons.length >= 4).slice(0, 100);
for (const [name, cases] of [
  ["a third unknown", households.slice(0, 200).map(halfKnown)],
  ["four persons or more, ages known", several.map(barelyKnown)],
] as const) {
  console.log(`${name}:`);
  spread("  ranking of the next question", cases, nextQuestions);
  spread("  estimate of the sixteen rights", cases, estimate);
}

/** The last step of the RSA alone, as the peer has it. */
const table = figuresOf(knownScales, monthNumber("2025-03")).rsa;
const rsaByUs = ({ persons, isCouple, housingAid, resources }: RsaGiven): number => {
  const housing = Math.min(housingAid * 100, housingWorth(table, persons));
  const missing = flatAmount(table, persons, isCouple) - housing - resources * 100;
  return missing >= table.threshold ? Math.round(missing) / 100 : 0;
};
const asked: readonly RsaGiven[] = Array.from({ length: 2000 }, () => ({
  persons: 1 + Math.floor(draw() * 6),
  isCouple: draw() < 0.5,
  base: table.base / 100,
  housingAid: Math.floor(draw() * 300),
  resources: Math.floor(draw() * 1200),
})).map((one) => ({ ...one, isCouple: one.isCouple && one.persons > 1 }));
const byPublicodes = rsaByPublicodes();
const apart = asked.filter((one) => Math.abs(rsaByUs(one) - byPublicodes(one)) > 0.011).length;
console.log(`the last step of the RSA, ${asked.length} cases, ${apart} with another amount:`);
const [ours, peers] = [perSecond(asked, rsaByUs), perSecond(asked, byPublicodes)];
console.log(`  publicodes (peer)              ${shown(peers)}`);
console.log(`  ours                           ${shown(ours)}`);
console.log(`  ours, all sixteen with trace   ${shown(perSecond(households, (each) => evaluate(each)))}`);
