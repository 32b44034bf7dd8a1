/** Jours, as OpenStreetMap writes them, in the order of the week. */
export const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Heures d'un jour : « 09:00 - 12:00 / 14:00 - 17:00 », « 9h-12h et 14h-17h30 » → "09:00-12:00,14:00-17:00".
 * @returns undefined when anything else stands there: hours half understood send people to a closed door
 */
export const spansOf = (text: string): string | undefined => {
  const spans: string[] = [];
  const rest = text.replace(span, (_, from: string, fromMinutes: string | undefined, to: string, toMinutes: string | undefined) => {
    spans.push(`${clock(from, fromMinutes)}-${clock(to, toMinutes)}`);
    return " ";
  });
  const isWhole = /^(?:[\s/,;.&]|\bet\b|\bpuis\b|\bde\b)*$/i.test(rest);
  return spans.length > 0 && isWhole && spans.every(isSpan) ? spans.join(",") : undefined;
};

const span = /(\d{1,2})\s*[h:]\s*(\d{2})?\s*(?:-|–|à)\s*(\d{1,2})\s*[h:]\s*(\d{2})?/gi;
const clock = (hours: string, minutes = "00"): string => `${hours.padStart(2, "0")}:${minutes}`;
const isSpan = (written: string): boolean => {
  const [from = "", to = ""] = written.split("-");
  return [from, to].every((time) => /^(?:[01]\d|2[0-4]):[0-5]\d$/.test(time)) && from < to;
};

/** Une colonne par jour : hours as OpenStreetMap writes them. @returns undefined when every day is empty, or when one cannot be read */
export const hoursOfDays = (days: Readonly<Partial<Record<Weekday, string>>>): string | undefined => {
  const read = new Map<Weekday, string>();
  for (const day of weekdays) {
    const text = days[day]?.trim() ?? "";
    if (text === "" || /^ferm/i.test(text)) continue;
    const spans = spansOf(text);
    if (spans === undefined) return undefined;
    read.set(day, spans);
  }
  return read.size === 0 ? undefined : weekOf(read);
};

/** Days that follow each other with the same hours are written together: « Mo-Fr 09:00-12:00; Sa 10:00-12:00 ». */
const weekOf = (read: ReadonlyMap<Weekday, string>): string => {
  const runs: { first: Weekday; last: Weekday; spans: string }[] = [];
  for (const [at, day] of weekdays.entries()) {
    const spans = read.get(day);
    const before = runs.at(-1);
    if (spans === undefined) continue;
    if (before !== undefined && before.spans === spans && before.last === weekdays[at - 1]) before.last = day;
    else runs.push({ first: day, last: day, spans });
  }
  return runs.map(({ first, last, spans }) => `${first === last ? first : `${first}-${last}`} ${spans}`).join("; ");
};

const frenchDay: Readonly<Record<string, Weekday>> = { lu: "Mo", ma: "Tu", me: "We", je: "Th", ve: "Fr", sa: "Sa", di: "Su" };
const dayWord =
  "(?:lu(?:n(?:di)?)?|ma(?:r(?:di)?)?|me(?:r(?:credi)?)?|je(?:u(?:di)?)?|ve(?:n(?:dredi)?)?|sa(?:m(?:edi)?)?|di(?:m(?:anche)?)?)s?\\.?";
const rule = new RegExp(
  `^(?:du\\s+|le\\s+|les\\s+)?(${dayWord}(?:\\s*(?:,|et|au|à|-|–|/)\\s*(?:le\\s+)?${dayWord})*)\\s*:?\\s*(?:de\\s+)?(\\d.*)$`,
  "i",
);

/**
 * Horaires en français : « lu 09:00 - 12:00; ma 09:00 - 12:00 », « du lundi au vendredi : 9h-12h / 14h-17h » → as OpenStreetMap writes them.
 * @returns undefined when one part cannot be read
 */
export const hoursOfFrench = (text: string): string | undefined => {
  const read = new Map<Weekday, string>();
  for (const part of text.split(/[;\n]+/)) {
    if (part.trim() === "") continue;
    const found = rule.exec(part.trim());
    const spans = found && spansOf(found[2] ?? "");
    const days = found && daysOf(found[1] ?? "");
    if (!spans || !days) return undefined;
    for (const day of days) {
      const known = read.get(day);
      read.set(day, known === undefined ? spans : `${known},${spans}`);
    }
  }
  return read.size === 0 ? undefined : weekOf(read);
};

const daysOf = (written: string): readonly Weekday[] => {
  const days: Weekday[] = [];
  let isRange = false;
  for (const word of written.toLowerCase().match(/[a-zà]+|[-–]/g) ?? []) {
    const day = frenchDay[word.slice(0, 2)];
    if (day === undefined || word === "au" || word === "à") isRange = /^(?:au|à|-|–)$/.test(word);
    else if (isRange && days.length > 0) {
      days.push(...weekdays.slice(weekdays.indexOf(days.at(-1) ?? "Mo") + 1, weekdays.indexOf(day) + 1));
      isRange = false;
    } else days.push(day);
  }
  return days;
};
