import { createHmac, timingSafeEqual } from "node:crypto";
import { plainName, type Person } from "#person";
import type { FollowUpStep } from "./follow-up-step.ts";
import type { Callback } from "./callback.ts";
import { followUpWords } from "./follow-up.words.ts";
import { slotInWords } from "./slot.ts";

const letters = 3;

/** The first letters of what she is called by, without accent nor space: « Zoé » gives « zoe », « Al » gives « al ». */
export const openingLetters = (person: Pick<Person, "firstName" | "lastName">): string | undefined => {
  const plain = plainName(person.firstName ?? person.lastName ?? "").replaceAll(" ", "");
  return plain === "" ? undefined : plain.slice(0, letters);
};

/** Whether the letters typed open the follow-up of this person. More letters than needed are welcome. */
export const lettersOpen = (person: Pick<Person, "firstName" | "lastName">, typed: string): boolean => {
  const wanted = openingLetters(person);
  return wanted !== undefined && plainName(typed).replaceAll(" ", "").slice(0, letters) === wanted;
};

/** How long a follow-up stays open on a device once the letters were given. */
export const openMinutes = 30;

const mark = (key: Buffer, token: string, until: number): Buffer =>
  createHmac("sha256", key).update(`follow-up opened ${token} ${until}`).digest();

/** Passe d'un suivi ouvert : says, for half an hour and for this link only, that the letters were given. */
export const makePass = (key: Buffer, token: string, now: Date): string => {
  const until = now.getTime() + openMinutes * 60_000;
  return `${until}.${mark(key, token, until).toString("base64url")}`;
};

export const passHolds = (key: Buffer, token: string, pass: string, now: Date): boolean => {
  const [until = "", signature = ""] = pass.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = mark(key, token, Number(until));
  return given.length === expected.length && timingSafeEqual(given, expected) && Number(until) > now.getTime();
};

const words = followUpWords.fr;

/**
 * Where the callback stands, as steps: those of later rooms come after. @param askedInWords left out for who did not prove who they are:
 * someone who shares her telephone would read on which day she asked for help.
 */
export const callbackSteps = (callback: Callback | undefined, askedInWords: string | undefined, now: Date): readonly FollowUpStep[] => {
  if (!callback) return [];
  const asked: FollowUpStep = { title: words.steps.asked, state: "done", ...(askedInWords === undefined ? {} : { detail: askedInWords }) };
  const call = {
    promised: { title: words.steps.promised, detail: slotInWords(callback.slot, now), state: "now" },
    kept: { title: words.steps.kept, state: "done" },
    unreached: { title: words.steps.unreached, detail: words.steps.unreachedDetail, state: "now" },
    cancelled: { title: words.steps.cancelled, state: "done" },
  } satisfies Record<Callback["state"], FollowUpStep>;
  return [asked, call[callback.state]];
};
