import type { Role } from "#ground";
import type { CommissionerSlug } from "./commissioners.ts";

/** Professionnel de la démonstration: an invented colleague, and where they serve. */
export interface PlannedStaff {
  readonly mail: string;
  readonly name: string;
  /** As the terminal shows it. */
  readonly roleInWords: string;
  readonly role: Role | "administrator";
  readonly serves: readonly CommissionerSlug[];
}

const alpes = "mutuelle-des-alpes";
const ouest = "caisse-retraite-ouest";
const both: readonly CommissionerSlug[] = [alpes, ouest];
const member = (
  mail: string,
  name: string,
  role: PlannedStaff["role"],
  roleInWords: string,
  serves: readonly CommissionerSlug[] = both,
): PlannedStaff => ({ mail: `${mail}@trait-dunion.example`, name, role, roleInWords, serves });

/** A dozen colleagues, one at least for each role; the most useful account comes first. */
export const plannedStaff: readonly PlannedStaff[] = [
  member("ines", "Inès Caron", "counsellor", "conseillère"),
  member("sonia", "Sonia Lebrun", "supervisor", "superviseure"),
  member("mehdi", "Mehdi Bonnaire", "counsellor", "conseiller"),
  member("claire", "Claire Aubertin", "counsellor", "conseillère", [alpes]),
  member("yann", "Yann Kerdoret", "counsellor", "conseiller", [ouest]),
  member("fatou", "Fatou Marsaud", "counsellor", "conseillère"),
  member("paul", "Paul Rivoire", "referent", "référent de parcours"),
  member("marc", "Marc Delestrade", "supervisor", "superviseur"),
  member("nadia", "Nadia Ferrandier", "quality-auditor", "auditrice qualité"),
  member("hugo", "Hugo Tessandier", "data-referent", "référent données"),
  member("elise", "Élise Montaron", "commissioner-viewer", "donneur d’ordre (lecture)", [alpes]),
  member("agnes", "Agnès Vidalin", "administrator", "administratrice"),
];

/** Those who listen for a service, the one who is shown first among them. */
export const listenersOf = (slug: CommissionerSlug): readonly PlannedStaff[] =>
  plannedStaff.filter((each) => (each.role === "counsellor" || each.role === "referent") && each.serves.includes(slug));
