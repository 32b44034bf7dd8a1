import { readHours } from "#engines/hours";
import type { DeclaredPlace, ServiceDraft, StructureDraft } from "./draft.ts";
import { plainText } from "./plain-text.ts";
import { hiddenOf, type NameWords, type PrivateBecause } from "./private-address.ts";

/** Ce qui est dit d'une ligne remise au propre. */
export type CleanRemark = "html" | "hours-unread" | PrivateBecause;

export interface Cleaned<Draft> {
  readonly draft: Draft;
  /** As the source wrote it, without what is hidden. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly remarks: readonly CleanRemark[];
}

type Drafts = StructureDraft | ServiceDraft;

/** Mettre au propre : tags become text, and what could be somebody's home is not kept, neither here nor in what is kept as received. */
export const cleaned = <Draft extends Drafts>(draft: Draft, raw: Readonly<Record<string, unknown>>, words: NameWords): Cleaned<Draft> => {
  const text = withoutTags(draft);
  const { draft: shown, raw: kept, because } = withoutHome(text.draft, raw, words);
  const isUnread = shown.openingHours !== undefined && shown.openingHours.trim() !== "" && readHours(shown.openingHours).kind !== "read";
  return {
    draft: shown,
    raw: kept,
    remarks: [...(text.hadTags ? (["html"] as const) : []), ...(isUnread ? (["hours-unread"] as const) : []), ...because],
  };
};

const texts = ["name", "description", "publicsDetails", "conditions", "costDetails", "mobilisationDetails"] as const;

const withoutTags = <Draft extends Drafts>(draft: Draft): { readonly draft: Draft; readonly hadTags: boolean } => {
  const written: Readonly<Record<string, unknown>> = { ...draft };
  const changed = texts.flatMap((field) => {
    const text = written[field];
    if (typeof text !== "string") return [];
    const plain = plainText(text);
    return plain === text || (field === "name" && plain === "") ? [] : [[field, plain] as const];
  });
  return changed.length === 0 ? { draft, hadTags: false } : { draft: { ...draft, ...Object.fromEntries(changed) }, hadTags: true };
};

const withoutHome = <Draft extends Drafts>(draft: Draft, raw: Readonly<Record<string, unknown>>, words: NameWords) => {
  const hidden = hiddenOf(
    {
      name: draft.name,
      street: draft.place.street,
      extra: draft.place.extra,
      phone: draft.phone,
      mail: draft.mail,
      siret: draft.kind === "structure" ? draft.siret : undefined,
      communeName: draft.place.communeName,
    },
    words,
  );
  if (hidden.because.length === 0) return { draft, raw, because: hidden.because };
  const shown: Draft = {
    ...draft,
    ...(hidden.mail ? { mail: undefined } : {}),
    ...(hidden.phone ? { phone: undefined } : {}),
    ...(hidden.address ? { place: communeOf(draft) } : {}),
  };
  return { draft: shown, raw: hidden.address ? identityOf(raw) : withoutValues(raw, [draft.mail]), because: hidden.because };
};

const communeOf = ({ place }: Drafts): DeclaredPlace => ({
  ...place,
  street: undefined,
  extra: undefined,
  latitude: undefined,
  longitude: undefined,
});

const homes: readonly CleanRemark[] = ["at-someone", "person-name", "lone-person"];

/** A line gives a structure and perhaps its service: the home of one is the home of the other. */
export const cleanedLine = (
  line: readonly { readonly draft: Drafts; readonly raw: Readonly<Record<string, unknown>> }[],
  words: NameWords,
): readonly Cleaned<Drafts>[] => {
  const all = line.map(({ draft, raw }) => cleaned(draft, raw, words));
  const isHome = all.some(({ remarks }) => remarks.some((remark) => homes.includes(remark)));
  const mails = line.filter((_, at) => all[at]?.draft.mail === undefined).map(({ draft }) => draft.mail);
  return all.map(({ draft, raw, remarks }) => ({
    draft: isHome ? { ...draft, place: communeOf(draft) } : draft,
    raw: isHome ? identityOf(raw) : mails.length === 0 ? raw : withoutValues(raw, mails),
    remarks,
  }));
};

/** A home may be written anywhere in a line, its point in any unit: of such a line, only what names it is kept as received. */
const identityOf = (raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => ["id", "source", "structure_id"].includes(name)));

const withoutValues = (
  raw: Readonly<Record<string, unknown>>,
  values: readonly (string | undefined)[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(raw).filter(([, value]) => {
      const text = JSON.stringify(value).toLowerCase();
      return !values.some((hidden) => hidden !== undefined && text.includes(hidden.toLowerCase()));
    }),
  );
