/** Premières places : the rows of smallest rank, ties by id, kept in order while others are offered. */
export class FirstPlaces {
  readonly ranks: Float64Array;
  readonly rows: Int32Array;
  count = 0;
  readonly #ids: readonly string[];

  constructor(places: number, ids: readonly string[]) {
    this.ranks = new Float64Array(places);
    this.rows = new Int32Array(places);
    this.#ids = ids;
  }

  offer(rank: number, row: number): void {
    const { ranks, rows } = this;
    if (this.count === rows.length && !this.#isBefore(rank, row, this.count - 1)) return;
    let at = this.count === rows.length ? this.count - 1 : this.count++;
    while (at > 0 && this.#isBefore(rank, row, at - 1)) {
      ranks[at] = ranks[at - 1] as number;
      rows[at] = rows[at - 1] as number;
      at--;
    }
    ranks[at] = rank;
    rows[at] = row;
  }

  #isBefore(rank: number, row: number, place: number): boolean {
    if (place < 0) return false;
    const other = this.ranks[place] as number;
    return rank < other || (rank === other && (this.#ids[row] as string) < (this.#ids[this.rows[place] as number] as string));
  }
}
