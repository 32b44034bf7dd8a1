import { claim, has, isCapital, plainAt, type Page } from "./mask-page.ts";
import { closesName, isName } from "./mask-name-words.ts";
import { trait } from "./mask-traits.ts";

/** The last words of a letter, all in capitals or bound by particles: « … que faire ? Collectif des Petits Sabots, contact ». */
export const maskSignature = (page: Page): void => {
  if (page.shouted) return;
  const last = page.tokens.length - 1;
  let start = last;
  while (start > 0 && start > last - 24 && !isSentenceStart(page, start)) start -= 1;
  if (start === 0 || !isSentenceStart(page, start)) return;
  let end = start;
  let capitals = 0;
  let telling = 0;
  if (
    start === last - (plainAt(page, last) === "." ? 1 : 0) &&
    has(page, start, trait.firstName) &&
    !has(page, start, trait.known | trait.place)
  )
    claim(page, "NOM", start, start + 1);
  for (let at = start; at < start + 8 && !closesName(page, at); at++) {
    if (isCapital(page, at) && has(page, at, trait.upper) && plainAt(page, at).length <= 5 && !isName(page, at)) return;
    if (isCapital(page, at)) {
      capitals += 1;
      if (!has(page, at, trait.everyday | trait.known | trait.place | trait.particle)) telling += 1;
      end = at + 1;
    } else if (!has(page, at, trait.particle) && plainAt(page, at) !== "et" && plainAt(page, at) !== "-") return;
  }
  if (closesName(page, end) && capitals >= 2 && (telling > 0 || capitals >= 3)) claim(page, "NOM", start, end);
};

const isSentenceStart = (page: Page, at: number): boolean =>
  has(page, at, trait.line) || (has(page, at, trait.opening) && /^[.!?…]+$/.test(plainAt(page, at - 1)));
