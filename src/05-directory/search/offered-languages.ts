/** Langues proposées in the filter, those most often asked for first; the interface takes any code of ISO 639-1, and "lsf". */
export const offeredLanguages = ["ar", "en", "es", "pt", "tr", "ru", "uk", "fa", "ps", "ro", "sq", "so", "bn", "ta", "zh", "lsf"] as const;
