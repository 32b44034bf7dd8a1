import type { ReactElement } from "react";
import { french } from "#ground";
import { ObservatoryFrame } from "./ObservatoryFrame.screen.tsx";
import { observatoryWords } from "./observatory.words.ts";

const words = observatoryWords.fr;

interface MonthLink {
  readonly href: string;
  readonly label: string;
}

/** Rien encore : says what will be here and when. */
export const FirstEditionPage = (page: { readonly version: string; readonly month: string; readonly day: string }): ReactElement => (
  <ObservatoryFrame title={words.empty.title} version={page.version} demonstration={false} current="/observatoire">
    <div className="hero">
      <div className="wide-column">
        <h1>{french(words.empty.title)}</h1>
        <p className="lead">{french(words.empty.sentence(page.month, page.day))}</p>
        <p className="lead">{french(words.empty.why)}</p>
      </div>
    </div>
    <div className="wide-column">
      <section className="block" aria-labelledby="methode">
        <h2 id="methode">{words.method}</h2>
        <ul className="method">
          {words.methodLines.map((line) => (
            <li key={line}>{french(line)}</li>
          ))}
        </ul>
      </section>
    </div>
  </ObservatoryFrame>
);

/** Mois sans édition : not closed yet, or nobody was heard. */
export const NoEditionPage = (page: {
  readonly version: string;
  readonly title: string;
  readonly sentence: string;
  readonly last: MonthLink | undefined;
}): ReactElement => (
  <ObservatoryFrame title={page.title} version={page.version} demonstration={false} current="/observatoire/mois">
    <div className="hero">
      <div className="wide-column">
        <h1>{french(page.title)}</h1>
        <p className="lead">{french(page.sentence)}</p>
        {page.last && (
          <p className="lead">
            <a href={page.last.href}>{french(page.last.label)}</a>
          </p>
        )}
      </div>
    </div>
  </ObservatoryFrame>
);

/** Toutes les éditions, the newest first. */
export const MonthsPage = (page: { readonly version: string; readonly months: readonly MonthLink[] }): ReactElement => (
  <ObservatoryFrame title={words.months.title} version={page.version} demonstration={false} current="/observatoire/mois">
    <div className="hero">
      <div className="wide-column">
        <h1>{words.months.title}</h1>
        {page.months.length === 0 && <p className="lead">{words.months.none}</p>}
        <ul className="files">
          {page.months.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </ObservatoryFrame>
);
