import type { FindRecord } from "./record.ts";

/** Ouvert ou non : with the minute of the week until which it is. */
export type Opening =
  { readonly kind: "open"; readonly untilMinuteOfWeek: number } | { readonly kind: "closed" } | { readonly kind: "unknown" };

const weekMinutes = 7 * 24 * 60;

interface Hours {
  readonly spans: Uint16Array;
  readonly holidays: "open" | "closed" | undefined;
}

/** Horaires connus : every different week once; most town halls of a county open alike. Number 0: nothing is known. */
export class InternedHours {
  readonly #weeks: (Hours | undefined)[] = [undefined];
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#weeks.length;
  }

  numberOf({ hours, holidays }: Pick<FindRecord, "hours" | "holidays">): number {
    if (hours === undefined) return 0;
    const key = `${holidays ?? ""}:${Array.prototype.join.call(hours)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#weeks.length;
    this.#weeks.push({ spans: Uint16Array.from(hours), holidays });
    this.#numbers.set(key, number);
    return number;
  }

  at(number: number, asked: { readonly minuteOfWeek: number; readonly isHoliday: boolean }): Opening {
    const hours = this.#weeks[number];
    if (hours === undefined || (asked.isHoliday && hours.holidays === undefined)) return { kind: "unknown" };
    if (asked.isHoliday && hours.holidays === "closed") return { kind: "closed" };
    // A night that begins on Sunday ends after the last minute of the week: that of Monday morning is asked for too.
    for (const minute of [asked.minuteOfWeek, asked.minuteOfWeek + weekMinutes])
      for (let at = 0; at + 1 < hours.spans.length; at += 2) {
        const to = hours.spans[at + 1] as number;
        if (minute >= (hours.spans[at] as number) && minute < to) return { kind: "open", untilMinuteOfWeek: to % weekMinutes };
      }
    return { kind: "closed" };
  }
}
