/** Longueur d'une barre : from 0, in proportion to the greatest value; a value over the greatest stops at the end. */
export const barLength = (value: number, greatest: number, room: number): number =>
  greatest <= 0 ? 0 : tenth(room * Math.min(1, Math.max(0, value / greatest)));

/** Rayon d'un rond : its area, not its width, is in proportion to the share. */
export const circleRadius = (share: number, greatestShare: number, greatestRadius: number): number =>
  greatestShare <= 0 ? 0 : tenth(greatestRadius * Math.sqrt(Math.min(1, Math.max(0, share / greatestShare))));

/** Libellé sur deux lignes au plus, since text does not wrap in SVG; what still overflows ends with « … ». The twin table keeps it whole. */
export const labelLines = (label: string, charactersPerLine: number): readonly string[] => {
  if (label.length <= charactersPerLine) return [label];
  const cut = label.lastIndexOf(" ", charactersPerLine);
  const end = cut > 0 ? cut : charactersPerLine;
  return [shortened(label.slice(0, end), charactersPerLine), shortened(label.slice(end).trim(), charactersPerLine)];
};

const shortened = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`);

const tenth = (value: number): number => Math.round(value * 10) / 10;
