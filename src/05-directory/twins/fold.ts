import { mergeFields, type FieldValue } from "#engines/twins";

/** Ligne d'un groupe : what one source says, column by column. */
export interface FoldRow {
  readonly id: string;
  readonly source: string;
  /** AAAA-MM-JJ: when its source last looked at it. */
  readonly date: string;
  /** The source no longer lists it. */
  readonly isGone: boolean;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Valeur fondue : what is shown of a column, and which row says it; `rows` when several say a part of a list. */
export interface FoldedValue extends FieldValue {
  readonly rows?: readonly string[];
}

/** Pli : the row that stands for the others, and what it shows. */
export interface Fold {
  readonly standing: string;
  readonly folded: readonly string[];
  /** Absent when nobody else has anything to say. */
  readonly merged: Readonly<Record<string, FoldedValue>> | undefined;
}

/** How the columns of a kind of record are merged. */
export interface FoldPlan {
  /** Columns that mean something together only: a street of one source with the town of another is nowhere. */
  readonly blocks: readonly (readonly string[])[];
  /** Lists of which every source may know a part: they are put together. */
  readonly lists: readonly string[];
}

const placeBlock = ["address", "address_extra", "postal_code", "commune_name", "commune_code", "latitude", "longitude", "point_from"];

export const foldPlans: Readonly<Record<"structure" | "service", FoldPlan>> = {
  structure: {
    blocks: [placeBlock, ["siret"], ["description"], ["phone"], ["mail"], ["website"], ["opening_hours"], ["accessibility_url"]],
    lists: ["networks"],
  },
  service: {
    blocks: [
      placeBlock,
      ["description"],
      ["kind"],
      ["publics_details"],
      ["conditions"],
      ["cost", "cost_details"],
      ["mobilisation_modes", "mobilisable_by", "mobilisation_details", "mobilisation_url"],
      ["zone"],
      ["phone"],
      ["mail"],
      ["opening_hours"],
      ["weekly_hours", "weeks"],
      ["age_from", "age_to"],
      ["alert", "alert_until"],
    ],
    lists: ["themes", "publics", "access_modes", "languages"],
  },
};

/** All columns that a fold looks at. */
export const columnsOf = (plan: FoldPlan): readonly string[] => [...plan.blocks.flat(), ...plan.lists];

/**
 * Plier des lignes qui n'en font qu'une : the best filled stands for the others, then the freshest; field by field the freshest source speaks.
 * A row that its source no longer lists says nothing any more, yet still leads to the one that stands.
 */
export const foldOf = (rows: readonly FoldRow[], plan: FoldPlan): Fold => {
  const [first, ...others] = rows.toSorted((a, b) => byStanding(a, b, plan));
  if (!first) throw new Error("a fold has no row");
  const speaking = [first, ...others].filter((row) => !row.isGone);
  return {
    standing: first.id,
    folded: others.map(({ id }) => id).toSorted(),
    merged: speaking.length < 2 ? undefined : { ...blocksOf(speaking, plan), ...listsOf(speaking, plan) },
  };
};

const isKnown = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const filledColumns = (row: FoldRow, plan: FoldPlan): number => columnsOf(plan).filter((column) => isKnown(row.columns[column])).length;

const byStanding = (a: FoldRow, b: FoldRow, plan: FoldPlan): number =>
  Number(a.isGone) - Number(b.isGone) ||
  filledColumns(b, plan) - filledColumns(a, plan) ||
  (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
  (a.id < b.id ? -1 : 1);

/** A block is chosen as one: its columns all come from the row that was chosen, empty ones included. */
const blocksOf = (rows: readonly FoldRow[], plan: FoldPlan): Record<string, FoldedValue> => {
  const chosen = mergeFields(
    rows.map(({ id, source, date, columns }) => ({
      row: id,
      source,
      date,
      fields: Object.fromEntries(
        plan.blocks.map((block, at) => [
          String(at),
          block.some((column) => isKnown(columns[column])) ? block.map((column) => columns[column] ?? null) : undefined,
        ]),
      ),
    })),
  );
  return Object.fromEntries(
    plan.blocks.flatMap((block, at) => {
      const field = chosen[String(at)];
      return field
        ? block.map((column, place) => [column, { ...field.chosen, value: (field.chosen.value as unknown[])[place] }] as const)
        : [];
    }),
  );
};

/** What the standing row says comes first, then what the others add. */
const listsOf = ([standing, ...others]: readonly FoldRow[], plan: FoldPlan): Record<string, FoldedValue> =>
  Object.fromEntries(
    plan.lists.flatMap((column) => {
      if (!standing) return [];
      const rows = [standing, ...others].filter((row) => isKnown(row.columns[column]));
      const value = [...new Set(rows.flatMap((row) => row.columns[column] as readonly string[]))];
      return rows.length === 0
        ? []
        : [[column, { value, source: standing.source, date: standing.date, row: standing.id, rows: rows.map(({ id }) => id) }] as const];
    }),
  );
