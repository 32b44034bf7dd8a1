import { z } from "zod";
import { roles } from "./role.ts";
import { staffWords as words } from "./staff.words.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One box ticked: "{commissioner}:{role}". */
const GrantContract = z.string().transform((text, check) => {
  const [commissionerId = "", role = ""] = text.split(":");
  const read = z.enum(roles).safeParse(role);
  if (uuid.test(commissionerId) && read.success) return { commissionerId, role: read.data };
  check.addIssue({ code: "custom", message: words.errors.grants });
  return z.NEVER;
});
export type Grant = z.infer<typeof GrantContract>;

export const GrantsContract = z.array(GrantContract).max(2000);

/** Professionnel, as the administrator's form sends it. */
export const StaffContract = z.object({
  name: z.string().trim().min(2, words.errors.name).max(80, words.errors.name),
  mail: z
    .string()
    .trim()
    .toLowerCase()
    .max(200, words.errors.mail)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/, words.errors.mail),
  isAdministrator: z.boolean(),
  grants: GrantsContract,
});
export type StaffFields = z.infer<typeof StaffContract>;
