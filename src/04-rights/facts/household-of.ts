import { addToMonth, type Month } from "#engines/calendar";
import { ageIn } from "./age.ts";
import type { Assumption, Reservation } from "./assumption.ts";
import { adultsOf, booleanIn, childPlaces, choicesIn, hasPartner, isAnswered, numberIn, textIn, type Adult, type Facts } from "./fact.ts";
import { amountsFromNet, type KnownIncome } from "./net-income.ts";
import { historyBegins, receivedEachMonth, receivedOtherwise, referenceYear } from "./questions.ts";

/** Quand et où : the month of the rights, and the zone of the commune for the housing aid (null when it is not known). */
export interface HouseholdAt {
  readonly month: Month;
  readonly zone: 1 | 2 | 3 | null;
}

/** Ménage tiré des faits : what `readHousehold` of the engine reads, with null wherever nothing was told, and all that was supposed. */
export interface HouseholdOfFacts {
  readonly menage: Record<string, unknown>;
  readonly assumptions: readonly Assumption[];
  /** What this household has that the estimate does not compute. */
  readonly reservations: readonly Reservation[];
}

/** One reading of the facts; what is supposed on the way is gathered here, each thing once. */
class Gathering {
  readonly assumptions: Assumption[] = [];
  readonly facts: Facts;
  readonly at: HouseholdAt;

  constructor(facts: Facts, at: HouseholdAt) {
    this.facts = facts;
    this.at = at;
  }

  suppose(assumption: Assumption): void {
    const isSaid = this.assumptions.some(
      ({ kind, who, year }) => kind === assumption.kind && who === assumption.who && year === assumption.year,
    );
    if (!isSaid) this.assumptions.push(assumption);
  }
}

/** From plain facts to the household of the engine. Nothing is supposed without being said; what cannot be supposed stays null. */
export const householdOf = (facts: Facts, at: HouseholdAt): HouseholdOfFacts => {
  const gathering = new Gathering(facts, at);
  if (numberIn(facts, "children") === undefined) gathering.suppose({ kind: "no-children" });
  const menage = {
    mois: at.month,
    situation_familiale: unions[textIn(facts, "union") ?? ""] ?? null,
    isolement_recent: recentlyAlone(facts),
    personnes: [...adultsOf(facts).map((who) => adultOf(gathering, who)), ...childPlaces(facts).map((child) => childOf(gathering, child))],
    logement: homeOf(gathering),
    prestations_percues: receivedOf(facts),
    foyers_fiscaux_rfr_n2: taxIncomesOf(facts),
  };
  return { menage, assumptions: gathering.assumptions, reservations: reservationsOf(facts) };
};

const euros = (cents: number): number => cents / 100;
const eurosOrNull = (cents: number | undefined): number | null => (cents === undefined ? null : euros(cents));

const unions: Readonly<Record<string, string>> = {
  single: "celibataire",
  married: "marie",
  "civil-union": "pacse",
  cohabiting: "concubinage",
};

const recentlyAlone = (facts: Facts): boolean | null => {
  if (hasPartner(facts) === true || numberIn(facts, "children") === 0) return false;
  return booleanIn(facts, "recently-alone") ?? null;
};

export const personIds = { me: "p1", partner: "p2" } as const;
const childId = (child: number): string => `e${child}`;

const activities: Readonly<Record<string, string>> = {
  employed: "actif",
  "self-employed": "actif",
  unemployed: "chomeur",
  student: "etudiant",
  retired: "retraite",
  home: "inactif",
};

/** The middle of the month: an age is read on the first, so any other day of the month would give the same. */
const birthDay = (born: string | undefined): string | null => (born === undefined ? null : born.length === 7 ? `${born}-15` : born);

const adultOf = (gathering: Gathering, who: Adult): Record<string, unknown> => {
  const { facts } = gathering;
  const { incomes, history } = incomesOf(gathering, who);
  return {
    id: personIds[who],
    role: who === "me" ? "demandeur" : "conjoint",
    date_naissance: birthDay(textIn(facts, `${who}.born`)),
    nationalite: nationalityOf(gathering),
    activite: activities[textIn(facts, `${who}.work`) ?? ""] ?? null,
    revenus: incomes,
    revenus_annuels_n2: yearlyOf(gathering, who, history),
    ...unemployedSince(gathering, who),
    ...healthOf(gathering, who),
    enceinte: pregnancyOf(gathering, who),
    boursier: textIn(facts, `${who}.work`) === "student" ? (booleanIn(facts, `${who}.scholarship`) ?? null) : false,
    garde_alternee: false,
    rsa_jeune_condition_heures: toldOrFalse(facts, `${who}.worked-young`),
    ass_condition_activite_anterieure: toldOrFalse(facts, `${who}.worked-five-years`),
    ...savingsOf(gathering, who),
  };
};

/** A question that is asked only of those whom it may concern: not asked is no, « je ne sais pas » stays unknown. */
const toldOrFalse = (facts: Facts, id: string): boolean | null => (isAnswered(facts, id) ? (booleanIn(facts, id) ?? null) : false);

const nationalityOf = (gathering: Gathering): string | null => {
  const { facts } = gathering;
  const isFrench = booleanIn(facts, "french");
  if (isFrench !== undefined) return isFrench ? "francaise" : "etrangere";
  // Whoever passes the question may well be worried: it stays unknown, and concludes nothing against anyone.
  if (isAnswered(facts, "french")) return null;
  gathering.suppose({ kind: "is-french" });
  return "francaise";
};

// ---- Incomes -------------------------------------------------------------------------------------------------------------------

const incomeTypes: Readonly<Record<string, string>> = {
  wage: "salaire",
  business: "micro_entreprise",
  unemployment: "chomage",
  retirement: "retraite",
  invalidity: "pension_invalidite",
  alimony: "pension_alimentaire_percue",
};

interface BorderIncome {
  readonly type: string;
  readonly debut: string;
  readonly fin: string | null;
  readonly net: number | null;
  readonly brut?: number | null;
  readonly imposable?: number | null;
}

/** How the incomes of today go back in time: the same since the history begins, changed in a month, or changed nobody knows when. */
type History = { readonly kind: "same" } | { readonly kind: "changed"; readonly since: Month };

interface IncomesRead {
  /** Null as long as it is not known which incomes there are. */
  readonly incomes: readonly BorderIncome[] | null;
  readonly history: History;
}

const incomesOf = (gathering: Gathering, who: Adult): IncomesRead => {
  const { facts } = gathering;
  const kinds = choicesIn(facts, `${who}.income`);
  // An income that we cannot count makes all the incomes unknown: leaving it out would promise too much.
  if (kinds === undefined || kinds.includes("other")) return { incomes: null, history: { kind: "same" } };
  const history = historyOf(gathering, who);
  const begins = historyBegins(gathering.at.month);
  const from = history.kind === "changed" ? history.since : begins;
  const now = kinds
    .filter((kind) => kind !== "none")
    .map((kind) => incomeOf(gathering, kind, numberIn(facts, `${who}.${kind}`), from, null));
  const before = history.kind === "changed" && from > begins ? incomesBefore(gathering, who, begins, addToMonth(from, -1)) : [];
  return { incomes: before === null ? null : [...before, ...now], history };
};

const historyOf = (gathering: Gathering, who: Adult): History => {
  const { facts, at } = gathering;
  const begins = historyBegins(at.month);
  const year = Number(begins.slice(0, 4));
  if (booleanIn(facts, `${who}.steady`) !== false) {
    if (booleanIn(facts, `${who}.steady`) === undefined) gathering.suppose({ kind: "same-incomes", who, year });
    return { kind: "same" };
  }
  const since = textIn(facts, `${who}.since`);
  if (since === undefined) {
    gathering.suppose({ kind: "change-unknown", who, year });
    return { kind: "changed", since: begins };
  }
  return { kind: "changed", since: (since < begins ? begins : since) as Month };
};

/** What came in before the change. Null when she does not know: the incomes are then unknown as a whole. */
const incomesBefore = (gathering: Gathering, who: Adult, from: Month, until: Month): readonly BorderIncome[] | null => {
  const kind = textIn(gathering.facts, `${who}.before`);
  if (kind === undefined) {
    gathering.suppose({ kind: "before-unknown", who });
    return [];
  }
  if (kind === "none") return [];
  return [incomeOf(gathering, kind, numberIn(gathering.facts, `${who}.before.amount`), from, until)];
};

const isKnownIncome = (kind: string): kind is KnownIncome => ["wage", "unemployment", "retirement"].includes(kind);

const incomeOf = (gathering: Gathering, kind: string, netCents: number | undefined, debut: Month, fin: Month | null): BorderIncome => {
  const span = { type: incomeTypes[kind] ?? kind, debut, fin };
  if (!isKnownIncome(kind)) return { ...span, net: eurosOrNull(netCents) };
  const hasGross = kind !== "unemployment";
  if (netCents === undefined) return { ...span, net: null, imposable: null, ...(hasGross ? { brut: null } : {}) };
  const amounts = amountsFromNet(kind, netCents, pensionsOf(gathering.facts));
  if (netCents > 0) gathering.suppose({ kind: "from-net" });
  return {
    ...span,
    net: euros(netCents),
    imposable: euros(amounts.taxableCents),
    ...(hasGross ? { brut: euros(amounts.grossCents) } : {}),
  };
};

const pensionsOf = (facts: Facts) => ({
  pensionsCents: adultsOf(facts).reduce((sum, who) => sum + (numberIn(facts, `${who}.retirement`) ?? 0), 0),
  isCouple: hasPartner(facts) === true,
});

const yearlyNames: Readonly<Record<string, string>> = {
  wage: "salaire_imposable",
  unemployment: "chomage_imposable",
  retirement: "retraite_imposable",
  invalidity: "pension_invalidite",
  alimony: "pension_alimentaire_percue",
};

/** The incomes of the year two years before: as declared, or the same as today when today has lasted since the history begins. */
const yearlyOf = (gathering: Gathering, who: Adult, history: History): Record<string, number | null> | null => {
  const { facts, at } = gathering;
  const year = referenceYear(at.month);
  const declared = numberIn(facts, `${who}.n2`);
  if (declared !== undefined) {
    if (declared > 0) gathering.suppose({ kind: "year-as-one-kind", who, year });
    return { [yearlyNames[mainKindIn(facts, who)] ?? "salaire_imposable"]: euros(declared) };
  }
  const kinds = choicesIn(facts, `${who}.income`);
  if (kinds === undefined || kinds.includes("other") || history.kind === "changed") return null;
  gathering.suppose({ kind: "same-in-year", who, year });
  const named = kinds.filter((kind) => yearlyNames[kind] !== undefined);
  return Object.fromEntries<number | null>(named.map((kind) => [yearlyNames[kind] ?? kind, yearOf(facts, kind, numberIn(facts, `${who}.${kind}`))]));
};

const yearOf = (facts: Facts, kind: string, netCents: number | undefined): number | null => {
  if (netCents === undefined) return null;
  return euros(12 * (isKnownIncome(kind) ? amountsFromNet(kind, netCents, pensionsOf(facts)).taxableCents : netCents));
};

/** What counted most two years ago, as far as it can be told: what came before the change, or what comes now. */
const mainKindIn = (facts: Facts, who: Adult): string => {
  const before = textIn(facts, `${who}.before`);
  if (before !== undefined && before !== "none") return before;
  return (choicesIn(facts, `${who}.income`) ?? []).find((kind) => yearlyNames[kind] !== undefined) ?? "wage";
};

/** Only who looks for work has such a day; without a change it lies before all that is looked at. */
const unemployedSince = ({ facts, at }: Gathering, who: Adult): { readonly date_debut_chomage?: string | null } => {
  const work = textIn(facts, `${who}.work`);
  if (work === undefined) return { date_debut_chomage: null };
  if (work !== "unemployed") return {};
  if (booleanIn(facts, `${who}.steady`) !== false) return { date_debut_chomage: `${historyBegins(at.month)}-01` };
  const since = textIn(facts, `${who}.since`);
  return { date_debut_chomage: since === undefined ? null : `${since}-01` };
};

const savingsOf = (gathering: Gathering, who: Adult): Record<string, number | null> => {
  const savings = numberIn(gathering.facts, "savings");
  // One answer for the household: it is counted once, on whoever asks.
  if (who === "partner") return { livret_a: 0, epargne_non_imposable: 0 };
  if (savings !== undefined && savings > 0) gathering.suppose({ kind: "savings-on-livret" });
  return { livret_a: eurosOrNull(savings), epargne_non_imposable: savings === undefined ? null : 0 };
};

// ---- Health --------------------------------------------------------------------------------------------------------------------

const incapacity: Readonly<Record<string, number>> = { none: 0, half: 0.5, high: 0.8 };
const oldestAsked = 66;

const healthOf = (gathering: Gathering, who: Adult): Record<string, unknown> => {
  const { facts, at } = gathering;
  const born = textIn(facts, `${who}.born`);
  const age = born === undefined ? undefined : ageIn(at.month, born);
  const told = textIn(facts, `${who}.disability`);
  // Not asked of those past the age at which it opens a right that they could still ask for.
  const isPast = told === undefined && !isAnswered(facts, `${who}.disability`) && age !== undefined && age > oldestAsked;
  if (age !== undefined && age >= 62 && age < 65 && booleanIn(facts, `${who}.unfit`) === undefined)
    gathering.suppose({ kind: "not-unfit" });
  return {
    taux_incapacite: isPast ? 0 : (incapacity[told ?? ""] ?? null),
    handicap: isPast ? false : told === undefined ? null : told !== "none",
    rsdae:
      told === "half" || told === "some" ? (booleanIn(facts, `${who}.restriction`) ?? null) : isPast || told !== undefined ? false : null,
    inapte_travail: booleanIn(facts, `${who}.unfit`) ?? false,
  };
};

const pregnancyOf = ({ facts }: Gathering, who: Adult): boolean | null => {
  if (!isAnswered(facts, "pregnancy")) return false;
  const told = textIn(facts, "pregnancy");
  return told === undefined ? null : told === who;
};

// ---- Children ------------------------------------------------------------------------------------------------------------------

const childOf = (gathering: Gathering, child: number): Record<string, unknown> => {
  const { facts, at } = gathering;
  const born = textIn(facts, `child.${child}.born`);
  return {
    id: childId(child),
    role: "enfant",
    date_naissance: birthDay(born),
    nationalite: "francaise",
    activite:
      born !== undefined && ageIn(at.month, born) >= 16 && booleanIn(facts, "children.earn") !== false
        ? activityOfChild(facts, child)
        : "inactif",
    revenus: incomesOfChild(gathering, child),
    revenus_annuels_n2: {},
    taux_incapacite: 0,
    rsdae: false,
    inapte_travail: false,
    enceinte: false,
    boursier: false,
    rsa_jeune_condition_heures: false,
    ass_condition_activite_anterieure: false,
    livret_a: 0,
    epargne_non_imposable: 0,
    handicap: ofThisChild(facts, "children.handicap", child, "handicap"),
    garde_alternee: custodyOf(gathering, child),
  };
};

const activityOfChild = (facts: Facts, child: number): string => ((numberIn(facts, `child.${child}.wage`) ?? 0) > 0 ? "actif" : "inactif");

const incomesOfChild = (gathering: Gathering, child: number): readonly BorderIncome[] | null => {
  const { facts, at } = gathering;
  const wage = numberIn(facts, `child.${child}.wage`);
  if (wage === undefined) {
    if (isAnswered(facts, `child.${child}.wage`)) return null;
    const born = textIn(facts, `child.${child}.born`);
    if (born !== undefined && ageIn(at.month, born) >= 16 && booleanIn(facts, "children.earn") !== false)
      gathering.suppose({ kind: "children-earn-nothing" });
    return [];
  }
  return wage === 0 ? [] : [incomeOf(gathering, "wage", wage, historyBegins(at.month), null)];
};

/** Said of the family first, then of each child when there are several. */
const ofThisChild = (facts: Facts, family: string, child: number, name: string): boolean | null => {
  const some = booleanIn(facts, family);
  if (some === false) return false;
  if (some === true && numberIn(facts, "children") === 1) return true;
  return some === undefined ? null : (booleanIn(facts, `child.${child}.${name}`) ?? null);
};

const custodyOf = (gathering: Gathering, child: number): boolean | null => {
  if (isAnswered(gathering.facts, "children.custody")) return ofThisChild(gathering.facts, "children.custody", child, "custody");
  gathering.suppose({ kind: "no-shared-custody" });
  return false;
};

// ---- Home, benefits received, tax notice -----------------------------------------------------------------------------------------

const occupancies: Readonly<Record<string, string>> = {
  social: "locataire_hlm",
  rented: "locataire_vide",
  furnished: "locataire_meuble",
  owner: "proprietaire",
  loan: "proprietaire",
  free: "loge_gratuitement",
  none: "sans_domicile",
};

const homeOf = (gathering: Gathering): Record<string, unknown> => {
  const { facts, at } = gathering;
  const home = textIn(facts, "home");
  const statut = occupancies[home ?? ""] ?? null;
  const isTenant = ["social", "rented", "furnished"].includes(home ?? "");
  const sharing = textIn(facts, "flat-share");
  if (isTenant && sharing === undefined) gathering.suppose({ kind: "no-flat-share" });
  if (home === "free" && booleanIn(facts, "shares-costs") === undefined) gathering.suppose({ kind: "no-costs" });
  if (home === "loan") gathering.suppose({ kind: "loan-not-counted" });
  return {
    statut,
    loyer: isTenant ? eurosOrNull(numberIn(facts, "rent")) : statut === null ? null : 0,
    zone_apl: at.zone,
    colocation: sharing === "shared",
    chambre: sharing === "room",
    participation_frais: booleanIn(facts, "shares-costs") ?? false,
  };
};

/** Benefits paid to one person rather than to the family. */
const personal: readonly string[] = ["aah", "mva", "ass", "asi"];
const borderNames: Readonly<Record<string, string>> = { mva: "caah" };

const receivedOf = (facts: Facts): Record<string, unknown> | null => {
  const told = choicesIn(facts, "received");
  if (told === undefined) return null;
  const each = receivedEachMonth
    .filter((right) => told.includes(right))
    .map((right) => {
      const amount = eurosOrNull(numberIn(facts, `received.${right}`));
      return [borderNames[right] ?? right, personal.includes(right) ? { [whoReceives(facts)]: amount } : amount];
    });
  // A yearly sum that came is known to have come, never how much it was.
  const yearly = receivedOtherwise.filter((right) => right !== "css" && told.includes(right)).map((right) => [right, null]);
  return Object.fromEntries([...each, ...yearly]) as Record<string, unknown>;
};

/** The one whose situation opens such a right: the partner only when nothing points to the person who asks. */
const whoReceives = (facts: Facts): string => {
  const isDisabled = (who: Adult): boolean => ["half", "high", "some"].includes(textIn(facts, `${who}.disability`) ?? "");
  return hasPartner(facts) === true && isDisabled("partner") && !isDisabled("me") ? personIds.partner : personIds.me;
};

/** Rights that are already received, whatever their amount; undefined when it was not told. */
export const rightsReceived = (facts: Facts): ReadonlySet<string> | undefined => {
  const told = choicesIn(facts, "received");
  return told && new Set(told.filter((right) => right !== "none"));
};

const taxIncomesOf = (facts: Facts): Record<string, number | null> | null => {
  const mine = eurosOrNull(numberIn(facts, "rfr"));
  if (textIn(facts, "union") === undefined) return null;
  return textIn(facts, "union") === "cohabiting" ? { a: mine, b: eurosOrNull(numberIn(facts, "partner.rfr")) } : { a: mine };
};

// ---- What is not computed --------------------------------------------------------------------------------------------------------

const reservationsOf = (facts: Facts): readonly Reservation[] => {
  const works = adultsOf(facts).map((who) => textIn(facts, `${who}.work`));
  const incomes = adultsOf(facts).flatMap((who) => choicesIn(facts, `${who}.income`) ?? []);
  const home = textIn(facts, "home");
  const isForeign = isAnswered(facts, "french") && booleanIn(facts, "french") !== true;
  const all: readonly (readonly [Reservation, boolean])[] = [
    ["foreign", isForeign],
    ["overseas", /^9[78]/.test(textIn(facts, "commune") ?? "")],
    ["other-incomes", incomes.includes("other")],
    ["self-employed", works.includes("self-employed") || incomes.includes("business")],
    ["institution", home === "institution"],
    ["loan", home === "loan"],
  ];
  return all.filter(([, holds]) => holds).map(([reservation]) => reservation);
};
