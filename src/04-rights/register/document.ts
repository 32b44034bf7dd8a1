import { compareDays, type Day } from "#engines/calendar";
import type { Id } from "#ground";
import { paperKinds } from "../application/paper.ts";
import { registers } from "./register.ts";

export const documentKinds = [...registers, ...paperKinds] as const;
/** Ce qu'un justificatif montre : what a register answers, or a paper that a right asks for. */
export type DocumentKind = (typeof documentKinds)[number];

export const documentPurposes = ["referral", "application", "card", "renewal"] as const;
/** À quoi un justificatif a servi. */
export type DocumentPurpose = (typeof documentPurposes)[number];

/**
 * Justificatif : proof that something was seen, by whom and until when it serves. The paper itself is not kept: no file enters the house, at
 * most its fingerprint, by which it is known again.
 */
export interface ProofDocument {
  readonly id: Id<"Document">;
  readonly kind: DocumentKind;
  /** A register answered it, she showed it, or an organisation sent it. */
  readonly provenance: "register" | "person" | "body";
  /** Which organisation, in words. */
  readonly from: string | undefined;
  /** For a quotient: the amount it was compared with. */
  readonly atMost: number | undefined;
  readonly seenOn: Day;
  readonly seenBy: Id<"Staff"> | undefined;
  /** Undefined: it has no end. */
  readonly validUntil: Day | undefined;
}

/** What a proof must show. */
export interface ProofAsked {
  readonly kind: DocumentKind;
  readonly on: Day;
  /** A renewal asks for something seen since its window opened: an older paper says nothing of today. */
  readonly since?: Day | undefined;
  readonly atMost?: number | undefined;
}

/** Whether a document proves what is asked, on that day. */
export const proves = (document: ProofDocument, asked: ProofAsked): boolean =>
  document.kind === asked.kind &&
  document.atMost === asked.atMost &&
  compareDays(document.seenOn, asked.on) <= 0 &&
  (document.validUntil === undefined || compareDays(asked.on, document.validUntil) <= 0) &&
  (asked.since === undefined || compareDays(asked.since, document.seenOn) <= 0);

/** The proof that serves longest among those that prove it. */
export const bestProof = (documents: readonly ProofDocument[], asked: ProofAsked): ProofDocument | undefined =>
  documents
    .filter((document) => proves(document, asked))
    .toSorted((a, b) => (b.validUntil ?? "9999").localeCompare(a.validUntil ?? "9999") || b.seenOn.localeCompare(a.seenOn))[0];
