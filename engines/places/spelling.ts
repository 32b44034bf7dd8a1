/**
 * Faute de frappe: whether one letter missing, added, changed, or exchanged with its neighbour turns the typed text into the name
 * (or into a beginning of the name). After the first difference, one repair is tried, and all the rest must agree.
 */
export const isOneEditFrom = (typed: string, name: string, wanted: "whole" | "beginning"): boolean => {
  const missing = name.length - typed.length;
  if (missing < -1 || (wanted === "whole" && missing > 1)) return false;
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === name.charCodeAt(at)) at++;
  const isExchanged = at + 1 < typed.length && typed[at] === name[at + 1] && typed[at + 1] === name[at];
  return (
    ((wanted === "beginning" || missing === 1) && agree(typed, at, name, at + 1)) ||
    ((wanted === "beginning" || missing === -1) && agree(typed, at + 1, name, at)) ||
    ((wanted === "beginning" || missing === 0) &&
      (agree(typed, at + 1, name, at + 1) || (isExchanged && agree(typed, at + 2, name, at + 2))))
  );
};

/** Whether all that is typed from one place on is found in the name from another. */
const agree = (typed: string, fromTyped: number, name: string, fromName: number): boolean => {
  if (typed.length - fromTyped > name.length - fromName) return false;
  for (let at = fromTyped; at < typed.length; at++) if (typed.charCodeAt(at) !== name.charCodeAt(at - fromTyped + fromName)) return false;
  return true;
};
