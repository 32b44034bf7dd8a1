import type { FastifyReply, FastifyRequest } from "fastify";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Frame } from "./frame.ts";
import { lookVersion } from "./look.http.ts";
import type { Ground } from "./work.store.ts";
import "./site.http.ts";

/** Sends a page rendered here, whole, without any script needed. */
export const sendPage = <Props extends object>(reply: FastifyReply, page: FunctionComponent<Props>, props: Props, status = 200): unknown =>
  reply
    .code(status)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(`<!doctype html>${renderToStaticMarkup(createElement(page, props))}`);

export const frameOf = (request: FastifyRequest): Frame => {
  const portal = request.portal;
  if (!portal) return { prefix: "", demonstration: request.isDemonstration, version: lookVersion };
  const { name, color, phone, slug, hasLogo } = portal.commissioner;
  return {
    brand: { name, color, phone, slug, ...(hasLogo ? { logoUrl: `${portal.prefix}/logo` } : {}) },
    prefix: portal.prefix,
    demonstration: request.isDemonstration,
    version: lookVersion,
  };
};

/** A page answered to a form may be shown again by « Précédent » without sending the form again. */
export const shownAgain = {
  schema: { hide: true },
  onSend: async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await Promise.resolve();
    reply.header("cache-control", "private, no-cache");
  },
} as const;

/** The fields of a form sent by a page without a script. What is absent reads as empty; what came twice gives its last value. */
export interface FormFields {
  one(name: string): string;
  all(name: string): readonly string[];
}

export const formFields = (request: FastifyRequest): FormFields => {
  const body: unknown = request.body;
  const read = (name: string): unknown =>
    typeof body === "object" && body !== null && Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined;
  const all = (name: string): string[] => [read(name)].flat().filter((value) => typeof value === "string");
  return { all, one: (name) => all(name).at(-1) ?? "" };
};

/** A key drawn for the hidden field `cle` of a form; it has the shape of an identifier. */
export const drawKey = (ground: Ground): string => {
  const hex = ground.draw(16).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
};
