import { claim, gapBefore, has, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

/** Adresse électronique : « l.amiel@courriel.example », « marie point dupont arobase exemple point fr », « kevin @courriel.example », « @kevin_b ». */
export const maskMails = (page: Page): void => {
  if ((page.anyTrait & trait.at) === 0 && !/[([{]\s?at\s?[)\]}]/i.test(page.text)) return;
  for (let at = 0; at < page.tokens.length; at++) {
    const width = widthOfAt(page, at);
    if (width === 0) continue;
    const end = endOfDomain(page, at + width);
    const start = startOfMailbox(page, at, width, end);
    if ((start < at || end > at + width) && isAddress(page, at, width, start, end)) claim(page, "EMAIL", start, end);
  }
};

/** How many tokens stand for @: « @ », « arobase », « (at) ». */
const widthOfAt = (page: Page, at: number): number => {
  if (has(page, at, trait.at)) return 1;
  return plainAt(page, at + 1) === "at" && /^[([{]$/.test(plainAt(page, at)) && /^[)\]}]$/.test(plainAt(page, at + 2)) ? 3 : 0;
};

/** « je trouve l'arobase c'est fini » speaks of the key. */
const isAddress = (page: Page, at: number, width: number, start: number, end: number): boolean => {
  if (has(page, at, trait.at) && plainAt(page, at) === "@") return true;
  if (hasDomainEnd(page, at + width, end) || hosts.has(plainAt(page, at + width))) return true;
  return start < at && end > at + width && !has(page, at - 1, trait.everyday) && !has(page, at + width, trait.everyday);
};

const isPart = (page: Page, at: number): boolean => has(page, at, trait.word | trait.number);
/** Signs of a mailbox, and the words that dictate them. */
const connectors = new Set([".", "-", "_", "+", "point", "tiret", "underscore", "underscor", "moins", "bas"]);
const isConnector = (page: Page, at: number): boolean => connectors.has(plainAt(page, at)) || /^[_.-]+$/.test(plainAt(page, at));

const startOfMailbox = (page: Page, at: number, width: number, domainEnd: number): number => {
  const glued = touches(page, at);
  // « mon insta @kevin_b » : a handle; what stands before is not a mailbox, unless what follows is a domain.
  if (!glued && width === 1 && plainAt(page, at) === "@" && touches(page, at + 1) && !hasDomainEnd(page, at + 1, domainEnd)) return at;
  let start = at;
  if (glued) {
    while (start > at - 40 && touches(page, start) && (isPart(page, start - 1) || isConnector(page, start - 1))) start -= 1;
    while (start < at && !isPart(page, start)) start += 1;
    return start;
  }
  for (let steps = 0; steps < 40; steps++) {
    const before = start - 1;
    if (isPart(page, before) && (start === at || touches(page, start) || isConnector(page, start) || isSpelled(page, before, start))) {
      if (start === at && gapBefore(page, at) > 2) return start;
      start = before;
    } else if (isConnector(page, before) && isPart(page, before - 1) && (touches(page, start) || gapBefore(page, start) <= 2)) {
      // « Écrivez-moi. Kevin arobase… » : a full stop followed by a space ends a sentence.
      if (plainAt(page, before) === "." && !touches(page, start) && touches(page, before)) return start;
      start = before;
    } else return start;
  }
  return start;
};

/** « k e v i n arobase », « dupont 54 arobase », « dupont tout attaché arobase ». */
const isSpelled = (page: Page, before: number, start: number): boolean => {
  if (gapBefore(page, start) > 2) return false;
  const letters = (trait.single | trait.number) & ~0;
  if (has(page, before, letters) && has(page, start, letters)) return true;
  if (has(page, start, trait.number)) return !has(page, before, trait.everyday);
  return dictation.has(plainAt(page, start));
};
const dictation = new Set(["tout", "attache", "attaches", "minuscule", "minuscules", "du", "bas"]);

const endings = new Set(
  "fr com org net eu example info be ch io gouv re gp mq gf yt nc co uk de es it pt ma dz tn sn ci biz pro me cat bzh".split(" "),
);
/** Known by everyone, so that « arobase gmail » is whole without its ending. */
const hosts = new Set(
  "gmail hotmail orange wanadoo yahoo outlook live free sfr laposte icloud bbox neuf aol protonmail proton msn exemple".split(" "),
);

const endOfDomain = (page: Page, from: number): number => {
  if (!isPart(page, from) || gapBefore(page, from) > 2) return from;
  let end = from + 1;
  for (let steps = 0; steps < 20; steps++) {
    const isDot = isConnector(page, end);
    if (
      isDot &&
      isPart(page, end + 1) &&
      (touches(page, end + 1) ? touches(page, end) || endings.has(plainAt(page, end + 1)) : isEnding(page, end + 1))
    )
      end += 2;
    else if (touches(page, end) && isPart(page, end)) end += 1;
    else if (
      hosts.has(plainAt(page, end - 1)) &&
      endings.has(plainAt(page, end)) &&
      plainAt(page, end) !== "de" &&
      plainAt(page, end) !== "me"
    )
      end += 1;
    else if (plainAt(page, end) === "point" && isPart(page, end + 1)) end += 2;
    else return end;
  }
  return end;
};
const isEnding = (page: Page, at: number): boolean => endings.has(plainAt(page, at)) && gapBefore(page, at) <= 1;
const hasDomainEnd = (page: Page, from: number, end: number): boolean => end - from >= 2 && endings.has(plainAt(page, end - 1));
