import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { inflateBrowser } from "./browser.ts";

// A house of its own for the stories: started as an administrator starts it, demonstration included, and stopped by Ctrl-C.

const root = path.resolve(import.meta.dirname, "..");
const port = Number(process.env["TU_E2E_PORT"] ?? 21950);
export const address = `http://127.0.0.1:${port}`;
// Where the accounts of the house are written; elsewhere when several houses run side by side.
const accountsFile = process.env["TU_E2E_ACCOUNTS"] ?? path.join(root, "var/end-to-end-accounts.json");
const dataFolder = "/tmp/tu-end-to-end";

export interface Account {
  readonly mail: string;
  readonly password: string;
}

/** Where the house looks for the State's registers: nobody answers there but the double of a story. */
export const registerPort = port + 400;
export const registerAccess = {
  url: `http://127.0.0.1:${registerPort}`,
  token: "jeton.de.la.doublure",
  siret: "13002526500013",
};

/** The demonstration accounts that the start has printed. */
export const accounts = (): readonly Account[] => JSON.parse(fs.readFileSync(accountsFile, "utf8")) as Account[];

/** The account whose mail address begins so: « ines@ », « admin@ ». */
export const accountOf = (beginning: string): Account => {
  const found = accounts().find((account) => account.mail.startsWith(beginning));
  if (!found) throw new Error(`no demonstration account begins with ${beginning}`);
  return found;
};

const printedAccount = /(\S+@\S+\.example)\s+(\S+)\s*$/gm;

export default async function startHouse(): Promise<() => Promise<void>> {
  inflateBrowser();
  // While one writes a story, the house of the last run may stay up: npx playwright test, with TU_E2E_HOUSE=running.
  if (process.env["TU_E2E_HOUSE"] === "running") return () => Promise.resolve();
  fs.rmSync(dataFolder, { recursive: true, force: true });
  const house = spawn(process.execPath, [path.join(root, "house/start.mjs")], {
    cwd: root,
    env: {
      ...process.env,
      TU_PORT: String(port),
      TU_DATA_DIR: dataFolder,
      TU_DATABASE_URL: "",
      TU_BASE_URL: "",
      TU_SMTP_URL: "",
      TU_SMS_URL: "",
      TU_API_PARTICULIER_URL: registerAccess.url,
      TU_API_PARTICULIER_TOKEN: registerAccess.token,
      TU_API_PARTICULIER_SIRET: registerAccess.siret,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  await new Promise<void>((ready, failed) => {
    const limit = setTimeout(() => {
      failed(new Error(`the house did not start in 3 minutes:\n${told}`));
    }, 180_000);
    house.stdout.on("data", (bytes: Buffer) => {
      told += bytes.toString();
      process.stdout.write(bytes);
      if (!told.includes("Ctrl-C")) return;
      clearTimeout(limit);
      ready();
    });
    house.on("exit", (code) => {
      failed(new Error(`the house ended (${code ?? "signal"}):\n${told}`));
    });
  });
  fs.writeFileSync(
    accountsFile,
    JSON.stringify([...told.matchAll(printedAccount)].map((found) => ({ mail: found[1], password: found[2] }))),
  );
  return async () => {
    house.kill("SIGINT");
    await new Promise((done) => house.on("exit", done));
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
}
