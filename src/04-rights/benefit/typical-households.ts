import type { AdultFacts, BenefitFacts } from "./benefit-facts.ts";

const adult = (
  ageYears: number,
  activity: "employed" | "job-seeker" | "student" | "retired" | "none",
  disabilityPercent = 0,
): AdultFacts => ({
  ageYears,
  disabilityPercent,
  activities: {
    employed: activity === "employed",
    "job-seeker": activity === "job-seeker",
    student: activity === "student",
    retired: activity === "retired",
  },
});

const received = (...rights: readonly (keyof BenefitFacts["receives"])[]): BenefitFacts["receives"] => ({
  ...Object.fromEntries(
    (
      [
        "rsa",
        "prime_activite",
        "aide_logement",
        "aah",
        "mva",
        "aspa",
        "asi",
        "ass",
        "af",
        "cf",
        "asf",
        "paje_base",
        "aeeh",
        "ars",
        "css",
        "cheque_energie",
      ] as const
    ).map((right) => [right, false]),
  ),
  ...Object.fromEntries(rights.map((right) => [right, true])),
});

const all = { areAdultsKnown: true, areChildrenKnown: true } as const;

/** Foyers types : whom a benefit is tried on while it is written. Everything is known of them, but for the last one. */
export const typicalHouseholds = {
  "lone-mother": {
    ...all,
    adults: [adult(31, "job-seeker")],
    children: [
      { ageYears: 2, disabilityPercent: 0 },
      { ageYears: 7, disabilityPercent: 0 },
    ],
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
    children: [
      { ageYears: 4, disabilityPercent: 0 },
      { ageYears: 9, disabilityPercent: 0 },
      { ageYears: 15, disabilityPercent: 0 },
    ],
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
    adults: [{ ageYears: 58, activities: {} }],
    areAdultsKnown: false,
    children: [],
    areChildrenKnown: false,
    receives: {},
  },
} as const satisfies Record<string, BenefitFacts>;

export type TypicalHousehold = keyof typeof typicalHouseholds;
