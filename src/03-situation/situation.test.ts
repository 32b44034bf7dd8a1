import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingForClosing } from "./closing.ts";
import { changesBetween, inItsWords, isExpired, progressOf, validUntil } from "./diagnosis.ts";
import { afterPress, emotionLabel, emotions } from "./emotion.ts";
import { currentGrid, grids, type Grid } from "./grid.ts";
import { isOpenNeed, mayBeHandedOver, needCounts, needStatuses, toldOf } from "./need.ts";
import { nextActionHolds } from "./situation.ts";
import { needIds, needLabel, thematiquesOf, themeIds, themeOf, themes } from "./taxonomy.ts";

describe("the taxonomy", () => {
  test("has fifteen themes, and every need falls under one", () => {
    expect(themes).toHaveLength(15);
    expect(new Set(needIds).size).toBe(needIds.length);
    for (const need of needIds) expect(themeIds).toContain(themeOf(need));
  });
  test.each([
    ["loyer", "Loyer impayé, expulsion", 2],
    ["energie", "Facture, coupure d’énergie ou d’eau", 0],
  ])("need %s is called « %s » and has %i national codes", (need, label, codes) => {
    expect(needLabel(need)).toBe(label);
    expect(thematiquesOf(need)).toHaveLength(codes);
  });
  test("refuses a need that it does not know", () => {
    expect(() => needLabel("licorne")).toThrow("licorne");
  });
  test("writes the French apostrophe", () => {
    expect(themes.flatMap((theme) => [theme.label, ...theme.needs.map((need) => need.label)]).join("")).not.toContain("'");
  });
});

describe("a need may be handed over once the person agrees", () => {
  const told = new Date("2026-11-20T09:00:00Z");
  test.each([
    ["detected, not yet told", { status: "identified", acknowledgedAt: undefined }, "ordinary", false],
    ["told, and the person agrees", { status: "accepted", acknowledgedAt: told }, "ordinary", true],
    ["told, and the person does not wish it", { status: "declined", acknowledgedAt: told }, "ordinary", false],
    ["already met", { status: "met", acknowledgedAt: told }, "ordinary", false],
    ["not yet told, but an emergency", { status: "identified", acknowledgedAt: undefined }, "emergency", true],
  ] as const)("%s", (_, need, mode, expected) => {
    expect(mayBeHandedOver(need, mode)).toBe(expected);
  });
  test.each([
    [{ status: "identified", acknowledgedAt: undefined }, "untold"],
    [{ status: "handled", acknowledgedAt: told }, "agreed"],
    [{ status: "declined", acknowledgedAt: told }, "declined"],
  ] as const)("%o reads %s", (need, expected) => {
    expect(toldOf(need)).toBe(expected);
  });
  test("without an emergency, what is handed over is always told and open", () => {
    fc.assert(
      fc.property(fc.constantFrom(...needStatuses), fc.option(fc.date(), { nil: undefined }), (status, acknowledgedAt) => {
        const need = { status, acknowledgedAt };
        return !mayBeHandedOver(need) || (isOpenNeed(need) && acknowledgedAt !== undefined);
      }),
    );
  });
});

test("expressed and detected needs are counted apart", () => {
  expect(needCounts([{ origin: "expressed" }, { origin: "detected" }, { origin: "register" }])).toEqual({ expressed: 1, detected: 2 });
});

describe("an emotion", () => {
  test("four presses bring it back to nothing", () => {
    expect([0, 1, 2, 3].map((level) => afterPress(level as 0))).toEqual([1, 2, 3, 0]);
  });
  test("has a name", () => {
    expect(emotions.map((emotion) => emotionLabel(emotion))).toContain("Honte");
  });
});

describe("a next action holds when a human chose it and its time is to come", () => {
  const now = new Date("2026-11-20T16:00:00Z");
  test.each([
    ["none", undefined, false],
    ["written by the house", { at: new Date("2026-11-24T09:00:00Z"), isChosen: false }, false],
    ["chosen, tomorrow", { at: new Date("2026-11-21T09:00:00Z"), isChosen: true }, true],
    ["chosen, its hour is gone", { at: new Date("2026-11-20T15:59:00Z"), isChosen: true }, false],
  ])("%s", (_, next, expected) => {
    expect(nextActionHolds(next, now)).toBe(expected);
  });
});

describe("before an exchange closes", () => {
  const untold = { id: "b", need: "loyer", isOpen: true, told: "untold" } as const;
  const told = { id: "a", need: "separation", isOpen: true, told: "agreed" } as const;
  test.each([
    ["a need found is told to the person", [told, untold], true, false, [{ kind: "untold-need", needId: "b", need: "loyer" }]],
    ["the situation has a next action", [told], false, false, [{ kind: "next-action" }]],
    ["or it closes too", [told], false, true, []],
    ["a need already settled asks nothing", [{ ...untold, isOpen: false }], true, false, []],
  ] as const)("%s", (_, needs, holds, situationCloses, expected) => {
    expect(missingForClosing({ needs, nextActionHolds: holds, situationCloses })).toEqual(expected);
  });
});

describe("case 19: a diagnosis expires after six months and stays readable", () => {
  const diagnosis = { signedAt: new Date("2026-05-20T13:00:00Z"), gridVersion: "grid-1", answers: { logement: "hard" } };
  test.each([
    ["2026-11-20T12:00:00Z", false],
    ["2026-11-20T22:59:00Z", false],
    ["2026-11-20T23:01:00Z", true],
    ["2026-11-21T09:00:00Z", true],
  ])("signed on 20 May 2026, on %s expired: %s", (now, expected) => {
    expect(isExpired(diagnosis, new Date(now))).toBe(expected);
  });
  test("its last day is written", () => {
    expect(validUntil(diagnosis)).toBe("2026-11-20");
  });
  test("it is still read", () => {
    expect(inItsWords(diagnosis)).toEqual([{ domain: "logement", domainLabel: "Logement", state: "hard", stateLabel: "difficulté" }]);
  });
});

describe("case 20: an old diagnosis keeps its own words", () => {
  const old: Grid = {
    version: "grid-0",
    domains: [{ id: "numerique", label: "Numérique" }],
    states: [{ id: "advanced", label: "Usage avancé du numérique" }],
  };
  const later: Grid = { version: "grid-9", domains: [{ id: "numerique", label: "Numérique" }], states: [{ id: "well", label: "va bien" }] };
  test("given the later grid dropped a label, the old answer is still read with it", () => {
    expect(inItsWords({ gridVersion: "grid-0", answers: { numerique: "advanced" } }, [old, later])[0]?.stateLabel).toBe(
      "Usage avancé du numérique",
    );
  });
  test("a grid that was signed with is never removed", () => {
    expect(() => inItsWords({ gridVersion: "grid-0", answers: {} }, [later])).toThrow("grid-0");
  });
  test("the grid in force is kept, and covers the fifteen themes", () => {
    expect(grids).toContain(currentGrid);
    expect(currentGrid.domains.map((domain) => domain.id).toSorted()).toEqual([...themeIds].toSorted());
  });
});

describe("the tour of a situation", () => {
  test("counts the domains discussed among those that concern the person", () => {
    expect(progressOf({ logement: "hard", budget: "well", retraite: "apart" }, currentGrid.domains)).toEqual({
      discussed: 2,
      relevant: 14,
    });
  });
  test("is compared with the last one", () => {
    expect(changesBetween({ logement: "fragile", sante: "well" }, { logement: "hard", sante: "well", budget: "fragile" })).toEqual([
      { domain: "logement", before: "fragile", after: "hard" },
      { domain: "budget", before: "todo", after: "fragile" },
    ]);
  });
});
