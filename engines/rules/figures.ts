import { day } from "#engines/calendar";
import { monthOfNumber, type MonthNumber } from "./month-number.ts";
import { at, type FileName, type Figures, type ScaleLine, type ScaleName, type Scales } from "./scales.ts";

/** The scales never change once read, so the figures of a month are looked up once for all the households of that month. */
const kept = new WeakMap<Scales, Map<MonthNumber, Figures>>();

/**
 * Chiffres du mois : every figure in force on the first day of a month. Sums of money are in cents, the rest as the law writes it.
 * `figures.rsa.base` is 63571 in March 2025. Reading a figure of a month before its first line throws: `readHousehold` refuses such months.
 */
export const figuresOf = (scales: Scales, month: MonthNumber): Figures => {
  let months = kept.get(scales);
  if (!months) kept.set(scales, (months = new Map<MonthNumber, Figures>()));
  let figures = months.get(month);
  if (!figures) months.set(month, (figures = lookUp(scales, month)));
  return figures;
};

const lookUp = (scales: Scales, month: MonthNumber): Figures => {
  const firstDay = day(`${monthOfNumber(month)}-01`);
  const found: Partial<Record<FileName, object>> = {};
  for (const scale of Object.values(scales)) {
    const [file, key] = scale.name.split(".") as [FileName, string];
    const value = at(scale, firstDay)?.value;
    Object.defineProperty(
      (found[file] ??= {}),
      key,
      value === undefined ? unknown(`${scale.name} is not known on ${firstDay}`) : known(scale.unit, value),
    );
  }
  return found as Figures;
};

/** Lignes du mois : for each figure, the line in force on the first day of a month, to say from which text it comes. */
export const linesIn = (scales: Scales, month: MonthNumber): ReadonlyMap<ScaleName, ScaleLine> => {
  let months = keptLines.get(scales);
  if (!months) keptLines.set(scales, (months = new Map<MonthNumber, ReadonlyMap<ScaleName, ScaleLine>>()));
  let lines = months.get(month);
  if (!lines) months.set(month, (lines = lookUpLines(scales, month)));
  return lines;
};

const keptLines = new WeakMap<Scales, Map<MonthNumber, ReadonlyMap<ScaleName, ScaleLine>>>();

const lookUpLines = (scales: Scales, month: MonthNumber): ReadonlyMap<ScaleName, ScaleLine> => {
  const firstDay = day(`${monthOfNumber(month)}-01`);
  return new Map(
    Object.values(scales).flatMap((scale) => {
      const line = at(scale, firstDay);
      return line ? [[scale.name, line]] : [];
    }),
  );
};

const known = (unit: string, value: number): PropertyDescriptor => ({
  value: unit.startsWith("€") ? Math.round(value * 100) : value,
  enumerable: true,
});

const unknown = (message: string): PropertyDescriptor => ({
  get: () => {
    throw new Error(message);
  },
  enumerable: true,
});
