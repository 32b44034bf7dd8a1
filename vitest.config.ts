import { defineConfig } from "vitest/config";

/** `*.test.ts` beside what it tests. Those that need PostgreSQL end in `.store.test.ts`, `.action.test.ts`, `.http.test.ts` or `.db.test.ts`. */
const onPostgres = ["{src,apps,house}/**/*.{store,action,http,db}.test.{ts,tsx}"];

export default defineConfig({
  test: {
    // Each file has a database of its own: two at once on two cores, where one fewer than the cores would leave half of the machine idle.
    maxWorkers: "100%",
    reporters: ["dot", ["json", { outputFile: "var/vitest.json" }]],
    projects: [
      {
        test: {
          name: "pure",
          include: ["{engines,src,apps,house}/**/*.test.{ts,tsx}"],
          exclude: onPostgres,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "postgres",
          include: onPostgres,
          globalSetup: "house/testing/postgres.setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
