import { useState } from "react";
import { ask, send, type FieldError } from "#ground/screens";
import type { ClosingObjection } from "../closing.ts";
import { briefFrom, demandsSince, readBrief, type BriefTyped } from "../brief.ts";
import { missingForClosing } from "../closing.ts";
import type { ReasonGiven } from "../ClosingReason.screen.tsx";
import { ExchangeContract, MissingContract, ObjectionsContract, type ExchangeShown } from "../exchange.contract.ts";
import { readTyped, type NextActionTyped } from "../next-action.ts";
import { useSaid, type Said } from "./words.ts";

interface ToClose {
  readonly exchange: ExchangeShown;
  readonly typed: NextActionTyped;
  /** Two minutes: what was asked and whether it was answered; no next action is typed. */
  readonly brief: BriefTyped | undefined;
  readonly now: Date;
  readonly dangerIsAsked: boolean;
  /** Reads what was typed last. @returns whether a danger waits for an answer */
  readonly settle: () => Promise<boolean>;
  readonly reload: () => void;
  readonly onClosed: () => void;
}

export interface ClosingInHand {
  readonly errors: readonly FieldError[];
  /** Fields of the next action that are wrong. */
  readonly wrong: readonly string[];
  readonly objections: readonly ClosingObjection[];
  readonly sentence: string;
  /** Grows with each press, so that the summary takes the focus again. */
  readonly turn: number;
  readonly closes: boolean;
  readonly setCloses: (closes: boolean) => void;
  readonly reason: ReasonGiven;
  readonly setReason: (given: ReasonGiven) => void;
  readonly close: () => Promise<void>;
}

type Shown = Pick<ClosingInHand, "errors" | "objections" | "sentence"> & { readonly fromServer: boolean };

/** Closing an exchange: what is missing is said here first, then by the server, in the same words. */
export const useClosing = (given: ToClose): ClosingInHand => {
  const { closing: words, danger } = useSaid();
  const [closes, setCloses] = useState(false);
  const [reason, setReason] = useState<ReasonGiven>({ reason: "", note: "" });
  const [shown, show] = useState<Shown>({ errors: [], objections: [], sentence: "", fromServer: false });
  const [turn, setTurn] = useState(0);
  const said = (part: Partial<Shown>): void => {
    show({ errors: [], objections: [], sentence: "", fromServer: false, ...part });
    setTurn((before) => before + 1);
  };
  const errorsNow = errorsBefore(given, closes, reason, words, danger.answerFirst);
  const close = async (): Promise<void> => {
    const now = errorsNow.length > 0 && given.brief ? await asKept(given) : given;
    const missing = errorsBefore(now, closes, reason, words, danger.answerFirst);
    if (missing.length > 0) {
      said({ errors: missing });
      return;
    }
    if (await given.settle()) {
      said({ errors: [{ field: "danger", message: danger.answerFirst }] });
      return;
    }
    const answer = await send(`/api/exchanges/${given.exchange.contact.id}/close`, bodyOf(now, closes, reason));
    if (answer.kind === "done") {
      given.onClosed();
      return;
    }
    given.reload();
    if (answer.kind === "offline") said({ sentence: words.offline });
    else said({ ...refusalSaid(answer, words, danger.answerFirst), fromServer: true });
  };
  // What was put right since leaves the summary; nothing new enters it before the button is pressed again.
  const errors = shown.fromServer ? shown.errors : shown.errors.filter((error) => errorsNow.some((now) => now.field === error.field));
  return {
    errors,
    objections: shown.objections,
    sentence: shown.sentence,
    turn,
    closes,
    setCloses,
    reason,
    setReason,
    close,
    wrong: errors.map((error) => error.field.replace("next-", "")),
  };
};

/** In two minutes one types faster than the server answers: before something is said to be missing, what was just noted is read. */
const asKept = async (given: ToClose): Promise<ToClose> => {
  const read = await ask(`/api/exchanges/${given.exchange.contact.id}`, ExchangeContract);
  if (read.kind !== "done" || !given.brief) return given;
  const { theme } = given.brief;
  return {
    ...given,
    exchange: read.value,
    brief: { ...given.brief, theme: theme === "" ? briefFrom(read.value.situation?.needs ?? []).theme : theme },
  };
};

const errorsBefore = (given: ToClose, closes: boolean, reason: ReasonGiven, words: Said["closing"], danger: string): FieldError[] => {
  const situation = given.exchange.situation;
  const asked = given.dangerIsAsked ? [{ field: "danger", message: danger }] : [];
  if (!situation || situation.closedAt !== undefined) return asked;
  const verdict = readTyped(given.typed, given.now);
  const { brief } = given;
  const missing = missingForClosing({
    needs: reason.reason === "by-supervisor" && closes ? [] : situation.needs,
    nextActionHolds: brief !== undefined || verdict.kind !== "empty",
    situationCloses: closes,
  });
  const errors = [...asked, ...errorsOf(missing, words)];
  if (brief && !closes) return [...errors, ...briefErrors(given.exchange, brief, words)];
  if (closes && reason.reason === "") errors.push({ field: "close-reason", message: words.errors.reason });
  if (!closes && verdict.kind === "past") errors.push({ field: "next-date", message: words.errors.past });
  if (!closes && verdict.kind === "missing")
    errors.push(...verdict.fields.map((field) => ({ field: `next-${field}`, message: words.errors[field] })));
  return errors;
};

const hasDemandNow = (exchange: ExchangeShown): boolean =>
  demandsSince(exchange.situation?.demands ?? [], exchange.contact.startedAt).length > 0;

const briefErrors = (exchange: ExchangeShown, brief: BriefTyped, words: Said["closing"]): FieldError[] => {
  const verdict = readBrief(brief, hasDemandNow(exchange));
  return verdict.kind === "missing" ? verdict.fields.map((field) => ({ field: `brief-${field}`, message: words.brief.errors[field] })) : [];
};

/** One error for all the needs to tell, at the first of them; one for the next action. */
const errorsOf = (
  missing: readonly ({ kind: "untold-need"; needId: string } | { kind: "next-action" } | { kind: "demand" } | { kind: "danger" })[],
  words: Said["closing"],
  danger = "",
): FieldError[] => {
  const untold = missing.filter((each) => each.kind === "untold-need");
  const [first] = untold;
  return [
    ...(missing.some((each) => each.kind === "danger") ? [{ field: "danger", message: danger }] : []),
    ...(first ? [{ field: `need-${first.needId}`, message: words.told15(untold.length) }] : []),
    ...(missing.some((each) => each.kind === "demand") ? [{ field: "brief-words", message: words.brief.errors.words }] : []),
    ...(missing.some((each) => each.kind === "next-action") ? [{ field: "next-what", message: words.next14 }] : []),
  ];
};

const bodyOf = (given: ToClose, closes: boolean, reason: ReasonGiven): object => {
  if (closes) return { situation: { reason: reason.reason, ...(reason.note.trim() === "" ? {} : { note: reason.note }) } };
  const brief = given.brief && given.exchange.situation ? readBrief(given.brief, hasDemandNow(given.exchange)) : undefined;
  if (brief?.kind === "complete") return { brief: brief.brief };
  const verdict = readTyped(given.typed, given.now);
  return verdict.kind === "complete" ? { nextAction: verdict.nextAction } : {};
};

const refusalSaid = (
  answer: {
    readonly sentence: string;
    readonly fields: readonly { field: string; sentence: string }[];
    readonly details: Readonly<Record<string, unknown>>;
  },
  words: Said["closing"],
  danger: string,
): Partial<Pick<ClosingInHand, "errors" | "objections" | "sentence">> => {
  const missing = MissingContract.safeParse(answer.details["missing"]);
  if (missing.success) return { errors: errorsOf(missing.data, words, danger) };
  const objections = ObjectionsContract.safeParse(answer.details["objections"]);
  if (objections.success) return { objections: objections.data };
  const places: Readonly<Record<string, string>> = {
    at: "next-date",
    what: "next-what",
    ownerId: "next-who",
    note: "close-note",
    reason: "close-reason",
  };
  const errors = answer.fields.map(({ field, sentence }) => ({
    field: places[field.split(".").at(-1) ?? ""] ?? "next-what",
    message: sentence,
  }));
  return errors.length > 0 ? { errors } : { sentence: answer.sentence };
};
