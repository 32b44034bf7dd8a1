import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync("/tmp/tu-start-");
  writeFileSync(path.join(folder, "not-a-key"), "hello");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a wrong setting is told in a sentence, and nothing starts", () => {
  test.each([
    ["TU_PORT", "abc", /numéro de port/],
    ["TU_DATA_DIR", "/proc/nowhere", /Nous ne pouvons pas écrire dans \/proc\/nowhere/],
    ["TU_DATABASE_URL", "mysql://127.0.0.1/x", /adresse PostgreSQL/],
    ["TU_DATABASE_URL", "postgres://127.0.0.1:1/x", /ne répond pas/],
    ["TU_BASE_URL", "https://ecoute.example/chemin", /adresse publique sans chemin/],
    ["TU_SMTP_URL", "http://mail.example", /smtp:\/\//],
    ["TU_SMS_URL", "ftp://sms.example", /fournisseur de SMS/],
    ["TU_MASTER_KEY_FILE", "not-a-key", /ne contient pas une clé maîtresse/],
    ["TU_DEMO", "peut-être", /indiquez 1/],
    ["TU_LOG", "bavard", /silent/],
  ])("%s=%s", (name, value, sentence) => {
    const given = name === "TU_MASTER_KEY_FILE" ? path.join(folder, value) : value;
    const started = spawnSync(process.execPath, [path.join(root, "house/start.mjs")], {
      cwd: root,
      encoding: "utf8",
      timeout: 60_000,
      env: { ...process.env, TU_DATA_DIR: path.join(folder, "data"), TU_DATABASE_URL: "", TU_DEMO: "0", [name]: given },
    });
    expect(started.stderr).toMatch(sentence);
    expect(started.stderr).not.toMatch(/\n\s+at /);
    expect(started.status).toBe(1);
  });
});
