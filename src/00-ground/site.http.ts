import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Commissioner } from "./commissioner.ts";
import type { Ground } from "./work.store.ts";

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

/** Whether people reach the server over TLS: cookies and headers follow. */
export const isSecure = (ground: Ground): boolean => ground.baseUrl().startsWith("https:");
