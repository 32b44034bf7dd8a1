import type { Work } from "#ground/server";
import { columnOf, readLine, type ReadLine } from "./benefit-file.ts";
import { benefitFileWords } from "./benefit-file.words.ts";
import { readBenefitFile } from "./benefit-file.source.ts";
import { benefitOfKey, findBenefit, versionsOf } from "./benefit.store.ts";
import type { Territories } from "./territory.source.ts";
import { checkedContent, isSameContent, rewriteBenefit, writeBenefit } from "./write-benefit.action.ts";

const words = benefitFileWords.fr;

/** Ligne d'un fichier d'aides : what becomes of it. */
export interface ImportedLine {
  readonly line: number;
  readonly name: string;
  readonly outcome: "new" | "changed" | "unchanged" | "refused";
  readonly reasons: readonly string[];
}

export type ImportedBenefits =
  { readonly kind: "read"; readonly lines: readonly ImportedLine[] } | { readonly kind: "refused"; readonly sentence: string };

/**
 * Importer des aides : each line becomes a draft, to be sent to review by whoever imports; a file never publishes by itself. The same file
 * again changes nothing. Lines that cannot be read are told one by one, and the others are kept.
 * @param isTrial says what would become of each line, and writes nothing
 */
export const importBenefits = async (
  work: Work,
  territories: Territories,
  given: { readonly text: string; readonly isTrial: boolean },
): Promise<ImportedBenefits> => {
  const file = readBenefitFile(given.text);
  if (file.kind === "refused") return file;
  const lines: ImportedLine[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of file.lines) {
    const read = readLine(cells);
    const before = read.key === "" ? undefined : seen.get(read.key);
    const name = (cells.nom ?? "").slice(0, 120);
    if (before === undefined) {
      if (read.key !== "") seen.set(read.key, line);
      lines.push({ line, name, ...(await become(work, territories, read, given.isTrial)) });
    } else lines.push({ line, name, outcome: "refused", reasons: [words.keyTwice(before)] });
  }
  return { kind: "read", lines };
};

type Become = Pick<ImportedLine, "outcome" | "reasons">;
const refused = (...reasons: readonly string[]): Become => ({ outcome: "refused", reasons });
const kept = (outcome: "new" | "changed" | "unchanged"): Become => ({ outcome, reasons: [] });

const become = async (work: Work, territories: Territories, read: ReadLine, isTrial: boolean): Promise<Become> => {
  if (read.kind === "refused") return refused(...read.reasons);
  const checked = checkedContent(read.content, { territories, now: work.now });
  if (checked.kind === "refused")
    return refused(...checked.fields.map(({ field, sentence }) => words.inColumn(columnOf([field]), sentence)));
  const id = await benefitOfKey(work, read.key);
  if (id === undefined) {
    if (!isTrial) await writeBenefit(work, territories, { content: checked.content, key: read.key });
    return kept("new");
  }
  const [benefit, [last]] = [await findBenefit(work, id), await versionsOf(work, id)];
  if (!benefit || !last) throw new Error(`benefit ${id} has no version`);
  if (isSameContent(territories, last.content, checked.content)) return kept("unchanged");
  if (benefit.isWithdrawn) return refused(words.withdrawn);
  if (last.state === "to-review") return refused(words.inReview);
  if (!isTrial) await rewriteBenefit(work, territories, { id, content: checked.content });
  return kept("changed");
};
