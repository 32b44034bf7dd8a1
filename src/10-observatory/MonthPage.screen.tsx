import type { ReactElement } from "react";
import {
  Bars,
  Domain,
  EmotionMap,
  ExpressedDetected,
  Icon,
  LengthBar,
  Twin,
  type Bar,
  type DomainId,
  type EmotionId,
} from "#ground/screens";
import { french } from "#ground";
import type { FigureView, LineView, MonthView, TwinView } from "./month-view.ts";
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
      <section className="block with-notes">
        <Bars id="besoins" {...view.needs} subtitle={view.needs.how} bars={view.needs.bars.map(barOf)} />
        <div className="notes">
          <Moved sentences={view.needs.moved} />
          <p className="muted">{french(words.how.needsAside)}</p>
        </div>
      </section>
      <section className="block with-notes">
        <ExpressedDetected
          id="dit-repere"
          {...view.pairs}
          subtitle={words.how.pairs}
          rows={view.pairs.rows.map(({ theme, ...row }) => ({ ...row, domain: theme as DomainId }))}
        />
        <PairNotes view={view} />
      </section>
      <section className="block with-notes">
        <EmotionMap
          id="emotions"
          {...view.emotions}
          subtitle={view.emotions.how}
          emotions={view.emotions.circles.map(({ id, ...circle }) => ({ ...circle, id: id as EmotionId }))}
        />
        <EmotionNotes view={view} />
      </section>
      <section className="block two-columns even">
        <FigureBlock id="departements" twin={view.places} how={words.how.places} figures={view.places.bars} />
        <FigureBlock id="populations" twin={view.populations} how={words.how.populations} figures={view.populations.bars} />
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
          <Icon name="arrow-left" /> <span className="visually-hidden">{words.monthBefore}</span>
          {view.before.label}
        </a>
      )}
      {view.after && (
        <a href={view.after.href} rel="next">
          <span className="visually-hidden">{words.monthAfter}</span>
          {view.after.label} <Icon name="arrow-right" />
        </a>
      )}
      <a href="/observatoire/mois">{words.allMonths}</a>
    </span>
  </p>
);

const TopFive = ({ figures }: { readonly figures: readonly FigureView[] }): ReactElement => (
  <div className="top-five">
    <h2>{words.topFive}</h2>
    {figures.length === 0 ? <p>{french(words.noRank)}</p> : <FigureList figures={figures.map(({ range: _, ...figure }) => figure)} />}
  </div>
);

type ListedFigure = Omit<FigureView, "range"> & { readonly range?: string | undefined };

/** Figures as a list of small bars: the domain if there is one, the name, the figure, and under it what may be said of it. */
const FigureList = ({ figures }: { readonly figures: readonly ListedFigure[] }): ReactElement => {
  const greatest = Math.max(0, ...figures.map(({ value }) => value ?? 0));
  return (
    <ol className="bar-list">
      {figures.map((figure) => (
        <li key={figure.id} className={figure.isHighlighted ? "hot" : undefined}>
          {figure.theme !== undefined && <Domain id={figure.theme as DomainId} />}
          <div className="bar-list-text">
            {french(figure.label)}
            <LengthBar value={figure.value} greatest={greatest} isHighlighted={figure.isHighlighted} />
          </div>
          <div className="bar-list-value">
            {french(figure.shown)}
            {(figure.note ?? figure.range) !== undefined && <small>{french(figure.note ?? figure.range ?? "")}</small>}
          </div>
        </li>
      ))}
    </ol>
  );
};

interface FigureBlockProps {
  readonly id: string;
  readonly twin: TwinView;
  readonly how: string;
  readonly figures: readonly FigureView[];
}

const FigureBlock = ({ id, twin, how, figures }: FigureBlockProps): ReactElement => (
  <figure className="chart" aria-labelledby={`${id}-titre`}>
    <h2 id={`${id}-titre`}>{french(twin.title)}</h2>
    <p className="how">{french(how)}</p>
    {figures.length > 0 && <FigureList figures={figures} />}
    <Twin table={twin.table} csv={twin.csv} />
  </figure>
);

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

const Moved = ({ sentences }: { readonly sentences: readonly string[] }): ReactElement => (
  <>
    <h3>{words.whatMoved}</h3>
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{french(sentence)}</li>
      ))}
    </ul>
  </>
);

const PairNotes = ({ view }: { readonly view: MonthView }): ReactElement => (
  <div className="notes">
    {view.pairs.mostFound.length > 0 && (
      <>
        <h3>{words.mostFound}</h3>
        <Lines lines={view.pairs.mostFound} />
        <h3>{words.mostSaid}</h3>
        <Lines lines={view.pairs.mostSaid} />
      </>
    )}
    <p className="muted">{french(words.how.pairsAside)}</p>
    {view.pairs.notDrawn > 0 && <p className="muted">{french(words.how.pairsNotDrawn(view.pairs.notDrawn))}</p>}
  </div>
);

const EmotionNotes = ({ view }: { readonly view: MonthView }): ReactElement => (
  <div className="notes">
    <Moved sentences={view.emotions.moved} />
    {view.emotions.strongest.length > 0 && (
      <>
        <h3>{words.strongest}</h3>
        <Lines lines={view.emotions.strongest} />
      </>
    )}
    <p className="muted">{french(words.how.emotionsAside)}</p>
  </div>
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
