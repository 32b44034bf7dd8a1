/**
 * Identifiant : the name of one thing of one kind. Two kinds never mix: an `Id<"Person">` is refused where an `Id<"Contact">` is asked.
 * A uuid (version 7) given by the database.
 */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** Reads an identifier that the database or a checked contract has given. Says nothing of whether the thing exists. */
export const idOf = <Kind extends string>(value: string): Id<Kind> => value as Id<Kind>;

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the shape of an identifier: what has not cannot exist, and is answered like what does not exist. */
export const looksLikeId = (value: string): boolean => shape.test(value);
