import type { ReactElement } from "react";
import { ChartLabel, LengthBar } from "./Bars.screen.tsx";
import { barLength } from "./chart-geometry.ts";
import { Domain } from "./Icon.screen.tsx";
import type { DomainId } from "./icon-paths.ts";
import { Chart, type CsvLink, type TwinTable } from "./Twin.screen.tsx";
import { french } from "./typography.ts";

/** A figure already decided: `value` draws, `shown` is read; masked, it has no `value` and shows « < 11 ». */
interface Shown {
  readonly value: number | undefined;
  readonly shown: string;
}

/** Un besoin, as the person said it and as the conversation made it appear. */
export interface ExpressedDetectedRow {
  readonly label: string;
  readonly domain?: DomainId;
  readonly expressed: Shown;
  readonly detected: Shown;
}

interface ExpressedDetectedProps {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly level?: 2 | 3;
  readonly rows: readonly ExpressedDetectedRow[];
  readonly table: TwinTable;
  readonly csv?: CsvLink;
}

const row = 62;
const labelRoom = 250;
const barRoom = 330;

/** Dit et repéré : two bars per need. Said is hollow, found is full: they are told apart without colour. */
export const ExpressedDetected = ({ rows, ...chart }: ExpressedDetectedProps): ReactElement => {
  const greatest = Math.max(0, ...rows.flatMap(({ expressed, detected }) => [expressed.value ?? 0, detected.value ?? 0]));
  const height = rows.length * row + 4;
  return (
    <Chart {...chart}>
      <ul className="legend">
        <li>
          <svg width={26} height={14} aria-hidden="true" focusable="false">
            <rect className="bar expressed" x={1} y={1} width={24} height={12} rx={2} />
          </svg>
          dit par la personne
        </li>
        <li>
          <svg width={26} height={14} aria-hidden="true" focusable="false">
            <rect className="bar detected" width={26} height={14} rx={2} />
          </svg>
          repéré pendant l’échange
        </li>
      </ul>
      <svg className="wide" viewBox={`0 0 720 ${height}`} role="img" aria-label={summary(rows)}>
        <line className="axis" x1={labelRoom} x2={labelRoom} y1={2} y2={height - 6} />
        {rows.map(({ label, expressed, detected }, position) => {
          const top = position * row + 4;
          return (
            <g key={label}>
              <ChartLabel label={label} x={labelRoom - 12} middle={top + 25} />
              <PairBar kind="expressed" figure={expressed} greatest={greatest} top={top + 4} />
              <PairBar kind="detected" figure={detected} greatest={greatest} top={top + 27} />
            </g>
          );
        })}
      </svg>
      <ol className="narrow pair-list">
        {rows.map(({ label, domain, expressed, detected }) => (
          <li key={label}>
            <p className="row">
              {domain && <Domain id={domain} />}
              <strong>{french(label)}</strong>
            </p>
            <NarrowPair kind="expressed" figure={expressed} greatest={greatest} />
            <NarrowPair kind="detected" figure={detected} greatest={greatest} />
          </li>
        ))}
      </ol>
    </Chart>
  );
};

interface PairBarProps {
  readonly kind: "expressed" | "detected";
  readonly figure: Shown;
  readonly greatest: number;
  readonly top: number;
}

const PairBar = ({ kind, figure, greatest, top }: PairBarProps): ReactElement => {
  const length = figure.value === undefined ? 28 : barLength(figure.value, greatest, barRoom);
  return (
    <g>
      <rect className={figure.value === undefined ? "masked" : `bar ${kind}`} x={labelRoom + 1} y={top} width={length} height={19} rx={2} />
      <text className={kind === "detected" ? "t b" : "t"} x={labelRoom + length + 10} y={top + 15}>
        {french(figure.shown)}
      </text>
    </g>
  );
};

const NarrowPair = ({ kind, figure, greatest }: Omit<PairBarProps, "top">): ReactElement => (
  <div className={`pair ${kind}`}>
    <span>{kind === "expressed" ? "dit" : "repéré"}</span>
    <LengthBar value={figure.value} greatest={greatest} />
    <b>{french(figure.shown)}</b>
  </div>
);

const summary = (rows: readonly ExpressedDetectedRow[]): string =>
  french(rows.map(({ label, expressed, detected }) => `${label}, dit ${expressed.shown}, repéré ${detected.shown}`).join(" ; "));
