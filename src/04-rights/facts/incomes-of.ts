import { addToMonth, type Month } from "#engines/calendar";
import { adultsOf, booleanIn, choicesIn, hasPartner, numberIn, textIn, type Adult, type Facts } from "./fact.ts";
import { euros, eurosOrNull, type Gathering } from "./gathering.ts";
import { amountsFromNet, type KnownIncome } from "./net-income.ts";
import { historyBegins, referenceYear } from "./years.ts";

const incomeTypes: Readonly<Record<string, string>> = {
  wage: "salaire",
  business: "micro_entreprise",
  unemployment: "chomage",
  retirement: "retraite",
  invalidity: "pension_invalidite",
  alimony: "pension_alimentaire_percue",
};

/** Revenu, as the engine reads it: euros a month, from a month to another one. */
export interface BorderIncome {
  readonly type: string;
  readonly debut: string;
  readonly fin: string | null;
  readonly net: number | null;
  readonly brut?: number | null;
  readonly imposable?: number | null;
}

/** How the incomes of today go back in time: the same since the history begins, changed in a month, or changed nobody knows when. */
export type History = { readonly kind: "same" } | { readonly kind: "changed"; readonly since: Month };

export interface IncomesRead {
  /** Null as long as it is not known which incomes there are. */
  readonly incomes: readonly BorderIncome[] | null;
  readonly history: History;
}

/** The incomes of an adult over the history, with what came before when they changed. */
export const incomesOf = (gathering: Gathering, who: Adult): IncomesRead => {
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

export const incomeOf = (
  gathering: Gathering,
  kind: string,
  netCents: number | undefined,
  debut: Month,
  fin: Month | null,
): BorderIncome => {
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
export const yearlyOf = (gathering: Gathering, who: Adult, history: History): Record<string, number | null> | null => {
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
  return Object.fromEntries<number | null>(
    named.map((kind) => [yearlyNames[kind] ?? kind, yearOf(facts, kind, numberIn(facts, `${who}.${kind}`))]),
  );
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
export const unemployedSince = ({ facts, at }: Gathering, who: Adult): { readonly date_debut_chomage?: string | null } => {
  const work = textIn(facts, `${who}.work`);
  if (work === undefined) return { date_debut_chomage: null };
  if (work !== "unemployed") return {};
  if (booleanIn(facts, `${who}.steady`) !== false) return { date_debut_chomage: `${historyBegins(at.month)}-01` };
  const since = textIn(facts, `${who}.since`);
  return { date_debut_chomage: since === undefined ? null : `${since}-01` };
};
