import { clockTimeOf, dayOf, daysBetween, weekday } from "#engines/calendar";
import { spansOfDay, type DateSpan, type HoursRemark, type HoursRule, type HoursState, type ReadHours, type Unread } from "#engines/hours";

const days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/** Horaires en français : what people read of opening hours, and of their state at an instant. */
export const hoursWords = {
  notUnderstood: "Horaires, tels que la source les donne",
  asGiven: (text: string): string => `Horaires donnés par la source : ${text}`,

  /** One line for each group of days with the same hours: « du lundi au vendredi : 9 h à 12 h et 13 h 30 à 17 h ». */
  week: (hours: ReadHours): readonly string[] => [
    ...weekLines(hours.week, ""),
    ...weekLines(hours.maybe, hours.remarks.length > 0 ? ` (${hours.remarks.join(", ")})` : " (à vérifier par téléphone)"),
    ...hours.dated.filter(isDated).map(ruleLine),
    ...holidayLine(hours),
    ...(hours.maybe.length > 0 ? [] : hours.remarks.map(sentence)),
  ],

  /** « Ouvert, jusqu’à 17 h », « Ferme dans 20 minutes », « Fermé, ouvre demain à 9 h ». */
  state: (state: HoursState, now: Date): string => {
    if (state.kind === "maybe") return "Appelez avant de venir";
    if (state.kind === "unknown")
      return state.because === "holiday" ? "Jour férié : appelez avant de venir" : "Vacances scolaires : appelez avant de venir";
    if (state.kind === "closed") return state.opens === undefined ? "Fermé" : `Fermé, ouvre ${when(state.opens, now)}`;
    if (state.closes === undefined) return "Ouvert jour et nuit";
    const minutes = Math.ceil((state.closes.getTime() - now.getTime()) / 60_000);
    if (minutes <= 30) return `Ferme dans ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
    const isToday = daysBetween(dayOf(now), dayOf(state.closes)) === 0;
    return `Ouvert, jusqu’à ${clock(state.closes)}${isToday ? "" : ` ${dayWords(state.closes, now)}`}`;
  },

  remark: (remark: HoursRemark): string => {
    if (remark.kind === "overlap") return `Deux plages se recouvrent, de ${time(remark.from)} à ${time(remark.to)}.`;
    if (remark.kind === "next-day") return `De ${time(remark.from)} à ${time(remark.to)} : la fin est-elle bien le lendemain ?`;
    if (remark.kind === "replaced") return `Les horaires du ${dayNames(remark.days)} sont donnés deux fois : seuls les derniers comptent.`;
    return unread[remark.why](remark.rest.length > 40 ? `${remark.rest.slice(0, 40)}…` : remark.rest);
  },
};

const unread: Readonly<Record<Unread, (rest: string) => string>> = {
  word: (rest) => (rest === "" ? "Les horaires s’arrêtent avant la fin." : `Les horaires ne sont pas compris à partir de « ${rest} ».`),
  "no-such-time": (rest) => `Cette heure n’existe pas : « ${rest} ».`,
  "empty-span": (rest) => `Une plage commence et finit à la même heure : « ${rest} ».`,
  "end-before-start": (rest) => `Une plage finit avant de commencer : « ${rest} ».`,
  "which-days": (rest) => `On ne sait pas à quels jours s’appliquent les heures « ${rest} ».`,
  "no-times": () => "Des jours sont donnés sans leurs heures.",
};

const time = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (minutes === 1440) return "minuit";
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
};

const clock = (instant: Date): string => {
  const [hours = 0, minutes = 0] = clockTimeOf(instant).split(":").map(Number);
  return hours + minutes === 0 ? "minuit" : time(hours * 60 + minutes);
};

const when = (opens: Date, now: Date): string => {
  const away = daysBetween(dayOf(now), dayOf(opens));
  return away === 0 ? `à ${clock(opens)}` : `${dayWords(opens, now)} à ${clock(opens)}`;
};

const dayWords = (instant: Date, now: Date): string => {
  const away = daysBetween(dayOf(now), dayOf(instant));
  if (away === 1) return "demain";
  const name = days[weekday(dayOf(instant)) - 1] ?? "";
  const [, month = 1, date = 1] = dayOf(instant).split("-").map(Number);
  return away < 7 ? name : `${name} ${date === 1 ? "1er" : date} ${months[month - 1] ?? ""}`;
};

const spansInWords = (spans: readonly (readonly [number, number])[]): string =>
  listed(
    spans.map(([from, to]) =>
      from === 0 && to === 1440 ? "jour et nuit" : `${time(from)} à ${time(to)}${to > 1440 ? " le lendemain" : ""}`,
    ),
  );

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} et ${parts.at(-1) ?? ""}`;

const weekLines = (week: Uint16Array, after: string): string[] => {
  const byDay = days.map((_, at) => spansInWords(spansOfDay(week, at)));
  const groups = byDay.flatMap((spans, at) =>
    spans === "" || byDay[at - 1] === spans ? [] : [{ spans, from: at, to: lastLike(byDay, at) }],
  );
  return groups.map(({ spans, from, to }) => `${daysFromTo(from, to)} : ${spans}${after}`);
};

const lastLike = (byDay: readonly string[], from: number): number => {
  let to = from;
  while (to < 6 && byDay[to + 1] === byDay[from]) to += 1;
  return to;
};

const daysFromTo = (from: number, to: number): string => {
  if (from === 0 && to === 6) return "tous les jours";
  if (from === to) return days[from] ?? "";
  return to === from + 1 ? `${days[from] ?? ""} et ${days[to] ?? ""}` : `du ${days[from] ?? ""} au ${days[to] ?? ""}`;
};

const dayNames = (set: number): string => listed(days.filter((_, at) => (set & (1 << at)) !== 0));

const holidayLine = ({ holidays, holidayHours, week }: ReadHours): string[] => {
  if (holidays === "closed") return ["fermé les jours fériés"];
  if (holidays === "unknown") return [];
  const spans = Array.from(
    { length: holidayHours.length / 2 },
    (_, at) => [holidayHours[2 * at] ?? 0, holidayHours[2 * at + 1] ?? 0] as const,
  );
  return week.length > 0 && spansInWords(spans) === "jour et nuit" ? [] : [`jours fériés : ${spansInWords(spans)}`];
};

const isDated = ({ dates, weeks, ranks, isForSchoolHolidays }: HoursRule): boolean =>
  dates.length + weeks.length + ranks.length > 0 || isForSchoolHolidays;

/** « du 14 juillet au 31 août : fermé », « le 1er et le 3e lundi du mois : 9 h à 12 h ». */
const ruleLine = (rule: HoursRule): string => {
  const parts = [
    ...rule.dates.map(datesInWords),
    ...rule.weeks.map(weeksInWords),
    ...(rule.isForSchoolHolidays ? ["pendant les vacances scolaires"] : []),
    ...rule.ranks.map(([day, rank]) => `le ${rank === -1 ? "dernier" : rank === 1 ? "1er" : `${rank}e`} ${days[day - 1] ?? ""} du mois`),
    ...(rule.days === 127 || rule.days === 0 ? [] : [dayNames(rule.days)]),
  ];
  const spans = spansInWords(
    Array.from({ length: rule.spans.length / 2 }, (_, at) => [rule.spans[2 * at] ?? 0, rule.spans[2 * at + 1] ?? 0] as const),
  );
  const said = rule.state === "closed" ? `fermé${spans === "" ? "" : ` de ${spans}`}` : spans;
  return `${parts.join(", ")} : ${[said, rule.remark].filter((part) => part !== undefined && part !== "").join(", ")}`;
};

const weeksInWords = ({ from, to, step }: HoursRule["weeks"][number]): string => {
  if (step === 2) return from % 2 === 0 ? "les semaines paires" : "les semaines impaires";
  return from === to ? `la semaine ${from}` : `de la semaine ${from} à la semaine ${to}`;
};

const datesInWords = ({ from, to, fromYear, toYear }: DateSpan): string => {
  const date = (each: number, year: number | undefined): string =>
    `${each % 100 === 1 ? "1er" : each % 100} ${months[Math.floor(each / 100) - 1] ?? ""}${year === undefined ? "" : ` ${year}`}`;
  if (from === to && fromYear === toYear) return `le ${date(from, fromYear)}`;
  // 31 stands for the end of any month.
  const end =
    to % 100 === 31 && [2, 4, 6, 9, 11].includes(Math.floor(to / 100)) ? `fin ${months[Math.floor(to / 100) - 1] ?? ""}` : undefined;
  return end === undefined ? `du ${date(from, fromYear)} au ${date(to, toYear)}` : `du ${date(from, fromYear)} à ${end}`;
};

const sentence = (remark: string): string => remark.charAt(0).toLowerCase() + remark.slice(1);
