/** A column as the database tells it, with the comment of its table. */
export interface ToldColumn {
  readonly table: string;
  readonly column: string;
  readonly comment: string | null;
}

const classes = ["kept", "anonymised", "purged"] as const;

/** « Personne. isolated. kept: id kind; anonymised: commune_code; purged: name » → column → class. */
export const classesIn = (comment: string): ReadonlyMap<string, string> =>
  new Map(
    classes.flatMap((privacy) =>
      (new RegExp(`(?:^|[.;])\\s*${privacy}:\\s*([^;.]*)`).exec(comment)?.[1] ?? "")
        .split(/\s+/)
        .filter((name) => name !== "")
        .map((name) => [name, privacy] as const),
    ),
  );

/** Every column is declared kept, anonymised or purged, and no declared column is missing from its table. */
export const privacyComplaints = (columns: readonly ToldColumn[]): readonly string[] => {
  const missing = columns
    .filter(({ column, comment }) => !classesIn(comment ?? "").has(column))
    .map(({ table, column }) => `${table}.${column} has no privacy class: add it to the comment of its table`);
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const gone = [...new Map(columns.map(({ table, comment }) => [table, comment ?? ""]))].flatMap(([table, comment]) =>
    [...classesIn(comment).keys()]
      .filter((column) => !there.has(`${table}.${column}`))
      .map((column) => `${table} declares ${column}, which it does not have`),
  );
  return [...missing, ...gone];
};
