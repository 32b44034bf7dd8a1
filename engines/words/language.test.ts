import { expect, test } from "vitest";
import { languageOf } from "./language.ts";
import { readTokens } from "./token.ts";

test.each([
  ["Je voudrais savoir si j'ai droit à une aide pour le loyer", "french"],
  ["slt g pa de nounou pr septembre jfais comment moi", "french"],
  ["App. Mr B., CDD term., 2 enf., loyer impayé, orienté FSL", "french"],
  ["I would like to know if you can help me with the rent, I have two children", "other"],
  ["No puedo pagar el alquiler y tengo miedo de que me echen a la calle", "other"],
  ["Não consigo pagar a renda e tenho medo de ficar na rua com os meus filhos", "other"],
  ["أحتاج إلى مساعدة في السكن من فضلكم", "other"],
  ["Мне нужна помощь с жильём", "other"],
  ["Allo ?", "too-short"],
  ["", "too-short"],
  ["😭😭😭 !!!", "too-short"],
  ["Ma mère dit « I am fine » mais elle ne mange plus rien depuis dimanche", "french"],
])("%s: %s", (text, language) => {
  expect(languageOf(readTokens(text))).toBe(language);
});
