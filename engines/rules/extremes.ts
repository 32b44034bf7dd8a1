import type { RightId } from "./right.ts";
import type { FieldKind } from "./unknown-field.ts";

/**
 * Extrêmes : for each right, the unknown fields that it reads, and the answers that make it as large (most) and as small (least) as they can.
 * Names are those of the plausible answers; several where it depends on the rest of the household: each is tried.
 * A field that is not named under a right is not read by it. Names that do not exist in a household are passed over.
 */
export type Extremes = Partial<Readonly<Record<FieldKind, Extreme>>>;

export interface Extreme {
  readonly most: readonly string[];
  readonly least: readonly string[];
  /** Where another unknown field matters, and matters neither at the most nor at the least. */
  readonly between: readonly string[];
}

/** "none > high": most on the left, least on the right, several names apart by a space; a third part for what lies between. */
const either = (text: string): Extreme => {
  const [most = "", least = "", between] = text.split(" > ");
  return { most: most.split(" "), least: least.split(" "), between: between?.split(" ") ?? [] };
};

const each = <Kind extends FieldKind>(kinds: readonly Kind[], text: string): Record<Kind, Extreme> =>
  Object.fromEntries(kinds.map((kind) => [kind, either(text)])) as Record<Kind, Extreme>;

const yearly = ["salaryCents", "unemploymentCents", "retirementCents", "disabilityPensionCents", "alimonyCents"] as const;

/** Less means, more of the right. */
const poor: Extremes = {
  incomes: either("none > salary-11000 retirement-2200"),
  ...each(["netCents", "pensionNetCents"], "lowest > highest usual"),
  grossCents: either("lowest > highest"),
  taxableCents: either("lowest > highest"),
  childIncomes: either("none > salary-2000"),
  childNetCents: either("lowest > highest"),
  livretACents: either("at-0 > at-150000"),
  otherSavingsCents: either("at-0 > at-150000"),
};

/** What a child earns may put it out of the family. */
const dependentChild: Extremes = {
  childIncomes: either("none > salary-2000"),
  childNetCents: either("lowest > highest"),
};

/** Means of two years ago, as the family benefits count them: two who work raise the ceilings. */
const poorTwoYearsAgo: Extremes = {
  yearlyIncomes: either("none both-work > high"),
  childYearlyIncomes: either("none > high"),
  ...each(yearly, "none both-work > high"),
};

const family: Extremes = {
  ...dependentChild,
  ...poorTwoYearsAgo,
  union: either("single partner-without-income > partner-who-earns single"),
};

/** Between 50 and 79 % of incapacity, the restriction of access to work decides. */
const disability: Extremes = {
  disabilityRate: either("0.9 > 0 > 0.6"),
  hasWorkRestriction: either("yes > no"),
  isDisabled: either("yes > no"),
  isUnfitForWork: either("yes > no"),
};

/** What is received already takes its place in the means. */
const received = (...kinds: readonly FieldKind[]): Extremes => ({
  ...each(kinds, "none > most"),
  received: either("nothing > everything"),
});

/** A home that adds nothing to the means: neither an aid nor the saving of a rent. */
const noHome: Extremes = {
  housing: either("homeless > rent-free tenant-at-700"),
  occupancy: either("homeless tenant social-tenant furnished-tenant > rent-free owner social-tenant tenant"),
  rentCents: either("at-0 at-6000 > at-700 at-990 at-400"),
  zone: either("3 1 > 1 3"),
  isFlatShare: either("yes no > no"),
  isSingleRoom: either("yes no > no"),
  sharesCosts: either("yes > no"),
};

const rentedHome: Extremes = {
  housing: either("tenant-at-700 tenant-at-990 tenant-at-400 furnished-tenant social-tenant > homeless"),
  occupancy: either("tenant social-tenant furnished-tenant > homeless furnished-tenant social-tenant"),
  rentCents: either("at-700 at-990 at-550 at-400 at-1400 > at-0 at-6000"),
  zone: either("1 2 3 > 3 2 1"),
  isFlatShare: either("no yes > yes no"),
  isSingleRoom: either("no > yes"),
};

/** The means that the housing aid counts, and what puts them aside. */
const housingMeans: Extremes = {
  ...poor,
  // Wages are left aside for who has been jobless for long without a benefit, or received the RSA; pensions are not.
  incomes: either("none > retirement-9000 salary-11000 job-lost"),
  // A little more than the threshold may put a social tenant out of the reduction of rent, which is taken off the aid.
  ...each(["livretACents", "otherSavingsCents"], "at-0 at-35000 > at-150000 at-0"),
  ...each(yearly, "none > high"),
  yearlyIncomes: either("none > high"),
  childYearlyIncomes: either("none > high"),
  activity: either("unemployed student retired inactive > working student > student"),
  unemployedSince: either("long-ago > never"),
  hasWorkedForAss: either("no yes > no yes"),
  hasScholarship: either("yes no > no yes"),
  received: either("rsa-alone > nothing"),
  rsaCents: either("some > none"),
};

const housingAid: Extremes = {
  ...housingMeans,
  ...rentedHome,
  ...disability,
  union: either("single partner-without-income > partner-who-earns single"),
  // A student under 28 is counted a flat sum, whatever he or she earns: more than some have, less than others.
  birthDate: either("22 35 67 > 22 35 > 22"),
  childBirthDate: either("9 > 26"),
  isPregnant: either("yes no > no yes"),
};

const aah: Extremes = {
  ...poor,
  ...disability,
  ...received("asiCents"),
  ...each(yearly, "none > high"),
  yearlyIncomes: either("none > high"),
  // A first wage, however small, turns from the incomes of two years ago to those of the quarter.
  incomes: either("none salary-1 unemployment-450 > salary-11000 retirement-2200 disability-pension-900 none"),
  // A child who supports itself may have an allowance of its own, one who does not raises the ceiling of the parents.
  childIncomes: either("none salary-1150 > salary-2000 none"),
  childNetCents: either("lowest usual highest at-1100 at-1430 > highest lowest"),
  birthDate: either("35 > 75 17"),
  childBirthDate: either("9 22 > 26 1"),
  activity: either("working unemployed retired > student"),
};

const rsa: Extremes = {
  ...poor,
  ...noHome,
  ...received("aahCents", "assCents", "asiCents", "mvaCents", "rsaCents"),
  ...each(yearly, "high none > none"),
  union: either("single partner-without-income > single partner-who-earns"),
  // Alone and pregnant, a child who earns a little no longer counts.
  isRecentlyAlone: either("yes no > no yes"),
  // Wages of last year lower the housing aid, which counts here, and no longer count themselves.
  incomes: either("none past-salary unemployment-1 > salary-11000 retirement-2200"),
  // Some wages put a child out of the RSA and not yet out of the family benefits, which then count.
  childIncomes: either("none > salary-600 salary-2000 none"),
  childNetCents: either("lowest > at-700 highest lowest"),
  birthDate: either("35 > 19 17 75 > 22"),
  childBirthDate: either("22 1 9 > 26 1 9"),
  activity: either("working inactive > student unemployed retired"),
  grossCents: either("highest > lowest"),
  taxableCents: either("highest > lowest"),
  yearlyIncomes: either("high none > none"),
  childYearlyIncomes: either("high none > none"),
  isPregnant: either("yes no > no yes"),
  hasWorkedForYouthRsa: either("yes > no"),
  isInSharedCustody: either("yes no > no yes"),
  disabilityRate: either("0 > 0.9"),
  hasWorkRestriction: either("no > yes"),
  isDisabled: either("no > yes"),
  isUnfitForWork: either("no > yes"),
  unemployedSince: either("never > long-ago"),
  hasWorkedForAss: either("no yes > yes no"),
  hasScholarship: either("no yes > yes no"),
};

const allWages =
  "salary-1100 salary-700 salary-1430 salary-400 salary-1900 salary-900 salary-550 salary-1250 salary-1650 salary-2600 salary-150 salary-75";
const allAmounts = "at-1100 at-700 usual at-1430 at-400 at-1900 at-900 at-550 at-1250 at-1650 at-2600 at-150 at-75 lowest highest";

const primeActivite: Extremes = {
  ...rsa,
  ...received("housingAidCents", "afCents", "cfCents", "asfCents", "pajeCents", "aspaCents", "assCents", "asiCents", "mvaCents"),
  received: either("nothing aah-some aah-most aah-to-first aah-to-second aah-little aah-little-to-first aah-little-to-second > everything"),
  aahCents: either("none some most to-first to-second little little-to-first little-to-second > none most"),
  union: either("single partner-who-earns partner-without-income > partner-who-earns single"),
  birthDate: either("35 > 17 35"),
  childBirthDate: either("22 1 9 > 26 18"),
  activity: either("working > student"),
  incomes: either(`${allWages} micro-business-700 none > none salary-11000 retirement-2200`),
  netCents: either(`${allAmounts} > highest lowest`),
  childIncomes: either("none salary-1050 salary-600 salary-250 > salary-2000 none"),
  childNetCents: either("lowest at-1100 at-900 at-700 > highest lowest"),
};

const aspa: Extremes = {
  ...poor,
  // An AAH is not counted beside this right, and may close an ASS, which is.
  received: either("nothing aah-some aah-to-first aah-to-second aah-most-to-first aah-most-to-second > everything"),
  aahCents: either("none some to-first to-second most-to-first most-to-second > most"),
  union: either("single partner-without-income > single partner-who-earns"),
  // Beside a partner who lives on a disability pension, another rule applies, which goes higher.
  incomes: either("none disability-pension-1 unemployment-1 retirement-1 > salary-11000 retirement-2200 disability-pension-900"),
  birthDate: either("75 35 > 35 75 > 64"),
  activity: either("retired > unemployed retired"),
  disabilityRate: either("0.9 0 > 0 0.9"),
  isUnfitForWork: either("yes no > no"),
  isDisabled: either("no yes > yes no"),
  hasWorkedForAss: either("no > yes"),
};

const asi: Extremes = {
  ...aspa,
  birthDate: either("35 > 75 67"),
  activity: either("retired inactive > unemployed"),
  incomes: either("disability-pension-1 retirement-1 unemployment-1 none > none salary-11000"),
  disabilityRate: either("0 0.9 > 0 0.9"),
  isUnfitForWork: either("no yes > yes no"),
  isDisabled: either("yes no > no yes"),
};

const ass: Extremes = {
  ...poor,
  ...received("aahCents"),
  ...each(yearly, "high none > none"),
  yearlyIncomes: either("high none > none"),
  incomes: either("none > unemployment-900 salary-11000"),
  union: either("single partner-without-income > single partner-who-earns"),
  birthDate: either("35 > 75"),
  childBirthDate: either("26 > 9"),
  activity: either("unemployed > working"),
  hasWorkedForAss: either("yes > no"),
  disabilityRate: either("0 > 0.9"),
  hasWorkRestriction: either("no > yes"),
  asiCents: either("most none > none"),
};

const css: Extremes = {
  ...rsa,
  ...received("aahCents", "assCents", "asiCents", "mvaCents", "rsaCents", "afCents", "asfCents", "cfCents", "aspaCents"),
  birthDate: either("35 > 19 35"),
  childBirthDate: either("22 9 1 > 26 1 9"),
  activity: either("working unemployed inactive > student working unemployed retired"),
  grossCents: either("lowest > highest"),
  taxableCents: either("lowest highest > highest lowest"),
  incomes: either("none unemployment-1 past-salary > salary-11000"),
  hasWorkedForAss: either("no yes > no yes"),
  isInSharedCustody: either("no yes > yes no"),
};

/** What each right reads of a household, and which way. */
export const extremes: Readonly<Record<RightId, Extremes>> = {
  rsa,
  prime_activite: primeActivite,
  aide_logement: housingAid,
  aah,
  mva: {
    ...housingAid,
    ...aah,
    incomes: either("none disability-pension-1 > salary-11000"),
    received: either("nothing rsa-alone > everything"),
    activity: either("unemployed student working retired > student working"),
    birthDate: either("35 22 > 75 17"),
  },
  aspa,
  asi,
  ass,
  af: { ...family, childBirthDate: either("16 14 15 17 18 19 20 > 26"), isInSharedCustody: either("no > yes") },
  cf: {
    ...family,
    yearlyIncomes: either("none both-work low middle upper > high"),
    ...each(yearly, "none both-work low middle upper > high"),
    childBirthDate: either("9 20 > 26 1"),
  },
  asf: {
    ...dependentChild,
    union: either("single > partner-without-income"),
    incomes: either("none > alimony-1500"),
    pensionNetCents: either("lowest > highest"),
    childBirthDate: either("9 > 26"),
  },
  paje_base: { ...family, childBirthDate: either("1 9 > 26") },
  aeeh: { isDisabled: either("yes > no"), disabilityRate: either("0.9 > 0"), childBirthDate: either("9 > 26"), ...dependentChild },
  ars: { ...family, childBirthDate: either("16 17 12 > 26 1") },
  css,
  cheque_energie: {
    union: either("partner-without-income single > single"),
    housing: either("tenant > homeless"),
    occupancy: either("tenant owner > rent-free homeless"),
    isInSharedCustody: either("no > yes"),
    taxIncomesCents: either("at-0 > most"),
    oneTaxIncomeCents: either("at-0 > most"),
  },
};
