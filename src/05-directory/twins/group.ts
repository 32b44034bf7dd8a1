/** Groupes : who stands with whom once all that is said to be one is put together. Each group in order, and the groups by their first. */
export const groupsOf = (sets: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const groups = new Groups();
  for (const set of sets) for (const id of set) groups.join(set[0] ?? id, id);
  return groups.all();
};

/** Groups that grow: two rows said to be one bring all those that each stands with. */
export class Groups {
  readonly #parents = new Map<string, string>();

  join(a: string, b: string): void {
    const [first, second] = [this.#rootOf(a), this.#rootOf(b)];
    // The smallest identifier leads, so that the order in which pairs come changes nothing.
    if (first < second) this.#parents.set(second, first);
    else if (second < first) this.#parents.set(first, second);
  }

  isOne(a: string, b: string): boolean {
    return this.#rootOf(a) === this.#rootOf(b);
  }

  /** All that stand with this one, itself included. */
  with(id: string): readonly string[] {
    const root = this.#rootOf(id);
    return [...this.#parents.keys()].filter((each) => this.#rootOf(each) === root);
  }

  all(): readonly (readonly string[])[] {
    const found = new Map<string, string[]>();
    for (const id of [...this.#parents.keys()].toSorted()) {
      const root = this.#rootOf(id);
      found.set(root, [...(found.get(root) ?? []), id]);
    }
    return [...found.values()];
  }

  #rootOf(id: string): string {
    const parent = this.#parents.get(id);
    if (parent === undefined) this.#parents.set(id, id);
    if (parent === undefined || parent === id) return id;
    const root = this.#rootOf(parent);
    this.#parents.set(id, root);
    return root;
  }
}
