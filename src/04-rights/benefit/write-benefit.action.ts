import { dayOf } from "#engines/calendar";
import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { keyFrom } from "./benefit-key.ts";
import type { BenefitContent } from "./benefit.contract.ts";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import { addBenefit, addVersion, benefitOfKey, findBenefit, keeperOf, noteEvent, rewriteVersion, versionsOf } from "./benefit.store.ts";
import type { Territories } from "./territory.source.ts";

export interface FieldRefusal {
  readonly field: string;
  readonly sentence: string;
}

export type WrittenBenefit =
  | { readonly kind: "written"; readonly id: Id<"Benefit">; readonly version: number }
  /** The same words as before: nothing was written. */
  | { readonly kind: "unchanged"; readonly id: Id<"Benefit">; readonly version: number }
  | { readonly kind: "refused"; readonly fields: readonly FieldRefusal[] }
  | { readonly kind: "conflict"; readonly sentence: string };

/** What only the day and the official lists can refuse; otherwise the same benefit, on the territory of today. */
export const checkedContent = (
  content: BenefitContent,
  given: { readonly territories: Territories; readonly now: Date },
):
  | { readonly kind: "checked"; readonly content: BenefitContent }
  | { readonly kind: "refused"; readonly fields: readonly FieldRefusal[] } => {
  const territory = given.territories.find(content.territory);
  const fields: FieldRefusal[] = [
    ...(territory
      ? []
      : [{ field: "territory", sentence: content.territory.kind === "commune" ? words.unknownCommune : words.unknownTerritory }]),
    ...(content.verifiedOn > dayOf(given.now) ? [{ field: "verifiedOn", sentence: words.verifiedLater }] : []),
  ];
  if (!territory || fields.length > 0) return { kind: "refused", fields };
  return { kind: "checked", content: { ...content, territory: { kind: territory.kind, code: territory.code } } };
};

/** Écrire une aide : a new benefit, in a first draft. @param key by which a file brings it again; drawn from its name otherwise */
export const writeBenefit = async (
  work: Work,
  territories: Territories,
  given: { readonly content: BenefitContent; readonly key?: string; readonly isDemonstration?: boolean },
): Promise<WrittenBenefit> => {
  const checked = checkedContent(given.content, { territories, now: work.now });
  if (checked.kind === "refused") return checked;
  const key = given.key ?? (await freeKey(work, checked.content));
  const id = await addBenefit(work, { key, isDemonstration: given.isDemonstration ?? false });
  await addVersion(work, id, 1, checked.content, [keeperOf(work)]);
  await toldAs(work, id, 1, "written");
  return { kind: "written", id, version: 1 };
};

/**
 * Reprendre une aide : writes in the draft when there is one, else begins the next version from what is written. What is published stays
 * as it is until the new version is.
 * @param seen when the version that was read had been written: another hand since then is told, and nothing is lost
 */
export const rewriteBenefit = async (
  work: Work,
  territories: Territories,
  given: { readonly id: string; readonly content: BenefitContent; readonly seen?: Date },
): Promise<WrittenBenefit> => {
  const checked = checkedContent(given.content, { territories, now: work.now });
  if (checked.kind === "refused") return checked;
  const benefit = await findBenefit(work, given.id, { isToChange: true });
  if (!benefit) return { kind: "conflict", sentence: words.changedSince };
  const [last] = await versionsOf(work, given.id);
  if (!last) throw new Error(`benefit ${given.id} has no version`);
  if (given.seen && last.writtenAt.getTime() !== given.seen.getTime()) return { kind: "conflict", sentence: words.changedSince };
  if (last.state === "to-review") return { kind: "conflict", sentence: words.notDraft };
  if (isSameContent(territories, last.content, checked.content)) return { kind: "unchanged", id: benefit.id, version: last.version };
  const me = keeperOf(work);
  if (last.state === "draft") {
    await rewriteVersion(work, given.id, last.version, checked.content, [...last.writers.filter((writer) => writer !== me), me]);
    await toldAs(work, given.id, last.version, "written");
    return { kind: "written", id: benefit.id, version: last.version };
  }
  await addVersion(work, given.id, last.version + 1, checked.content, [me]);
  await toldAs(work, given.id, last.version + 1, "written");
  return { kind: "written", id: benefit.id, version: last.version + 1 };
};

/** Whether two say the same; a commune merged since is the one it became. */
export const isSameContent = (territories: Territories, one: BenefitContent, other: BenefitContent): boolean => {
  const ofToday = (content: BenefitContent) => {
    const { kind, code } = territories.find(content.territory) ?? content.territory;
    return JSON.stringify({ ...content, territory: { kind, code } });
  };
  return ofToday(one) === ofToday(other);
};

/** Every gesture leaves a line in the benefit's own history, one in the log, and a word for the screens. */
export const toldAs = async (
  work: Work,
  benefitId: string,
  version: number,
  kind: Parameters<typeof noteEvent>[2]["kind"],
  reason?: string,
): Promise<void> => {
  await noteEvent(work, keeperOf(work), { benefitId, version, kind, ...(reason === undefined ? {} : { reason }) });
  work.audit({ action: `${kind} benefit`, objectKind: "benefit", objectId: benefitId });
  await work.tell("benefit.changed", { benefitId });
};

/** Drawn from its name; a number follows when another one bears it. */
const freeKey = async (work: Work, content: BenefitContent): Promise<string> => {
  for (let turn = 1; ; turn++) {
    const key = turn === 1 ? keyFrom(content) : `${keyFrom(content)}-${turn}`;
    if ((await benefitOfKey(work, key)) === undefined) return key;
  }
};
