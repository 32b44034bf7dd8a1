import type { Frame } from "#ground";

/** What the pages of the simulator share: where they are, and what was answered so far, signed. */
export interface SimulatorPage extends Frame {
  readonly answers: string;
  /** The result was seen: every page leads back to it. */
  readonly isDone: boolean;
}

export const addressOf = ({ prefix }: Pick<Frame, "prefix">, place: number | "resultat" | "rappel" | "lien"): string =>
  `${prefix}/mes-droits/${place}`;
