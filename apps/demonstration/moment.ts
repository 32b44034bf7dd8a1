import type { Actor, Work } from "#ground/server";

/** Moment d'une histoire: one thing somebody does, at its instant. */
export interface Moment {
  readonly at: Date;
  readonly actor: Actor;
  readonly play: (work: Work) => Promise<void>;
}
