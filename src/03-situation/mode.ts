/** Façon d'écouter : two minutes to give an answer, or the time it takes to listen. */
export type ListeningMode = "brief" | "listening";

/** What a browser keeps of it: the last choice of each member of staff, and that of her last exchanges. */
export interface KeptModes {
  readonly last: Readonly<Record<string, ListeningMode>>;
  /** Exchange → its mode, the newest last. */
  readonly exchanges: readonly (readonly [string, ListeningMode])[];
}

export const noModes: KeptModes = { last: {}, exchanges: [] };
const exchangesKept = 30;

/** The mode of an exchange: the one chosen for it, else the last one chosen, else listening. */
export const modeOf = (kept: KeptModes, staffId: string, contactId: string): ListeningMode =>
  kept.exchanges.find(([id]) => id === contactId)?.[1] ?? kept.last[staffId] ?? "listening";

/** Keeps a choice; exchanges of long ago are forgotten. */
export const withMode = (kept: KeptModes, staffId: string, contactId: string, mode: ListeningMode): KeptModes => ({
  last: { ...kept.last, [staffId]: mode },
  exchanges: [...kept.exchanges.filter(([id]) => id !== contactId), [contactId, mode] as const].slice(-exchangesKept),
});
