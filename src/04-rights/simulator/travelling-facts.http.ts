import { readField, signField, type Ground } from "#ground/server";
import type { Facts } from "../facts/fact.ts";
import { believedFacts } from "./believed-facts.ts";

type Signing = Pick<Ground, "keys" | "clock">;

const hoursBetweenPages = 3;
/** Longer than the form for a callback takes, whatever she stops at meanwhile. */
const hoursOnTheWay = 24;
const pages = (commissionerId: string): string => `rights facts ${commissionerId}`;
const enclosed = (commissionerId: string): string => `rights enclosed ${commissionerId}`;
const inHours = (ground: Signing, hours: number): Date => new Date(ground.clock().getTime() + hours * 3_600_000);

/** Signs what was answered so far, for one service: it travels in a hidden field, and nothing is kept here. */
export const signFacts = (ground: Signing, commissionerId: string, facts: Facts): string =>
  signField(ground.keys.tokens, pages(commissionerId), facts, inHours(ground, hoursBetweenPages));

export const readSignedFacts = (ground: Signing, commissionerId: string, signed: string): Facts | undefined =>
  believedFacts(readField(ground.keys.tokens, pages(commissionerId), signed, ground.clock()));

/** Signs them apart, once she has said yes: only these may be kept with a callback. */
export const signEnclosedFacts = (ground: Signing, commissionerId: string, facts: Facts): string =>
  signField(ground.keys.tokens, enclosed(commissionerId), facts, inHours(ground, hoursOnTheWay));

export const readEnclosedFacts = (key: Buffer, commissionerId: string, signed: string, now: Date): Facts | undefined =>
  believedFacts(readField(key, enclosed(commissionerId), signed, now));
