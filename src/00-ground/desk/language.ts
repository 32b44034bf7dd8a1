import { createContext, useContext } from "react";

export type Language = "fr" | "en";

/** The language of the person signed in; French until it is known. */
export const LanguageContext = createContext<Language>("fr");
export const useLanguage = (): Language => useContext(LanguageContext);

/** Outside components: what the page itself says. */
export const readLanguage = (): Language => (document.documentElement.lang.startsWith("en") ? "en" : "fr");
