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
      plugIn: undefined,
      registers: undefined,
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

describe("a model outside the house", () => {
  const plugIn = (environment: Record<string, string>) => {
    const read = readSettings(environment, root);
    return read.kind === "settings" ? read.settings.plugIn : read.sentences;
  };
  test.each([
    [
      "https, with a key",
      { TU_WORDS_URL: "https://modele.example/v1", TU_WORDS_KEY: "sk-essai", TU_WORDS_MODEL: "mistral-small" },
      "sk-essai",
    ],
    ["this computer needs neither https nor a key", { TU_WORDS_URL: "http://127.0.0.1:11434/v1", TU_WORDS_MODEL: "qwen3:8b" }, undefined],
    ["nor by its name", { TU_WORDS_URL: "http://localhost:8000", TU_WORDS_MODEL: "mistralai/Ministral-8B" }, undefined],
  ])("%s", (_, environment, key) => {
    expect(plugIn(environment)).toEqual({ url: environment.TU_WORDS_URL, key, model: environment.TU_WORDS_MODEL });
  });
  test("an address needs the name of a model", () => {
    expect(plugIn({ TU_WORDS_URL: "https://modele.example/v1" })).toEqual([expect.stringMatching(/^TU_WORDS_MODEL : /)]);
  });
  test("a name without an address is nothing", () => {
    expect(plugIn({ TU_WORDS_MODEL: "mistral-small" })).toBeUndefined();
  });
});

describe("the State's registers", () => {
  const registers = (environment: Record<string, string>) => {
    const read = readSettings(environment, root);
    return read.kind === "settings" ? read.settings.registers : read.sentences;
  };
  const whole = {
    TU_API_PARTICULIER_URL: "https://particulier.api.gouv.fr",
    TU_API_PARTICULIER_TOKEN: "jeton.de.test",
    TU_API_PARTICULIER_SIRET: "130 025 265 00013",
  };
  test("address, token and SIRET together plug them in", () => {
    expect(registers(whole)).toEqual({ url: "https://particulier.api.gouv.fr", token: "jeton.de.test", siret: "13002526500013" });
  });
  test.each(["TU_API_PARTICULIER_TOKEN", "TU_API_PARTICULIER_SIRET"])("an address without %s is refused", (name) => {
    expect(registers({ ...whole, [name]: "" })).toEqual([expect.stringMatching(new RegExp(`^${name} : `))]);
  });
  test("a token without an address asks nobody", () => {
    expect(registers({ ...whole, TU_API_PARTICULIER_URL: "" })).toBeUndefined();
  });
});

describe("each wrong value has its sentence", () => {
  test.each([
    ["TU_API_PARTICULIER_URL", "http://particulier.example", "https"],
    ["TU_API_PARTICULIER_TOKEN", "un jeton", "jeton"],
    ["TU_API_PARTICULIER_SIRET", "1300", "14 chiffres"],
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
    ["TU_WORDS_URL", "http://modele.example/v1", "https"],
    ["TU_WORDS_URL", "http://127.0.0.1.example/v1", "https"],
    ["TU_WORDS_URL", "http://localhost.example/v1", "https"],
    ["TU_WORDS_URL", "file:///etc/passwd", "https"],
    ["TU_WORDS_URL", "https://moi:secret@modele.example/v1", "https"],
    ["TU_WORDS_URL", "modele.example", "https"],
    ["TU_WORDS_KEY", "clé secrète", "clé"],
    ["TU_WORDS_KEY", "sk-a\r\nx-autre: b", "clé"],
    ["TU_WORDS_MODEL", "mon modèle", "nom du modèle"],
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
