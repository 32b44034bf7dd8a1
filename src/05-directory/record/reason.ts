/** Pourquoi ce résultat : said as data; `search.words.ts` puts it in words. */
export type Reason =
  | { readonly kind: "need"; readonly need: string }
  | { readonly kind: "theme"; readonly theme: string }
  | { readonly kind: "words"; readonly isExact: boolean }
  | { readonly kind: "distance"; readonly meters: number; readonly isApproximate: boolean }
  | { readonly kind: "remote" }
  /** Its zone names the place asked for. */
  | { readonly kind: "zone" }
  /** What follows is said only when it was asked for. */
  | { readonly kind: "public"; readonly public: string }
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "age"; readonly from?: number | undefined; readonly to?: number | undefined }
  | { readonly kind: "cost"; readonly cost: string }
  | { readonly kind: "walk-in" };
