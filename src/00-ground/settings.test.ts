import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.contract.ts";

const root = "/srv/trait-dunion";

test("an empty environment is enough: embedded database, data in var/data", () => {
  expect(readSettings({}, root)).toEqual({
    kind: "settings",
    settings: {
      port: undefined,
      dataDir: "/srv/trait-dunion/var/data",
      databaseUrl: undefined,
      baseUrl: undefined,
      smtpUrl: undefined,
      smsUrl: undefined,
      masterKeyFile: "/srv/trait-dunion/var/data/master.key",
      demonstration: "if-embedded-and-empty",
      logLevel: "warn",
    },
  });
});

test("an empty value counts as absent", () => {
  expect(readSettings({ TU_PORT: "", TU_SMTP_URL: "", TU_DEMO: "" }, root)).toEqual(readSettings({}, root));
});

test("the public address loses its last slash", () => {
  const read = readSettings({ TU_BASE_URL: "https://ecoute.example/" }, root);
  expect(read.kind === "settings" && read.settings.baseUrl).toBe("https://ecoute.example");
});

test.each([
  ["1", "wanted"],
  ["0", "refused"],
  [undefined, "if-embedded-and-empty"],
])("TU_DEMO=%s: demonstration %s", (value, expected) => {
  const read = readSettings({ TU_DEMO: value }, root);
  expect(read.kind === "settings" && read.settings.demonstration).toBe(expected);
});

describe("each wrong value has its sentence", () => {
  test.each([
    ["TU_PORT", "abc", "numéro de port"],
    ["TU_PORT", "0", "numéro de port"],
    ["TU_PORT", "70000", "numéro de port"],
    ["TU_PORT", "80.5", "numéro de port"],
    ["TU_DATA_DIR", "a\0b", "dossier"],
    ["TU_DATABASE_URL", "mysql://x", "PostgreSQL"],
    ["TU_DATABASE_URL", "n’importe quoi", "PostgreSQL"],
    ["TU_BASE_URL", "ecoute.example", "adresse publique"],
    ["TU_BASE_URL", "https://ecoute.example/portail", "sans chemin"],
    ["TU_BASE_URL", "https://ecoute.example?a=b", "sans chemin"],
    ["TU_SMTP_URL", "mail.example", "smtp"],
    ["TU_SMS_URL", "ftp://sms.example", "SMS"],
    ["TU_DEMO", "oui", "démonstration"],
    ["TU_LOG", "bavard", "silent"],
  ])("%s=%j", (name, value, expected) => {
    const read = readSettings({ [name]: value }, root);
    expect(read.kind).toBe("wrong");
    expect(read.kind === "wrong" && read.sentences.join("\n")).toMatch(new RegExp(`^${name} : .*${expected}`));
  });
  test("two wrong values give two sentences", () => {
    const read = readSettings({ TU_PORT: "abc", TU_DEMO: "oui" }, root);
    expect(read.kind === "wrong" && read.sentences.length).toBe(2);
  });
});
