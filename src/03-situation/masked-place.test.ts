import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entity, Masked } from "#engines/words";
import { placeFinder } from "./masked-place.ts";

/** Hides given stretches, as the masker does. */
const hide = (text: string, ...hidden: readonly string[]): Masked => {
  const entities: Entity[] = hidden
    .map((words) => ({ type: "NOM" as const, start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words }))
    .toSorted((a, b) => a.start - b.start);
  let [masked, from] = ["", 0];
  for (const [at, { start, end }] of entities.entries()) {
    masked += `${text.slice(from, start)}[NOM_${at + 1}]`;
    from = end;
  }
  return { text: masked + text.slice(from), entities };
};

const text = "Mme Diallo a perdu son logement, Awa n’a plus  rien à manger. Élève au Cœur de ville";
const found = (words: string, masked = hide(text, "Diallo", "Awa")): string | undefined => {
  const place = placeFinder(text, masked)(words);
  return place && text.slice(place.start, place.end);
};

describe("words of the masked text are found where they were written", () => {
  test.each([
    ["after a mask", "a perdu son logement", "a perdu son logement"],
    ["after two", "plus rien à manger", "plus  rien à manger"],
    ["mended by the model: case, accents, apostrophe, spaces", "N'A PLUS RIEN A MANGER", "n’a plus  rien à manger"],
    ["a letter that is two", "coeur de ville", "Cœur de ville"],
    ["over a mask: all that it hides", "logement, [NOM_2] n’a plus", "logement, Awa n’a plus"],
    ["half of a mask is the whole of it", "NOM_1] a perdu", "Diallo a perdu"],
    ["the last word", "de ville", "de ville"],
    ["the first", "Mme [NOM_1] a perdu", "Mme Diallo a perdu"],
  ])("%s", (_, words, expected) => {
    expect(found(words)).toBe(expected);
  });
});

describe("what is no reason is not found", () => {
  test.each([
    ["invented", "veut mourir"],
    ["a name that the model guessed", "Diallo a perdu"],
    ["nothing", ""],
    ["signs alone", "…"],
    ["too few letters", "a"],
    ["a mask alone", "[NOM_1]"],
    ["the letters of a mask", "nom"],
  ])("%s", (_, words) => {
    expect(found(words)).toBeUndefined();
  });
});

test("whatever is hidden, words that stand in the clear are found as they were written", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ words: fc.stringMatching(/^[a-z]{3,9}$/), isHidden: fc.boolean() }), { minLength: 1, maxLength: 12 }),
      (parts) => {
        const entities: Entity[] = [];
        let [written, masked] = ["", ""];
        for (const { words, isHidden } of parts) {
          if (isHidden) entities.push({ type: "NOM", start: written.length, end: written.length + words.length, text: words });
          written += `${words} `;
          masked += isHidden ? `[NOM_${entities.length}] ` : `${words} `;
        }
        const find = placeFinder(written, { text: masked, entities });
        for (const { words, isHidden } of parts)
          if (!isHidden) {
            const place = find(words);
            expect(place && written.slice(place.start, place.end)).toBe(words);
          }
      },
    ),
  );
});

test("a text of 200 kB is searched without waiting", () => {
  const long = "trois mois de loyer impayés. ".repeat(7000);
  expect(placeFinder(`${long}Awa est partie`, hide(`${long}Awa est partie`, "Awa"))("est partie")).toEqual({
    start: long.length + 4,
    end: long.length + 14,
  });
});
