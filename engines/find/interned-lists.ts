/**
 * Listes connues : every different list of codes once, by its number. Two hundred thousand services share a few thousand lists of themes,
 * publics or places: a search looks at each list once, then at one number by service.
 */
export class InternedLists {
  readonly #lists: (readonly string[])[] = [[]];
  readonly #numbers = new Map<string, number>([["", 0]]);
  readonly #having = new Map<string, number[]>();

  get count(): number {
    return this.#lists.length;
  }

  /** The number of a list; 0 is the empty one. */
  numberOf(list: readonly string[] | undefined): number {
    if (list === undefined || list.length === 0) return 0;
    const key = list.join("\n");
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#lists.length;
    this.#lists.push([...list]);
    this.#numbers.set(key, number);
    for (const code of new Set(list)) {
      const having = this.#having.get(code);
      if (having) having.push(number);
      else this.#having.set(code, [number]);
    }
    return number;
  }

  list(number: number): readonly string[] {
    return this.#lists[number] as readonly string[];
  }

  /** The lists that name a code. */
  having(code: string): readonly number[] {
    return this.#having.get(code) ?? [];
  }

  /** How many of these different codes each list names. */
  countsOf(codes: Iterable<string>): Uint8Array {
    const counts = new Uint8Array(this.#lists.length);
    for (const code of codes) for (const number of this.having(code)) if ((counts[number] as number) < 255) (counts[number] as number)++;
    return counts;
  }
}
