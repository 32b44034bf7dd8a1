// The habits of ARCHITECTURE.md that concern imports. Each is broken once on purpose by house/broken.db.test.ts.
const rooms = [
  "00-ground",
  "01-person",
  "02-contact",
  "03-situation",
  "04-rights",
  "05-directory",
  "06-content",
  "07-referral",
  "08-appointment",
  "09-outcome",
  "10-observatory",
  "11-steering",
  "12-territory",
  "13-innovation",
];

/** A room imports only rooms before it. */
const downhill = rooms.map((room, at) => ({
  name: `downhill-${room}`,
  comment: "a room imports only rooms before it; news that must go uphill travels as an event",
  severity: "error",
  from: { path: `^src/${room}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: [...rooms.slice(at + 1).map((later) => `^src/${later}/`), "^apps/"] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^(vite/client)$" } },
    ...downhill.filter((rule) => rule.to.path.length > 0),
    {
      name: "by-the-door",
      comment: "a room is entered by index.ts, server.ts or screens.ts",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/(index|server|screens)\\.ts$"] },
    },
    {
      name: "by-the-door-from-outside",
      severity: "error",
      from: { path: "^(apps|engines|bench)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/[^/]+/(index|server|screens)\\.ts$", "\\.css$"] },
    },
    {
      name: "engine-by-the-door",
      severity: "error",
      from: { pathNot: ["^engines/", "\\.test\\.tsx?$", "^bench/"] },
      to: { path: "^engines/[^/]+/", pathNot: "^engines/[^/]+/index\\.ts$" },
    },
    {
      name: "engine-by-the-door-between-engines",
      severity: "error",
      from: { path: "^engines/([^/]+)/" },
      to: { path: "^engines/[^/]+/", pathNot: ["^engines/$1/", "^engines/[^/]+/index\\.ts$"] },
    },
    {
      name: "pure-stays-pure",
      comment: "an engine, a noun.ts, a contract or words never reach database, network or files",
      severity: "error",
      from: {
        // A chapter of a large room holds the same endings; look/ and desk/ belong to the browser and are not chapters.
        path: ["^engines/", "^src/[^/]+/[^./]+\\.ts$", "^src/[^/]+/[^/]+/[^./]+\\.ts$", "\\.(contract|words)\\.ts$"],
        pathNot: ["\\.test\\.tsx?$", "^src/[^/]+/(index|server|screens)\\.ts$", "^src/[^/]+/(look|desk)/[^./]+\\.ts$"],
      },
      to: {
        path: [
          "^(node:)?(fs|net|http|https|child_process|worker_threads|dns|os|process)(/|$)",
          "node_modules/(pg|kysely|fastify|graphile-worker|nodemailer)/",
          "\\.(store|source|action|http)\\.ts$",
          "/server\\.ts$",
        ],
      },
    },
    {
      name: "engines-know-nobody",
      severity: "error",
      from: { path: "^engines/", pathNot: "\\.test\\.tsx?$" },
      to: { path: ["^src/", "^apps/"] },
    },
    {
      name: "screens-stay-in-the-browser",
      comment: "a screen, and all that it reaches, runs in a browser",
      severity: "error",
      from: { path: ["\\.screen\\.tsx$", "^apps/desk/"], pathNot: "\\.test\\.tsx?$" },
      to: {
        reachable: true,
        path: ["(^|/)server\\.ts$", "\\.(store|source|action|http)\\.ts$", "node_modules/(pg|kysely|fastify|graphile-worker)/"],
      },
    },
    {
      name: "browser-door-stays-in-the-browser",
      severity: "error",
      from: { path: "^src/[^/]+/(index|screens)\\.ts$" },
      to: {
        reachable: true,
        path: ["(^|/)server\\.ts$", "\\.(store|source|action|http)\\.ts$", "node_modules/(pg|kysely|fastify|graphile-worker)/"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.css$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
