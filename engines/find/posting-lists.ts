/**
 * Listes de fiches : many lists of whole numbers, most of them short, all in one block of memory. An object for each of two hundred thousand
 * lists would weigh more than what they hold. A list that outgrows its place moves to a place twice as long, and leaves its own to another.
 */
export class PostingLists {
  /** Where every entry stands; another array after an addition: never keep it across one. */
  data = new Int32Array(1 << 16);
  #end = 0;
  #starts = new Int32Array(1 << 12);
  #lengths = new Int32Array(1 << 12);
  /** Capacity is 2 to that power; 0 for a list that holds nothing yet. */
  #powers = new Uint8Array(1 << 12);
  #count = 0;
  /** Places left free, by power. */
  readonly #free: number[][] = [];

  get count(): number {
    return this.#count;
  }

  /** A new list, empty. */
  open(): number {
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#lengths = grown(this.#lengths);
      const powers = new Uint8Array(this.#starts.length);
      powers.set(this.#powers);
      this.#powers = powers;
    }
    return this.#count++;
  }

  startOf(list: number): number {
    return this.#starts[list] as number;
  }

  lengthOf(list: number): number {
    return this.#lengths[list] as number;
  }

  add(list: number, entry: number): void {
    const length = this.#lengths[list] as number;
    const power = this.#powers[list] as number;
    if (length === (power === 0 ? 0 : 1 << power)) this.#move(list, power + 1);
    this.data[(this.#starts[list] as number) + length] = entry;
    this.#lengths[list] = length + 1;
  }

  /** Keeps the entries that may stay, in their order. */
  keep(list: number, mayStay: (entry: number) => boolean): void {
    const start = this.#starts[list] as number;
    const length = this.#lengths[list] as number;
    let kept = 0;
    for (let at = 0; at < length; at++) {
      const entry = this.data[start + at] as number;
      if (mayStay(entry)) this.data[start + kept++] = entry;
    }
    this.#lengths[list] = kept;
  }

  #move(list: number, power: number): void {
    const start = this.#place(power);
    const from = this.#starts[list] as number;
    this.data.copyWithin(start, from, from + (this.#lengths[list] as number));
    if (power > 1) (this.#free[power - 1] ??= []).push(from);
    this.#starts[list] = start;
    this.#powers[list] = power;
  }

  #place(power: number): number {
    const free = this.#free[power]?.pop();
    if (free !== undefined) return free;
    const start = this.#end;
    this.#end += 1 << power;
    while (this.#end > this.data.length) this.data = grown(this.data);
    return start;
  }
}

/** Half as long again: twice would hold a third of the memory for nothing. */
const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const longer = new Int32Array(Math.ceil(array.length * 1.5));
  longer.set(array);
  return longer;
};
