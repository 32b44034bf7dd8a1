import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { holdsBadText } from "./bad-text.ts";
import type { Commissioner } from "./commissioner.ts";
import { findCommissioner, openCommissioners } from "./commissioner.store.ts";
import { isPassing } from "./database.store.ts";
import type { Frame } from "./frame.ts";
import { ErrorPage } from "./ErrorPage.screen.tsx";
import type { Id } from "./id.ts";
import { longestPart, readableAddress } from "./readable-address.ts";
import { mayDo, type Deed } from "./role.ts";
import { staffOfSession } from "./session.store.ts";
import { actorFor, type Staff } from "./staff.store.ts";
import { webWords } from "./web.words.ts";
import { inCommissioner, inShared, type Ground, type Work } from "./work.store.ts";

export type WebApp = FastifyInstance<
  import("node:http").Server,
  import("node:http").IncomingMessage,
  import("node:http").ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Site : where a room opens its pages and its interface. */
export interface Web {
  readonly app: WebApp;
  readonly ground: Ground;
}

/** Portail : the service that a visitor is at, by host name or by `/s/{slug}`, and what its links begin with. */
export interface Portal {
  readonly commissioner: Commissioner;
  readonly prefix: string;
}

const words = webWords.fr;
const sessionCookie = "tu_session";

/** An answer other than success, thrown by the helpers below and by handlers: status and sentence, nothing else. */
export class HttpAnswer extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.status = status;
    this.details = details;
  }
}

/** What does not exist, and what belongs to another commissioner: the same answer. */
export const notFound = (): HttpAnswer => new HttpAnswer(404, words.notFoundTitle);

declare module "fastify" {
  interface FastifyRequest {
    portal: Portal | undefined;
    /** Whether what this page may show was invented: its service, or any service when the page belongs to none. */
    isDemonstration: boolean;
  }
  interface FastifyContextConfig {
    /** True for what is the same at every service: its portal is not looked for. */
    everywhere?: boolean;
  }
}

const slugs = new WeakMap<object, string>();

/** Builds the web server: limits, headers, refusal of what the database cannot keep, errors with a number to quote. Rooms add their routes. */
export const buildWeb = async (ground: Ground, options: { readonly requestsPerMinute?: number } = {}): Promise<Web> => {
  const app = Fastify({
    loggerInstance: ground.log,
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: "loopback",
    bodyLimit: 512 * 1024,
    // A body that never ends holds a connection no longer than this; the largest files of a directory have the time to arrive.
    requestTimeout: 10 * 60_000,
    routerOptions: { maxParamLength: longestPart },
    rewriteUrl: (raw) => {
      const asked = readableAddress(raw.url ?? "/");
      const [, slug, rest] = /^\/s\/([a-z0-9-]{1,60})((?:[/?].*)?)$/.exec(asked) ?? [];
      if (slug === undefined || rest === undefined) return asked;
      slugs.set(raw, slug);
      return rest.startsWith("/") ? rest : `/${rest}`;
    },
  }).withTypeProvider<ZodTypeProvider>() as unknown as WebApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isSecure(ground) ? [] : null,
      },
    },
    strictTransportSecurity: isSecure(ground) ? { maxAge: 31_536_000 } : false,
    // A token may stand in an address: no other site must receive it. Ours must: with "no-referrer" a form of ours would say "Origin: null".
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, { limits: { files: 1, fields: 20, fileSize: 4 * 1024 ** 3 } });
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute ?? 3000,
    timeWindow: "1 minute",
    errorResponseBuilder: () => new HttpAnswer(429, words.tooMany),
  });
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Trait d’union", version: "1", description: "Interface du bureau et des services." } },
    transform: jsonSchemaTransform,
  });
  app.decorateRequest("portal", undefined);
  app.decorateRequest("isDemonstration", false);
  const isDemonstration = demonstrationOf(ground);
  app.addHook("onRequest", async (request) => {
    // Whether the server is well, and its styles, are answered without asking the database anything.
    if (request.routeOptions.config.everywhere === true) return;
    request.portal = await portalAt(ground, request);
    request.isDemonstration = request.portal?.commissioner.isDemonstration ?? (await isDemonstration());
  });
  app.addHook("onRequest", refuseOtherSites);
  app.addHook("preValidation", (request, _reply, done) => {
    const isBad = holdsBadText(request.body) || holdsBadText(request.query) || holdsBadText(request.params);
    done(isBad ? new HttpAnswer(400, words.badText) : undefined);
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    // An answer may hold what somebody confided: nothing keeps it unless its route says so.
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "no-store");
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    // A file refused half-way: the rest of it is let through unread, or the next request of this connection would wait behind it.
    if (!request.raw.complete) request.raw.unpipe().resume();
    // The pattern of the route, never its address: a token or a name may stand there.
    ground.log.info({
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  app.setErrorHandler((error: FastifyError | HttpAnswer, request, reply) => answerError(ground, error, request, reply));
  app.setNotFoundHandler((request, reply) => answerError(ground, notFound(), request, reply));
  openLook(app);
  return { app, ground };
};

const isSecure = (ground: Ground): boolean => ground.baseUrl().startsWith("https:");

const portalAt = async (ground: Ground, request: FastifyRequest): Promise<Portal | undefined> => {
  const slug = slugs.get(request.raw);
  const host = request.hostname;
  if (slug === undefined && (/^(127\.0\.0\.1|localhost|\[::1\])$/.test(host) || host.length === 0)) return undefined;
  const commissioner = await inShared(ground, (work) => findCommissioner(work, slug === undefined ? { host } : { slug }));
  if (slug !== undefined && !commissioner) throw notFound();
  return commissioner && { commissioner, prefix: slug === undefined ? "" : `/s/${slug}` };
};

/** Whether this house holds a demonstration: asked once a minute at most, since every page shows it. */
const demonstrationOf = (ground: Ground): (() => Promise<boolean>) => {
  let known: { readonly answer: boolean; readonly until: number } | undefined;
  return async () => {
    const now = ground.clock().getTime();
    if (known && known.until > now) return known.answer;
    const answer = (await inShared(ground, openCommissioners)).some((each) => each.isDemonstration);
    known = { answer, until: now + 60_000 };
    return answer;
  };
};

/** A form or a script of another site must not act in the name of someone signed in here. */
const refuseOtherSites = async (request: FastifyRequest): Promise<void> => {
  await Promise.resolve();
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const site = request.headers["sec-fetch-site"];
  const origin = request.headers.origin;
  const isOther =
    site === "cross-site" ||
    site === "same-site" ||
    (origin !== undefined && !(URL.canParse(origin) && withoutUsualPort(new URL(origin).host) === withoutUsualPort(request.host)));
  if (isOther) throw new HttpAnswer(403, words.otherSite);
};

/** Some proxies say "ecoute.example:443" where browsers say "ecoute.example". */
const withoutUsualPort = (host: string): string => host.replace(/:(80|443)$/, "");

const wantsJson = (request: FastifyRequest): boolean => request.url.startsWith("/api/");

const answerError = (ground: Ground, error: FastifyError | HttpAnswer, request: FastifyRequest, reply: FastifyReply): unknown => {
  const known = knownAnswer(error);
  if (known) {
    if (known.status === 503) ground.log.warn({ route: request.routeOptions.url, error: { name: error.name, message: error.message } });
    return sendRefusal(request, reply, known);
  }
  const incident = ground.draw(4).toString("hex").toUpperCase();
  ground.log.error({ incident, route: request.routeOptions.url, error: { name: error.name, message: error.message, stack: error.stack } });
  return sendRefusal(request, reply, new HttpAnswer(500, words.errorTitle, { incident }));
};

const knownAnswer = (error: FastifyError | HttpAnswer): HttpAnswer | undefined => {
  if (error instanceof HttpAnswer) return error;
  if (hasZodFastifySchemaValidationErrors(error))
    return new HttpAnswer(400, words.badInput, {
      fields: error.validation.map((each) => ({
        field: each.instancePath.replace(/^\//, "").replaceAll("/", "."),
        sentence: each.message,
      })),
    });
  if (isPassing(error)) return new HttpAnswer(503, words.unavailable);
  if (error.statusCode === 413) return new HttpAnswer(413, words.tooLarge);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new HttpAnswer(error.statusCode, words.badInput);
  return undefined;
};

const sendRefusal = (request: FastifyRequest, reply: FastifyReply, answer: HttpAnswer): unknown => {
  if (wantsJson(request)) return reply.code(answer.status).send({ sentence: answer.message, ...answer.details });
  return sendPage(reply, ErrorPage, { ...frameOf(request), ...errorText(answer) }, answer.status);
};

const errorText = (answer: HttpAnswer): { readonly title: string; readonly sentence: string } => {
  const incident = answer.details["incident"];
  if (typeof incident === "string") return { title: words.errorTitle, sentence: words.error(incident) };
  return answer.status === 404
    ? { title: answer.message, sentence: words.notFound }
    : { title: words.refusedTitle, sentence: answer.message };
};

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

/** Who is signed in, if anyone. */
export const staffOf = async (web: Web, request: FastifyRequest): Promise<Staff | undefined> => {
  const token = request.cookies[sessionCookie];
  return token === undefined ? undefined : staffOfSession(web.ground, token);
};

/** Who is signed in; otherwise 401, and the desk offers to sign in again without losing the text. */
export const signedIn = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await staffOf(web, request);
  if (!staff) throw new HttpAnswer(401, words.signInAgain);
  return staff;
};

/** Acts for one commissioner that the person signed in serves; another one answers 404, like what does not exist. */
export const workFor = async <Result>(
  web: Web,
  request: FastifyRequest,
  commissionerId: string,
  deed: Deed,
  task: (work: Work) => Promise<Result>,
): Promise<Result> => {
  const actor = actorFor(await signedIn(web, request), commissionerId);
  if (!actor) throw notFound();
  if (!mayDo(actor.roles, deed)) throw new HttpAnswer(403, words.notAllowed);
  return inCommissioner(web.ground, actor, task);
};

/**
 * Acts on a thing known by its identifier alone: looks for it among the commissioners that the person signed in serves, and
 * does the task there. Found nowhere, or elsewhere: 404.
 */
export const workOn = async <Result>(
  web: Web,
  request: FastifyRequest,
  deed: Deed,
  isHere: (work: Work) => Promise<boolean>,
  task: (work: Work) => Promise<Result>,
): Promise<Result> => {
  const staff = await signedIn(web, request);
  for (const { commissionerId } of staff.memberships) {
    const actor = actorFor(staff, commissionerId);
    if (!actor) continue;
    const found = await inCommissioner(web.ground, actor, async (work) => {
      if (!(await isHere(work))) return undefined;
      if (!mayDo(actor.roles, deed)) throw new HttpAnswer(403, words.notAllowed);
      return { result: await task(work) };
    });
    if (found) return found.result;
  }
  throw notFound();
};

/** Asks each commissioner that the person signed in serves and may do this for, one transaction each. */
export const workForEach = async <Result>(
  web: Web,
  request: FastifyRequest,
  deed: Deed,
  task: (work: Work, commissionerId: Id<"Commissioner">) => Promise<Result>,
): Promise<Result[]> => {
  const staff = await signedIn(web, request);
  const results: Result[] = [];
  for (const membership of staff.memberships) {
    const actor = actorFor(staff, membership.commissionerId);
    if (actor && mayDo(actor.roles, deed))
      results.push(await inCommissioner(web.ground, actor, (work) => task(work, membership.commissionerId)));
  }
  return results;
};

/** The key that every write from the desk or from another system carries. */
export const idempotencyKey = (request: FastifyRequest): string => {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key.length < 8 || key.length > 100) throw new HttpAnswer(400, words.keyMissing);
  return key;
};

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

export const keyReused = (): HttpAnswer => new HttpAnswer(409, words.keyReused);

export const setSessionCookie = (ground: Ground, reply: FastifyReply, token: string | undefined): void => {
  const shape = { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(ground) } as const;
  if (token === undefined) void reply.clearCookie(sessionCookie, shape);
  else void reply.setCookie(sessionCookie, token, shape);
};
export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[sessionCookie];

// The look: styles of the house and its font, read once. The version is in the address, so they may be kept by browsers for ever.
const lookFolder = path.resolve(import.meta.dirname, "look");
const fontFile = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve("@fontsource-variable/source-sans-3/package.json")),
  "files/source-sans-3-latin-wght-normal.woff2",
);
const lookFiles: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  "public.css": { file: path.join(lookFolder, "public.css"), type: "text/css; charset=utf-8" },
  "observatory.css": { file: path.join(lookFolder, "observatory.css"), type: "text/css; charset=utf-8" },
  "tokens.css": { file: path.join(lookFolder, "tokens.css"), type: "text/css; charset=utf-8" },
  "charts.css": { file: path.join(lookFolder, "charts.css"), type: "text/css; charset=utf-8" },
  "source-sans-3-latin-wght-normal.woff2": { file: fontFile, type: "font/woff2" },
};
/** Changes when a style or the font changes. */
export const lookVersion = Object.values(lookFiles)
  .reduce((hash, { file }) => hash.update(readFileSync(file)), createHash("sha256"))
  .digest("hex")
  .slice(0, 10);

const openLook = (app: WebApp): void => {
  const read = new Map<string, Buffer>();
  app.get("/look/:file", { schema: { hide: true }, config: { everywhere: true } }, (request, reply) => {
    const name = (request.params as { file: string }).file;
    const entry = Object.hasOwn(lookFiles, name) ? lookFiles[name] : undefined;
    if (!entry) throw notFound();
    const bytes = read.get(name) ?? readFileSync(entry.file);
    read.set(name, bytes);
    return reply.header("cache-control", "public, max-age=31536000, immutable").type(entry.type).send(bytes);
  });
};
