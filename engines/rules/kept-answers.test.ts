import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { evaluateQuickly } from "./evaluate.ts";
import { answersInLines } from "./kept-answers.ts";
import { plantedMistakes, type PlantedMistake } from "./planted-mistakes.ts";

// A change of a rule shows here, amount by amount: npx vitest run engines/rules/kept-answers --update, then read the difference.
test("six hundred invented households keep their answers", async () => {
  await expect(`${answersInLines(evaluateQuickly).join("\n")}\n`).toMatchFileSnapshot("kept-answers.txt");
});

describe("a usual mistake changes an answer that we keep", () => {
  const changed = changedBy(plantedMistakes);

  test.each(plantedMistakes.map(({ name }, at) => [name, at] as const))("%s", (_, at) => {
    expect(changed[at]).toBeGreaterThan(0);
  });

  test("without a mistake, none changes", () => {
    expect(changed.at(-1)).toBe(0);
  });
});

/**
 * How many households get other answers with each mistake, then with none. Another process reads the rules as many times as there are
 * mistakes, each time with one line changed on its way from the disk.
 */
function changedBy(mistakes: readonly PlantedMistake[]): readonly number[] {
  const script = `
    import { registerHooks } from "node:module";
    const rules = "file://${import.meta.dirname}/";
    const mistakes = ${JSON.stringify(mistakes)};
    registerHooks({
      resolve(wanted, context, next) {
        const found = next(wanted, context);
        const version = new URL(context.parentURL ?? "file:///").search;
        return version !== "" && found.url.startsWith(rules) ? { ...found, url: found.url + version } : found;
      },
      load(url, context, next) {
        const loaded = next(url, context);
        const mistake = mistakes[new URL(url).searchParams.get("mistake")];
        if (!mistake || new URL(url).pathname !== new URL(rules + mistake.file).pathname) return loaded;
        const [before, after, more] = String(loaded.source).split(mistake.right);
        if (after === undefined || more !== undefined) throw new Error(mistake.name + ": its line does not stand once in " + mistake.file);
        return { ...loaded, source: before + mistake.wrong + after };
      },
    });
    const { answersInLines } = await import(rules + "kept-answers.ts");
    const { rightIds } = await import(rules + "right.ts");
    const nothing = Object.fromEntries(rightIds.map((right) => [right, { isEligible: false }]));
    const linesWith = async (mistake) => {
      const { evaluateQuickly } = await import(rules + "evaluate.ts?mistake=" + mistake);
      return answersInLines((household) => {
        try { return evaluateQuickly(household); } catch { return nothing; }
      });
    };
    const right = await linesWith("none");
    const changed = [];
    for (const mistake of [...mistakes.keys(), "again"]) {
      const lines = await linesWith(mistake);
      changed.push(lines.filter((line, at) => line !== right[at]).length);
    }
    console.log(JSON.stringify(changed));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" })) as number[];
}
