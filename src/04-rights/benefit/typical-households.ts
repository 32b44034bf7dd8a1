import { rightIds } from "#engines/rules";
import { exactly, type AdultFacts, type BenefitFacts, type ChildFacts } from "./benefit-facts.ts";

const adult = (
  ageYears: number,
  activity: "employed" | "job-seeker" | "student" | "retired" | "none",
  disabilityPercent = 0,
): AdultFacts => ({
  age: exactly(ageYears),
  disability: exactly(disabilityPercent),
  activities: {
    employed: activity === "employed",
    "job-seeker": activity === "job-seeker",
    student: activity === "student",
    retired: activity === "retired",
  },
});

const child = (ageYears: number): ChildFacts => ({ age: exactly(ageYears), disability: exactly(0) });

/** These, and no other one. */
const received = (...rights: readonly (keyof BenefitFacts["receives"])[]): BenefitFacts["receives"] =>
  Object.fromEntries(rightIds.map((right) => [right, rights.includes(right)]));

const all = { areAdultsKnown: true, areChildrenKnown: true } as const;

/** Foyers types : whom a benefit is tried on while it is written. Everything is known of them, but for the last one. */
export const typicalHouseholds = {
  "lone-mother": {
    ...all,
    adults: [adult(31, "job-seeker")],
    children: [child(2), child(7)],
    tenure: "tenant",
    resourcesPerUnitCents: 62_000,
    quotientCents: 38_000,
    receives: received("rsa", "aide_logement", "asf", "af", "ars", "css", "cheque_energie"),
    residenceMonths: 30,
  },
  "retired-couple": {
    ...all,
    adults: [adult(74, "retired"), adult(71, "retired")],
    children: [],
    tenure: "owner",
    resourcesPerUnitCents: 98_000,
    quotientCents: 73_000,
    receives: received("cheque_energie"),
    residenceMonths: 400,
  },
  "working-family": {
    ...all,
    adults: [adult(38, "employed"), adult(36, "employed")],
    children: [child(4), child(9), child(15)],
    tenure: "tenant",
    resourcesPerUnitCents: 125_000,
    quotientCents: 89_000,
    receives: received("prime_activite", "af", "ars"),
    residenceMonths: 14,
  },
  student: {
    ...all,
    adults: [adult(20, "student")],
    children: [],
    tenure: "tenant",
    resourcesPerUnitCents: 55_000,
    receives: received("aide_logement"),
    residenceMonths: 3,
  },
  "disabled-adult": {
    ...all,
    adults: [adult(45, "none", 80)],
    children: [],
    tenure: "tenant",
    resourcesPerUnitCents: 110_000,
    quotientCents: 52_000,
    receives: received("aah", "mva", "aide_logement", "css"),
    residenceMonths: 96,
  },
  "little-known": {
    adults: [{ age: exactly(58), activities: {} }],
    areAdultsKnown: false,
    children: [],
    areChildrenKnown: false,
    receives: {},
  },
} as const satisfies Record<string, BenefitFacts>;

export type TypicalHousehold = keyof typeof typicalHouseholds;
