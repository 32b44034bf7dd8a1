import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsFor, fragilities, fragilityLines, type FragilityVerdict, type Said } from "./fragility.ts";

const nothing: Said = { needs: [], tour: {}, motives: [], emotions: [] };
const said = (part: Partial<Said>): Said => ({ ...nothing, ...part });
const yesterday = new Date("2026-11-19T10:00:00Z");
const verdict = (part: Partial<FragilityVerdict>): FragilityVerdict => ({
  fragility: "logement",
  verdict: "confirmed",
  facts: [],
  notedAt: yesterday,
  notedBy: "Inès",
  ...part,
});

describe("a fragility is told by facts said", () => {
  test.each([
    ["unpaid rent", { needs: [{ need: "loyer", status: "accepted" }] }, "logement", [{ kind: "need", need: "loyer" }]],
    ["money, hard in the tour", { tour: { budget: "hard" } }, "finances", [{ kind: "tour", domain: "budget", state: "hard" }]],
    ["an eviction flagged", { motives: ["expulsion"] }, "logement", [{ kind: "urgency", motive: "expulsion" }]],
    [
      "an exhausted carer, and what was heard beside it",
      { needs: [{ need: "aidant", status: "identified" }], emotions: [{ emotion: "epuisement", intensity: 3 }] },
      "aidant_epuise",
      [
        { kind: "need", need: "aidant" },
        { kind: "emotion", emotion: "epuisement", intensity: 3 },
      ],
    ],
    ["a domain that goes well tells nothing", { tour: { logement: "well" } }, "logement", []],
    ["an emotion alone never says a fragility", { emotions: [{ emotion: "tristesse", intensity: 3 }] }, "isolement", []],
    ["a need that was met weakens nobody", { needs: [{ need: "loyer", status: "met" }] }, "logement", []],
    [
      "one that she wants no help for still does",
      { needs: [{ need: "loyer", status: "declined" }] },
      "logement",
      [{ kind: "need", need: "loyer" }],
    ],
  ] as const)("%s", (_, part, fragility, facts) => {
    expect(factsFor(fragility, said(part as Partial<Said>))).toEqual(facts);
  });
  test("nothing said, nothing is asked", () => {
    expect(fragilityLines(nothing, [])).toEqual([]);
  });
});

describe("a human has the last word", () => {
  const rent = said({ needs: [{ need: "loyer", status: "accepted" }] });
  const rentFact = { kind: "need", need: "loyer" } as const;
  test("facts are shown to be confirmed; nothing is confirmed by itself", () => {
    expect(fragilityLines(rent, [])).toEqual([{ fragility: "logement", state: "to-confirm", facts: [rentFact], history: [] }]);
  });
  test("confirmed, it stays so when the facts are gone, with those of that day", () => {
    const [line] = fragilityLines(nothing, [verdict({ facts: [rentFact] })]);
    expect(line).toMatchObject({ state: "confirmed", facts: [rentFact] });
  });
  test("removed, it is not asked again for the same facts", () => {
    expect(fragilityLines(rent, [verdict({ verdict: "removed", facts: [rentFact] })])[0]?.state).toBe("removed");
  });
  test("removed, it is asked again once something new is said", () => {
    const more = said({ needs: rent.needs, motives: ["expulsion"] });
    expect(fragilityLines(more, [verdict({ verdict: "removed", facts: [rentFact] })])[0]?.state).toBe("to-confirm");
  });
  test("what changed over time reads from the newest", () => {
    const verdicts = [verdict({ verdict: "removed" }), verdict({ notedAt: new Date("2026-10-01T10:00:00Z") })];
    expect(fragilityLines(nothing, verdicts)[0]?.history.map((each) => each.verdict)).toEqual(["removed", "confirmed"]);
  });
  test("no line without a fact or a human's word, whatever was said", () => {
    fc.assert(
      fc.property(
        fc.subarray(["loyer", "dettes", "solitude", "garde", "mdph"] as const),
        fc.subarray(["suicide", "violence", "echeance"] as const),
        (needs, motives) =>
          fragilityLines(said({ needs: needs.map((need) => ({ need, status: "identified" })), motives }), []).every(
            (line) => line.facts.some((fact) => fact.kind !== "emotion") && fragilities.includes(line.fragility),
          ),
      ),
    );
  });
});
