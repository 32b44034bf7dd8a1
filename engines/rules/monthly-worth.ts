import type { QuickAnswer } from "./on-demand.ts";
import type { HealthCover } from "./right.ts";

/**
 * What a health cover is worth to a person each month, so that it counts beside rights paid in money: what it cost by person covered in 2023,
 * 416 € a year. It is also near the least that an individual contract costs (36 € a month at 20 years, 142 € at 85; DREES, contracts of 2023).
 * It only ranks questions, and enters no amount that is shown.
 */
const healthCoverCents = 3467;

/** Valeur mensuelle d'un droit : cents a month; a right paid once a year is shared over twelve months. */
export const monthlyWorth = ({ right, amountCents, period, health, healthCostCents }: QuickAnswer, persons: number): number => {
  if (right === "css") return worthOfCover(health ?? "none", healthCostCents ?? 0, persons);
  return period === "year" ? Math.round(amountCents / 12) : amountCents;
};

const worthOfCover = (health: HealthCover, costCents: number, persons: number): number =>
  health === "none" ? 0 : Math.max(0, persons * healthCoverCents - costCents);
