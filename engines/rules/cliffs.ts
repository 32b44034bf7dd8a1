import type { RightId } from "./right.ts";

/**
 * Effet de seuil : what one euro more may take away at once, because the law draws a line there. In cents, of the month or of the year as the
 * right is paid; the euro itself is counted in.
 */
export interface Cliff {
  readonly right: RightId;
  readonly cents: number;
  /** In French. */
  readonly because: string;
  /** Only when this other right ends at the same time. */
  readonly with?: RightId;
}

/**
 * Seuils connus, for one euro more of wage a month, or of taxable income two years ago. What is not written here loses at most what the euro
 * itself takes away. The covers of the complémentaire santé solidaire, which are not money, have their own ceilings.
 */
export const cliffs: readonly Cliff[] = [
  { right: "rsa", cents: 7_00, because: "moins de 6 € de RSA n'est pas versé" },
  { right: "prime_activite", cents: 16_00, because: "moins de 15 € de prime d'activité n'est pas versé" },
  {
    right: "aide_logement",
    cents: 10_00,
    because: "moins de 10 € d'allocation de logement n'est pas versé, et les ressources montent de 100 € en 100 €",
  },
  { right: "aide_logement", cents: 260_00, because: "sans AAH, une épargne de plus de 30 000 € compte", with: "aah" },
  { right: "ass", cents: 21_00, because: "moins d'un jour d'ASS n'est pas versé" },
  { right: "mva", cents: 104_77, because: "sans aide au logement, pas de majoration pour la vie autonome", with: "aide_logement" },
  { right: "mva", cents: 104_77, because: "sans AAH, pas de majoration pour la vie autonome", with: "aah" },
  { right: "paje_base", cents: 100_00, because: "au-dessus d'un plafond, l'allocation de base est moitié moindre, puis cesse" },
  { right: "cf", cents: 101_00, because: "au-dessus de la moitié du plafond, le complément familial n'est plus majoré" },
  { right: "ars", cents: 16_00, because: "moins de 15 € d'allocation de rentrée n'est pas versé" },
  { right: "cheque_energie", cents: 76_00, because: "le chèque énergie va par tranches de revenu" },
];

/** What one euro takes away where there is no cliff: a euro and a half, since wages are counted gross for the Aspa and the ASI. */
export const slopeCents = 1_50;
