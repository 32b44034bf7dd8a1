import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthOf } from "#engines/calendar";
import { differenceOfShares } from "#engines/numbers";
import { brandVerdict } from "#ground";
import { readPhone } from "#person";
import { isNeedId, needIds, themeOf } from "#situation";
import { themes } from "#directory";
import { gazetteer } from "#directory/server";
import { demandWords } from "./demands.words.ts";
import { homesFrom } from "./homes.ts";
import { makePlan } from "./plan.ts";

const homes = homesFrom(gazetteer());
const friday = new Date("2026-11-20T16:00:00Z");
const plan = makePlan({ seed: 2026, now: friday, homes });
const fiction = /^0(1 99 00|2 61 91|3 53 01|4 65 71|5 36 49|6 39 98) \d\d \d\d$/;

describe("the demonstration is drawn from a seed", () => {
  test("the same seed at the same instant gives the same plan", () => {
    expect(makePlan({ seed: 2026, now: friday, homes })).toEqual(plan);
  });
  test("another seed gives another one", () => {
    expect(makePlan({ seed: 2027, now: friday, homes }).stories[0]).not.toEqual(plan.stories[0]);
  });
});

describe("what the demonstration shows", () => {
  test("two commissioners, a dozen colleagues, providers around three départements, 2,000 situations", () => {
    expect(plan.commissioners.map((each) => brandVerdict(each.color).kind)).toEqual(["accepted", "accepted"]);
    expect(plan.staff).toHaveLength(12);
    expect(plan.providers.length).toBeGreaterThanOrEqual(18);
    expect(plan.services.length).toBeGreaterThanOrEqual(140);
    expect(plan.stories).toHaveLength(2000);
    expect(new Set(homes.map((home) => home.departement.code))).toEqual(new Set(["38", "44", "23"]));
  });
  test("thirteen months are over, and each has 120 situations at least", () => {
    const counts = plan.closedMonths.map((month) => plan.stories.filter((story) => monthOf(story.openedAt) === month).length);
    expect(counts).toHaveLength(13);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(120);
  });
  test("no commissioner makes more than 85 % of a département or of a group", () => {
    const shares = (key: (story: (typeof plan.stories)[number]) => string) =>
      [...Map.groupBy(plan.stories, key).values()].map(
        (stories) => stories.filter((story) => story.commissioner === "mutuelle-des-alpes").length / stories.length,
      );
    const departements = new Map(homes.map((home) => [home.code, home.departement.code]));
    for (const share of [
      ...shares((story) => departements.get(plan.people[story.person]?.communeCode ?? "") ?? ""),
      ...shares((story) => plan.people[story.person]?.population ?? ""),
    ])
      expect(Math.max(share, 1 - share)).toBeLessThan(0.75);
  });
  test("child care near Guéret: asked for, and offered by nobody", () => {
    const creuse = plan.services.filter((service) => service.zone.includes("23"));
    expect(creuse.length).toBeGreaterThan(8);
    expect(creuse.filter((service) => service.themes.includes("famille--garde-denfants"))).toEqual([]);
    expect(plan.providers.filter((provider) => provider.needs.includes("garde") && provider.zone.includes("23"))).toEqual([]);
  });
  test("about one situation in three is handed over", () => {
    const share = plan.stories.filter((story) => story.referral !== undefined).length / plan.stories.length;
    expect(share).toBeGreaterThan(0.28);
    expect(share).toBeLessThan(0.42);
  });
  test("some forty callbacks, two or three of them late, one place each", () => {
    expect(plan.callbacks.length).toBeGreaterThanOrEqual(36);
    expect(plan.callbacks.filter((callback) => callback.until < friday)).toHaveLength(3);
    expect(plan.callbacks.every((callback) => callback.askedAt < callback.from)).toBe(true);
  });
  test.each(["2026-01-15", "2026-03-02", "2026-06-28", "2026-09-10", "2026-11-20"])(
    "seen on %s, energy bills rose the month before: both months are published, and the figures establish it",
    (today) => {
      const seen = makePlan({ seed: 20_261, now: new Date(`${today}T10:00:00Z`), homes });
      const concerned = (month: string | undefined) => {
        const stories = seen.stories.filter((story) => monthOf(story.openedAt) === month);
        const persons = (some: typeof stories) => new Set(some.map((story) => story.person)).size;
        return { part: persons(stories.filter((story) => story.needs.some(({ need }) => need === "energie"))), whole: persons(stories) };
      };
      const [before, last] = [concerned(seen.closedMonths.at(-2)), concerned(seen.closedMonths.at(-1))];
      expect(before.part).toBeGreaterThanOrEqual(11);
      expect(differenceOfShares(last, before)).toMatchObject({ isEstablished: true });
      expect(last.part).toBeGreaterThan(before.part);
    },
  );
});

test("a sentence at least for each need of the taxonomy, and for no other", () => {
  expect(Object.keys(demandWords).toSorted()).toEqual([...needIds].toSorted());
  expect(Object.values(demandWords).every((words) => words.length > 0)).toBe(true);
  expect(Object.values(demandWords).flat().length).toBeGreaterThanOrEqual(120);
});

describe("whatever the seed and the day", () => {
  const anyPlan = fc
    .record({ seed: fc.nat(), now: fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }) })
    .map(({ seed, now }) => ({ now, plan: makePlan({ seed, now, homes, situations: 150 }) }));

  test("every need and every theme exists", () => {
    fc.assert(
      fc.property(anyPlan, ({ plan: { stories, providers, services } }) => {
        expect(
          [...stories.flatMap((story) => story.needs.map((each) => each.need)), ...providers.flatMap((each) => each.needs)].every(isNeedId),
        ).toBe(true);
        expect(stories.every((story) => story.demand.theme === themeOf(story.needs[0]?.need ?? ""))).toBe(true);
        expect(services.flatMap((service) => service.themes).filter((theme) => !themes.includes(theme))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
  test("nobody can be called: telephones are of fiction, mail is in .example", () => {
    fc.assert(
      fc.property(anyPlan, ({ plan: { people, services, staff } }) => {
        const phones = [...people.flatMap((person) => person.phone ?? []), ...services.map((service) => service.phone)];
        expect(phones.filter((phone) => !fiction.test(phone) || readPhone(phone)?.kind !== "number")).toEqual([]);
        const mails = [
          ...people.flatMap((person) => person.mail ?? []),
          ...services.map((service) => service.mail),
          ...staff.map((each) => each.mail),
        ];
        expect(mails.filter((mail) => !/^[a-z0-9.-]+@([a-z0-9-]+\.)+example$/.test(mail))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
  test("what happened is past and within fourteen months, in its order; what is planned comes after", () => {
    fc.assert(
      fc.property(anyPlan, ({ now, plan: { stories, beganAt } }) => {
        const earliest = now.getTime() - 14.2 * 31 * 86_400_000;
        for (const story of stories) {
          expect(story.openedAt.getTime()).toBeGreaterThan(earliest);
          expect(story.openedAt.getTime()).toBeGreaterThan(beganAt.getTime());
          expect(story.endedAt <= now && story.openedAt <= story.endedAt).toBe(true);
          const moments = [...(story.referral?.steps ?? []), ...story.followUps, ...(story.closing ? [story.closing] : [])].map(
            ({ at }) => at,
          );
          expect(moments.every((at) => at >= story.endedAt && at <= now)).toBe(true);
          for (const { at, nextAction } of story.followUps) expect(nextAction.at > at).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });
  test("a need comes once in a situation, and notes are not older than 80 days", () => {
    fc.assert(
      fc.property(anyPlan, ({ now, plan: { stories } }) => {
        for (const story of stories) {
          expect(new Set(story.needs.map((each) => each.need)).size).toBe(story.needs.length);
          if (now.getTime() - story.openedAt.getTime() > 81 * 86_400_000) expect(story.notes).toBeUndefined();
        }
      }),
      { numRuns: 8 },
    );
  });
});
