import type { Web } from "#ground/server";
import type { Schema } from "./schema-samples.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE" | "PATCH";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** A route of the interface, as openapi.json tells it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

/**
 * All routes of the interface but two: the stream of news, which does not end by itself, and signing out, which would end the walk (it did:
 * every later answer was « sign in », and the walk saw nothing).
 */
export const routesOf = (web: Web): readonly Route[] => {
  const document = web.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(document.paths)
    .filter(([path]) => !path.endsWith("/live"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase() as Method,
        path,
        parameters: operation.parameters ?? [],
        body: operation.requestBody?.content?.["application/json"]?.schema,
      })),
    )
    .filter((route) => !(route.method === "DELETE" && route.path === "/api/session"));
};

/** A page, which the interface does not describe: its methods, and its address with its parameters. */
export interface PageRoute {
  readonly methods: readonly Method[];
  readonly path: string;
}

const branch = /^((?:[│ ] {3})*)[├└]── (\S+) \(([A-Z, ]+)\)$/;

/** The pages, read in the tree that the server draws of its own routes: a page opened tomorrow is in it too. */
export const pagesOf = (web: Web): readonly PageRoute[] => {
  const above: string[] = [];
  return web.app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", segment = "", methods = ""] = branch.exec(line) ?? [];
      if (segment === "") return [];
      const depth = indent.length / 4;
      const path = [...above.slice(0, depth), segment].join("/").replaceAll(/\/+/g, "/");
      above.splice(depth, above.length, segment);
      return [{ path, methods: methods.split(", ").filter((method) => method !== "HEAD") as Method[] }];
    })
    .filter((page) => !page.path.startsWith("/api/"));
};

let calls = 0;
/** An address cannot carry half of a surrogate pair: the client itself would refuse. */
const safe = (text: string): string => text.toWellFormed();
const asText = (value: unknown): string => safe(typeof value === "string" ? value : JSON.stringify(value));

/** Calls a route with any values in its path (the first stands for those that are missing), its query and its body, right or wrong. */
export const callRoute = (
  web: Web,
  route: Route,
  values: { readonly path: readonly unknown[]; readonly query?: unknown; readonly body?: unknown; readonly cookie?: string },
) => {
  let place = 0;
  const url = route.path.replace(/\{[^}]+\}/g, () => encodeURIComponent(asText(values.path[place++] ?? values.path[0])) || "x");
  const query = typeof values.query === "object" && values.query !== null ? Object.entries(values.query) : [];
  const search = new URLSearchParams(
    query.filter(([, value]) => value !== undefined).map(([name, value]) => [safe(name), asText(value)]),
  ).toString();
  return web.app.inject({
    method: route.method,
    url: search === "" ? url : `${url}?${search}`,
    headers: {
      "idempotency-key": `essai-${++calls}-0000`,
      ...(values.cookie === undefined ? {} : { cookie: values.cookie }),
      ...(route.body ? { "content-type": "application/json" } : {}),
    },
    ...(route.body ? { payload: JSON.stringify(values.body ?? {}) } : {}),
  });
};
