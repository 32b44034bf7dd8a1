import { addToMonth, dayOf, monthOf, monthRange, previousMonth, type Month } from "#engines/calendar";
import type { Commune } from "#engines/places";
import type { NeedId } from "#situation";
import { chanceFrom } from "#engines/chance";
import { plannedCommissioners, type CommissionerSlug, type PlannedCommissioner } from "./commissioners.ts";
import { planDirectory, type PlannedService } from "./directory-plan.ts";
import { momentsOfMonth, sharesOfMonths } from "./moments.ts";
import { peopleFrom, type PlannedPerson } from "./people.ts";
import { plannedProviders, type PlannedProvider } from "./providers.ts";
import { planInitiatives } from "./initiatives.ts";
import { needOfRise, needWeights } from "./seasons.ts";
import { listenersOf, plannedStaff, type PlannedStaff } from "./staff.ts";
import { planStory, type Story } from "./story.ts";
import { planCallbacks, wantedStories, type PlannedCallback, type WantedStory } from "./today.ts";

/** Plan de la démonstration: all that will be played, decided beforehand. The same seed at the same instant gives the same plan. */
export interface DemonstrationPlan {
  readonly commissioners: readonly (PlannedCommissioner & { readonly slug: CommissionerSlug })[];
  readonly staff: readonly PlannedStaff[];
  readonly services: readonly PlannedService[];
  readonly providers: readonly PlannedProvider[];
  readonly people: readonly PlannedPerson[];
  /** By the instant when they were opened. */
  readonly stories: readonly Story[];
  readonly callbacks: readonly PlannedCallback[];
  /** The months that are over, the first one first: each will have its edition. */
  readonly closedMonths: readonly Month[];
  /** Two months before anything happens: when the house opens, staff arrive and providers are approved. */
  readonly beganAt: Date;
}

export const plannedSituations = 2000;
export const plannedMonths = 14;

/** What Mutuelle des Alpes hears of all; the other service hears the rest. */
const shareOfFirst = 0.55;

/**
 * Draws the demonstration.
 * @param given.homes the communes of the three départements (`homesFrom`)  @param given.situations fewer for tests
 */
export const makePlan = (given: {
  readonly seed: number;
  readonly now: Date;
  readonly homes: readonly Commune[];
  readonly situations?: number;
}): DemonstrationPlan => {
  const { now, homes } = given;
  const chance = chanceFrom(given.seed);
  const services = planDirectory(chance, now, homes);
  const months = Array.from({ length: plannedMonths }, (_, at) => addToMonth(monthOf(now), at - plannedMonths + 1));
  const told = planStories(chanceFrom(given.seed + 1), { now, homes, services, months, total: given.situations ?? plannedSituations });
  return {
    commissioners: plannedCommissioners,
    staff: plannedStaff,
    services: [...services.map(sayMore), ...planInitiatives(now, homes)],
    providers: plannedProviders,
    ...told,
    callbacks: planCallbacks(chance, now, { commissioners: plannedCommissioners, ...told }),
    closedMonths: months.slice(0, -1),
    beganAt: new Date(monthRange(months[0] ?? monthOf(now)).from.getTime() - 60 * 86_400_000),
  };
};

/** The people and what they live through, month after month, then what the page of today must show. */
const planStories = (
  chance: ReturnType<typeof chanceFrom>,
  given: {
    readonly now: Date;
    readonly homes: readonly Commune[];
    readonly services: readonly PlannedService[];
    readonly months: readonly Month[];
    readonly total: number;
  },
): Pick<DemonstrationPlan, "people" | "stories"> => {
  const { now, homes, months } = given;
  const { draw } = peopleFrom(chance, Number(dayOf(now).slice(0, 4)), homes);
  const departements = new Map(homes.map((commune) => [commune.code, commune.departement.code]));
  const lastMonth = previousMonth(monthOf(now));
  const people: PlannedPerson[] = [];
  const callersOf = new Map<CommissionerSlug, number[]>();

  const addPerson = (person: PlannedPerson): number => {
    callersOf.set(person.commissioner, [...(callersOf.get(person.commissioner) ?? []), people.push(person) - 1]);
    return people.length - 1;
  };
  /** Someone who calls again after some time, someone's husband or daughter, or someone new. */
  const whoCalls = (slug: CommissionerSlug): number => {
    const before = callersOf.get(slug) ?? [];
    if (before.length > 100 && chance.happens(0.06)) return chance.pick(before.slice(0, -60));
    const last = people[before.at(-1) ?? -1];
    const isFamily = last?.lastName !== undefined && last.phone !== undefined && !last.isProtected && chance.happens(0.04);
    return addPerson(draw(slug, isFamily ? { near: last } : {}));
  };
  const personAt = (at: number): PlannedPerson => {
    const person = people[at];
    if (!person) throw new Error(`person ${at} is not in the plan`);
    return person;
  };
  const tell = (
    person: number,
    commissioner: DemonstrationPlan["commissioners"][number],
    openedAt: Date,
    { wanted, known }: { readonly wanted?: WantedStory; readonly known?: NeedId | undefined } = {},
  ): Story => {
    const who = personAt(person);
    const departement = departements.get(who.communeCode) ?? "";
    const listener = wanted ? (wanted.listener ?? plannedStaff[0]?.mail) : chance.pick(listenersOf(commissioner.slug)).mail;
    const drawn = (): NeedId =>
      who.isProtected && chance.happens(0.6)
        ? "violences_conj"
        : chance.weighted(needWeights(monthOf(openedAt), who.population, lastMonth));
    const need = wanted?.need ?? known ?? drawn();
    const nextActionAt = wanted?.nextActionIn === undefined ? undefined : inHours(now, wanted.nextActionIn);
    return planStory(chance, {
      person,
      who,
      departement,
      services: given.services,
      commissioner,
      listener: listener ?? "",
      openedAt,
      need,
      now,
      ...(wanted ? { wanted: { course: wanted.course, nextActionAt } } : {}),
    });
  };

  const shares = sharesOfMonths(months, now, Math.max(0, given.total - wantedStories.length));
  const ordinary = months.flatMap((month, at) => {
    const share = shares[at] ?? 0;
    const first = Math.round(share * shareOfFirst);
    return plannedCommissioners
      .flatMap((commissioner, rank) =>
        momentsOfMonth(chance, commissioner, month, now, rank === 0 ? first : share - first).map((openedAt) => ({
          commissioner,
          openedAt,
        })),
      )
      .toSorted(byOpening)
      .map(({ commissioner, openedAt }, rank) =>
        tell(whoCalls(commissioner.slug), commissioner, openedAt, { known: needOfRise(month, lastMonth, rank) }),
      );
  });
  const wanted = wantedStories.flatMap((story) =>
    plannedCommissioners
      .filter(({ slug }) => slug === story.commissioner)
      .map((commissioner) =>
        tell(
          addPerson(draw(commissioner.slug, { departement: story.departement, communeCode: story.communeCode })),
          commissioner,
          inHours(now, -story.hoursAgo),
          { wanted: story },
        ),
      ),
  );
  return { people, stories: [...ordinary, ...wanted].toSorted(byOpening) };
};

/** One service says all that may be said: who may come, in which languages, and that it moves for a while. */
const sayMore = (service: PlannedService): PlannedService =>
  service.key === "parents-44143"
    ? {
        ...service,
        ageFrom: 18,
        languages: ["fr", "ar", "pt", "lsf"],
        alert: { text: "Travaux : entrez par la cour, derrière la pharmacie." },
      }
    : service;

const inHours = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000);
const byOpening = (a: { readonly openedAt: Date }, b: { readonly openedAt: Date }): number => a.openedAt.getTime() - b.openedAt.getTime();
