import type { SharedWork } from "#ground/server";
import { foldAgain, groupsAround, holdFolds } from "./fold.store.ts";
import { compareServices } from "./merge-found.action.ts";
import { holdPair, saidApart, settlePair, unsettlePair } from "./pair.store.ts";
import { answersTo, kindOf, undoUntil, type PairKept, type TwinAnswer } from "./twin.ts";

export type Decision =
  | { readonly kind: "decided" }
  /** Somebody else answered first. */
  | { readonly kind: "decided-before"; readonly pair: PairKept }
  /** By a chain of others, it would put together two rows that a human said to be two. */
  | { readonly kind: "contradicts"; readonly a: string; readonly b: string }
  | { readonly kind: "not-an-answer" }
  | { readonly kind: "unknown" };

/** Décider d'une paire. The same answer of the same person twice is one. */
export const decidePair = async (work: SharedWork, pairId: string, as: TwinAnswer, staffId: string): Promise<Decision> => {
  await holdFolds(work);
  const pair = await holdPair(work, pairId);
  if (!pair) return { kind: "unknown" };
  if (!answersTo(pair.level).includes(as)) return { kind: "not-an-answer" };
  if (pair.state !== "proposed" && pair.state !== "left") {
    const isSame = pair.decidedStaff === staffId && (pair.state === as || (pair.state === "merged" && pair.level === as));
    return isSame ? { kind: "decided" } : { kind: "decided-before", pair };
  }
  const contradicted = as === "structure" || as === "service" ? await contradictionOf(work, pair) : undefined;
  if (contradicted) return { kind: "contradicts", ...contradicted };
  await settlePair(work, pair, as, staffId);
  await followPair(work, pair);
  return { kind: "decided" };
};

export type Undoing =
  | { readonly kind: "undone" }
  /** More than thirty days ago. */
  | { readonly kind: "too-late"; readonly until: Date }
  | { readonly kind: "nothing-to-undo" }
  | { readonly kind: "unknown" };

/** Annuler une décision : within thirty days, all is as before it. */
export const undoPair = async (work: SharedWork, pairId: string, staffId: string): Promise<Undoing> => {
  await holdFolds(work);
  const pair = await holdPair(work, pairId);
  if (!pair) return { kind: "unknown" };
  if (pair.decidedAt === undefined) return { kind: "nothing-to-undo" };
  const until = undoUntil(pair.decidedAt);
  if (work.now > until) return { kind: "too-late", until };
  await unsettlePair(work, pair, staffId);
  await followPair(work, pair);
  return { kind: "undone" };
};

const contradictionOf = async (work: SharedWork, pair: PairKept): Promise<{ a: string; b: string } | undefined> => {
  const groups = await groupsAround(work, kindOf(pair.level), [pair.a, pair.b]);
  return (await saidApart(work, groups.flat())).find(({ a, b }) => a !== pair.a || b !== pair.b);
};

/** What stands for what, and the services of structures that are now one, or two again. */
const followPair = async (work: SharedWork, { a, b, level }: PairKept): Promise<void> => {
  const kind = kindOf(level);
  await foldAgain(work, kind, [a, b]);
  if (kind === "structure") await compareServices(work, [a, b]);
};
