import type { ServiceNature } from "../record/service.ts";
import type { SearchAsked, SearchOrder } from "./search.ts";
import { isNeedId, thematiquesOf } from "#situation";
import { themesUnder, type AccessMode, type Cost, type Public } from "../record/code-lists.ts";
import { gazetteer } from "../record/gazetteer.source.ts";

/** What the interface and the pages receive, each value already checked by its contract. */
export interface SearchTyped {
  readonly need?: string | undefined;
  /** Theme or category of the national format. */
  readonly theme?: string | undefined;
  readonly words?: string | undefined;
  readonly communeCode?: string | undefined;
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly radiusMeters?: number | undefined;
  readonly accessMode?: AccessMode | undefined;
  readonly cost?: Cost | undefined;
  readonly publics?: readonly Public[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly age?: number | undefined;
  readonly walkIn?: boolean | undefined;
  readonly nature?: ServiceNature | undefined;
  readonly openAt?: Date | undefined;
  readonly order?: SearchOrder | undefined;
  readonly mayWiden?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export type UnknownCode = { readonly kind: "unknown-need" } | { readonly kind: "unknown-theme" } | { readonly kind: "unknown-commune" };

/** What is typed, turned into what is searched. */
export const searchFrom = (typed: SearchTyped): { readonly kind: "asked"; readonly asked: SearchAsked } | UnknownCode => {
  if (typed.need !== undefined && !isNeedId(typed.need)) return { kind: "unknown-need" };
  const commune = typed.communeCode === undefined ? undefined : gazetteer().byCode(typed.communeCode);
  if (typed.communeCode !== undefined && !commune) return { kind: "unknown-commune" };
  const themes = typed.need === undefined ? themesOfCode(typed.theme) : thematiquesOf(typed.need);
  if (themes === "unknown") return { kind: "unknown-theme" };
  const near = typed.point ?? commune?.point;
  return {
    kind: "asked",
    asked: {
      ...present({
        need: typed.need,
        words: typed.words,
        radiusMeters: typed.radiusMeters,
        accessMode: typed.accessMode,
        cost: typed.cost,
        publics: typed.publics,
        languages: typed.languages,
        age: typed.age,
        walkIn: typed.walkIn,
        nature: typed.nature,
        openAt: typed.openAt,
        order: typed.order,
        mayWiden: typed.mayWiden,
        limit: typed.limit,
        after: typed.after,
      }),
      ...(themes === undefined ? {} : { themes }),
      ...(near ? { near } : {}),
      ...(commune ? { communeCode: commune.code } : {}),
    },
  };
};

const themesOfCode = (code: string | undefined): readonly string[] | undefined | "unknown" => {
  if (code === undefined) return undefined;
  const under = themesUnder(code);
  return under.length === 0 ? "unknown" : under;
};

type Present<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };
const present = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
