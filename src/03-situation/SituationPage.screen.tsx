import { useState, type ReactElement, type ReactNode } from "react";
import { french, Icon, Link, useLanguage, useResource, Waiting } from "#ground/screens";
import { Demands } from "./Demands.screen.tsx";
import { dateSaid, momentSaid, useSaid } from "./desk/words.ts";
import { SituationPageContract, type SituationPageShown, type SituationShown } from "./exchange.contract.ts";
import { Needs } from "./Needs.screen.tsx";
import { Objections } from "./Objections.screen.tsx";
import { SituationDeeds } from "./SituationDeeds.screen.tsx";
import { themeLabel } from "./taxonomy.ts";

/**
 * Une situation on a page of its own: demands, needs, what keeps it open, what comes next.
 * @param more what later rooms show of it, above what may be done with it
 */
export const SituationPage = (props: { readonly situationId: string; readonly more?: ReactNode }): ReactElement => {
  const resource = useResource(`/api/situations/${props.situationId}`, SituationPageContract, { live: ["situation.", "referral."] });
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{(situation) => <Page situation={situation} reload={resource.reload} more={props.more} />}</Waiting>
    </main>
  );
};

const Page = ({
  situation,
  reload,
  more,
}: {
  readonly situation: SituationPageShown;
  readonly reload: () => void;
  readonly more: ReactNode;
}): ReactElement => {
  const { situation: words } = useSaid();
  const [adding, setAdding] = useState<"demand" | "need">();
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.titleOf(situation.personName)}</h1>
        <Link className="button" to={`/bureau/personnes/${situation.personId}`}>
          {words.file}
        </Link>
      </div>
      <SituationSummary situation={situation} />
      {situation.objections.length === 0 ? null : <Objections objections={situation.objections} />}
      <div className="side-by-side">
        <Demands
          situation={situation}
          isAdding={adding === "demand"}
          onAdding={(is) => {
            setAdding(is ? "demand" : undefined);
          }}
          reload={reload}
        />
        <Needs
          situation={situation}
          isAdding={adding === "need"}
          onAdding={(is) => {
            setAdding(is ? "need" : undefined);
          }}
          reload={reload}
        />
      </div>
      {more}
      <SituationDeeds key={situation.closedAt ?? "open"} situation={situation} reload={reload} />
    </div>
  );
};

/** Résumé d'une situation : what is urgent and what comes next, then since when, by whom, and the last round. */
export const SituationSummary = ({ situation }: { readonly situation: SituationShown }): ReactElement => {
  const { situation: words, named, tour, at, danger } = useSaid();
  const language = useLanguage();
  const { urgency, nextAction, diagnosis } = situation;
  return (
    <section className="panel stack" aria-label={words.title}>
      {urgency.level === 0 ? null : (
        <p className={urgency.level === 3 ? "state alert" : "state ask"}>
          <Icon name="danger" />
          {urgency.flaggedAt === undefined
            ? named.urgencyLevels[urgency.level]
            : danger.confirmed(named.urgencyLevels[urgency.level], momentSaid(urgency.flaggedAt, language, at), urgency.flaggedBy ?? "")}
        </p>
      )}
      {nextAction ? (
        <p className="row">
          <Icon name="clock" />
          <strong>{words.next(nextAction.what, momentSaid(nextAction.at, language, at), nextAction.owner.name)}</strong>
        </p>
      ) : null}
      {situation.demands.length === 0 ? null : (
        <p className="small">
          {situation.demands.map((demand) => french(demand.words === "" ? themeLabel(demand.theme) : `« ${demand.words} »`)).join(", ")}
        </p>
      )}
      <p className="muted small">
        {words.opened(dateSaid(situation.openedAt, language))}, {words.referent(situation.referent.name)}
        {diagnosis
          ? ` · ${diagnosis.isExpired ? `${tour.title} : ${tour.again}` : `${tour.title} : ${tour.validUntil(dateSaid(diagnosis.validUntil, language))}`}`
          : ""}
      </p>
      {situation.closedAt === undefined ? null : (
        <p className="state no">
          <Icon name="dash" />
          {words.closed(
            dateSaid(situation.closedAt, language),
            situation.closedReason ? named.closedReasons[situation.closedReason].toLowerCase() : "",
          )}
        </p>
      )}
    </section>
  );
};
