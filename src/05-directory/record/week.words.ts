import { readHours, spansOfDay, type HoursAnswer } from "#engines/hours";
import { timeInWords, type ClockTime } from "#engines/calendar";

const days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const clock = (minutes: number): ClockTime => {
  const of = minutes % 1440;
  return `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}` as ClockTime;
};

const spanInWords = ([from, to]: readonly [number, number]): string =>
  from === 0 && to === 1440 ? "jour et nuit" : `${timeInWords(clock(from))} à ${to === 1440 ? "minuit" : timeInWords(clock(to))}`;

/** « du lundi au vendredi », « mardi et jeudi », « lundi, mercredi et samedi ». */
const daysInWords = (of: readonly number[]): string => {
  const [first = 0] = of;
  const last = of.at(-1) ?? first;
  if (of.length === 7) return "tous les jours";
  if (of.length > 2 && last - first === of.length - 1) return `du ${days[first] ?? ""} au ${days[last] ?? ""}`;
  const names = of.map((day) => days[day] ?? "");
  return names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} et ${names.at(-1) ?? ""}`;
};

const linesOfWeek = (week: Uint16Array): readonly string[] => {
  const groups = new Map<string, number[]>();
  for (const day of days.keys()) {
    const said = spansOfDay(week, day).map(spanInWords).join(" et ");
    if (said !== "") groups.set(said, [...(groups.get(said) ?? []), day]);
  }
  return [...groups].map(([said, of]) => `${daysInWords(of)} : ${said}`);
};

const linesOf = (hours: HoursAnswer, text: string): readonly string[] => {
  // Months and first Mondays are not put in words yet: better the text as given than a week that is half of the truth.
  if (hours.kind !== "read" || hours.dated.length > 0) return [text];
  const onCondition = linesOfWeek(hours.maybe).map((line) => `${line}, sur condition`);
  const holidays = hours.holidays === "closed" ? ["fermé les jours fériés"] : [];
  const lines = [...linesOfWeek(hours.week), ...onCondition, ...hours.remarks, ...holidays];
  return lines.length === 0 ? [text] : lines;
};

/** Horaires en mots : « du lundi au vendredi : 9 h à 12 h et 13 h 30 à 17 h ». What is not understood is given as it was written. */
export const weekInWords = (text: string): readonly string[] => linesOf(readHours(text), text);
