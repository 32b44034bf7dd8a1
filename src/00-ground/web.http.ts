import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { holdsBadText } from "./bad-text.ts";
import { findCommissioner, openCommissioners } from "./commissioner.store.ts";
import { isPassing } from "./database.store.ts";
import { ErrorPage } from "./ErrorPage.screen.tsx";
import { longestPart, readableAddress } from "./readable-address.ts";
import { HttpAnswer, notFound } from "./http-answer.ts";
import { openLook } from "./look.http.ts";
import { frameOf, sendPage } from "./page.http.ts";
import { isSecure, type Portal, type Web, type WebApp } from "./site.http.ts";
import { webWords } from "./web.words.ts";
import { inShared, type Ground } from "./work.store.ts";

const words = webWords.fr;

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
