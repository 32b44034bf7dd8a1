import type { Duties } from "#ground/server";

// What the chapters of rights do by themselves. Each adds its own lines.
export const rightsDuties: Duties = { jobs: [], subscribers: [], rounds: [] };
