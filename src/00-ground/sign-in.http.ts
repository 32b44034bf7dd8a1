import type { FastifyReply, FastifyRequest } from "fastify";
import { timeInWords } from "#engines/calendar";
import { sql } from "kysely";
import { z } from "zod";
import { AccountPage } from "./AccountPage.screen.tsx";
import { changePassword } from "./change-password.action.ts";
import type { FieldError } from "./look/Form.screen.tsx";
import { safePath } from "./safe-path.ts";
import { roleWords } from "./role.words.ts";
import { SessionContract, SignInContract, type Session } from "./session.contract.ts";
import { endSession, staffOfSession } from "./session.store.ts";
import { signIn, type SignedIn } from "./sign-in.action.ts";
import { SignInPage } from "./SignInPage.screen.tsx";
import { signInWords } from "./sign-in.words.ts";
import type { Staff } from "./staff.store.ts";
import { sessionToken, setSessionCookie, signedIn, staffOf } from "./desk-work.http.ts";
import { HttpAnswer } from "./http-answer.ts";
import { formFields, frameOf, sendPage } from "./page.http.ts";
import { type Web } from "./site.http.ts";
import { inShared } from "./work.store.ts";

const words = signInWords.fr;

/** Opens the pages and the interface by which staff sign in, sign out and look after their account. */
export const openSignIn = (web: Web): void => {
  openSignInPages(web);
  openSessionApi(web);
  openAccountPages(web);
};

const openSignInPages = (web: Web): void => {
  web.app.get("/connexion", { schema: { hide: true } }, async (request, reply) => {
    const asked = (request.query as Record<string, unknown>)["suite"];
    const next = typeof asked === "string" ? asked : "";
    const staff = await staffOf(web, request);
    if (staff) return reply.redirect(safePath(next, homeOf(staff)), 303);
    return sendPage(reply, SignInPage, { ...frameOf(request), mail: "", next: safePath(next, ""), errors: [] });
  });
  web.app.post("/connexion", { schema: { hide: true } }, async (request, reply) => {
    const fields = formFields(request);
    const next = safePath(fields.one("suite"), "");
    const again = (errors: FieldError[], status: number) =>
      sendPage(reply, SignInPage, { ...frameOf(request), mail: fields.one("mail").slice(0, 200), next, errors }, status);
    const read = SignInContract.safeParse({ mail: fields.one("mail"), password: fields.one("password") });
    if (!read.success) return again(missing(fields.one("mail"), fields.one("password")), 422);
    const answer = await signIn(web.ground, { ...read.data, origin: request.ip });
    if (answer.kind !== "signed-in") return again([{ field: "mail", message: sentenceOf(answer) }], answer.kind === "locked" ? 429 : 422);
    const staff = await beginSession(web, request, reply, answer.token);
    return reply.redirect(safePath(next, homeOf(staff)), 303);
  });
  web.app.post("/deconnexion", { schema: { hide: true } }, async (request, reply) => {
    await leave(web, request, reply);
    return reply.redirect("/connexion", 303);
  });
};

const openSessionApi = (web: Web): void => {
  web.app.get("/api/session", { schema: { response: { 200: SessionContract } } }, async (request) =>
    sessionOf(await signedIn(web, request)),
  );
  web.app.post("/api/session", { schema: { body: SignInContract, response: { 200: SessionContract } } }, async (request, reply) => {
    const answer = await signIn(web.ground, { ...request.body, origin: request.ip });
    // Not 401: the desk would offer to sign in again while signing in.
    if (answer.kind !== "signed-in")
      throw new HttpAnswer(answer.kind === "locked" ? 429 : 422, sentenceOf(answer), {
        fields: [{ field: "password", sentence: sentenceOf(answer) }],
      });
    return sessionOf(await beginSession(web, request, reply, answer.token));
  });
  web.app.delete("/api/session", { schema: { response: { 200: z.object({}) } } }, async (request, reply) => {
    await leave(web, request, reply);
    return {};
  });
};

const openAccountPages = (web: Web): void => {
  const show = async (request: FastifyRequest, reply: FastifyReply, more: { errors?: FieldError[]; done?: string } = {}) => {
    const staff = await staffOf(web, request);
    if (!staff) return reply.redirect("/connexion?suite=/compte", 303);
    return sendPage(reply, AccountPage, { ...frameOf(request), session: sessionOf(staff), errors: [], ...more }, more.errors ? 422 : 200);
  };
  web.app.get("/compte", { schema: { hide: true } }, (request, reply) => {
    const done = doneSentences[String((request.query as Record<string, unknown>)["fait"])];
    return show(request, reply, done === undefined ? {} : { done });
  });
  web.app.post("/compte/langue", { schema: { hide: true } }, async (request, reply) => {
    const staff = await signedIn(web, request);
    const language = formFields(request).one("language") === "en" ? "en" : "fr";
    await inShared(web.ground, (work) => work.run(sql`update ground_staff set language = ${language} where id = ${staff.id}`));
    return reply.redirect("/compte?fait=langue", 303);
  });
  web.app.post("/compte/mot-de-passe", { schema: { hide: true } }, async (request, reply) => {
    const staff = await signedIn(web, request);
    const fields = formFields(request);
    const [present, next] = [fields.one("present"), fields.one("next")];
    if (next !== fields.one("again")) return show(request, reply, { errors: [{ field: "again", message: words.notTheSame }] });
    const answer = await changePassword(web.ground, staff, { present, next, origin: request.ip, token: sessionToken(request) ?? "" });
    if (answer.kind === "changed") return reply.redirect("/compte?fait=mot-de-passe", 303);
    if (answer.kind === "too-weak") return show(request, reply, { errors: [{ field: "next", message: answer.sentence }] });
    const message = answer.kind === "locked" ? sentenceOf(answer) : words.presentWrong;
    return show(request, reply, { errors: [{ field: "present", message }] });
  });
};

const doneSentences: Readonly<Record<string, string>> = { langue: words.languageKept, "mot-de-passe": words.changed };

const homeOf = (staff: Staff): string =>
  staff.memberships.length > 0 ? "/bureau/" : staff.isAdministrator ? "/administration" : "/compte";

const missing = (mail: string, password: string): FieldError[] => [
  ...(mail.trim() === "" ? [{ field: "mail", message: words.mailMissing }] : []),
  ...(password === "" ? [{ field: "password", message: words.passwordMissing }] : []),
  ...(mail.trim() !== "" && password !== "" ? [{ field: "mail", message: words.refused }] : []),
];

const sentenceOf = (answer: Exclude<SignedIn, { kind: "signed-in" }>): string =>
  answer.kind === "locked" ? words.locked(timeInWords(answer.until)) : words.refused;

/** The session that was open on this browser ends: a token is never carried from one person to another. */
const beginSession = async (web: Web, request: FastifyRequest, reply: FastifyReply, token: string): Promise<Staff> => {
  const before = sessionToken(request);
  if (before !== undefined) await endSession(web.ground, before);
  setSessionCookie(web.ground, reply, token);
  const staff = await staffOfSession(web.ground, token);
  if (!staff) throw new Error("a session just opened has no holder");
  return staff;
};

const leave = async (web: Web, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const token = sessionToken(request);
  if (token !== undefined) await endSession(web.ground, token);
  setSessionCookie(web.ground, reply, undefined);
};

const sessionOf = (staff: Staff): Session => ({
  staff: { id: staff.id, name: staff.name, mail: staff.mail, language: staff.language, isAdministrator: staff.isAdministrator },
  memberships: staff.memberships.map((membership) => ({
    commissionerId: membership.commissionerId,
    slug: membership.slug,
    name: membership.name,
    color: membership.color,
    isDemonstration: membership.isDemonstration,
    roles: [...membership.roles],
    roleNames: membership.roles.map((role) => roleWords[staff.language][role]),
  })),
  language: staff.language,
  isDemonstration: staff.memberships.some((membership) => membership.isDemonstration),
});
