import type { Entity } from "#engines/words";

/** Fuite : what the masking let through and a human saw, with the masked words around it. A test case for every masking to come. */
export interface Leak {
  readonly type: Entity["type"];
  /** What leaked. Opened only to mask it, and to test the masking. */
  readonly segment: string;
  readonly before: string;
  readonly after: string;
}

/** Whether a masking still lets a leak through: a letter or a figure of it that no mask covers. */
export const stillLeaks = (leak: Pick<Leak, "segment" | "before">, entities: readonly Pick<Entity, "start" | "end">[]): boolean =>
  [...leak.segment.matchAll(/[\p{L}\p{Nd}]/gu)].some((found) => {
    const at = leak.before.length + found.index;
    return !entities.some((entity) => entity.start <= at && at < entity.end);
  });
