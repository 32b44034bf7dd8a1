/** Étape d'un suivi : one line of « où en est ma demande », in the person's words. Never a theme, never the name of a benefit. */
export interface FollowUpStep {
  readonly title: string;
  readonly detail?: string;
  readonly state: "done" | "now" | "next";
}
