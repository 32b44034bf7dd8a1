import { createHmac, timingSafeEqual } from "node:crypto";

const markOf = (key: Buffer, purpose: string, body: string): Buffer => createHmac("sha256", key).update(`${purpose} ${body}`).digest();

/**
 * Champ signé : what travels from page to page in a hidden field. Nothing is kept here nor on the person's device, and nobody else can
 * have written it.
 * @param purpose what it is for and at which service: a field signed for one thing is not believed for another
 */
export const signField = (key: Buffer, purpose: string, value: unknown, until: Date): string => {
  const body = Buffer.from(JSON.stringify({ value, until: until.getTime() })).toString("base64url");
  return `${body}.${markOf(key, purpose, body).toString("base64url")}`;
};

/** Reads it back; undefined when it was altered, is for something else, or too old. Its shape is still for the caller to check. */
export const readField = (key: Buffer, purpose: string, signed: string, now: Date): unknown => {
  const [body = "", mark = ""] = signed.split(".");
  const expected = markOf(key, purpose, body);
  const given = Buffer.from(mark, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const read = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as { readonly value: unknown; readonly until: number };
  return read.until > now.getTime() ? read.value : undefined;
};
