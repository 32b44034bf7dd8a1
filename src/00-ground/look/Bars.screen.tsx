import type { ReactElement } from "react";
import { barLength, labelLines } from "./chart-geometry.ts";
import { Domain } from "./Icon.screen.tsx";
import type { DomainId } from "./icon-paths.ts";
import { Chart, type CsvLink, type TwinTable } from "./Twin.screen.tsx";
import { french } from "./typography.ts";

/** Une barre, already decided: `value` draws, `shown` is read. A masked value has no `value` and shows « < 11 ». */
export interface Bar {
  readonly label: string;
  readonly value: number | undefined;
  readonly shown: string;
  /** Change or remark written under the value: « +7,9 points ». */
  readonly note?: string;
  readonly interval?: { readonly low: number; readonly high: number };
  readonly domain?: DomainId;
  /** The one that the title speaks of: one or two in a chart, never all. */
  readonly isHighlighted?: boolean;
}

interface BarsProps {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly level?: 2 | 3;
  readonly bars: readonly Bar[];
  readonly table: TwinTable;
  readonly csv?: CsvLink;
}

const row = 44;
const labelRoom = 250;
const barRoom = 330;

/** Combien, dans l'ordre : horizontal bars from zero, values written at their ends; below 720 px the same as a list. */
export const Bars = ({ bars, ...chart }: BarsProps): ReactElement => {
  const greatest = Math.max(0, ...bars.map(({ value = 0, interval }) => Math.max(value, interval?.high ?? 0)));
  const height = bars.length * row + 8;
  return (
    <Chart {...chart}>
      <svg className="wide" viewBox={`0 0 720 ${height}`} role="img" aria-label={summary(bars)}>
        <line className="axis" x1={labelRoom} x2={labelRoom} y1={2} y2={height - 6} />
        {bars.map((bar, position) => (
          <WideBar key={bar.label} bar={bar} greatest={greatest} top={position * row + 6} />
        ))}
      </svg>
      <ol className="narrow bar-list">
        {bars.map((bar) => (
          <NarrowBar key={bar.label} bar={bar} greatest={greatest} />
        ))}
      </ol>
    </Chart>
  );
};

const WideBar = ({ bar, greatest, top }: { readonly bar: Bar; readonly greatest: number; readonly top: number }): ReactElement => {
  const middle = top + 16;
  const x = (value: number): number => labelRoom + barLength(value, greatest, barRoom);
  const end = Math.max(x(bar.value ?? 0), x(bar.interval?.high ?? 0));
  return (
    <g>
      <ChartLabel label={bar.label} x={labelRoom - 12} middle={middle} strong={bar.isHighlighted === true} />
      {bar.value === undefined ? (
        <rect className="masked" x={labelRoom} y={top + 4} width={28} height={24} />
      ) : (
        <rect
          className={bar.isHighlighted ? "bar hot" : "bar"}
          x={labelRoom}
          y={top + 4}
          width={x(bar.value) - labelRoom}
          height={24}
          rx={3}
        />
      )}
      {bar.interval && <line className="interval" x1={x(bar.interval.low)} x2={x(bar.interval.high)} y1={middle} y2={middle} />}
      <text className="t b" x={(bar.value === undefined ? labelRoom + 28 : end) + 10} y={middle + 5}>
        {french(bar.shown)}
        {bar.note !== undefined && (
          <tspan className="m" dx={8}>
            {french(bar.note)}
          </tspan>
        )}
      </text>
    </g>
  );
};

/** Libellé à gauche d'une barre, on one or two lines, its middle at a given height. */
export const ChartLabel = (label: {
  readonly label: string;
  readonly x: number;
  readonly middle: number;
  readonly strong?: boolean;
}): ReactElement => {
  const lines = labelLines(french(label.label), 32);
  return (
    <text className={label.strong ? "t b" : "t"} textAnchor="end">
      {lines.map((line, position) => (
        <tspan key={line} x={label.x} y={label.middle + 5 + (position - (lines.length - 1) / 2) * 17}>
          {line}
        </tspan>
      ))}
    </text>
  );
};

const NarrowBar = ({ bar, greatest }: { readonly bar: Bar; readonly greatest: number }): ReactElement => (
  <li className={bar.isHighlighted ? "hot" : undefined}>
    {bar.domain && <Domain id={bar.domain} />}
    <div className="bar-list-text">
      {french(bar.label)}
      <LengthBar value={bar.value} greatest={greatest} isHighlighted={bar.isHighlighted === true} />
    </div>
    <div className="bar-list-value">
      {french(bar.shown)}
      {bar.note !== undefined && <small>{french(bar.note)}</small>}
    </div>
  </li>
);

/** Petite barre sous un libellé. The figure is written beside it, so that screen readers skip the drawing. */
export const LengthBar = (bar: {
  readonly value: number | undefined;
  readonly greatest: number;
  readonly isHighlighted?: boolean;
}): ReactElement => (
  <svg className="length-bar" height={8} aria-hidden="true" focusable="false">
    <rect className="ground" width="100%" height={8} rx={4} />
    {bar.value !== undefined && (
      <rect className={bar.isHighlighted ? "bar hot" : "bar"} width={`${barLength(bar.value, bar.greatest, 100)}%`} height={8} rx={4} />
    )}
  </svg>
);

interface ShareBarProps {
  /** What was received, from 0 to 1. */
  readonly share: number;
  /** The fair share, from 0 to 1: a mark on the bar. */
  readonly fair?: number;
  /** The one at turn. */
  readonly isChosen?: boolean;
}

/** Part reçue et part juste d'un prestataire, for the fair turn. The figures are written beside it. */
export const ShareBar = ({ share, fair, isChosen = false }: ShareBarProps): ReactElement => (
  <svg className="share-bar" height={14} aria-hidden="true" focusable="false">
    <rect className="ground" y={3} width="100%" height={8} rx={4} />
    <rect className={isChosen ? "bar chosen" : "bar"} y={3} width={`${barLength(share, 1, 100)}%`} height={8} rx={4} />
    {fair !== undefined && <rect className="fair" x={`${barLength(fair, 1, 100)}%`} width={2} height={14} />}
  </svg>
);

const summary = (bars: readonly Bar[]): string => french(bars.map(({ label, shown }) => `${label}, ${shown}`).join(" ; "));
