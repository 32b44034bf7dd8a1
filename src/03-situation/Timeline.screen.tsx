import type { ReactElement } from "react";
import { Domain, french, Icon, Link, useLanguage, useResource, Waiting, type IconName } from "#ground/screens";
import { momentSaid, useSaid } from "./desk/words.ts";
import { TimelineContract, type TimelineShown } from "./timeline.contract.ts";
import type { TimelineMark } from "./timeline.ts";

const icons: Readonly<Record<TimelineMark, IconName>> = {
  contact: "phone",
  demand: "speech",
  need: "eye",
  urgency: "danger",
  diagnosis: "list",
  situation: "flag",
  application: "mail",
  card: "document",
  referral: "arrow-right",
  outcome: "done",
  gain: "heart",
  consent: "shield",
  task: "clock",
};

/** Dossier d'une personne : what is open first, then all that happened. */
export const Timeline = (props: { readonly personId: string }): ReactElement => {
  const resource = useResource(`/api/persons/${props.personId}/timeline`, TimelineContract, {
    live: ["situation.", "contact.", "referral."],
  });
  return (
    <Waiting for={resource}>
      {(timeline) => (
        <>
          <OpenNow open={timeline.open} />
          <Course entries={timeline.entries} />
        </>
      )}
    </Waiting>
  );
};

const OpenNow = ({ open }: { readonly open: TimelineShown["open"] }): ReactElement => {
  const { situation: words } = useSaid();
  return (
    <section className="panel" aria-label={words.openNow}>
      <h2>{words.openNow}</h2>
      {open.length === 0 ? <p className="muted">{words.nothingOpen}</p> : null}
      <div className="open-items">
        {open.map((situation) => (
          <OpenItem key={situation.situationId} situation={situation} />
        ))}
      </div>
    </section>
  );
};

const OpenItem = ({ situation }: { readonly situation: TimelineShown["open"][number] }): ReactElement => {
  const { situation: words, needs, named, at } = useSaid();
  const language = useLanguage();
  const next = situation.nextAction;
  return (
    <div className="open-item">
      <div className="stack">
        {situation.urgency === 0 ? null : (
          <span className={situation.urgency === 3 ? "state alert" : "state ask"}>
            <Icon name="danger" />
            {named.urgencyLevels[situation.urgency]}
          </span>
        )}
        {situation.needs.map((need) => (
          <div key={need.label} className="row">
            <Domain id={need.theme} />
            <span>
              <strong>{need.label}</strong> <span className="tiny">{needs.told[need.told]}</span>
            </span>
          </div>
        ))}
        {next ? (
          <span className="row">
            <Icon name="clock" />
            {words.next(next.what, momentSaid(next.at, language, at), next.owner)}
          </span>
        ) : null}
      </div>
      <Link className="inline-link" to={`/bureau/situations/${situation.situationId}`}>
        {words.see}
      </Link>
    </div>
  );
};

const Course = ({ entries }: { readonly entries: TimelineShown["entries"] }): ReactElement => {
  const { timeline: words, at } = useSaid();
  const language = useLanguage();
  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      {entries.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ol className="timeline">
        {entries.map((entry, position) => {
          const sentence = language === "fr" ? french(entry.sentence.fr) : entry.sentence.en;
          return (
            <li className="event" key={`${entry.at} ${position}`}>
              <span className="event-mark">
                <Icon name={icons[entry.mark]} />
              </span>
              {entry.link === undefined ? sentence : <Link to={entry.link}>{sentence}</Link>}
              <div className="event-date">
                {momentSaid(entry.at, language, at)}
                {entry.by === undefined ? "" : `, ${words.by(entry.by)}`}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
