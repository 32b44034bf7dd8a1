import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keyFor } from "./seal.ts";

/** Trousseau : the keys of the house, all drawn from the master key. */
export interface Keys {
  /** Closes the key of each person. */
  readonly wrapping: Buffer;
  /** Makes the blind indexes of telephones, mails, names and identifiers. */
  readonly lookup: Buffer;
  /** Closes what belongs to no person: messages, for instance. */
  readonly house: Buffer;
  /** Signs and hashes tokens. */
  readonly tokens: Buffer;
}

export const keysFrom = (master: Buffer): Keys => ({
  wrapping: keyFor(master, "person keys"),
  lookup: keyFor(master, "blind index"),
  house: keyFor(master, "house"),
  tokens: keyFor(master, "tokens"),
});

/**
 * Clé maîtresse : read from its file, or drawn and written there (mode 0600) when the file does not exist.
 * @returns the keys, and whether the file was just made: its owner must then copy it somewhere safe.
 */
export const loadKeys = (file: string): { readonly keys: Keys; readonly isNew: boolean } => {
  const isNew = !existsSync(file);
  if (isNew) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  }
  const master = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (master.length !== 32) throw new Error(`Le fichier ${file} ne contient pas une clé maîtresse : 32 octets en base64 sont attendus.`);
  return { keys: keysFrom(master), isNew };
};
