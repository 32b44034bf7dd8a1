import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { connect, migrate, prepareJobs, startPostgres } from "#ground/server";
import type { TestProject } from "vitest/node";

/** One PostgreSQL for all the tests, with a migrated template that each test file copies. */
export default async function (project: TestProject) {
  const folder = mkdtempSync("/tmp/tu-test-");
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: `${folder}/pg`, throwaway: true });
  const admin = connect(postgres.url, 1);
  await admin.pool.query("create database tu_template");
  await admin.close();
  const template = connect(postgres.url.replace(/postgres$/, "tu_template"), 2);
  await migrate(template);
  await prepareJobs({ database: template });
  await template.close();
  project.provide("postgresUrl", postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}
