/** How two values of one field are alike. */
export type Likeness = "same" | "alike" | "different" | "alone";

export interface ComparedField<Field extends string = string> {
  readonly field: Field;
  readonly a?: string;
  readonly b?: string;
  readonly likeness: Likeness;
}

/** Côte à côte : field by field, in the order given; what neither says is left out. */
export const compareFields = <Field extends string>(
  fields: readonly Field[],
  a: Readonly<Partial<Record<Field, string>>>,
  b: Readonly<Partial<Record<Field, string>>>,
): readonly ComparedField<Field>[] =>
  fields.flatMap((field): ComparedField<Field>[] => {
    const [left, right] = [a[field], b[field]];
    if (left === undefined && right === undefined) return [];
    return [
      {
        field,
        ...(left === undefined ? {} : { a: left }),
        ...(right === undefined ? {} : { b: right }),
        likeness: left === undefined || right === undefined ? "alone" : likenessOf(left, right),
      },
    ];
  });

/** « 3 RUE DE LA GARE » and « 3, rue de la Gare » are the same; with half of the words in common, alike. */
export const likenessOf = (a: string, b: string): Exclude<Likeness, "alone"> => {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.join(" ") === right.join(" ")) return "same";
  const all = new Set([...left, ...right]);
  const shared = [...all].filter((word) => left.includes(word) && right.includes(word));
  return shared.length * 2 >= all.size ? "alike" : "different";
};

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
