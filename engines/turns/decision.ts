import { byText, ONE_REQUEST, sharesOf, type Weight } from "./credit.ts";
import { newcomer, type Standing } from "./standing.ts";

/** Écarté : a provider of the pool who could not be asked this time, and why. */
export type Excluded = { readonly provider: string; readonly because: Cause };

/** Cause : what keeps a provider out of one request. */
export type Cause = "outside-zone" | "not-approved" | "paused" | "full" | "already-asked";

/** Motif : what settled the choice. */
export type Reason =
  | "alone"
  /** It had the highest credit. */
  | "highest-credit"
  /** Credits were equal, and it had never been served or had waited longest. */
  | "waited-longest"
  /** Everything was equal: the order of names. */
  | "first-by-name";

/** Ligne de décision : what one eligible provider had, gained, paid and has. Credits in units. */
export type Entry = {
  readonly provider: string;
  readonly weight: Weight;
  /** An instant as ISO 8601 text, or null when it was never served. */
  readonly lastServedAt: string | null;
  readonly creditBefore: number;
  readonly gained: number;
  readonly paid: number;
  readonly creditAfter: number;
};

/**
 * Décision de tour : everything that is needed to explain an offer and to do the sum again. It is plain JSON: keep it as it is.
 * - `turn`: the rotation chose;
 * - `choice`: the person asked for this provider by name; credits do not move;
 * - `nobody`: no one is eligible: this is a gap in supply, and a task for a human.
 */
export type Decision =
  | (Basis & { readonly mode: "turn"; readonly chosen: string; readonly reason: Reason })
  | (Basis & { readonly mode: "choice"; readonly chosen: string; readonly reason: "named-by-the-person" })
  | (Basis & { readonly mode: "nobody" });

type Basis = { readonly entries: readonly Entry[]; readonly excluded: readonly Excluded[] };

/** Demande de tour : the accounts of the pool, those who may be asked for this request, those who may not and why. */
export type TurnRequest = {
  readonly standings: readonly Standing[];
  readonly eligible: readonly string[];
  readonly excluded?: readonly Excluded[];
};

/**
 * Prochain prestataire : every eligible provider gains its share of one request, by weight; the one whose credit is then highest
 * is chosen and pays one request. Ties go to whoever was served longest ago (never served first), then by name.
 *
 * It pays when the offer is made. A refusal, or a silence until the offer expires, gives nothing back: else refusing would be a
 * way to choose one's requests. The next attempt for the same person is a new turn, among those who are left.
 */
export const chooseNext = (request: TurnRequest): Decision => {
  const candidates = candidatesOf(request);
  const excluded = request.excluded ?? [];
  if (candidates.length === 0) return { mode: "nobody", entries: [], excluded };
  const shares = sharesOf(candidates);
  const ranked = candidates
    .map((candidate) => ({ ...candidate, gained: shares.get(candidate.provider) ?? 0 }))
    .toSorted((a, b) => b.credit + b.gained - a.credit - a.gained || byWait(a, b) || byText(a.provider, b.provider));
  const [first, second] = ranked;
  if (first === undefined) throw new Error("candidates vanished while they were ranked");
  const entries = ranked
    .map((candidate) => entryOf(candidate, candidate.gained, candidate === first ? ONE_REQUEST : 0))
    .toSorted((a, b) => byText(a.provider, b.provider));
  return { mode: "turn", chosen: first.provider, reason: reasonOf(first, second), entries, excluded };
};

/**
 * Choix de la personne : she asks for a provider by name. When it may be asked, it is, and no account moves; when it may not, the
 * answer is `nobody`, and `excluded` says why, so that the counsellor can propose the turn instead.
 */
export const honourChoice = (request: TurnRequest & { readonly named: string }): Decision => {
  const entries = candidatesOf(request).map((candidate) => entryOf(candidate, 0, 0));
  const excluded = request.excluded ?? [];
  if (!entries.some(({ provider }) => provider === request.named)) return { mode: "nobody", entries, excluded };
  return { mode: "choice", chosen: request.named, reason: "named-by-the-person", entries, excluded };
};

/**
 * Refaire le calcul : the decision that the rule gives from what the record says of before. It equals the record unless the record
 * was altered, or the rule was not followed.
 */
export const recompute = (decision: Decision): Decision => {
  const request: TurnRequest = {
    standings: decision.entries.map(({ provider, weight, lastServedAt, creditBefore }) => ({
      provider,
      weight,
      credit: creditBefore,
      lastServedAt: lastServedAt === null ? undefined : new Date(lastServedAt),
    })),
    eligible: decision.entries.map(({ provider }) => provider),
    excluded: decision.excluded,
  };
  if (decision.mode === "choice") return honourChoice({ ...request, named: decision.chosen });
  if (decision.mode === "nobody") return { ...decision, entries: request.standings.map((standing) => entryOf(standing, 0, 0)) };
  return chooseNext(request);
};

/** The accounts of the eligible, each once, in the order of names; whoever has none yet is a newcomer. */
const candidatesOf = ({ standings, eligible }: TurnRequest): readonly Standing[] => {
  const known = new Map(standings.map((standing) => [standing.provider, standing]));
  return [...new Set(eligible)].toSorted(byText).map((provider) => known.get(provider) ?? newcomer(provider));
};

const entryOf = ({ provider, weight, lastServedAt, credit }: Standing, gained: number, paid: number): Entry => ({
  provider,
  weight,
  lastServedAt: lastServedAt?.toISOString() ?? null,
  creditBefore: credit,
  gained,
  paid,
  creditAfter: credit + gained - paid,
});

/** Never served first, then served longest ago. */
const byWait = (a: Standing, b: Standing): number => {
  const [waited, other] = [a.lastServedAt?.getTime() ?? -Infinity, b.lastServedAt?.getTime() ?? -Infinity];
  return waited === other ? 0 : waited - other;
};

const reasonOf = (first: Ranked, second: Ranked | undefined): Reason => {
  if (second === undefined) return "alone";
  if (first.credit + first.gained > second.credit + second.gained) return "highest-credit";
  return byWait(first, second) === 0 ? "first-by-name" : "waited-longest";
};

type Ranked = Standing & { readonly gained: number };
