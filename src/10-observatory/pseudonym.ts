import { createHmac } from "node:crypto";

/** How long the key of a month is, in bytes. */
export const keyBytes = 32;

/**
 * Pseudonyme du mois : the same person gives the same pseudonym all month, another one the next month, and none to anybody once the key
 * of the month is destroyed.
 */
export const pseudonymWith =
  (key: Buffer) =>
  (kind: "person" | "situation", id: string): string =>
    createHmac("sha256", key).update(`${kind} ${id}`).digest("hex");
