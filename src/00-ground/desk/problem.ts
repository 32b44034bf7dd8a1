import type { FieldError } from "../look/Form.screen.tsx";

/** Problème : why a gesture was refused, and which fields are at fault; none when the whole is. */
export interface Problem {
  readonly sentence: string;
  readonly fields: readonly FieldError[];
}

/** What is said of one field, or of a part of it: « amount.cents » is said of « amount ». */
export const errorIn = (problem: Problem | undefined, field: string): string | undefined =>
  problem?.fields.find((each) => each.field.split(".")[0] === field)?.message;

/** What is said when no field is at fault. */
export const refusedAsAWhole = (problem: Problem | undefined): string | undefined =>
  problem?.fields.length === 0 ? problem.sentence : undefined;

/** What the summary above a form says. @param first the field that a refusal of the whole leads to */
export const errorsIn = (problem: Problem | undefined, first: string): readonly FieldError[] => {
  if (!problem) return [];
  return problem.fields.length > 0 ? problem.fields : [{ field: first, message: problem.sentence }];
};
