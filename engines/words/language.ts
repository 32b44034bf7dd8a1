import type { Token } from "./token.ts";

/** Langue : whether a text is French enough to be read. Anything else is said, never guessed at. */
export type Language = "french" | "other" | "too-short";

/** The small words without which nobody makes a sentence. A word that two languages share counts for both. */
const smallWords: Readonly<Record<string, string>> = {
  french:
    "le la les l' un une des du de d' et est a au aux je j' tu il elle on nous vous ils elles me m' te se s' ce c' ça ca cette ces mon ma mes son sa ses leur que qu' qui quoi ne n' pas plus dans sur avec pour par mais ou donc ai suis es sont ont avait etait sans depuis tout tous y en chez si comme ete fait va bonjour merci svp pr av ss ds g pa ke ki jai jsuis ya c koi tjrs bcp",
  english:
    "the a an and is are was were i you he she we they my your his her our me him them it this that of to in on with for from not no don't can't have has had do does did be been will would at by if but or as so what when who how there their",
  spanish:
    "el la los las un una unos y es son soy estoy esta está de del que en no por para con mi mis tu su se me te lo le nos pero como muy tengo hay sin porque cuando yo al ya más mas",
  portuguese:
    "o a os as um uma e é são sou estou de do da dos das que em não nao por para com meu minha seu sua me se eu mas como tenho muito sem",
  italian: "il lo la gli i le un una e è sono di del della che non in per con mio mia si mi ti ma come ho hai ha anche perché senza questo",
  german:
    "der die das ein eine und ist sind ich du er sie wir ihr nicht kein mit für von zu im in auf mein meine habe hat haben bin aber wenn es den dem",
  turkish: "ve bir bu ne için icin ben sen değil degil çok cok var yok ile ama gibi daha da de mi evet hayır",
  romanian: "și si este sunt un o de la în in nu cu pe pentru care că ca mai am are eu tu el ea dar",
};
const languagesOf: ReadonlyMap<string, readonly string[]> = (() => {
  const known = new Map<string, string[]>();
  for (const [language, words] of Object.entries(smallWords))
    for (const word of words.split(" ")) known.set(word, [...(known.get(word) ?? []), language]);
  return known;
})();

/** Below this many words, « Allo ? » and « No money » cannot be told apart. */
const fewestWords = 5;

/**
 * @returns "other" when most letters are not Latin ones, or when another language has clearly more small words than French
 */
export const languageOf = (tokens: readonly Token[]): Language => {
  const words = tokens.filter((token) => token.kind === "word");
  const foreign = words.filter((token) => /\p{L}/u.test(token.plain) && !/\p{Script=Latin}/u.test(token.plain)).length;
  if (foreign >= 2 && foreign * 2 > words.length) return "other";
  if (words.length < fewestWords) return "too-short";
  const counts = new Map<string, number>();
  for (const { plain, text } of words)
    for (const language of languagesOf.get(plain) ?? languagesOf.get(text.toLowerCase()) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const french = counts.get("french") ?? 0;
  const others = Math.max(0, ...[...counts].filter(([language]) => language !== "french").map(([, count]) => count));
  return others >= 3 && others >= french + 2 ? "other" : "french";
};
