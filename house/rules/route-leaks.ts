import type { Web } from "#ground/server";
import { callRoute, pagesOf, routesOf, type Route } from "./routes.ts";
import { sampleOf } from "./schema-samples.ts";

/** Someone who works for one commissioner, and what belongs to another one. */
export interface Walk {
  readonly web: Web;
  /** Of someone who holds every role, at the first commissioner only. */
  readonly cookie: string;
  readonly theirs: {
    readonly commissionerId: string;
    readonly ids: readonly string[];
    /** The room that keeps the thing an identifier names. */
    readonly roomOf: (id: string) => string;
    /** Words that stand nowhere but at theirs. */
    readonly marks: readonly string[];
  };
}

/** What belongs to everyone may be read by everyone. */
const isShared = (path: string): boolean => /^\/api\/(session|services|exports|changes|places|openapi|observatoire|directory)/.test(path);

const namesCommissioner = (value: unknown): value is { commissionerId: unknown } =>
  typeof value === "object" && value !== null && "commissionerId" in value;

/**
 * Calls every route of the interface as someone of one commissioner, with every identifier of another one.
 * @returns a line a leak; none when each door stays closed
 */
export const routeLeaks = async (walk: Walk, routes: readonly Route[] = routesOf(walk.web)): Promise<readonly string[]> => {
  const leaks = new Set<string>();
  for (const route of routes) {
    const asked = new Set<string>();
    for (const [at, id] of walk.theirs.ids.entries())
      for (const path of pathsOf(route, id, walk.theirs))
        for (const half of path.length > 1 ? [0] : [0, 1]) {
          const call = callWith(walk.theirs, route, path, 2 * at + half);
          // Where no identifier has a place, every one makes the same request.
          const request = JSON.stringify(route.path.includes("{") ? call : { ...call, path: [] });
          if (asked.has(request)) continue;
          asked.add(request);
          for (const leak of await leaksOf(walk, route, call)) leaks.add(leak);
        }
  }
  return [...leaks];
};

/** What stands in the path: one identifier, or each pair of things of one room that begins with it. */
const pathsOf = (route: Route, id: string, { ids, roomOf }: Walk["theirs"]): readonly (readonly string[])[] =>
  route.path.split("{").length > 2 ? ids.filter((second) => roomOf(second) === roomOf(id)).map((second) => [id, second]) : [[id]];

interface Call {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const callWith = (theirs: Walk["theirs"], route: Route, path: readonly string[], at: number): Call => {
  const [id = ""] = path;
  const query = Object.fromEntries(
    route.parameters
      .filter((each) => each.in === "query" && (at % 2 === 0 || each.required === true || each.name === "commissionerId"))
      .map((each) => [each.name, /commissionerId/.test(each.name) ? theirs.commissionerId : sampleOf(each.schema, [id], at)]),
  );
  const sample = route.body ? sampleOf(route.body, [id], at) : undefined;
  return { path, query, body: namesCommissioner(sample) ? { ...sample, commissionerId: theirs.commissionerId } : sample };
};

const leaksOf = async ({ web, cookie, theirs }: Walk, route: Route, { path, query, body }: Call): Promise<readonly string[]> => {
  const answer = await callRoute(web, route, { path, query, body, cookie });
  const name = `${route.method} ${route.path}`;
  const told = [...theirs.ids.filter((each) => !path.includes(each)), ...theirs.marks].filter((each) => answer.body.includes(each));
  const isAimed = route.path.includes("{") || namesCommissioner(query) || namesCommissioner(body);
  return [
    ...(told.length > 0 ? [`${name} tells something of another commissioner`] : []),
    ...(isAimed && !isShared(route.path) && answer.statusCode < 300
      ? [`${name} answers ${answer.statusCode} for another commissioner`]
      : []),
    ...(answer.statusCode >= 500 ? [`${name} answers ${answer.statusCode}: ${answer.body.slice(0, 200)}`] : []),
  ];
};

/** The routes that answer to somebody who is not signed in, those that are public on purpose left out. */
export const openWithoutSigningIn = async ({ web, theirs }: Walk): Promise<readonly string[]> => {
  const open: string[] = [];
  for (const route of routesOf(web).filter((each) => !isShared(each.path))) {
    const answer = await callRoute(web, route, {
      path: theirs.ids,
      query: { commissionerId: theirs.commissionerId },
      body: route.body ? sampleOf(route.body, theirs.ids) : undefined,
    });
    if (answer.statusCode < 300) open.push(`${route.method} ${route.path}`);
  }
  return open;
};

/** A page that shows something of another commissioner to who is signed in elsewhere, whatever identifier stands in its address. */
export const pageLeaks = async ({ web, cookie, theirs }: Walk): Promise<readonly string[]> => {
  const leaks = new Set<string>();
  for (const { path, methods } of pagesOf(web).filter((page) => page.methods.includes("GET") && !page.path.includes(":token")))
    for (const id of path.includes(":") ? [theirs.commissionerId, ...theirs.ids] : [theirs.commissionerId]) {
      const answer = await web.app.inject({ method: "GET", url: path.replaceAll(/:\w+/g, id), headers: { cookie } });
      const told = [...theirs.ids.filter((each) => each !== id), ...theirs.marks].some((each) => answer.body.includes(each));
      if (told) leaks.add(`${methods.join(" ")} ${path} tells something of another commissioner`);
      // A busy machine makes the page of health say 503: that is its answer, not its failure.
      if (answer.statusCode >= 500 && path !== "/sante") leaks.add(`GET ${path} answers ${answer.statusCode}`);
    }
  return [...leaks];
};
