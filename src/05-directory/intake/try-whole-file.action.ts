import { sql } from "kysely";
import { dayOf, type Day } from "#engines/calendar";
import { inShared, type Ground } from "#ground/server";
import { openDataFile } from "./data-file.source.ts";
import { linesOf } from "./file-lines.source.ts";
import { addLine, type Batch } from "./import-directory.action.ts";
import type { RuleCount, TrialCounts } from "./import.ts";
import { remarksByRule, type LineRemark } from "./import.store.ts";
import { importWords as words } from "./import.words.ts";
import { columnsUsed, type Mapping } from "./mapping.source.ts";
import { dataInclusionReader, mappedReader } from "./record-reader.source.ts";

export interface WholeTrialAsked {
  readonly path: string;
  readonly mapping: Mapping | undefined;
  readonly sourceId: string;
  readonly dataDate: Day | undefined;
  readonly onProgress?: (progress: { readonly bytesRead: number; readonly received: number }) => Promise<void>;
}
export type TrialAnswer = { readonly kind: "tried"; readonly counts: TrialCounts } | { readonly kind: "failed"; readonly sentence: string };

/** Essai : reads the whole file as an import would, counts, and writes nothing. Holds the identifiers of the file, and nothing else of it. */
export const tryWholeFile = async (ground: Ground, asked: WholeTrialAsked): Promise<TrialAnswer> => {
  const opened = await openDataFile(asked.path);
  if (opened.kind === "failed") return opened;
  const { file } = opened;
  const today = dayOf(ground.clock());
  const read = asked.mapping ? mappedReader(today, asked.mapping, asked.sourceId, asked.dataDate) : dataInclusionReader(today, file.format);
  const tally = new Tally();
  const options = {
    separator: asked.mapping?.separator,
    columns: asked.mapping ? columnsUsed(asked.mapping) : [],
    onBytes: (bytes: number) => (bytesRead = bytes),
  };
  let bytesRead = 0;
  for await (const line of linesOf(file, options)) {
    if (line.kind === "failed") return { kind: "failed", sentence: line.sentence };
    const batch: Batch = { staged: [], remarks: [] };
    addLine(batch, line, read);
    tally.add(line.line, batch);
    if (tally.received % 2000 === 0) await asked.onProgress?.({ bytesRead, received: tally.received });
  }
  await refuseOrphans(ground, asked.sourceId, tally);
  if (tally.received === 0) return { kind: "failed", sentence: words.empty };
  return { kind: "tried", counts: tally.counts() };
};

/** Services whose structure is neither in the file nor known of the source. */
const refuseOrphans = async (ground: Ground, sourceId: string, tally: Tally): Promise<void> => {
  const missing = [...tally.missingStructures()];
  for (let at = 0; at < missing.length; at += 5000) {
    const keys = missing.slice(at, at + 5000);
    const known = await inShared(ground, (work) =>
      work.rows(sql<{ source_key: string }>`
        select source_key from directory_structure where source_id = ${sourceId} and gone_at is null and source_key = any(${keys}::text[])`),
    );
    const isKnown = new Set(known.map((row) => row.source_key));
    for (const key of keys) if (!isKnown.has(key)) tally.refuseServicesOf(key);
  }
};

/** What is counted of a file as it goes by. */
class Tally {
  received = 0;
  private readonly seen = new Map<string, number>();
  private readonly structures = new Set<string>();
  private readonly servicesOf = new Map<string, number[]>();
  private readonly refused = new Set<number>();
  private readonly remarked = new Set<number>();
  private readonly rules = new Map<string, RuleCount & { lines: number; last: number }>();

  add(line: number, { staged, remarks }: Batch): void {
    this.received++;
    for (const remark of remarks) this.note(remark);
    for (const { kind, source_key: key, structure_key: structure } of staged) {
      const first = this.seen.get(`${kind} ${key}`);
      if (first !== undefined) {
        this.note({ line, objectId: key, field: "id", rule: "twice", reason: words.twice(first), verdict: "refused" });
        continue;
      }
      this.seen.set(`${kind} ${key}`, line);
      if (kind === "structure") this.structures.add(key);
      else if (structure !== undefined) this.servicesOf.set(structure, [...(this.servicesOf.get(structure) ?? []), line]);
    }
  }

  missingStructures(): ReadonlySet<string> {
    return new Set(this.servicesOf.keys()).difference(this.structures);
  }

  refuseServicesOf(structure: string): void {
    for (const line of this.servicesOf.get(structure) ?? [])
      this.note({
        line,
        objectId: undefined,
        field: "structure_id",
        rule: "structure-missing",
        reason: words.structureMissing(structure),
        verdict: "refused",
      });
  }

  counts(): TrialCounts {
    const rules = [...this.rules.values()]
      .map(({ last: _, ...rule }) => rule)
      .toSorted((a, b) => b.verdict.localeCompare(a.verdict) || b.lines - a.lines || a.rule.localeCompare(b.rule));
    return {
      received: this.received,
      kept: this.received - this.refused.size,
      refused: this.refused.size,
      remarked: this.remarked.difference(this.refused).size,
      rules: rules.slice(0, 100),
    };
  }

  private note({ line, field, rule, reason, verdict }: LineRemark): void {
    if (line > 0) (verdict === "refused" ? this.refused : this.remarked).add(line);
    const name = `${field} ${rule} ${verdict}`;
    const known = this.rules.get(name);
    if (known === undefined) this.rules.set(name, { field, rule, verdict, reason, lines: 1, last: line });
    else if (known.last !== line) this.rules.set(name, { ...known, lines: known.lines + 1, last: line });
  }
}

/** What an import said of its lines, by field and rule, the most frequent first. */
export const rulesOf = (ground: Ground, importId: string): Promise<RuleCount[]> =>
  inShared(ground, (work) => remarksByRule(work, importId));
