import type { Id } from "#ground";
import type { Work } from "#ground/server";

/** Pièce gardée : what was kept for a person with her yes, as her follow-up names it. */
export interface KeptEnclosure {
  readonly id: string;
  /** Never a theme, never a word of what it says. */
  readonly name: string;
  readonly agreedAt: Date;
}

/** Whose it is: everything of a person, or what came with one callback, when the one who follows it did not prove who they are. */
export interface EnclosureOwner {
  readonly personId: string;
  readonly callbackId: string | undefined;
}

/**
 * Pièces jointes à une demande de rappel : what a later room lets someone bring to the form, with her yes. That room signs, keeps, names
 * and forgets it; this one carries it, shows it before it is sent, and lets her take it back. Given by whoever starts the server.
 */
export interface Enclosures {
  /** How the last page names it, before anything is sent; undefined when it cannot be read any more: then it is left behind. */
  readonly nameOf: (enclosed: string, commissionerId: string, now: Date) => string | undefined;
  readonly keep: (
    work: Work,
    booked: { readonly personId: Id<"Person">; readonly callbackId: Id<"Callback"> },
    enclosed: string,
  ) => Promise<void>;
  readonly keptFor: (work: Work, owner: EnclosureOwner) => Promise<readonly KeptEnclosure[]>;
  /** @returns whether something of this owner was erased */
  readonly forget: (work: Work, owner: EnclosureOwner, id: string) => Promise<boolean>;
}

/**
 * Lecture d'un danger in what a citizen writes.
 * @returns the motives of a danger for somebody's life or body; none when nothing was seen, which never means that there is none
 */
export type DangerReader = (text: string) => readonly string[];
