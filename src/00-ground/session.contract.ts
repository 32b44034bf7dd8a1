import { z } from "zod";
import { roles } from "./role.ts";

/** What is sent to sign in. */
export const SignInContract = z.object({ mail: z.string().trim().min(1).max(200), password: z.string().min(1).max(400) });

/** Session : who is signed in, for which services, in which roles. */
export const SessionContract = z.object({
  staff: z.object({ id: z.string(), name: z.string(), mail: z.string(), language: z.enum(["fr", "en"]), isAdministrator: z.boolean() }),
  memberships: z.array(
    z.object({
      commissionerId: z.string(),
      slug: z.string(),
      name: z.string(),
      color: z.string(),
      isDemonstration: z.boolean(),
      roles: z.array(z.enum(roles)),
      /** The same, as they are read in the language of the person. */
      roleNames: z.array(z.string()),
    }),
  ),
  language: z.enum(["fr", "en"]),
  /** True when one of the services is the demonstration: a band says so. */
  isDemonstration: z.boolean(),
});
export type Session = z.infer<typeof SessionContract>;
