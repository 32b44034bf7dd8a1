import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodError } from "zod";
import { looksLikeId } from "./id.ts";
import type { FieldError } from "./look/Form.screen.tsx";
import type { Staff } from "./staff.store.ts";
import { staffOf } from "./desk-work.http.ts";
import { HttpAnswer } from "./http-answer.ts";
import { drawKey, formFields } from "./page.http.ts";
import { type Web } from "./site.http.ts";
import { webWords } from "./web.words.ts";

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Lets through those who administer the house. Nobody signed in: to the sign-in page, then back here. Anybody else: refused. */
export const administering =
  (web: Web, handle: (by: Staff, request: FastifyRequest, reply: FastifyReply) => unknown): Handler =>
  async (request, reply) => {
    const staff = await staffOf(web, request);
    if (!staff)
      return reply.redirect(`/connexion?suite=${encodeURIComponent(request.method === "GET" ? request.url : "/administration")}`, 303);
    if (!staff.isAdministrator) throw new HttpAnswer(403, webWords.fr.notAllowed);
    return handle(staff, request, reply);
  };

/** The key of the form, drawn with the page; one that has lost its shape is drawn again, and protects from nothing. */
export const formKey = (web: Web, request: FastifyRequest): string => {
  const key = formFields(request).one("cle");
  return looksLikeId(key) ? key : drawKey(web.ground);
};

export const queryText = (request: FastifyRequest, name: string): string => {
  const query = request.query as Record<string, unknown>;
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return typeof value === "string" ? value.trim().slice(0, 200) : "";
};

export const paramText = (request: FastifyRequest, name: string): string => String((request.params as Record<string, unknown>)[name]);

/** One sentence a field: the first. */
export const fieldErrors = (error: ZodError): FieldError[] => {
  const seen = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "name");
    if (!seen.has(field)) seen.set(field, issue.message);
  }
  return [...seen].map(([field, message]) => ({ field, message }));
};
