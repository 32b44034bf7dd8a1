/** What a counsellor asked for. */
export interface Asked {
  readonly need: string;
  readonly words: string;
  readonly place: { readonly code: string; readonly name: string } | undefined;
  readonly radius: string;
  readonly isOpen: boolean;
  readonly isFree: boolean;
  readonly isWalkIn: boolean;
  readonly isRemote: boolean;
  readonly isInitiative: boolean;
  readonly public: string;
  readonly language: string;
  readonly age: string;
  readonly order: string;
}

export const noFilter = {
  isOpen: false,
  isFree: false,
  isWalkIn: false,
  isRemote: false,
  isInitiative: false,
  public: "",
  language: "",
  age: "",
  order: "",
} as const;

/** Whether something narrows the list; the order does not. */
export const isFiltered = (asked: Asked): boolean =>
  asked.isOpen ||
  asked.isFree ||
  asked.isWalkIn ||
  asked.isRemote ||
  asked.isInitiative ||
  asked.public !== "" ||
  asked.language !== "" ||
  asked.age !== "";

export const pageSize = 20;

/** The address that answers; empty when nothing is asked yet. @param after the cursor of the page before */
export const searchPath = (asked: Asked, after: string | undefined): string => {
  const { need, words, place } = asked;
  if (need === "" && words.trim() === "" && !asked.isInitiative) return "";
  const query = new URLSearchParams({ rayon: asked.radius, nombre: String(pageSize) });
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") query.set(name, value);
  };
  put("besoin", need);
  put("mots", words.trim());
  put("commune", place?.code);
  put("frais", asked.isFree ? "gratuit" : "");
  put("mode", asked.isRemote ? "a-distance" : "");
  put("ouvert", asked.isOpen ? "oui" : "");
  put("sansrendezvous", asked.isWalkIn ? "oui" : "");
  put("nature", asked.isInitiative ? "initiative" : "");
  put("publics", asked.public);
  put("langues", asked.language);
  put("age", /^\d{1,3}$/.test(asked.age) ? asked.age : "");
  put("ordre", asked.order);
  put("apres", after);
  return `/api/services?${query.toString()}`;
};
