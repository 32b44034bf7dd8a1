import type { ReactNode } from "react";
import { administrationWords } from "./administration.words.ts";
import type { Frame } from "./frame.ts";
import { ErrorSummary, type FieldError } from "./look/Form.screen.tsx";
import { PublicPage } from "./look/Page.screen.tsx";
import { french } from "./look/typography.ts";

const { nav } = administrationWords.fr;
const places = [
  ["/administration/services", nav.services],
  ["/administration/equipes", nav.staff],
  ["/administration/journal", nav.journal],
  ["/administration/messages", nav.messages],
  ["/compte", nav.account],
] as const;

export interface AdministrationFrame extends Frame {
  readonly errors?: readonly FieldError[];
  /** What was just done, in a sentence. */
  readonly done?: string | undefined;
}

interface AdministrationPageProps extends AdministrationFrame {
  readonly title: string;
  readonly current: (typeof places)[number][0];
  readonly back?: string;
  readonly children: ReactNode;
}

/** Page d'administration : its menu, what went wrong or was done, then the page. */
export const AdministrationPage = ({ title, current, errors = [], done, children, ...frame }: AdministrationPageProps) => (
  <PublicPage {...frame} title={title} hasErrors={errors.length > 0} quickExit={false}>
    <nav aria-label={administrationWords.fr.title}>
      <ul className="row">
        {places.map(([href, label]) => (
          <li key={href}>
            <a className="back" href={href} aria-current={href === current ? "page" : undefined}>
              <Marked isCurrent={href === current}>{label}</Marked>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <ErrorSummary errors={errors} />
    <h1>{french(title)}</h1>
    {done !== undefined && (
      <p className="notice done" role="status">
        {french(done)}
      </p>
    )}
    {children}
  </PublicPage>
);

/** Where one is, said by the weight of the letters too. */
export const Marked = ({ isCurrent, children }: { readonly isCurrent: boolean; readonly children: ReactNode }) =>
  isCurrent ? <strong>{children}</strong> : <>{children}</>;

/** A table wider than a telephone: it scrolls by itself, and the keyboard reaches it. */
export const WideTable = ({
  label,
  head,
  rows,
}: {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) => (
  <div className="scroll" tabIndex={0} role="region" aria-label={label}>
    <table className="table small">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={head[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The choice of a service, as links: each page of a service has its own address. */
export const ServiceLinks = ({
  path,
  services,
  current,
}: {
  readonly path: string;
  readonly services: readonly { slug: string; name: string }[];
  readonly current: string | undefined;
}) => (
  <nav aria-label={administrationWords.fr.journal.choose}>
    <ul className="row">
      {services.map(({ slug, name }) => (
        <li key={slug}>
          <a className="back" href={`${path}?service=${slug}`} aria-current={slug === current ? "true" : undefined}>
            <Marked isCurrent={slug === current}>{name}</Marked>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
