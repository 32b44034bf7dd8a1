import { maskingVersion, type Entity } from "#engines/words";
import type { Work } from "#ground/server";
import { keepNamed, namedInFile, printIn } from "./file-token.store.ts";
import { nameToken } from "./file-tokens.ts";
import {
  casesThatMayHold,
  holdLeaks,
  keepLeak,
  rewriteCase,
  rewriteText,
  takeLeakBack,
  textsThatMayHold,
  type TextToMask,
} from "./leak.store.ts";
import { findReview } from "./review.store.ts";
import { faultOfSegment, findSegment, replaceSegment, surroundings, type SegmentFault } from "./segment.ts";
import { isEverydayWord } from "./words.source.ts";

export type LeakMarked =
  | { readonly kind: "masked"; readonly leakId: string; /** In how many texts it stood. */ readonly texts: number }
  | { readonly kind: "refused"; readonly because: SegmentFault | "not-there" };

/**
 * Masquer partout : hides a segment in every masked text of the house where it stands, whoever's file it is, and keeps it as a test of the
 * masking. There is no other copy to mend: examples and quotations point to the text, they hold none of it.
 */
export const markLeak = async (
  work: Work,
  given: { readonly reviewId: string; readonly segment: string; readonly type: Entity["type"] },
): Promise<LeakMarked> => {
  if (work.actor.kind !== "staff") throw new Error("only a human marks a leak");
  const segment = given.segment.trim();
  const because = faultOfSegment(segment, isEverydayWord);
  if (because) return { kind: "refused", because };
  await holdLeaks(work, "to-mark");
  const review = await findReview(work, given.reviewId);
  const texts = await textsThatMayHold(work, longestWord(segment));
  const read = texts.find((text) => text.maskedId === review?.maskedId);
  const [place] = read ? findSegment(read.text, segment) : [];
  if (!read || !place) return { kind: "refused", because: "not-there" };
  const { maskedId, personId } = read;
  const around = surroundings(read.text, place);
  const leak = { ...around, type: given.type, segment: read.text.slice(place.start, place.end), maskedId, personId, maskingVersion };
  const leakId = await keepLeak(work, { ...leak, staffId: work.actor.staffId });
  const concerned = texts.filter((text) => findSegment(text.text, segment).length > 0);
  for (const text of concerned)
    await rewriteText(work, leakId, text, replaceSegment(text.text, segment, await tokenIn(work, text, given.type, segment)));
  for (const { id, before, after } of await casesThatMayHold(work, longestWord(segment)))
    await rewriteCase(work, id, {
      before: replaceSegment(before, segment, `[${given.type}]`),
      after: replaceSegment(after, segment, `[${given.type}]`),
    });
  work.audit({
    action: "mask leak",
    objectKind: "masked text",
    objectId: maskedId,
    purpose: `${given.type}, ${String(concerned.length)} texts`,
  });
  return { kind: "masked", leakId, texts: concerned.length };
};

/** The same person keeps the same token in a file; another file counts its own. */
const tokenIn = async (work: Work, { personId }: TextToMask, type: Entity["type"], segment: string): Promise<string> => {
  if (type !== "NOM") return `[${type}]`;
  const { token, named } = nameToken(type, segment, await namedInFile(work, personId), printIn(work, personId));
  await keepNamed(work, personId, named);
  return token;
};

/** What the database looks for: the longest word, so that the spaces and signs between two words do not matter. */
const longestWord = (segment: string): string =>
  (segment.match(/[\p{L}\p{Nd}]+/gu) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), "");

export type LeakTakenBack =
  { readonly kind: "taken-back"; readonly restored: number; readonly kept: number } | { readonly kind: "too-late" };

/** Annuler : what was masked by mistake comes back, for a day, where nothing else was changed since; the test case goes. */
export const takeBackLeak = async (work: Work, leakId: string): Promise<LeakTakenBack> => {
  await holdLeaks(work, "to-mark");
  const done = await takeLeakBack(work, leakId);
  if (!done) return { kind: "too-late" };
  work.audit({ action: "take back leak", objectKind: "leak", objectId: leakId, purpose: `${String(done.restored)} texts` });
  return { kind: "taken-back", ...done };
};
