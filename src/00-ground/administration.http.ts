import type { FastifyReply, FastifyRequest } from "fastify";
import { openCommissionerAdmin } from "./commissioner-admin.http.ts";
import { openJournal } from "./journal.http.ts";
import { openStaffAdmin } from "./staff-admin.http.ts";
import { administering } from "./administrator.http.ts";
import type { Web } from "./site.http.ts";

/** Administration : services, accesses, log and messages; for those who administer the house, and nobody else. */
export const openAdministration = (web: Web, options: { readonly auditHeadsFile?: string } = {}): void => {
  web.app.get(
    "/administration",
    { schema: { hide: true } },
    administering(web, (_by, _request: FastifyRequest, reply: FastifyReply) => reply.redirect("/administration/services", 303)),
  );
  openCommissionerAdmin(web);
  openStaffAdmin(web);
  openJournal(web, options.auditHeadsFile);
};
