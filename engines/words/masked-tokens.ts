import type { Entity } from "./mask.ts";
import { readTokens, type Token } from "./token.ts";

/** The words of a text with what names somebody replaced by its kind: « [nom] ». Places are those of the text as given. */
export const maskedTokens = (text: string, entities: readonly Entity[]): Token[] => {
  const tokens: Token[] = [];
  let which = 0;
  let covered = -1;
  for (const token of readTokens(text)) {
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
