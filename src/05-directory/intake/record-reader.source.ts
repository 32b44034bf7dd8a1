import type { Day } from "#engines/calendar";
import { holdsBadText } from "#ground";
import { isServiceRecord, makeReader, recordKey, withoutPerson, type BrokenRule, type Reading } from "./data-inclusion.source.ts";
import { dataInclusionWords } from "./data-inclusion.words.ts";
import type { ServiceDraft, StructureDraft } from "./draft.ts";
import type { FileLine } from "./file-lines.source.ts";
import { readExtension } from "./extension.ts";
import { importWords } from "./import.words.ts";
import { leftOutBy, mapLine, recordOfCsv, type Mapping } from "./mapping.source.ts";

export interface Remark {
  readonly field: string;
  readonly rule: string;
  readonly sentence: string;
}

/** What became of a line: drafts to keep, or what is wrong with it. */
export type ReadLine =
  | { readonly kind: "drafts"; readonly drafts: readonly Drafted[]; readonly remarks: readonly Remark[] }
  | { readonly kind: "refused"; readonly key: string | undefined; readonly remarks: readonly Remark[] };
export interface Drafted {
  readonly draft: StructureDraft | ServiceDraft;
  /** As the source wrote it. */
  readonly raw: Readonly<Record<string, unknown>>;
}
export type LineReader = (line: Extract<FileLine, { kind: "record" }>) => ReadLine;

/** Reads the national format itself, from JSON or from a CSV that bears its names. */
export const dataInclusionReader = (today: Day, format: "csv" | "json"): LineReader => {
  const reader = makeReader(today);
  return ({ record, list }) => {
    const read = format === "csv" ? recordOfCsv(record) : record;
    if (holdsBadText(read)) return unreadable(recordKey(read));
    const isService = list === undefined ? isServiceRecord(read) : list === "services";
    return one(isService ? reader.service(read) : reader.structure(read), withoutPerson(read), recordKey(read));
  };
};

const one = (reading: Reading<StructureDraft | ServiceDraft>, raw: Drafted["raw"], key: string | undefined): ReadLine =>
  reading.kind === "read"
    ? { kind: "drafts", drafts: [{ draft: reading.draft, raw }], remarks: [] }
    : { kind: "refused", key, remarks: reading.broken };

const unreadable = (key: string | undefined): ReadLine => ({
  kind: "refused",
  key: key?.isWellFormed() && !key.includes("\0") ? key : undefined,
  remarks: [{ field: "", rule: "unreadable", sentence: dataInclusionWords.sentence("", "unreadable", []) }],
});

/** Reads any file by a mapping: each line gives a structure, and a service when the mapping says so. One wrong field refuses the whole line. */
export const mappedReader = (today: Day, mapping: Mapping, sourceId: string, fileDate: Day | undefined): LineReader => {
  const reader = makeReader(today);
  return ({ record }) => {
    if (holdsBadText(record)) return unreadable(undefined);
    const { structure, service } = mapLine({ mapping, sourceId, fileDate }, record);
    const leftOut = leftOutBy(mapping, record);
    if (leftOut !== undefined) return notAsked(recordKey(structure), leftOut);
    const lenience = { mapping, fileDate };
    const first = leniently(lenience, reader.structure, structure);
    const second = service && leniently(lenience, reader.service, service);
    const refused = [first, second].flatMap((each) => (each?.reading.kind === "refused" ? each.reading.broken : []));
    if (refused.length > 0 || first.reading.kind === "refused")
      return { kind: "refused", key: recordKey(structure), remarks: distinct(refused) };
    const more = readExtension(service ? Object.keys(mapping.service ?? {}) : [], service ?? {}, today);
    const extension = Object.keys(more.extension).length === 0 ? {} : { extension: more.extension };
    const drafts = [first.reading.draft, ...(second?.reading.kind === "read" ? [{ ...second.reading.draft, ...extension }] : [])];
    return {
      kind: "drafts",
      drafts: drafts.map((draft) => ({ draft, raw: record })),
      remarks: distinct([...first.remarks, ...(second?.remarks ?? []), ...more.wrong.map(wrongExtension)]),
    };
  };
};

/** A line that the mapping does not want is named among the refused: what is not imported is told. */
const notAsked = (key: string | undefined, { column, value }: { readonly column: string; readonly value: string }): ReadLine => ({
  kind: "refused",
  // Without its key: a line that closed is no longer listed by its source, and goes.
  key: undefined,
  remarks: [{ field: column, rule: "not-asked", sentence: importWords.notAsked(column, value, key) }],
});

const wrongExtension = (field: string): Remark => ({ field, rule: "extension", sentence: importWords.wrongExtension(field) });

/** Leaves out, with a remark, what the mapping says may be left out when it is wrong. */
const leniently = <Draft>(
  { mapping, fileDate }: { readonly mapping: Mapping; readonly fileDate: Day | undefined },
  read: (record: unknown) => Reading<Draft>,
  record: Readonly<Record<string, unknown>>,
): { readonly reading: Reading<Draft>; readonly remarks: readonly Remark[] } => {
  const reading = read(record);
  if (reading.kind === "read") return { reading, remarks: [] };
  const left = reading.broken.filter(({ field }) => mapping.leaveOutIfWrong.includes(field));
  if (left.length === 0) return { reading, remarks: [] };
  const isLeft = (field: string): boolean => left.some((broken) => broken.field === field);
  const rest = Object.fromEntries(Object.entries(record).filter(([field]) => !isLeft(field)));
  // A date is required: that of the file stands for one that cannot be read.
  const dated = isLeft("date_maj") && fileDate !== undefined ? { ...rest, date_maj: fileDate } : rest;
  return {
    reading: read(dated),
    remarks: left.map((broken) => ({
      ...broken,
      sentence: broken.field === "date_maj" ? importWords.fileDated(broken.sentence) : importWords.leftOut(broken.sentence),
    })),
  };
};

/** Structure and service of one line share fields: what is wrong with both is said once. */
const distinct = <One extends BrokenRule | Remark>(remarks: readonly One[]): One[] => [
  ...new Map(remarks.map((each) => [`${each.field} ${each.rule}`, each])).values(),
];
