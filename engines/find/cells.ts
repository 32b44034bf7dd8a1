import { boxAround, type Point } from "#engines/places";

/** Quarters of a degree: about 19 by 28 km in France. Smaller, a search would open many lists; larger, it would measure many for nothing. */
const cellsByDegree = 4;
const columns = 360 * cellsByDegree;
const lines = 180 * cellsByDegree;

export const cellCount = columns * lines;

/** Case : the cell of a point. */
export const cellOf = (latitude: number, longitude: number): number => lineOf(latitude) * columns + columnOf(longitude);

const lineOf = (latitude: number): number => Math.min(Math.max(Math.floor((latitude + 90) * cellsByDegree), 0), lines - 1);
const columnOf = (longitude: number): number => Math.min(Math.max(Math.floor((longitude + 180) * cellsByDegree), 0), columns - 1);

/** Every cell that a point within the radius may stand in. */
export const cellsAround = (point: Point, radiusMeters: number): readonly number[] => {
  const { south, north, west, east } = boxAround(point, radiusMeters);
  const cells: number[] = [];
  for (let line = lineOf(south); line <= lineOf(north); line++)
    for (let column = columnOf(west); column <= columnOf(east); column++) cells.push(line * columns + column);
  return cells;
};
