import type { FastifyReply, FastifyRequest } from "fastify";
import { administering, fieldErrors, formKey, paramText, queryText } from "./administrator.http.ts";
import { administrationWords } from "./administration.words.ts";
import { openCommissioners } from "./commissioner.store.ts";
import { looksLikeId } from "./id.ts";
import type { FieldError } from "./look/Form.screen.tsx";
import { addStaff, endAccess, renewPassword, setAdministrator, setRoles } from "./manage-staff.action.ts";
import { GrantsContract, StaffContract } from "./staff.contract.ts";
import type { Account } from "./account.ts";
import { listAccounts } from "./staff.store.ts";
import { staffWords } from "./staff.words.ts";
import { AccountAdminPage, AccountsPage, NewAccountPage, PasswordPage } from "./StaffAdmin.screen.tsx";
import { HttpAnswer, notFound } from "./http-answer.ts";
import { drawKey, formFields, frameOf, sendPage, type FormFields } from "./page.http.ts";
import { type Web } from "./site.http.ts";
import { inShared } from "./work.store.ts";

const words = administrationWords.fr;
const options = { schema: { hide: true } };

export const openStaffAdmin = (web: Web): void => {
  openAccounts(web);
  openAccount(web);
};

const openAccounts = (web: Web): void => {
  web.app.get(
    "/administration/equipes",
    options,
    administering(web, async (_by, request, reply) => {
      const accounts = await inShared(web.ground, (work) => listAccounts(work));
      return sendPage(reply, AccountsPage, { ...frameOf(request), accounts, done: queryText(request, "fait") ? words.saved : undefined });
    }),
  );
  web.app.get(
    "/administration/equipes/nouveau",
    options,
    administering(web, (_by, request, reply) => showNew(web, request, reply)),
  );
  web.app.post(
    "/administration/equipes/nouveau",
    options,
    administering(web, async (by, request, reply) => {
      const fields = formFields(request);
      const read = StaffContract.safeParse({ name: fields.one("name"), mail: fields.one("mail"), ...accessOf(fields, request) });
      if (!read.success) return showNew(web, request, reply, fieldErrors(read.error));
      const answer = await addStaff(web.ground, by, formKey(web, request), read.data);
      if (answer.kind === "mail-taken") return showNew(web, request, reply, [{ field: "mail", message: staffWords.errors.mailTaken }]);
      const password = answer.kind === "added" ? answer.password : undefined;
      return sendPage(reply, PasswordPage, { ...frameOf(request), name: read.data.name, password });
    }),
  );
};

const openAccount = (web: Web): void => {
  web.app.get(
    "/administration/equipes/:id",
    options,
    administering(web, async (_by, request, reply) => showAccount(web, request, reply, await accountAt(web, request))),
  );
  web.app.post(
    "/administration/equipes/:id/roles",
    options,
    administering(web, async (by, request, reply) => {
      const account = await accountAt(web, request, "at-work");
      const { grants, isAdministrator } = accessOf(formFields(request), request);
      const read = GrantsContract.safeParse(grants);
      if (!read.success) throw new HttpAnswer(400, staffWords.errors.grants);
      if (account.id === by.id && !isAdministrator) return showAccount(web, request, reply, account, staffWords.errors.self);
      const answer = await setRoles(web.ground, by, { staffId: account.id, key: formKey(web, request), grants: read.data });
      if (answer.kind === "key-reused") return showAccount(web, request, reply, await accountAt(web, request), words.keyReused);
      await setAdministrator(web.ground, by, account.id, isAdministrator);
      return reply.redirect("/administration/equipes?fait=1", 303);
    }),
  );
  web.app.post(
    "/administration/equipes/:id/mot-de-passe",
    options,
    administering(web, async (by, request, reply) => {
      const account = await accountAt(web, request, "at-work");
      const password = await renewPassword(web.ground, by, account.id);
      return sendPage(reply, PasswordPage, { ...frameOf(request), name: account.name, password });
    }),
  );
  web.app.post(
    "/administration/equipes/:id/fin",
    options,
    administering(web, async (by, request, reply) => {
      const account = await accountAt(web, request);
      if (account.id === by.id) return showAccount(web, request, reply, account, staffWords.errors.self);
      if (!account.hasLeft) await endAccess(web.ground, by, account.id);
      return reply.redirect("/administration/equipes?fait=1", 303);
    }),
  );
};

const accountAt = async (web: Web, request: FastifyRequest, state?: "at-work"): Promise<Account> => {
  const id = paramText(request, "id");
  const [account] = looksLikeId(id) ? await inShared(web.ground, (work) => listAccounts(work, id)) : [];
  if (!account || (state === "at-work" && account.hasLeft)) throw notFound();
  return account;
};

/** The boxes ticked. Each service has its group of boxes, named after it. */
const accessOf = (fields: FormFields, request: FastifyRequest): { grants: string[]; isAdministrator: boolean } => {
  const body: unknown = request.body;
  const groups = typeof body === "object" && body !== null ? Object.keys(body).filter((name) => name.startsWith("grants-")) : [];
  return { grants: groups.flatMap((name) => fields.all(name)), isAdministrator: fields.one("isAdministrator") === "yes" };
};

const servicesOf = (web: Web) => inShared(web.ground, openCommissioners);

const showNew = async (web: Web, request: FastifyRequest, reply: FastifyReply, errors?: readonly FieldError[]): Promise<unknown> => {
  const fields = formFields(request);
  const values = { name: fields.one("name").slice(0, 200), mail: fields.one("mail").slice(0, 300) };
  const shown = {
    services: await servicesOf(web),
    values,
    ...accessOf(fields, request),
    formKey: drawKey(web.ground),
    ...(errors ? { errors } : {}),
  };
  return sendPage(reply, NewAccountPage, { ...frameOf(request), ...shown }, errors ? 422 : 200);
};

const showAccount = async (
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  mistake?: string,
): Promise<unknown> => {
  const keys = { roles: drawKey(web.ground), renew: drawKey(web.ground), end: drawKey(web.ground) };
  const errors = mistake === undefined ? [] : [{ field: "isAdministrator", message: mistake }];
  return sendPage(
    reply,
    AccountAdminPage,
    { ...frameOf(request), account, services: await servicesOf(web), keys, errors },
    mistake === undefined ? 200 : 422,
  );
};
