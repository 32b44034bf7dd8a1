type Span = { readonly from: string; readonly to: string };

const oneSpan = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?\s*(?:-|–|à)\s*(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/;

/** Reads the hours of one day as someone types them: « 9h-12h30, 14h-19h ». Empty means closed. Undefined: not understood, or out of order. */
export const readHours = (text: string): readonly Span[] | undefined => {
  const parts = text
    .split(/[,;]| et /)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const spans = parts.map(readSpan);
  const read = spans.filter((span) => span !== undefined);
  const isInOrder = read.every((span, at) => span.from < span.to && (at === 0 || (read[at - 1]?.to ?? "") <= span.from));
  return read.length === spans.length && isInOrder && read.length <= 4 ? read : undefined;
};

const readSpan = (text: string): Span | undefined => {
  const [, fromHour, fromMinute = "00", toHour, toMinute = "00"] = oneSpan.exec(text.toLowerCase()) ?? [];
  if (fromHour === undefined || toHour === undefined) return undefined;
  const [from, to] = [`${fromHour.padStart(2, "0")}:${fromMinute}`, `${toHour.padStart(2, "0")}:${toMinute}`];
  return isTime(from) && isTime(to) ? { from, to } : undefined;
};

const isTime = (text: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

/** Writes them back, so that they can be read again: « 9h-12h30, 14h-19h ». */
export const hoursText = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${shortTime(from)}-${shortTime(to)}`).join(", ");

const shortTime = (time: string): string => {
  const [hour = "", minute = ""] = time.split(":");
  return `${Number(hour)}h${minute === "00" ? "" : minute}`;
};
