import { useState, type ReactElement, type SyntheticEvent } from "react";
import { french, Icon, Link, useDeed, useLanguage, useResource, Waiting, type Doing } from "#ground/screens";
import { StateMark } from "./Benefits.screen.tsx";
import { benefitFields } from "./benefit-change.ts";
import { CatalogueBenefitContract, type CatalogueBenefitShown, type VersionShown } from "./catalogue.contract.ts";
import { catalogueWords } from "./catalogue.words.ts";
import { TypedLine } from "./TypedField.screen.tsx";

/** Une aide : what people see, what is proposed beside it, every gesture, and its whole history. */
export function BenefitPage({ id }: { readonly id: string }): ReactElement {
  const benefit = useResource(`/api/benefit-catalogue/${id}`, CatalogueBenefitContract, { live: ["benefit.changed"] });
  return <Waiting for={benefit}>{(found) => <Sheet benefit={found} reload={benefit.reload} />}</Waiting>;
}

const useDays = () => {
  const locale = useLanguage() === "fr" ? "fr-FR" : "en-GB";
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Paris" });
  return { day: (text: string) => day.format(new Date(`${text}T00:00:00Z`)), moment: (text: string) => moment.format(new Date(text)) };
};

interface SheetProps {
  readonly benefit: CatalogueBenefitShown;
  readonly reload: () => void;
}

function Sheet({ benefit, reload }: SheetProps): ReactElement {
  const words = catalogueWords[useLanguage()];
  const days = useDays();
  const doing = useDeed(reload);
  const open = benefit.versions.find(({ state }) => state === "draft" || state === "to-review");
  const published = benefit.versions.find(({ state }) => state === "published");
  const name = (published ?? open ?? benefit.versions[0])?.content.name ?? "";
  return (
    <>
      <div className="page-head">
        <h1>{french(name)}</h1>
        <Link className="button" to="/bureau/aides">
          <Icon name="arrow-left" /> {words.back}
        </Link>
      </div>
      {doing.sentence !== "" && (
        <p className="notice careful" role="alert">
          {doing.sentence}
        </p>
      )}
      <div className="with-aside">
        <div>
          {open && <Open key={`${open.version} ${open.writtenAt}`} benefit={benefit} open={open} published={published} doing={doing} />}
          <section className="panel" aria-labelledby="seen-title">
            <div className="panel-head">
              <h2 id="seen-title">{words.sheet.published}</h2>
              <StateMark state={benefit.state} words={words} />
            </div>
            {published ? <Facts version={published} isSeen /> : <p className="empty">{words.sheet.nothingPublished}</p>}
          </section>
        </div>
        <div>
          <section className="panel stack" aria-label={words.state}>
            {benefit.isDemonstration && <p className="state ask">{words.demonstration}</p>}
            {benefit.verified && <p>{french(words.sheet.verifiedBy(benefit.verified.byName, days.day(benefit.verified.on)))}</p>}
            {benefit.state === "to-verify" && <p className="notice careful">{french(words.sheet.toVerify)}</p>}
            <Gestures benefit={benefit} hasOpen={open !== undefined} isPublished={published !== undefined} doing={doing} />
          </section>
          <History benefit={benefit} />
        </div>
      </div>
    </>
  );
}

interface OpenProps {
  readonly benefit: CatalogueBenefitShown;
  readonly open: VersionShown;
  readonly published: VersionShown | undefined;
  readonly doing: Doing;
}

/** What is being written, beside what people see; whoever wrote it does not publish it. */
function Open({ benefit, open, published, doing }: OpenProps): ReactElement {
  const words = catalogueWords[useLanguage()];
  const days = useDays();
  const address = `/api/benefit-catalogue/${benefit.id}`;
  return (
    <section className="panel stack" aria-labelledby="open-title">
      <div className="panel-head">
        <h2 id="open-title">{words.sheet.open(open.version)}</h2>
        <StateMark state={open.state === "to-review" ? "to-review" : "draft"} words={words} />
      </div>
      <p className="tiny">{french(words.sheet.writtenBy(open.writerNames.join(", "), days.moment(open.writtenAt)))}</p>
      {published ? <Compare changes={benefit.changes} /> : <Facts version={open} />}
      {open.state === "draft" ? (
        <p className="actions">
          <button type="button" className="button primary" onClick={() => void doing.done(`${address}/send`, {})}>
            {words.sheet.send}
          </button>
          <Link className="button" to={`/bureau/aides/${benefit.id}/ecrire`}>
            <Icon name="pencil" /> {words.sheet.edit}
          </Link>
        </p>
      ) : (
        <>
          {open.isMine && <p className="notice">{french(words.sheet.ownWork)}</p>}
          <div className="row wrap top">
            <button
              type="button"
              className="button primary"
              onClick={() => void doing.done(`${address}/publish`, { seen: open.writtenAt })}
            >
              {words.sheet.publish}
            </button>
            <WithReason
              label={open.isMine ? words.sheet.takeBack : words.sheet.returnIt}
              onConfirm={(reason) => doing.done(`${address}/return`, { reason })}
            />
          </div>
        </>
      )}
    </section>
  );
}

/** Côte à côte: what was, what would be; only what changes. */
const Compare = ({ changes }: { readonly changes: CatalogueBenefitShown["changes"] }): ReactElement => {
  const words = catalogueWords[useLanguage()];
  if (changes.length === 0) return <p>{french(words.sheet.noChange)}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.sheet.compare}>
      <table className="data-table">
        <caption>{words.sheet.compare}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.sheet.before}</th>
            <th scope="col">{words.sheet.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{words.fields[field]}</th>
              <td>{before === "" ? <span className="muted">{words.sheet.nothing}</span> : french(before)}</td>
              <td className="differs">{after === "" ? <span className="muted">{words.sheet.nothing}</span> : french(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** @param isSeen the day of its last verification stands beside: that of its writing would contradict it */
const Facts = ({ version, isSeen = false }: { readonly version: VersionShown; readonly isSeen?: boolean }): ReactElement => {
  const words = catalogueWords[useLanguage()];
  const everyone = words.form.everyone;
  return (
    <dl className="definition">
      {benefitFields
        .filter((field) => (version.inWords[field] !== "" || field === "conditions") && !(isSeen && field === "verifiedOn"))
        .map((field) => (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>{french(version.inWords[field] === "" ? everyone : version.inWords[field])}</dd>
          </div>
        ))}
    </dl>
  );
};

interface GesturesProps {
  readonly benefit: CatalogueBenefitShown;
  readonly hasOpen: boolean;
  readonly isPublished: boolean;
  readonly doing: Doing;
}

function Gestures({ benefit, hasOpen, isPublished, doing }: GesturesProps): ReactElement {
  const { sheet } = catalogueWords[useLanguage()];
  const address = `/api/benefit-catalogue/${benefit.id}`;
  if (benefit.state === "withdrawn")
    return <WithReason label={sheet.restore} onConfirm={(reason) => doing.done(`${address}/restore`, { reason })} />;
  return (
    <div className="stack">
      {isPublished && (
        <div>
          <button
            type="button"
            className={`button${benefit.state === "to-verify" ? " primary" : ""}`}
            onClick={() => void doing.done(`${address}/verify`, {})}
          >
            <Icon name="done" /> {sheet.verify}
          </button>
          <p className="hint">{french(sheet.verifyHint)}</p>
        </div>
      )}
      <div className="actions">
        {!hasOpen && (
          <Link className="button" to={`/bureau/aides/${benefit.id}/ecrire`}>
            <Icon name="pencil" /> {sheet.edit}
          </Link>
        )}
        <WithReason label={sheet.withdraw} onConfirm={(reason) => doing.done(`${address}/withdraw`, { reason })} />
      </div>
    </div>
  );
}

/** A gesture that is told why: the reason opens under the button, and nothing is done before it is given. */
function WithReason({
  label,
  onConfirm,
}: {
  readonly label: string;
  readonly onConfirm: (reason: string) => Promise<boolean>;
}): ReactElement {
  const { sheet } = catalogueWords[useLanguage()];
  const [isOpen, open] = useState(false);
  const [reason, type] = useState("");
  const name = `reason-${label.replaceAll(/\W+/g, "-")}`;
  if (!isOpen)
    return (
      <button
        type="button"
        className="button"
        onClick={() => {
          open(true);
        }}
      >
        {label}
      </button>
    );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void onConfirm(reason).then((isDone) => {
          if (isDone) open(false);
        });
      }}
    >
      <TypedLine name={name} label={`${label}. ${sheet.why}`} value={reason} onType={type} maxLength={500} />
      <p className="actions">
        <button type="submit" className="button primary">
          {sheet.confirm}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            open(false);
          }}
        >
          {sheet.cancel}
        </button>
      </p>
    </form>
  );
}

const History = ({ benefit }: { readonly benefit: CatalogueBenefitShown }): ReactElement => {
  const { sheet } = catalogueWords[useLanguage()];
  const days = useDays();
  return (
    <section className="panel stack" aria-labelledby="history-title">
      <h2 id="history-title">{sheet.history}</h2>
      <ul className="rows">
        {benefit.history.map((event) => (
          <li key={`${event.at} ${event.kind}`} className="wrap">
            <span>
              {french(sheet.event(sheet.events[event.kind], event.version, event.byName, days.moment(event.at)))}
              {event.reason !== null && (
                <>
                  <br />
                  <q>{event.reason}</q>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{sheet.versions}</summary>
        {benefit.versions.map((version) => (
          <details key={version.version}>
            <summary>
              {sheet.version(version.version)}, {sheet.versionStates[version.state]}
            </summary>
            <Facts version={version} />
          </details>
        ))}
      </details>
    </section>
  );
};
