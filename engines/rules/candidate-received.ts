import type { Candidate } from "./candidate.ts";
import { nothingReceived, type Draft } from "./draft.ts";
import type { PartialHousehold, Received } from "./household.ts";
import type { UnknownField } from "./unknown-field.ts";

/** What the household receives already: all of it when nothing is known, else one benefit. */
export const candidatesOfReceived = (field: UnknownField, household: PartialHousehold): readonly Candidate[] =>
  field.kind === "received" ? whole(household) : part(field, household);

/** Euros of one month, ordinary and at the most; of one year for the last two. */
const ordinary: Readonly<Record<keyof Received, readonly [number, number]>> = {
  housingAidCents: [250, 1000],
  rsaCents: [550, 2000],
  afCents: [150, 1600],
  cfCents: [190, 320],
  asfCents: [200, 1200],
  pajeCents: [196, 400],
  aspaCents: [300, 1800],
  aahCents: [700, 1050],
  assCents: [560, 620],
  asiCents: [300, 1000],
  mvaCents: [104, 110],
  primeActiviteCents: [200, 900],
  aeehCents: [150, 1500],
  arsCents: [450, 3000],
  energyChequeCents: [100, 280],
};
const perPerson: readonly (keyof Received)[] = ["aahCents", "assCents", "asiCents", "mvaCents"];

const whole = (household: PartialHousehold): readonly Candidate[] => {
  const receiving = (received: Partial<Received>) => (draft: Draft) => {
    draft.received = { ...nothingReceived, ...received };
  };
  const named = (name: string, euros: Partial<Record<keyof Received, number>>): Candidate => {
    const values = Object.entries(euros).map(([kind, each]) => [kind, valueOf(household, kind as keyof Received, each)]);
    return { name, fill: receiving(Object.fromEntries(values) as Partial<Received>) };
  };
  const most = Object.fromEntries(Object.entries(ordinary).map(([kind, levels]) => [kind, levels[1]]));
  return [
    named("nothing", {}),
    named("rsa", { rsaCents: 550, housingAidCents: 250 }),
    named("rsa-alone", { rsaCents: 550 }),
    named("family", { afCents: 150, cfCents: 190, asfCents: 200 }),
    ...aahs(household, (aahCents) => receiving({ aahCents })).map((each) => ({ ...each, name: `aah-${each.name}` })),
    named("everything", most),
  ];
};

const part = ({ kind }: UnknownField, household: PartialHousehold): readonly Candidate[] => {
  if (!(kind in ordinary)) throw new Error(`no answer is plausible for ${kind}`);
  const name = kind as keyof Received;
  const setting = (value: number | Received["aahCents"]) => (draft: Draft) => {
    if (draft.received !== null) (draft.received as Record<string, unknown>)[name] = value;
  };
  const [some, most] = ordinary[name];
  const none: Candidate = { name: "none", fill: setting(valueOf(household, name, 0)) };
  if (name === "aahCents") return [none, ...aahs(household, setting)];
  return [
    none,
    { name: "some", fill: setting(valueOf(household, name, some)) },
    { name: "most", fill: setting(valueOf(household, name, most)) },
  ];
};

/**
 * The AAH of all the adults, or of one of two. Beside a wage it counts as earned, and where the prime d'activité is highest depends on both.
 */
const aahs = ({ persons }: PartialHousehold, fillFor: (aahCents: Received["aahCents"]) => Candidate["fill"]): readonly Candidate[] => {
  const adults = persons.filter(({ role }) => role !== "child").map(({ id }) => id);
  const of = (name: string, ids: readonly string[], euros: number): Candidate => ({
    name,
    fill: fillFor(Object.fromEntries(ids.map((id) => [id, Math.round(euros * 100)]))),
    scaled: { value: euros, to: (value) => of(`${name}-${String(value)}`, ids, value) },
  });
  const [some, most] = ordinary.aahCents;
  const [first, second] = adults;
  const oneOfTwo =
    first === undefined || second === undefined
      ? []
      : [
          of("to-first", [first], some),
          of("to-second", [second], some),
          of("little-to-first", [first], little),
          of("little-to-second", [second], little),
          of("most-to-first", [first], most),
          of("most-to-second", [second], most),
        ];
  return [of("some", adults, some), of("most", adults, most), { ...of("little", adults, little), isFine: true }, ...oneOfTwo];
};
/** Euros of an AAH beside a pension or wages. */
const little = 200;

/** What is of a person is given to each adult. */
const valueOf = ({ persons }: PartialHousehold, kind: keyof Received, euros: number): number | Record<string, number> =>
  perPerson.includes(kind)
    ? Object.fromEntries(persons.filter(({ role }) => role !== "child" && euros > 0).map(({ id }) => [id, euros * 100]))
    : euros * 100;
