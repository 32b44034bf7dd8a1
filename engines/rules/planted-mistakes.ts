/** Une faute : how a careful person gets a rule wrong, as the line that becomes another. */
export interface PlantedMistake {
  readonly name: string;
  readonly file: string;
  /** Stands once in the file. */
  readonly right: string;
  readonly wrong: string;
}

/** Fautes habituelles : those one reads in simulators, spreadsheets and letters. Each must change at least one answer that we keep. */
export const plantedMistakes: readonly PlantedMistake[] = [
  {
    name: "half a euro is always rounded down",
    file: "rounding.ts",
    right: "Math.round(cents / 100) * 100",
    wrong: "Math.floor(cents / 100) * 100",
  },
  {
    name: "cents are forgotten where the law keeps them",
    file: "rounding.ts",
    right: "=> Math.round(cents);",
    wrong: "=> Math.round(cents / 100) * 100;",
  },
  {
    name: "the age is that of the end of the month",
    file: "member.ts",
    right: 'birthDate.endsWith("-01") ? 0 : 1',
    wrong: "0",
  },
  {
    name: "the scales are those of the year before",
    file: "figures.ts",
    right: "day(`${monthOfNumber(month)}-01`);\n  const found",
    wrong: "day(`${monthOfNumber(month - 12)}-01`);\n  const found",
  },
  {
    name: "RSA: the three months begin with the month of the right",
    file: "rsa-personal-resources.ts",
    right: "month - 3, month - 1);\n\nconst hasStopped",
    wrong: "month - 2, month);\n\nconst hasStopped",
  },
  { name: "RSA: the flat worth of the home is forgotten", file: "rsa.ts", right: "most - housing - income", wrong: "most - income" },
  { name: "RSA: less than 6 € is paid", file: "rsa.ts", right: "missing >= table.threshold", wrong: "missing >= 0" },
  {
    name: "RSA: the increase of lone parents is forgotten",
    file: "rsa.ts",
    right: "Math.max(plain, raised)",
    wrong: "plain",
  },
  {
    name: "RSA: the increases for age of the family allowances count as income",
    file: "rsa.ts",
    right: "Math.min(af.base, af.amount)",
    wrong: "af.amount",
  },
  {
    name: "RSA: a wage that has just ended still counts",
    file: "rsa-personal-resources.ts",
    right: "total > 0 && hasStopped(member, kind, month) && !isReplaced(member, month) ? 0 : total",
    wrong: "total",
  },
  {
    name: "RSA: the fourth person of a couple counts as that of a lone parent",
    file: "flat-amount.ts",
    right: "isCouple ? table.thirdPerson : table.nextPerson",
    wrong: "table.nextPerson",
  },
  {
    name: "prime d'activité: each of its months has the figures of the month of the right",
    file: "prime-activite.ts",
    right: "[quarterBefore - 3, quarterBefore - 2, quarterBefore - 1]",
    wrong: "[quarterBefore, quarterBefore, quarterBefore]",
  },
  { name: "prime d'activité: the bonus of each worker is forgotten", file: "prime-month.ts", right: "flat + bonus +", wrong: "flat +" },
  {
    name: "prime d'activité: one bonus for the household",
    file: "prime-month.ts",
    right: "earned.reduce((total, one) => total + bonusFor(figures, one), 0)",
    wrong: "bonusFor(figures, whole)",
  },
  {
    name: "prime d'activité: the AAH of who works is not earned",
    file: "prime-month.ts",
    right: "worksBesideAah(c, work, month) ? work + aahReceived(c, member) : work",
    wrong: "work",
  },
  {
    name: "prime d'activité: less than 15 € is paid",
    file: "prime-activite.ts",
    right: "mean >= c.figures.primeActivite.threshold",
    wrong: "mean >= 0",
  },
  {
    name: "allocations familiales: the eldest of two has the increase",
    file: "af.ts",
    right: "age >= from && age !== eldest",
    wrong: "age >= from",
  },
  {
    name: "allocations familiales: the same for every income",
    file: "af.ts",
    right: "resources <= first ? 1 : resources <= second ? family.afMiddleShare : family.afUpperShare",
    wrong: "resources + first + second + family.afMiddleShare === -1 ? 0 : 1",
  },
  {
    name: "allocations familiales: shared custody is not shared",
    file: "af.ts",
    right: "whole * (1 - family.afSharedCustody) * shared",
    wrong: "0 * shared",
  },
  { name: "complément familial: beside the Paje", file: "cf.ts", right: "paje > 0 ? 0 : amount", wrong: "amount" },
  {
    name: "complément familial: a lone parent has no higher ceiling",
    file: "cf.ts",
    right: "!c.isCouple || areBothEarners(c, month) ? family.cfCeilingEarners : 0",
    wrong: "0",
  },
  { name: "Paje: the half rate is forgotten", file: "paje.ts", right: "resources > halfCeiling", wrong: "resources > fullCeiling" },
  { name: "soutien familial: alimony is not taken off", file: "asf.ts", right: "support - alimony", wrong: "support" },
  { name: "rentrée scolaire: nothing just above the ceiling", file: "ars.ts", right: "whole - above", wrong: "above > 0 ? 0 : whole" },
  { name: "rentrée scolaire: ages of September", file: "ars.ts", right: "december(year);", wrong: "december(year) - 3;" },
  {
    name: "AAH: earnings count whole",
    file: "aah-resources.ts",
    right: "(1 - disability.aahLowWageDiscount) * low + (1 - disability.aahHighWageDiscount) * (earned - low)",
    wrong: "earned + 0 * disability.aahLowWageDiscount",
  },
  {
    name: "AAH: a disability pension does not lower it",
    file: "aah.ts",
    right: "Math.min(afterResources, Math.max(0, full - pension))",
    wrong: "afterResources + 0 * pension",
  },
  { name: "MVA: beside a wage", file: "mva.ts", right: "wages > 0 || housingAid <= 0", wrong: "housingAid <= 0" },
  { name: "ASPA: net pensions instead of gross", file: "solidarity.ts", right: '"retirement", "gross"', wrong: '"retirement", "net"' },
  {
    name: "ASI: the ceiling of one person for a couple",
    file: "asi.ts",
    right: "(c.isCouple ? disability.asiCouple : disability.asiSingle) / 12",
    wrong: "disability.asiSingle / 12",
  },
  {
    name: "ASS: the resources of one person's ceiling for a couple",
    file: "ass.ts",
    right: "c.isCouple ? jobless.assCeilingCouple : jobless.assCeilingSingle",
    wrong: "jobless.assCeilingSingle",
  },
  { name: "ASS: thirty-one days", file: "ass.ts", right: "daysAMonth = 30", wrong: "daysAMonth = 31" },
  {
    name: "housing aid: a furnished home counts its whole rent",
    file: "aide-logement.ts",
    right: "(housing.rentCents * 2) / 3",
    wrong: "housing.rentCents",
  },
  {
    name: "housing aid: resources are not raised to the next hundred",
    file: "housing-resources.ts",
    right: "Math.ceil(toCent(resources) / hundredEuros) * hundredEuros",
    wrong: "toCent(resources)",
  },
  {
    name: "housing aid: the RSA of last month leaves wages in",
    file: "housing-resources.ts",
    right: "if (c.household.received.rsaCents > 0) return true;",
    wrong: "",
  },
  {
    name: "housing aid: the last twelve months instead of those that end two months before",
    file: "housing-resources.ts",
    right: "const from = c.month - 13;\n  const to = c.month - 2;",
    wrong: "const from = c.month - 12;\n  const to = c.month - 1;",
  },
  {
    name: "housing aid: a woman with child counts alone",
    file: "housing-dependants.ts",
    right: "c.isCouple || c.isPregnant",
    wrong: "c.isCouple",
  },
  {
    name: "housing aid: the cut of 5 € is forgotten",
    file: "aide-logement.ts",
    right: "Math.min(left, c.figures.housing.flatCut)",
    wrong: "Math.min(left, 0 * c.figures.housing.flatCut)",
  },
  {
    name: "housing aid: the social landlord's reduction is forgotten",
    file: "aide-logement.ts",
    right: "return left - taken;",
    wrong: "return left + 0 * taken;",
  },
  {
    name: "housing aid: CRDS is forgotten",
    file: "aide-logement.ts",
    right: "toCent(left * (1 - c.figures.common.crdsRate))",
    wrong: "toCent(left)",
  },
  {
    name: "health cover: the RSA does not open it",
    file: "css.ts",
    right: "rsa > 0 || resources <= free",
    wrong: "rsa === -1 || resources <= free",
  },
  {
    name: "health cover: a home of one's own is worth nothing",
    file: "css-resources.ts",
    right: "own + familyBenefits(c) + housingWorth(c, members.length, rights.housingAid)",
    wrong: "own + familyBenefits(c)",
  },
  {
    name: "health cover: the share to pay is the same at every age",
    file: "css.ts",
    right: "if (age < 30) return health.costUnder30;",
    wrong: "if (age < 130) return health.costUnder30;",
  },
  {
    name: "energy cheque: the second person counts as the others",
    file: "cheque-energie.ts",
    right: "energy.secondPerson * Math.min(1, persons - 1)",
    wrong: "energy.nextPerson * Math.min(1, persons - 1)",
  },
];
