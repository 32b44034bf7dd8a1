import { eurosFromCents } from "#ground";
import type { DocumentKind } from "./document.ts";
import { applicationWords } from "../application/application.words.ts";
import { registers, type Register } from "./register.ts";
import { registerWords } from "./register.words.ts";

type Language = "fr" | "en";

/** « RSA », « Quotient familial de 700 € au plus ». */
export const questionSaid = (asked: { readonly register: Register; readonly atMost: number | null }, language: Language): string => {
  const words = registerWords[language];
  const name = words.registers[asked.register];
  return asked.atMost === null ? name : words.atMost(name, eurosFromCents(asked.atMost * 100, language));
};

const isRegister = (kind: DocumentKind): kind is Register => (registers as readonly string[]).includes(kind);

/** What a document shows, in words. */
export const documentSaid = (document: { readonly kind: DocumentKind; readonly atMost: number | null }, language: Language): string =>
  isRegister(document.kind)
    ? questionSaid({ register: document.kind, atMost: document.atMost }, language)
    : applicationWords[language].papers[document.kind];

/** What is read to the person when a register could not answer (the eighteenth of the forty texts). */
export const saidWhenUnknown = (because: string | null): "toSay" | "toSayNoRetry" =>
  because === "person-unknown" || because === "identity-unclear" ? "toSayNoRetry" : "toSay";
