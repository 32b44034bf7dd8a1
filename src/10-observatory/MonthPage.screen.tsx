import type { ReactElement } from "react";
import { Bars, Domain, EmotionMap, ExpressedDetected, LengthBar, Twin, type Bar, type DomainId, type EmotionId } from "#ground/screens";
import { french } from "#ground";
import type { FigureView, LineView, MonthView } from "./month-view.ts";
import { ObservatoryFrame } from "./ObservatoryFrame.screen.tsx";
import { observatoryWords } from "./observatory.words.ts";

const words = observatoryWords.fr;

/** Page du mois : what the persons heard live through, read by anybody, whole without a script. */
export const MonthPage = ({
  view,
  version,
  current,
}: {
  readonly view: MonthView;
  readonly version: string;
  readonly current: string;
}): ReactElement => (
  <ObservatoryFrame
    title={`${view.month}. ${view.headline.title}`}
    description={view.headline.lead}
    version={version}
    demonstration={view.isDemonstration}
    current={current}
  >
    <div className="hero">
      <div className="wide-column">
        <EditionLine view={view} />
        <div className="hero-grid">
          <div>
            <h1>{french(view.headline.title)}</h1>
            {view.headline.lead !== "" && <p className="lead">{french(view.headline.lead)}</p>}
          </div>
          <TopFive figures={view.topFive} />
        </div>
        <KeyNumbers view={view} />
      </div>
    </div>
    <div className="wide-column">
      <section className="block">
        <Bars id="besoins" {...view.needs} subtitle={view.needs.how} bars={view.needs.bars.map(barOf)} />
      </section>
      <section className="block">
        <ExpressedDetected
          id="dit-repere"
          {...view.pairs}
          subtitle={words.how.pairs}
          rows={view.pairs.rows.map(({ theme, ...row }) => ({ ...row, domain: theme as DomainId }))}
        />
      </section>
      <section className="block">
        <div className="two-columns">
          <EmotionMap
            id="emotions"
            {...view.emotions}
            subtitle={view.emotions.how}
            emotions={view.emotions.circles.map(({ id, ...circle }) => ({ ...circle, id: id as EmotionId }))}
          />
          <EmotionsAside view={view} />
        </div>
      </section>
      <section className="block">
        <div className="two-columns even">
          <Places view={view} />
          <Bars id="populations" {...view.populations} subtitle={words.how.populations} bars={view.populations.bars.map(barOf)} />
        </div>
      </section>
      {view.referrals && (
        <section className="block">
          <div className="two-columns even">
            <div>
              <h2>{french(view.referrals.title)}</h2>
              <p className="how">{french(words.how.withoutSolution)}</p>
            </div>
            <Lines lines={view.referrals.lines} />
          </div>
        </section>
      )}
    </div>
    <DataBand view={view} />
  </ObservatoryFrame>
);

const EditionLine = ({ view }: { readonly view: MonthView }): ReactElement => (
  <p className="edition">
    <span>
      <strong>{view.month}</strong>
    </span>
    <span>{view.closedOn}</span>
    <span className="turn-pages">
      {view.before && (
        <a href={view.before.href} rel="prev">
          <span className="visually-hidden">Mois d’avant : </span>
          {view.before.label}
        </a>
      )}
      {view.after && (
        <a href={view.after.href} rel="next">
          <span className="visually-hidden">Mois d’après : </span>
          {view.after.label}
        </a>
      )}
      <a href="/observatoire/mois">{words.allMonths}</a>
    </span>
  </p>
);

const TopFive = ({ figures }: { readonly figures: readonly FigureView[] }): ReactElement => {
  const greatest = Math.max(0, ...figures.map(({ value }) => value ?? 0));
  return (
    <div className="top-five">
      <h2>{words.topFive}</h2>
      {figures.length === 0 && <p>{french(words.noRank)}</p>}
      <ol className="bar-list">
        {figures.map((figure) => (
          <li key={figure.id} className={figure.isHighlighted ? "hot" : undefined}>
            <Domain id={figure.theme as DomainId} />
            <div className="bar-list-text">
              {french(figure.label)}
              <LengthBar value={figure.value} greatest={greatest} isHighlighted={figure.isHighlighted} />
            </div>
            <div className="bar-list-value">
              {french(figure.shown)}
              {figure.note !== undefined && <small>{french(figure.note)}</small>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
};

const KeyNumbers = ({ view }: { readonly view: MonthView }): ReactElement => (
  <>
    <dl className="key-numbers">
      {view.keyFigures.map(({ value, label, note }) => (
        <div key={label}>
          <dt>{french(label)}</dt>
          <dd className="number">{french(value)}</dd>
          <dd>{french(note)}</dd>
        </div>
      ))}
    </dl>
    <Twin table={view.keyTable.table} csv={view.keyTable.csv} />
  </>
);

const barOf = ({ label, value, shown, note, interval, theme, isHighlighted }: FigureView): Bar => ({
  label,
  value,
  shown,
  isHighlighted,
  ...(note === undefined ? {} : { note }),
  ...(interval === undefined ? {} : { interval }),
  ...(theme === undefined ? {} : { domain: theme as DomainId }),
});

const EmotionsAside = ({ view }: { readonly view: MonthView }): ReactElement => (
  <div className="text">
    <p>{french(words.how.emotionsAside)}</p>
    <h3>{words.whatMoved}</h3>
    <ul>
      {view.emotions.moved.map((sentence) => (
        <li key={sentence}>{french(sentence)}</li>
      ))}
    </ul>
    {view.emotions.strongest.length > 0 && (
      <>
        <h3>{words.strongest}</h3>
        <Lines lines={view.emotions.strongest} />
      </>
    )}
  </div>
);

const Places = ({ view }: { readonly view: MonthView }): ReactElement => (
  <section aria-labelledby="departements-titre">
    <h2 id="departements-titre">{french(view.places.title)}</h2>
    <p className="how">{french(words.how.places)}</p>
    {view.places.lines.length > 0 && <Lines lines={view.places.lines} />}
    <Twin table={view.places.table} csv={view.places.csv} />
  </section>
);

/** Figures in lines: the name, then the figure and between what and what it lies. */
const Lines = ({ lines }: { readonly lines: readonly LineView[] }): ReactElement => (
  <ul className="lines">
    {lines.map(({ label, value, note }) => (
      <li key={label}>
        <span>
          <strong>{french(label)}</strong>
        </span>
        <span>
          <strong>{french(value)}</strong> {french(note)}
        </span>
      </li>
    ))}
  </ul>
);

const DataBand = ({ view }: { readonly view: MonthView }): ReactElement => (
  <section className="data-band" aria-labelledby="donnees">
    <div className="wide-column two-columns even">
      <div>
        <h2 id="donnees">{words.data}</h2>
        <p className="how">{french(words.dataHow)}</p>
        <ul className="files">
          {view.files.map(({ href, name, label, about }) => (
            <li key={href}>
              <a href={href}>{french(label)}</a>
              <span>{name}</span>
              <small>{french(about)}</small>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 id="methode">{words.method}</h2>
        <ul className="method">
          {words.methodLines.map((line) => (
            <li key={line}>{french(line)}</li>
          ))}
        </ul>
      </div>
    </div>
  </section>
);
