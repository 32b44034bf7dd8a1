import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** `*.test.ts` beside what it tests. Those that need PostgreSQL end in `.store.test.ts`, `.action.test.ts`, `.http.test.ts` or `.db.test.ts`. */
const onPostgres = ["{src,apps,house}/**/*.{store,action,http,db}.test.{ts,tsx}"];

/** These take longest and start servers of their own: begun last, each would keep one core waiting for the other. */
const longest = ["house/routes.db.test.ts", "house/ledger.test.ts", "import-directory.action.test.ts", "apps/server/start.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Each file has a database of its own: two at once on two cores, where one fewer than the cores would leave half of the machine idle.
    maxWorkers: "100%",
    // Files of one worker share what they loaded (the list of communes, the model of words): half of the time. Who changes such a thing puts it back.
    isolate: false,
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
