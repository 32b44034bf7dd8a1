/**
 * Whether a value holds, anywhere in it, a text that the database cannot keep: a NUL, or half of a surrogate pair.
 * Depth is bounded so that a hostile value cannot exhaust the stack; deeper than that is bad too.
 */
export const holdsBadText = (value: unknown, depth = 0): boolean => {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed();
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  if (depth > 40) return true;
  return Object.entries(value).some(([name, inner]) => holdsBadText(name, depth + 1) || holdsBadText(inner, depth + 1));
};
