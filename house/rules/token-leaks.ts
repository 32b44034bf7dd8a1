import type { Web } from "#ground/server";
import { pagesOf, type Method } from "./routes.ts";

/** Links of one service, tried at the address of another. */
export interface TokenProbe {
  readonly web: Web;
  readonly tokens: readonly string[];
  /** Cookies that the links received at their own service. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly marks: readonly string[];
  /** « /s/mutuelle-des-alpes ». */
  readonly prefix: string;
}

interface Seen {
  readonly method: Method;
  readonly path: string;
  readonly status: number;
  readonly told: readonly string[];
}

/** What every page with a token answers under a prefix, for every token: pages that open tomorrow are tried too. */
export const seenUnder = async (
  { web, tokens, cookies, marks, prefix }: TokenProbe,
  deeds: "looking" | "looking and doing",
): Promise<readonly Seen[]> => {
  const seen: Seen[] = [];
  for (const { path, methods } of pagesOf(web).filter((page) => page.path.includes(":token")))
    for (const method of methods.filter((each) => each === "GET" || deeds === "looking and doing"))
      for (const token of tokens) {
        const answer = await web.app.inject({
          method,
          url: `${prefix}${path.replace(":token", token).replaceAll(/:\w+/g, "00000000-0000-4000-8000-000000000000")}`,
          cookies: { ...cookies },
          headers: { "content-type": "application/x-www-form-urlencoded" },
          ...(method === "GET" ? {} : { payload: "cle=essai-0000-0000&lettres=paul" }),
        });
        const text = `${answer.body} ${answer.headers.location ?? ""}`;
        seen.push({ method, path, status: answer.statusCode, told: marks.filter((mark) => text.includes(mark)) });
      }
  return seen;
};

/** @returns a line for each page that shows something of a link of another service, or that opens for it; none when all stay closed. */
export const tokenLeaks = async (probe: TokenProbe): Promise<readonly string[]> => {
  const seen = await seenUnder(probe, "looking and doing");
  return [
    ...new Set(
      seen
        .filter(({ status, told }) => told.length > 0 || status < 300 || status >= 500)
        .map(({ method, path, status, told }) => `${method} ${path} answers ${status} to another service's link, and tells ${told.length}`),
    ),
  ];
};
