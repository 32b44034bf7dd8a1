import { z } from "zod";
import { commissionerWords as words } from "./commissioner.words.ts";
import { commissionerKinds, type OpeningHours } from "./commissioner.ts";
import { readHours } from "./hours-text.ts";
import { brandVerdict, isHexColor } from "./look/contrast.ts";

const text = z.string().trim();
const whole = (smallest: number, largest: number, sentence: string) =>
  text
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((value) => value >= smallest && value <= largest, sentence);

const color = text.toLowerCase().superRefine((value, check) => {
  if (!isHexColor(value)) {
    check.addIssue({ code: "custom", message: words.errors.color });
    return;
  }
  const verdict = brandVerdict(value);
  if (verdict.kind === "refused") check.addIssue({ code: "custom", message: words.errors.contrast(verdict.ratio, verdict.nearest) });
});

/** As people dial it: ten digits in pairs, or four for a short number. */
const phone = text
  .transform((value) => value.replaceAll(/[\s.-]/g, ""))
  .refine((value) => /^0\d{9}$|^3\d{3}$/.test(value), words.errors.phone)
  .transform((value) => (value.length === 4 ? value : value.replaceAll(/(\d\d)(?=\d)/g, "$1 ")));

const hours = text.transform((value, check) => {
  const read = readHours(value);
  if (read) return read;
  check.addIssue({ code: "custom", message: words.errors.hours });
  return z.NEVER;
});

/** Donneur d'ordre, as the administrator's form sends it. Each wrong field has its sentence. */
export const CommissionerContract = z
  .object({
    name: text.min(2, words.errors.name).max(80, words.errors.name),
    slug: text.max(60, words.errors.slug).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, words.errors.slug),
    kind: z.enum(commissionerKinds, words.errors.kind),
    color,
    phone,
    phonePrice: text.min(3, words.errors.phonePrice).max(60, words.errors.phonePrice),
    host: text
      .toLowerCase()
      .refine((value) => value === "" || /^(?=.{4,200}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(value), words.errors.host),
    day1: hours,
    day2: hours,
    day3: hours,
    day4: hours,
    day5: hours,
    day6: hours,
    day7: hours,
    promiseKind: z.enum(["elapsed", "working-days"], words.errors.promiseKind),
    promiseAmount: whole(1, 240, words.errors.promiseAmount),
    callbackPlaces: whole(1, 200, words.errors.callbackPlaces),
    retentionMonths: whole(1, 60, words.errors.retentionMonths),
    // Switched off on purpose only: a form without the field leaves the question on.
    asksAboutDanger: text.default("yes").transform((value) => value !== "no"),
  })
  .transform(({ day1, day2, day3, day4, day5, day6, day7, host, ...rest }) => ({
    ...rest,
    host: host === "" ? undefined : host,
    openingHours: { "1": day1, "2": day2, "3": day3, "4": day4, "5": day5, "6": day6, "7": day7 } satisfies OpeningHours,
  }));
export type CommissionerFields = z.infer<typeof CommissionerContract>;
