import type { RightId } from "#engines/rules";
import type { RightAsked } from "./application.ts";

export const paperKinds = [
  "identity",
  "residence-permit",
  "bank-details",
  "social-security",
  "tax-notice",
  "income",
  "lease",
  "home",
  "family",
  "separation",
  "school",
  "medical-certificate",
  "disability-decision",
  "pensions",
  "savings",
  "unemployment",
  "work-years",
  "energy-bill",
] as const;
/** Pièce : a paper that a right asks for, by what it shows. */
export type PaperKind = (typeof paperKinds)[number];

/** Pièce déjà vue : « documents asked once » knows it, and until when it serves. Days AAAA-MM-JJ. */
export interface HeldPaper {
  readonly paper: PaperKind;
  readonly seenOn: string;
  readonly validUntil: string | undefined;
}

const always: readonly PaperKind[] = ["identity", "bank-details"];

const papers: Readonly<Record<RightId, readonly PaperKind[]>> = {
  rsa: [...always, "social-security", "income", "savings", "home", "family"],
  prime_activite: [...always, "social-security", "income", "home"],
  aide_logement: [...always, "lease", "income", "family"],
  aah: [...always, "medical-certificate", "home", "tax-notice"],
  mva: [...always, "disability-decision", "lease"],
  aspa: [...always, "tax-notice", "pensions", "savings", "income", "home"],
  asi: [...always, "disability-decision", "tax-notice", "pensions", "savings"],
  ass: [...always, "unemployment", "work-years", "income"],
  af: [...always, "family", "home"],
  cf: [...always, "family", "tax-notice"],
  asf: [...always, "family", "separation"],
  paje_base: [...always, "family", "tax-notice"],
  aeeh: [...always, "medical-certificate", "family", "school"],
  ars: [...always, "family", "school", "tax-notice"],
  css: ["identity", "social-security", "tax-notice", "income", "family"],
  cheque_energie: ["identity", "tax-notice", "energy-bill"],
};

/** Pièces à réunir : what to bring for a right, in the order in which it is asked for. Each body may ask for more. */
export const papersFor = (asked: RightAsked): readonly PaperKind[] =>
  asked.kind === "computed" ? papers[asked.right] : ["identity", "home", "income"];
