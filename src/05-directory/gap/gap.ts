/** Manque signalé : how many times the same thing was asked for in vain, here, in 30 days, before someone must be told. */
export const timesBeforeReport = 3;
export const gapWindowDays = 30;

/** From where the window counts. */
export const gapWindowStart = (now: Date): Date => new Date(now.getTime() - gapWindowDays * 86_400_000);

/** How far somebody may say that he has looked, in kilometres. */
export const gapRadii: readonly number[] = [5, 15, 30, 60];

/** The radius of the list that stands nearest to what was searched. */
export const gapRadiusNear = (kilometers: number): number =>
  gapRadii.reduce((best, each) => (Math.abs(each - kilometers) < Math.abs(best - kilometers) ? each : best));
