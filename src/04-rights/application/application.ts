import { compareDays, dayOf, type Day } from "#engines/calendar";
import type { RightId } from "#engines/rules";
import type { Id } from "#ground";

export const applicationStates = ["to-do", "asked", "granted", "refused", "appealed", "paid", "withdrawn"] as const;
/** Où en est une démarche. « paid »: the money has come; nothing before is the end that we look for. */
export type ApplicationState = (typeof applicationStates)[number];

export const gestureKinds = ["ask", "grant", "refuse", "appeal", "pay", "withdraw", "resume"] as const;
export type GestureKind = (typeof gestureKinds)[number];

/** Where each gesture leads from each state: what is not written here is refused. Money comes only of what was granted. */
export const nextStates: Readonly<Record<ApplicationState, Partial<Readonly<Record<GestureKind, ApplicationState>>>>> = {
  "to-do": { ask: "asked", withdraw: "withdrawn" },
  asked: { grant: "granted", refuse: "refused", withdraw: "withdrawn" },
  refused: { appeal: "appealed", ask: "asked" },
  appealed: { grant: "granted", refuse: "refused", withdraw: "withdrawn" },
  granted: { pay: "paid", withdraw: "withdrawn" },
  paid: {},
  withdrawn: { resume: "to-do" },
};

/** What keeps a situation open: somebody still waits for an answer, or for the money. A refusal is an answer. */
const openStates: readonly ApplicationState[] = ["to-do", "asked", "appealed", "granted"];
export const isOpenApplication = ({ state }: Pick<Application, "state">): boolean => openStates.includes(state);

/** Of what right: one that the engine computes, a local benefit of the catalogue or not, or another right by its name. */
export type RightAsked =
  | { readonly kind: "computed"; readonly right: RightId }
  | { readonly kind: "local"; readonly label: string; readonly benefitId?: string }
  | { readonly kind: "other"; readonly label: string };

export const paymentPeriods = ["once", "month", "year"] as const;
export interface AmountOfRight {
  readonly cents: number;
  readonly period: (typeof paymentPeriods)[number];
}

export const waysOfAsking = ["online", "letter", "counter", "telephone", "with-help"] as const;
export type WayOfAsking = (typeof waysOfAsking)[number];

/** Why it was refused, as the decision says it; « silence »: nobody answered in time, which is most often a refusal. */
export const refusalReasons = ["resources", "residence", "paper", "condition", "other-right", "late", "silence", "other"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A notice that was seen proves; what is only told is told. */
export const paymentProofs = ["notice", "said"] as const;
export type PaymentProof = (typeof paymentProofs)[number];

/** Geste : what somebody did or learned of an application. `on` is the day it happened in life, which is not the day it was noted. */
export type Gesture = { readonly on: Day; readonly note: string } & (
  | { readonly kind: "ask"; readonly how: WayOfAsking; readonly toWhom: string }
  | { readonly kind: "grant"; readonly amount?: AmountOfRight; readonly from?: Day }
  | { readonly kind: "refuse"; readonly reason: RefusalReason }
  | { readonly kind: "appeal"; readonly toWhom: string }
  | { readonly kind: "pay"; readonly amount?: AmountOfRight; readonly proof: PaymentProof }
  | { readonly kind: "withdraw" }
  | { readonly kind: "resume" }
);
export type GestureOf<Kind extends GestureKind> = Extract<Gesture, { kind: Kind }>;

/** Étape : one line of the story of an application, never changed. One that was taken back stays, and no longer counts. */
export interface ApplicationStep {
  readonly id: Id<"ApplicationStep">;
  readonly made: Gesture | { readonly kind: "open"; readonly on: Day };
  readonly at: Date;
  readonly by: Id<"Staff"> | undefined;
  readonly undoneAt?: Date;
}

/** Démarche : one right of one person in one situation, from « à faire » until the money has come. */
export interface Application {
  readonly id: Id<"Application">;
  readonly situationId: Id<"Situation">;
  readonly asked: RightAsked;
  readonly state: ApplicationState;
  /** All that was done, in order, what was taken back included. */
  readonly steps: readonly ApplicationStep[];
}

/** The steps that count, in order. */
export const standing = (steps: readonly ApplicationStep[]): readonly ApplicationStep[] =>
  steps.filter((step) => step.undoneAt === undefined);

/** Where the steps lead; undefined when even the opening was taken back: there is no application. */
export const stateAfter = (steps: readonly ApplicationStep[]): ApplicationState | undefined => {
  const [opening, ...others] = standing(steps);
  if (!opening) return undefined;
  return others.reduce<ApplicationState>((state, { id, made }) => {
    const next = made.kind === "open" ? undefined : nextStates[state][made.kind];
    if (next === undefined) throw new Error(`step ${id}: ${made.kind} does not follow ${state}`);
    return next;
  }, "to-do");
};

/** The last gesture of a kind that counts. */
export const lastOf = <Kind extends GestureKind>(application: Pick<Application, "steps">, kind: Kind): GestureOf<Kind> | undefined =>
  standing(application.steps)
    .map(({ made }) => made)
    .findLast((made): made is GestureOf<Kind> => made.kind === kind);

export type GestureVerdict =
  | { readonly kind: "allowed"; readonly to: ApplicationState }
  | { readonly kind: "not-from-here"; readonly state: ApplicationState }
  /** Nobody knows what will happen tomorrow. */
  | { readonly kind: "future" }
  /** An answer does not come before its question. */
  | { readonly kind: "before"; readonly previous: Day };

/** Whether a gesture may be noted, today. Asking may well have been done before the application was opened here. */
export const judgeGesture = (
  application: Pick<Application, "state" | "steps">,
  gesture: Pick<Gesture, "kind" | "on">,
  today: Day,
): GestureVerdict => {
  const to = nextStates[application.state][gesture.kind];
  if (to === undefined) return { kind: "not-from-here", state: application.state };
  if (compareDays(gesture.on, today) > 0) return { kind: "future" };
  const previous = standing(application.steps).findLast(({ made }) => made.kind !== "open" && made.kind !== "resume");
  if (previous && compareDays(gesture.on, previous.made.on) < 0) return { kind: "before", previous: previous.made.on };
  return { kind: "allowed", to };
};

/** What may be taken back: the last step that counts, until midnight in Paris of the day it was noted. */
export const undoableStep = (application: Pick<Application, "steps">, now: Date): ApplicationStep | undefined => {
  const last = standing(application.steps).at(-1);
  return last && dayOf(last.at) === dayOf(now) ? last : undefined;
};

/** Paiement : what came, once it has; its step is its identity, so that it is counted once. */
export interface Payment {
  readonly id: Id<"ApplicationStep">;
  readonly amount: AmountOfRight | undefined;
  readonly proof: PaymentProof;
}

export const paymentOf = (application: Pick<Application, "state" | "steps">): Payment | undefined => {
  const last = standing(application.steps).at(-1);
  return application.state === "paid" && last?.made.kind === "pay"
    ? { id: last.id, amount: last.made.amount, proof: last.made.proof }
    : undefined;
};
