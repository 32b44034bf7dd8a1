import type { Day, Month } from "#engines/calendar";

/**
 * Foyer : what must be known of the people who live together to compute their rights in one month.
 * All money is whole cents; the history of incomes begins in January of the year before `month`.
 */
export interface Household {
  /** Mois du droit : the rights are those of this month. */
  readonly month: Month;
  readonly union: Union;
  /** Isolement récent : separated or widowed parent, for less than eighteen months. */
  readonly isRecentlyAlone: boolean;
  /** Exactly one claimant, at most one partner, then the children who live here. */
  readonly persons: readonly Person[];
  readonly housing: Housing;
  readonly received: Received;
  /** Revenu fiscal de référence : that of each tax household, two years ago, read on the tax notice. */
  readonly taxIncomesCents: Readonly<Record<string, number>>;
}

/** Situation familiale : how the claimant and the partner are united; "single" when there is no partner. */
export type Union = "single" | "married" | "civil-union" | "cohabiting";

export type Role = "claimant" | "partner" | "child";

/** Activité : what the person does in the month of the rights, held to be the same over the whole history. */
export type Activity = "working" | "unemployed" | "student" | "retired" | "inactive";

export interface Person {
  /** Any text, unique in the household. */
  readonly id: string;
  readonly role: Role;
  readonly birthDate: Day;
  /** The rules of residence of foreigners are not computed here: "foreign" makes every right uncertain, and excludes from none. */
  readonly nationality: "french" | "foreign";
  readonly activity: Activity;
  readonly incomes: readonly Income[];
  readonly yearlyIncomes: YearlyIncomes;
  /** Début du chômage : first day of unemployment, "never" when there is none. */
  readonly unemployedSince: Day | "never";
  /** Taux d'incapacité : decided by the CDAPH, from 0 to 1; 0 when none was decided. */
  readonly disabilityRate: number;
  /** RSDAE : substantial and lasting restriction of access to work, recognised by the CDAPH. */
  readonly hasWorkRestriction: boolean;
  readonly isDisabled: boolean;
  readonly isUnfitForWork: boolean;
  readonly isPregnant: boolean;
  /** Boursier : holds a means-tested scholarship of higher education. */
  readonly hasScholarship: boolean;
  /** Garde alternée : the child lives half of the time with each parent. */
  readonly isInSharedCustody: boolean;
  /** RSA jeune : has worked 3,214 hours in the last three years. */
  readonly hasWorkedForYouthRsa: boolean;
  /** ASS : has worked five of the last ten years. */
  readonly hasWorkedForAss: boolean;
  readonly livretACents: number;
  /** Épargne non imposable, apart from the livret A. */
  readonly otherSavingsCents: number;
}

/** Type de revenu, as the person would name it. */
export type IncomeKind = "salary" | "unemployment" | "retirement" | "disability-pension" | "alimony" | "micro-business";

/** Revenu : the same amounts each month from `from` to `until`, both included. */
export interface Income {
  readonly kind: IncomeKind;
  readonly from: Month;
  readonly until: Month | "ongoing";
  /** What reaches the bank account; for a micro-business, the turnover less its flat deduction. */
  readonly netCents: number;
  /** Only wages and retirement pensions have a gross amount; 0 for the others. */
  readonly grossCents: number;
  /** Wages, unemployment and retirement only, before the deduction of 10 %; 0 for the others. */
  readonly taxableCents: number;
}

/** Revenus de l'année N-2 : taxable incomes of the calendar year two years before, before the deduction of 10 %. */
export interface YearlyIncomes {
  readonly salaryCents: number;
  readonly unemploymentCents: number;
  readonly retirementCents: number;
  readonly disabilityPensionCents: number;
  readonly alimonyCents: number;
}

/** Statut d'occupation; a "social-tenant" rents from an HLM body or under an agreement with the State. */
export type Occupancy = "social-tenant" | "tenant" | "furnished-tenant" | "owner" | "rent-free" | "homeless";

export interface Housing {
  readonly occupancy: Occupancy;
  /** Rent of one month without charges; 0 for who does not rent. */
  readonly rentCents: number;
  /** Zone of the housing aid: 1 is Paris and around, 2 the cities, 3 the rest of France. */
  readonly zone: Zone;
  readonly isFlatShare: boolean;
  readonly isSingleRoom: boolean;
  /** Participation aux frais : lodged for free, but pays a part of the charges. */
  readonly sharesCosts: boolean;
}

export type Zone = 1 | 2 | 3;

/**
 * Prestations perçues : what was paid each month before `month`; 0 when nothing was.
 * The last four are ours: the reference cases do not have them, and only what is not claimed reads them.
 */
export interface Received {
  readonly housingAidCents: number;
  readonly rsaCents: number;
  readonly afCents: number;
  readonly cfCents: number;
  readonly asfCents: number;
  readonly pajeCents: number;
  readonly aspaCents: number;
  readonly aahCents: ByPerson;
  readonly assCents: ByPerson;
  readonly asiCents: ByPerson;
  readonly mvaCents: ByPerson;
  readonly primeActiviteCents: number;
  readonly aeehCents: number;
  /** Of the whole year. */
  readonly arsCents: number;
  /** Of the whole year. */
  readonly energyChequeCents: number;
}

/** Cents of one month by person id; a person who is not named receives nothing. */
export type ByPerson = Readonly<Record<string, number>>;

/** Foyer partiel : the same shape with null wherever the answer is not known yet, whole pieces included. */
export type PartialHousehold = Pick<Household, "month"> & {
  readonly union: Union | null;
  readonly isRecentlyAlone: boolean | null;
  readonly persons: readonly PartialPerson[];
  readonly housing: Unknown<Housing> | null;
  readonly received: Unknown<Received> | null;
  readonly taxIncomesCents: Unknown<Household["taxIncomesCents"]> | null;
};

/** A person of whom we know at least that he or she is there, and why. */
export type PartialPerson = Pick<Person, "id" | "role"> &
  Unknown<Omit<Person, "id" | "role" | "incomes" | "yearlyIncomes">> & {
    readonly incomes: readonly PartialIncome[] | null;
    readonly yearlyIncomes: Unknown<YearlyIncomes> | null;
  };

export type PartialIncome = Pick<Income, "kind" | "from" | "until"> & Unknown<Pick<Income, "netCents" | "grossCents" | "taxableCents">>;

type Unknown<T> = { readonly [Field in keyof T]: T[Field] | null };
