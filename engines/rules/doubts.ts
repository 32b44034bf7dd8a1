import type { Day } from "#engines/calendar";
import type { Calculation } from "./calculation.ts";
import { departuresThatCouldChange } from "./departures.ts";
import { doubtWords as words } from "./doubts.words.ts";
import { fieldPath } from "./field.ts";
import type { Doubt, RightId } from "./right.ts";
import type { Scale, ScaleName } from "./scales.ts";
import type { Sixteen } from "./sixteen.ts";
import type { WrittenTrace } from "./trace.ts";

/** Doutes sur un droit : one is enough to make it uncertain; its amount stays. */
export const doubtsOf = (
  right: RightId,
  c: Calculation,
  found: Sixteen,
  { scalesUsed }: WrittenTrace,
  stale: ReadonlySet<ScaleName>,
): readonly Doubt[] => [
  ...foreigners(c),
  ...departuresThatCouldChange(right, c, found).map(({ reason, document }): Doubt => ({
    kind: "departs-from-law",
    reason,
    ...(document === undefined ? {} : { document }),
  })),
  ...[...scalesUsed].filter((name) => stale.has(name)).map((name) => oldScale(c.scales[name])),
];

const foreigners = ({ household }: Calculation): readonly Doubt[] => {
  const fields = household.persons.flatMap(({ nationality }, index) =>
    nationality === "foreign" ? [fieldPath("personnes", index, "nationalite")] : [],
  );
  return fields.length === 0 ? [] : [{ kind: "nationality", reason: words.foreigner, document: words.residencePermit, fields }];
};

const oldScale = ({ label, lines }: Scale): Doubt => ({ kind: "old-scale", reason: words.oldScale(label, inFrench(lines.at(-1)?.from)) });

const inFrench = (date: Day | undefined): string => (date === undefined ? "" : date.split("-").toReversed().join("/"));
