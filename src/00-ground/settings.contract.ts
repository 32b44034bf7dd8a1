import path from "node:path";
import { z } from "zod";
import { settingsWords as words } from "./settings.words.ts";

const filled = (value: unknown): unknown => (value === "" ? undefined : value);
const address = (protocols: readonly string[], sentence: string) =>
  z.preprocess(
    filled,
    z
      .string()
      .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), sentence)
      .optional(),
  );

/** A computer that only this one reaches: what is said to it crosses no network. */
const isThisComputer = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
/** What goes to a model, masked though it is, or to a register, is enciphered on the way. */
const isSafeAddress = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (username !== "" || password !== "" || search !== "" || hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isThisComputer(hostname));
};

/** The environment of the server. Each wrong value has its sentence; an empty value counts as absent. */
export const SettingsContract = z.object({
  TU_PORT: z.preprocess(filled, z.coerce.number(words.port).int(words.port).min(1, words.port).max(65_535, words.port).optional()),
  TU_DATA_DIR: z.preprocess(
    filled,
    z
      .string()
      .refine((value) => !value.includes("\0"), words.dataDir)
      .default("var/data"),
  ),
  TU_DATABASE_URL: address(["postgres:", "postgresql:"], words.databaseUrl),
  TU_BASE_URL: z.preprocess(
    filled,
    z
      .string()
      .refine((value) => URL.canParse(value) && /^https?:\/\/[^/?#@]+\/?$/i.test(value), words.baseUrl)
      .transform((value) => value.replace(/\/$/, ""))
      .optional(),
  ),
  TU_SMTP_URL: address(["smtp:", "smtps:"], words.smtpUrl),
  TU_SMS_URL: address(["http:", "https:"], words.smsUrl),
  TU_WORDS_URL: z.preprocess(filled, z.string().refine(isSafeAddress, words.wordsUrl).optional()),
  TU_WORDS_KEY: z.preprocess(
    filled,
    z
      .string()
      .regex(/^[\x21-\x7e]{1,1000}$/, words.wordsKey)
      .optional(),
  ),
  TU_WORDS_MODEL: z.preprocess(
    filled,
    z
      .string()
      .regex(/^[\w./:@+-]{1,80}$/, words.wordsModel)
      .optional(),
  ),
  TU_API_PARTICULIER_URL: z.preprocess(filled, z.string().refine(isSafeAddress, words.registersUrl).optional()),
  TU_API_PARTICULIER_TOKEN: z.preprocess(
    filled,
    z
      .string()
      .regex(/^[\x21-\x7e]{1,4000}$/, words.registersToken)
      .optional(),
  ),
  TU_API_PARTICULIER_SIRET: z.preprocess(
    filled,
    z
      .string()
      .transform((value) => value.replaceAll(" ", ""))
      .pipe(z.string().regex(/^\d{14}$/, words.registersSiret))
      .optional(),
  ),
  TU_MASTER_KEY_FILE: z.preprocess(filled, z.string().optional()),
  TU_DEMO: z.preprocess(filled, z.enum(["0", "1"], words.demo).optional()),
  TU_LOG: z.preprocess(filled, z.enum(["fatal", "error", "warn", "info", "debug", "silent"], words.log).default("warn")),
});
/** Together: an address of a model does not go without the name of the model, nor that of the registers without the right to ask them. */
const TogetherContract = SettingsContract.refine(
  ({ TU_WORDS_URL: url, TU_WORDS_MODEL: model }) => url === undefined || model !== undefined,
  {
    path: ["TU_WORDS_MODEL"],
    message: words.wordsModel,
  },
)
  .refine((given) => given.TU_API_PARTICULIER_URL === undefined || given.TU_API_PARTICULIER_TOKEN !== undefined, {
    path: ["TU_API_PARTICULIER_TOKEN"],
    message: words.registersToken,
  })
  .refine((given) => given.TU_API_PARTICULIER_URL === undefined || given.TU_API_PARTICULIER_SIRET !== undefined, {
    path: ["TU_API_PARTICULIER_SIRET"],
    message: words.registersSiret,
  });

/** Modèle branché : a model outside the house that reads masked texts, at an address that speaks as OpenAI's does. */
export interface PlugIn {
  /** Address as given, with or without a last slash. */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
}

/** Registres branchés : the State's registers, for an organisation that is allowed to ask them. */
export interface RegisterAccess {
  /** Address as given, with or without a last slash. */
  readonly url: string;
  readonly token: string;
  /** SIRET of whoever holds the permission: each question is asked in its name. */
  readonly siret: string;
}

/** Réglages : what the administrator decides before the start. */
export interface Settings {
  /** Undefined: 21960, or the next free one. */
  readonly port: number | undefined;
  readonly dataDir: string;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Where people reach the server, without a slash at the end. Undefined: the address listened to. */
  readonly baseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly smsUrl: string | undefined;
  /** Undefined: the engine of the house reads alone. */
  readonly plugIn: PlugIn | undefined;
  /** Undefined: no register is ever asked. */
  readonly registers: RegisterAccess | undefined;
  readonly masterKeyFile: string;
  readonly demonstration: "wanted" | "refused" | "if-embedded-and-empty";
  readonly logLevel: string;
}

export type SettingsAnswer =
  { readonly kind: "settings"; readonly settings: Settings } | { readonly kind: "wrong"; readonly sentences: readonly string[] };

/** Reads the environment. @returns the settings, or one sentence for each wrong value. */
export const readSettings = (environment: Record<string, string | undefined>, root: string): SettingsAnswer => {
  const read = TogetherContract.safeParse(environment);
  if (!read.success) return { kind: "wrong", sentences: read.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`) };
  const { TU_WORDS_URL: wordsUrl, TU_WORDS_KEY: wordsKey, TU_WORDS_MODEL: wordsModel } = read.data;
  const { TU_API_PARTICULIER_URL: url, TU_API_PARTICULIER_TOKEN: token, TU_API_PARTICULIER_SIRET: siret } = read.data;
  const dataDir = path.resolve(root, read.data.TU_DATA_DIR);
  return {
    kind: "settings",
    settings: {
      port: read.data.TU_PORT,
      dataDir,
      databaseUrl: read.data.TU_DATABASE_URL,
      baseUrl: read.data.TU_BASE_URL,
      smtpUrl: read.data.TU_SMTP_URL,
      smsUrl: read.data.TU_SMS_URL,
      plugIn: wordsUrl === undefined || wordsModel === undefined ? undefined : { url: wordsUrl, key: wordsKey, model: wordsModel },
      registers: url === undefined || token === undefined || siret === undefined ? undefined : { url, token, siret },
      masterKeyFile: path.resolve(root, read.data.TU_MASTER_KEY_FILE ?? path.join(dataDir, "master.key")),
      demonstration: read.data.TU_DEMO === "1" ? "wanted" : read.data.TU_DEMO === "0" ? "refused" : "if-embedded-and-empty",
      logLevel: read.data.TU_LOG,
    },
  };
};
