/** Manque signalé : how many times the same thing was asked for in vain, here, in 30 days, before someone must be told. */
export const timesBeforeReport = 3;
export const gapWindowDays = 30;

/** From where the window counts. */
export const gapWindowStart = (now: Date): Date => new Date(now.getTime() - gapWindowDays * 86_400_000);
