import { deflateRawSync, inflateRawSync } from "node:zlib";
import { openBytes, sealBytes, type Ground } from "#ground/server";
import type { Facts } from "../facts/fact.ts";
import { believedFacts } from "./believed-facts.ts";

type Sealing = Pick<Ground, "keys" | "clock" | "draw">;

export const daysOfLink = 90;
/** An address is cut in parts that any router and any paper can bear. */
const partLength = 60;
const longestSealed = 6000;
const mostBytes = 32_000;

const place = (commissionerId: string) => ({ table: "rights simulator link", id: commissionerId, column: "facts" });

/** When a link made now stops to open. */
export const endOfLink = (ground: Pick<Ground, "clock">): Date => new Date(ground.clock().getTime() + daysOfLink * 86_400_000);

/**
 * Lien à garder : the answers themselves, encrypted, in the address that she keeps. Nothing is kept here; a link is read over a shoulder,
 * so that nothing can be read in it. @returns the end of an address, with slashes
 */
export const sealLink = (ground: Sealing, commissionerId: string, facts: Facts): string => {
  const plain = deflateRawSync(Buffer.from(JSON.stringify({ facts, until: endOfLink(ground).getTime() }), "utf8"));
  const sealed = sealBytes(ground.keys.tokens, ground.draw(12), place(commissionerId), plain).toString("base64url");
  return (sealed.match(new RegExp(`.{1,${partLength}}`, "g")) ?? []).join("/");
};

export type OpenedLink =
  { readonly kind: "opened"; readonly facts: Facts } | { readonly kind: "too-old" } | { readonly kind: "unreadable" };

/** Opens it; unreadable when one sign is missing, or when it is of another service. */
export const openSealedLink = (ground: Sealing, commissionerId: string, written: string): OpenedLink => {
  const sealed = written.replaceAll("/", "");
  if (sealed.length > longestSealed || !/^[\w-]+$/.test(sealed)) return { kind: "unreadable" };
  const read = opened(ground, commissionerId, Buffer.from(sealed, "base64url"));
  if (read === undefined) return { kind: "unreadable" };
  const { facts, until } = read;
  if (typeof until !== "number" || until <= ground.clock().getTime()) return { kind: "too-old" };
  const believed = believedFacts(facts);
  return believed ? { kind: "opened", facts: believed } : { kind: "unreadable" };
};

/** A seal that does not open is what somebody may well bring: one sign lost in a copy is enough. */
const opened = (ground: Sealing, commissionerId: string, sealed: Buffer): { facts?: unknown; until?: unknown } | undefined => {
  try {
    const plain = inflateRawSync(openBytes(ground.keys.tokens, place(commissionerId), sealed), { maxOutputLength: mostBytes });
    return JSON.parse(plain.toString("utf8")) as { facts?: unknown; until?: unknown };
  } catch {
    return undefined;
  }
};
