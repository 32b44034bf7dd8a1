import type { ReactElement } from "react";
import { LengthBar } from "./Bars.screen.tsx";
import { circleRadius } from "./chart-geometry.ts";
import { emotionCentre, emotionMap, emotionPlaces, type EmotionId } from "./emotion-places.ts";
import { Chart, type CsvLink, type TwinTable } from "./Twin.screen.tsx";
import { french } from "./typography.ts";

/** Une émotion du mois, already decided. Masked, it has no `share` and shows « < 11 ». */
export interface EmotionFigure {
  readonly id: EmotionId;
  /** From 0 to 1. */
  readonly share: number | undefined;
  readonly shown: string;
  /** Share of the month before, drawn as a dashed ring. */
  readonly previous?: number;
}

interface EmotionMapProps {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly level?: 2 | 3;
  readonly emotions: readonly EmotionFigure[];
  readonly table: TwinTable;
  readonly csv?: CsvLink;
}

const { width, height, axisX, axisY } = emotionMap;

/** Carte des émotions : each keeps its place, the area tells the share, the dashed ring the month before; a list below 720 px. */
export const EmotionMap = ({ emotions, ...chart }: EmotionMapProps): ReactElement => {
  // Under a quarter of the situations, circles keep the same scale from month to month; above, they shrink together rather than collide.
  const greatest = Math.max(0.25, ...emotions.flatMap(({ share, previous }) => [share ?? 0, previous ?? 0]));
  return (
    <Chart {...chart}>
      <svg className="wide emotion-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(emotions)}>
        <line className="axis" x1={axisX} x2={axisX} y1={30} y2={height - 30} />
        <line className="axis" x1={8} x2={width - 8} y1={axisY} y2={axisY} />
        <text className="t m" x={8} y={16}>
          « je me bats »
        </text>
        <text className="t m" x={8} y={height - 6}>
          « je subis »
        </text>
        <text className="t m" x={axisX - 10} y={16} textAnchor="end">
          désagréable
        </text>
        <text className="t m" x={axisX + 10} y={16}>
          agréable
        </text>
        {emotions.map((emotion) => (
          <Circle key={emotion.id} emotion={emotion} greatest={greatest} />
        ))}
      </svg>
      <ol className="narrow bar-list">
        {emotions.map(({ id, share, shown }) => (
          <li key={id}>
            <div className="bar-list-text">
              {emotionPlaces[id].label}
              <span className={`family ${emotionPlaces[id].family}`}>
                <LengthBar value={share} greatest={greatest} />
              </span>
            </div>
            <div className="bar-list-value">{french(shown)}</div>
          </li>
        ))}
      </ol>
      <ul className="legend emotion-legend">
        {families.map(({ id, label }) => (
          <li key={id}>
            <svg width={16} height={16} aria-hidden="true" focusable="false">
              <circle className={`emotion ${id}`} cx={8} cy={8} r={6.5} />
            </svg>
            {label}
          </li>
        ))}
        <li className="wide-only">
          <svg width={16} height={16} aria-hidden="true" focusable="false">
            <circle className="previous" cx={8} cy={8} r={6.5} />
          </svg>
          le mois dernier
        </li>
      </ul>
    </Chart>
  );
};

const families = [
  { id: "subir", label: "subir" },
  { id: "lutter", label: "se battre" },
  { id: "reprendre", label: "reprendre pied" },
] as const;

const Circle = ({ emotion, greatest }: { readonly emotion: EmotionFigure; readonly greatest: number }): ReactElement => {
  const { x, y } = emotionCentre(emotion.id);
  const { label, family } = emotionPlaces[emotion.id];
  const radius = emotion.share === undefined ? 14 : circleRadius(emotion.share, greatest, emotionMap.greatestRadius);
  // A word larger than its circle is written under it, where it stays readable.
  const isInside = radius >= label.length * 4;
  const labelY = isInside ? y - 1 : y + Math.max(radius, ring(emotion, greatest)) + 16;
  return (
    <g>
      <circle className={emotion.share === undefined ? "emotion masked" : `emotion ${family}`} cx={x} cy={y} r={radius} />
      {hasRing(emotion) && <circle className="previous" cx={x} cy={y} r={ring(emotion, greatest)} />}
      <text className="t b" x={x} y={labelY} textAnchor="middle">
        {label}
        {!isInside && <tspan className="r"> {french(emotion.shown)}</tspan>}
      </text>
      {isInside && (
        <text className="t" x={x} y={y + 16} textAnchor="middle">
          {french(emotion.shown)}
        </text>
      )}
    </g>
  );
};

/** A masked month shows no ring: the month before would help to guess it. */
const hasRing = ({ share, previous }: EmotionFigure): boolean => share !== undefined && previous !== undefined;

const ring = (emotion: EmotionFigure, greatest: number): number =>
  hasRing(emotion) ? circleRadius(emotion.previous ?? 0, greatest, emotionMap.greatestRadius) : 0;

const summary = (emotions: readonly EmotionFigure[]): string =>
  french(`Carte des émotions : ${emotions.map(({ id, shown }) => `${emotionPlaces[id].label}, ${shown}`).join(" ; ")}`);
