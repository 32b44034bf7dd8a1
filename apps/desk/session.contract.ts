import { z } from "zod";

/** Who is signed in, as `GET /api/session` says it. */
export const SessionContract = z.object({
  staff: z.object({ id: z.string(), name: z.string(), mail: z.string(), language: z.enum(["fr", "en"]), isAdministrator: z.boolean() }),
  memberships: z.array(
    z.object({ commissionerId: z.string(), slug: z.string(), name: z.string(), color: z.string(), roles: z.array(z.string()) }),
  ),
  isDemonstration: z.boolean(),
});
export type Session = z.infer<typeof SessionContract>;

/** Whether one listens to people, for one service at least: the day, the exchanges and the files are then open. */
export const listens = (session: Session): boolean =>
  session.memberships.some(({ roles }) => roles.some((role) => ["counsellor", "referent", "supervisor"].includes(role)));
