import type { Id, Role } from "#ground";
import type { Question } from "../register/register.ts";

export const issuerRoles = ["counsellor", "referent", "supervisor"] as const satisfies readonly Role[];
export type IssuerRole = (typeof issuerRoles)[number];

/** Modèle de carte ou de droit : what a commissioner gives, for how long, on which condition, and who may issue it. Data, not code. */
export interface CardModel {
  readonly id: Id<"CardModel">;
  /** How we call it. */
  readonly name: string;
  /** What is printed: it says nothing of whoever holds it. */
  readonly printedName: string;
  readonly months: number;
  /** What a register must say yes to; undefined: asking is enough. */
  readonly question: Question | undefined;
  readonly issuers: readonly IssuerRole[];
  /** A card bears a number; a right does not. */
  readonly isCard: boolean;
  readonly isDemonstration: boolean;
  readonly retiredAt: Date | undefined;
}

/** Whether one of these roles may issue it, renew it, and decide about it. */
export const mayIssue = (model: Pick<CardModel, "issuers">, roles: readonly Role[]): boolean =>
  model.issuers.some((role) => roles.includes(role));

// Shown at a till or in a bus, a card must not tell that somebody is poor, ill or out of work.
const telling =
  /\b(rsa|aah|ass|aspa|asf|aeeh|c2s|css|cmu|caf|msa|apa|pch)\b|\b(quotient|chom|handicap|invalid|precar|pauvre|indigen|surendett|minima|minimum|aide sociale|demandeur|sans emploi|solidar|solidaire|social|malad|isole)/;

/** Whether a text to be printed would tell something of whoever holds the card. */
export const tellsSituation = (text: string): boolean => telling.test(text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase());
