import type { ReactElement, ReactNode } from "react";
import { Icon } from "./Icon.screen.tsx";
import { french } from "./typography.ts";

/** Tableau jumeau : the same figures as the chart, word for word: « < 11 » stays « < 11 ». The first cell of a row names it. */
export interface TwinTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Fichier de données : where to take it, and its name. */
export interface CsvLink {
  readonly href: string;
  readonly name: string;
}

/** Voir les chiffres : the twin table, closed at first, and beside it the file to take. */
export const Twin = ({ table, csv }: { readonly table: TwinTable; readonly csv?: CsvLink | undefined }): ReactElement => (
  <div className="under">
    <details>
      <summary>Voir les chiffres</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={french(table.caption)}>
        <table className="table">
          <caption>{french(table.caption)}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th scope="col" key={column}>
                  {french(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name = "", ...cells]) => (
              <tr key={name}>
                <th scope="row">{french(name)}</th>
                {cells.map((cell, position) => (
                  <td key={table.columns[position + 1]}>{french(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
    {csv && (
      <a className="csv" href={csv.href} download={csv.name}>
        <Icon name="download" /> {csv.name}
      </a>
    )}
  </div>
);

interface ChartProps {
  /** Unique in the page. */
  readonly id: string;
  /** The conclusion, as a sentence. */
  readonly title: string;
  /** Unit and field: « Part des situations, octobre 2026 ». */
  readonly subtitle?: string | undefined;
  /** Level of the heading in its page. */
  readonly level?: 2 | 3;
  readonly table: TwinTable;
  readonly csv?: CsvLink | undefined;
  readonly children: ReactNode;
}

/** Graphique : its conclusion above, the drawing, its twin table and its file below. */
export const Chart = ({ id, title, subtitle, level = 2, table, csv, children }: ChartProps): ReactElement => {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="chart" aria-labelledby={`${id}-titre`}>
      <Heading id={`${id}-titre`}>{french(title)}</Heading>
      {subtitle !== undefined && <p className="how">{french(subtitle)}</p>}
      <div className="drawing">{children}</div>
      <Twin table={table} csv={csv} />
    </figure>
  );
};
