import type { Entity } from "./mask.ts";
import { readTokens, type Token } from "./token.ts";

/**
 * The words of a text with what names somebody replaced by its kind: « [nom] ». Places are those of the text as given. Tags of a page that was
 * pasted are passed over: they say nothing, and words are lost among them.
 */
export const maskedTokens = (text: string, entities: readonly Entity[]): Token[] => {
  const tokens: Token[] = [];
  let which = 0;
  let covered = -1;
  const tags = text.matchAll(tag);
  let passed = tags.next().value;
  for (const token of readTokens(text)) {
    while (passed && passed.index + passed[0].length <= token.start) passed = tags.next().value;
    if (passed && passed.index <= token.start) continue;
    while (which < entities.length && (entities[which] as Entity).end <= token.start) which += 1;
    const entity = entities[which];
    if (!entity || entity.start >= token.end) {
      tokens.push(token);
      continue;
    }
    if (covered === which) continue;
    covered = which;
    tokens.push({ text: "", plain: `[${entity.type.toLowerCase()}]`, start: entity.start, end: entity.end, kind: "word" });
  }
  return tokens;
};

/** « <p class="x"> », « </td> »; not « < 500 € et > 300 € ». */
const tag = /<\/?[a-z][^<>]{0,2000}>/giu;
