const slabBytes = 4 * 1024 * 1024;

/**
 * Corps des fiches : the bytes given with each record, end to end in blocks of four megabytes; an array of its own for each would weigh two
 * hundred bytes more. A block of which half has been replaced is written again without its dead parts.
 */
export class Bodies {
  readonly #slabs: Uint8Array[] = [];
  readonly #live: number[] = [];
  #used = slabBytes;
  #slabOf = new Uint16Array(1 << 12);
  #starts = new Uint32Array(1 << 12);
  #lengths = new Uint32Array(1 << 12);

  put(row: number, body: Uint8Array): void {
    this.#makeRoom(row);
    const slab = this.#slabFor(body.length);
    (this.#slabs[slab] as Uint8Array).set(body, this.#used);
    this.#slabOf[row] = slab;
    this.#starts[row] = this.#used;
    this.#lengths[row] = body.length;
    this.#used += body.length;
    this.#live[slab] = (this.#live[slab] ?? 0) + body.length;
  }

  /** A view, not a copy: it stays true, since blocks are never written over. */
  get(row: number): Uint8Array {
    const start = this.#starts[row] as number;
    return (this.#slabs[this.#slabOf[row] as number] as Uint8Array).subarray(start, start + (this.#lengths[row] as number));
  }

  /** @param isAlive which of all rows still have a body, this one no more */
  drop(row: number, rows: number, isAlive: (row: number) => boolean): void {
    const slab = this.#slabOf[row] as number;
    const live = (this.#live[slab] as number) - (this.#lengths[row] as number);
    this.#live[slab] = live;
    this.#lengths[row] = 0;
    const isFull = slab !== this.#slabs.length - 1;
    if (isFull && live < (this.#slabs[slab] as Uint8Array).length / 2) this.#rewrite(slab, rows, isAlive);
  }

  #rewrite(slab: number, rows: number, isAlive: (row: number) => boolean): void {
    const moved: { row: number; body: Uint8Array }[] = [];
    for (let row = 0; row < rows; row++) if (this.#slabOf[row] === slab && isAlive(row)) moved.push({ row, body: this.get(row) });
    const block = new Uint8Array(this.#live[slab] as number);
    let at = 0;
    for (const { row, body } of moved) {
      block.set(body, at);
      this.#starts[row] = at;
      at += body.length;
    }
    this.#slabs[slab] = block;
  }

  #slabFor(length: number): number {
    if (this.#used + length > (this.#slabs.at(-1)?.length ?? 0)) {
      this.#slabs.push(new Uint8Array(Math.max(slabBytes, length)));
      this.#live.push(0);
      this.#used = 0;
    }
    return this.#slabs.length - 1;
  }

  #makeRoom(row: number): void {
    if (row < this.#starts.length) return;
    const length = Math.ceil(Math.max(row + 1, this.#starts.length) * 1.5);
    const [slabOf, starts, lengths] = [new Uint16Array(length), new Uint32Array(length), new Uint32Array(length)];
    slabOf.set(this.#slabOf);
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    [this.#slabOf, this.#starts, this.#lengths] = [slabOf, starts, lengths];
  }
}
