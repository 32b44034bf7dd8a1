/** Valeur d'un champ: what one row says, with where it comes from, and the day its source gives for it (AAAA-MM-JJ). */
export interface FieldValue {
  readonly value: unknown;
  readonly source: string;
  readonly date: string;
  readonly row: string;
}

/** A row of one source, as it stands. A field that is null, undefined, an empty text or an empty list says nothing. */
export interface MergedRow {
  readonly row: string;
  readonly source: string;
  readonly date: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What is shown, and what the other rows say: nothing is lost, and someone may choose otherwise. */
export interface MergedField {
  readonly chosen: FieldValue;
  readonly others: readonly FieldValue[];
}

/**
 * Fusion champ par champ: for every field that some row knows, the value of the row that is most recent; rows of one day are told apart by
 * their name, so that the order in which they come changes nothing.
 */
export const mergeFields = (rows: readonly MergedRow[]): Readonly<Record<string, MergedField>> => {
  const ordered = onlyOnce(rows).toSorted((a, b) => inOrder(b.date, a.date) || inOrder(a.row, b.row));
  const names = new Set(ordered.flatMap(({ fields }) => Object.keys(fields)));
  return Object.fromEntries(
    [...names].toSorted(inOrder).flatMap((name) => {
      const [chosen, ...others] = valuesOf(name, ordered);
      return chosen ? [[name, { chosen, others }]] : [];
    }),
  );
};

/** A row given twice (two merges that are merged) speaks once. */
const onlyOnce = (rows: readonly MergedRow[]): readonly MergedRow[] => [...new Map(rows.map((row) => [row.row, row])).values()];

const valuesOf = (name: string, rows: readonly MergedRow[]): readonly FieldValue[] =>
  rows
    .map(({ row, source, date, fields }) => ({ value: fields[name], source, date, row }))
    .filter(({ value }) => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0));

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
