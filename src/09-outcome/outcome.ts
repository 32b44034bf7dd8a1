import type { Id } from "#ground";
import type { ReferralOutcome } from "#referral";

export const outcomeSources = ["provider", "person", "counsellor", "register"] as const;
/** Whose word it is. */
export type OutcomeSource = (typeof outcomeSources)[number];

export const deliveredAnswers = ["yes", "partly", "no"] as const;
export type Delivered = (typeof deliveredAnswers)[number];

/** Résultat : what somebody says came of a referral. Never changed: a new word is a new line. */
export interface Outcome {
  readonly id: Id<"Outcome">;
  readonly referralId: Id<"Referral">;
  readonly source: OutcomeSource;
  readonly delivered: Delivered;
  readonly reason: string | undefined;
  /** 1 to 4. */
  readonly satisfaction: number | undefined;
  readonly saidAt: Date;
  readonly saidBy: Id<"Staff"> | undefined;
}

/** Ce qu'il en est : `disputed` is derived from two words that disagree, never stored, never counted as delivered. */
export type Verdict = "delivered" | "partly" | "not-delivered" | "disputed";

type Word = Pick<Outcome, "source" | "delivered" | "saidAt">;

const asVerdict: Readonly<Record<Delivered, Exclude<Verdict, "disputed">>> = { yes: "delivered", partly: "partly", no: "not-delivered" };

/** The last word of a source. */
const lastWord = (words: readonly Word[], source: OutcomeSource): Word | undefined =>
  words
    .filter((word) => word.source === source)
    .toSorted((a, b) => a.saidAt.getTime() - b.saidAt.getTime())
    .at(-1);

/**
 * What is held to be true of a referral. A register, or a counsellor who spoke after both, settles it. Otherwise the person's word goes
 * before the provider's; when one says that nothing came and the other that something did, it is disputed (case 42).
 * @returns undefined when nobody has spoken
 */
export const verdictOf = (words: readonly Word[]): Verdict | undefined => {
  const [provider, person, counsellor, register] = [
    lastWord(words, "provider"),
    lastWord(words, "person"),
    lastWord(words, "counsellor"),
    lastWord(words, "register"),
  ];
  const said = [provider, person].filter((word) => word !== undefined);
  const isSettled = counsellor !== undefined && said.every((word) => counsellor.saidAt.getTime() >= word.saidAt.getTime());
  if (isSettled) return asVerdict[counsellor.delivered];
  if (register) return asVerdict[register.delivered];
  if (provider && person && (provider.delivered === "no") !== (person.delivered === "no")) return "disputed";
  const word = person ?? provider ?? counsellor;
  return word && asVerdict[word.delivered];
};

/** The words that count: those said since the referral was opened, or opened again. */
export const wordsThatCount = <Said extends Pick<Outcome, "saidAt">>(
  words: readonly Said[],
  referral: { readonly createdAt: Date; readonly reopenedAt: Date | undefined },
): readonly Said[] => words.filter((word) => word.saidAt.getTime() >= (referral.reopenedAt ?? referral.createdAt).getTime());

/** Silence counts as a loss: an outcome that nobody knows is closed, and not known. */
const isKnown = (outcome: ReferralOutcome): boolean => outcome !== "unknown";
/** What never was a promise to keep: a contact given, a duplicate. */
const counts = (outcome: ReferralOutcome): boolean => outcome !== "informed" && outcome !== "duplicate";

/** Taux de bouclage : known among closed, from 0 to 1; undefined when nothing was closed (case 41). */
export const closureRate = (closed: readonly ReferralOutcome[]): number | undefined => {
  const counted = closed.filter(counts);
  return counted.length === 0 ? undefined : counted.filter(isKnown).length / counted.length;
};
