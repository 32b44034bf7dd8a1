import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";

/** Where a sealed value lives. It is part of the seal: a value moved to another row or column no longer opens. */
export interface SealedPlace {
  readonly table: string;
  readonly id: string;
  readonly column: string;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

const placeBytes = (place: SealedPlace): Buffer => Buffer.from(JSON.stringify([place.table, place.id, place.column]), "utf8");

/**
 * Sceller : encrypts bytes with AES-256-GCM for one place of the database.
 * @param key 32 bytes  @param nonce 12 bytes, never used twice with the same key (drawn at random by the caller)
 * @returns version (1 byte) + nonce + tag + encrypted bytes
 */
export const sealBytes = (key: Buffer, nonce: Buffer, place: SealedPlace, plain: Buffer): Buffer => {
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(placeBytes(place));
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), hidden]);
};

/** Opens what `sealBytes` closed. Throws when the key, the place or one bit is not the right one. */
export const openBytes = (key: Buffer, place: SealedPlace, sealed: Buffer): Buffer => {
  if (sealed[0] !== version) throw new Error(`sealed value of ${place.table}.${place.column}: unknown version ${String(sealed[0])}`);
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]);
};

export const sealText = (key: Buffer, nonce: Buffer, place: SealedPlace, text: string): Buffer =>
  sealBytes(key, nonce, place, Buffer.from(text, "utf8"));

export const openText = (key: Buffer, place: SealedPlace, sealed: Buffer): string => openBytes(key, place, sealed).toString("utf8");

/** A key for one use, drawn from the master key. The same name gives the same key. */
export const keyFor = (master: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", master, Buffer.alloc(0), `trait-dunion ${use}`, 32));

/** Index aveugle : what is kept of a value to find it again without being able to read it. */
export const blindIndex = (key: Buffer, value: string): Buffer => createHmac("sha256", key).update(value, "utf8").digest();
