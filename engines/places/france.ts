import { isInBox, type Box } from "./box.ts";
import type { Point } from "./point.ts";

const box = (south: number, north: number, west: number, east: number): Box => ({ south, north, west, east });

/**
 * Where people live in France. Mainland is cut in bands of half a degree or one, so that the sea at its sides is left out; a band reaches
 * some kilometres beyond the outermost commune. Neighbouring countries are in part inside: this refuses errors, not the Swiss.
 */
const inhabited: readonly Box[] = [
  box(42.3, 42.5, 1.3, 3.3),
  box(42.5, 43, -1.1, 3.3),
  box(43, 43.5, -1.95, 7.1),
  box(43.5, 44, -1.75, 7.75),
  box(44, 45, -1.45, 7.8),
  box(45, 46, -1.65, 7.3),
  box(46, 46.5, -2, 7.2),
  box(46.5, 47, -2.5, 7.2),
  box(47, 47.5, -3.4, 7.75),
  box(47.5, 48, -4.8, 7.75),
  box(48, 49, -5.25, 8.35),
  box(49, 50, -2.1, 8.35),
  box(50, 50.5, 1.2, 5.1),
  box(50.5, 51.2, 1.4, 3.8),
  box(41.3, 43.1, 8.4, 9.7), // Corse
  box(15.75, 16.6, -61.95, -60.9), // Guadeloupe
  box(14.3, 15, -61.35, -60.7), // Martinique
  box(2, 5.9, -54.7, -51.5), // Guyane
  box(-21.5, -20.8, 55.1, 55.95), // La Réunion
  box(-13.1, -12.55, 44.9, 45.4), // Mayotte
  box(46.7, 47.2, -56.5, -56.05), // Saint-Pierre-et-Miquelon
  box(17.8, 18.2, -63.25, -62.7), // Saint-Barthélemy and Saint-Martin
  box(-14.5, -13.1, -178.3, -176), // Wallis-et-Futuna
  box(-28, -7.7, -155, -134), // Polynésie française
  box(-23, -19.4, 163.3, 168.4), // Nouvelle-Calédonie
];

/** Whether a position may be that of someone or something in France: refuses the open sea, another continent, latitude and longitude swapped. */
export const isInFrance = (point: Point): boolean => inhabited.some((one) => isInBox(one, point));
