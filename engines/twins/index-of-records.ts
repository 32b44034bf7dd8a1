import { blocksAround, blocksOf, bringsNear } from "./blocks.ts";
import { portraitOf, type Portrait } from "./portrait.ts";
import type { TwinRecord } from "./record.ts";

/** Registre: records made ready to be compared with new ones. */
export interface TwinIndex {
  readonly portraits: readonly Portrait[];
  readonly blocks: ReadonlyMap<string, readonly number[]>;
}

export const makeTwinIndex = (records: Iterable<TwinRecord>): TwinIndex => indexOf(Array.from(records, portraitOf));

export const indexOf = (portraits: readonly Portrait[]): TwinIndex => {
  const blocks = new Map<string, number[]>();
  portraits.forEach((portrait, at) => {
    for (const block of blocksOf(portrait)) {
      const there = blocks.get(block);
      if (there) there.push(at);
      else blocks.set(block, [at]);
    }
  });
  return { portraits, blocks };
};

/** The records of other sources that stand near one, each once. */
export const nearTo = (portrait: Portrait, { portraits, blocks }: TwinIndex): readonly Portrait[] => {
  const near = new Set<Portrait>();
  for (const block of blocksAround(portrait)) {
    const there = blocks.get(block);
    if (there === undefined || !bringsNear(block, there.length)) continue;
    for (const at of there) {
      const other = portraits[at] as Portrait;
      if (other.record.source !== portrait.record.source) near.add(other);
    }
  }
  return [...near];
};
