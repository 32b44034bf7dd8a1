import { useState, type ReactElement, type ReactNode } from "react";
import { french, Icon, Link, useResource, Waiting, useDeed } from "#ground/screens";
import { needLabel } from "#situation";
import { z } from "zod";
import { figure, momentSaid, useSaid } from "./desk/words.ts";
import { ShareLine } from "./HandOver.screen.tsx";
import { ReferralState } from "./ReferralList.screen.tsx";
import { humanOutcomes, MoveOnAnswerContract, ReferralDetailContract, type ReferralDetail } from "./referral.contract.ts";

const DoneContract = z.object({ done: z.literal(true) });
type OfferShown = ReferralDetail["offers"][number];

/**
 * Une transmission : its clock, who was asked and what became of it, and why each one was asked.
 * @param outcome what the room of outcomes shows of this referral
 */
export function ReferralPage(props: { readonly referralId: string; readonly outcome?: ReactNode }): ReactElement {
  const resource = useResource(`/api/referrals/${props.referralId}`, ReferralDetailContract, {
    live: ["referral.", "outcome.", "sla.broken"],
  });
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{(referral) => <Page referral={referral} reload={resource.reload} outcome={props.outcome} />}</Waiting>
    </main>
  );
}

const Page = ({
  referral,
  reload,
  outcome,
}: {
  readonly referral: ReferralDetail;
  readonly reload: () => void;
  readonly outcome: ReactNode;
}): ReactElement => {
  const words = useSaid();
  return (
    <div className="stack">
      <div className="page-head">
        <h1>
          {words.referral} : {needLabel(referral.need)}
        </h1>
        <Link to={`/bureau/personnes/${referral.personId}`}>{french(`${words.openFile} (${referral.personName})`)}</Link>
      </div>
      <div className="with-aside">
        <div className="stack">
          <Summary referral={referral} />
          {referral.offers.length > 0 && <Offers offers={referral.offers} />}
          {outcome}
        </div>
        <div className="stack">
          {referral.mode === "handover" && (
            <Course key={`${referral.status}-${referral.offers.length}`} referral={referral} reload={reload} />
          )}
          <Sent referral={referral} />
        </div>
      </div>
    </div>
  );
};

const Summary = ({ referral }: { readonly referral: ReferralDetail }): ReactElement => {
  const words = useSaid();
  return (
    <section className="panel stack" aria-label={words.referral}>
      <p>
        <ReferralState referral={referral} />
      </p>
      {referral.hoursToContact !== null && <p>{french(words.firstCall(figure(referral.hoursToContact, words.language)))}</p>}
      {referral.service && (
        <p>
          <strong>{words.contactGiven}</strong> :{" "}
          {[referral.service.name, referral.service.phone, referral.service.address].filter(Boolean).join(", ")}
        </p>
      )}
    </section>
  );
};

const Offers = ({ offers }: { readonly offers: readonly OfferShown[] }): ReactElement => {
  const words = useSaid();
  return (
    <section className="panel" aria-label={words.offers}>
      <h2>{words.offers}</h2>
      <ol className="stack">
        {offers.toReversed().map((offer) => (
          <li key={offer.id} className="panel">
            <div className="stack">
              <div className="row between wrap">
                <strong>
                  {offer.seq}. {offer.providerName}
                </strong>
                <span
                  className={
                    offer.answer === "kept" || offer.answer === "accepted"
                      ? "state ok"
                      : offer.answer === "waiting"
                        ? "state ask"
                        : "state no"
                  }
                >
                  {words.answers[offer.answer]}
                  {offer.refusalReason === null ? "" : ` : ${words.refusals[offer.refusalReason]}`}
                  {offer.refusalText === null ? "" : french(`, « ${offer.refusalText} »`)}
                </span>
              </div>
              <p className="tiny">
                {momentSaid(offer.offeredAt, words.language)} · {french(words.promised(momentSaid(offer.dueAt, words.language)))}
                {offer.attempts.length > 0 && ` · ${words.calls(offer.attempts.length)}`}
                {offer.providerPhone !== null && ` · ${french(offer.providerPhone)}`}
              </p>
              {offer.decision && <Why decision={offer.decision} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Case 35: the eligible with their credits before and after, and the excluded with the cause. */
const Why = ({ decision }: { readonly decision: NonNullable<OfferShown["decision"]> }): ReactElement => {
  const words = useSaid();
  return (
    <details>
      <summary>{french(words.whyThisOne)}</summary>
      <p>
        {decision.mode === "turn" ? words.theTurn : words.byName} : {words.reasons[decision.reason as keyof typeof words.reasons]}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.whyThisOne}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{words.table.provider}</th>
              {(["weight", "before", "gained", "paid", "after"] as const).map((column) => (
                <th scope="col" key={column}>
                  {words.table[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decision.entries.map((entry) => (
              <tr key={entry.name}>
                <th scope="row">{entry.name === decision.chosen ? <strong>{entry.name}</strong> : entry.name}</th>
                {[entry.weight, entry.creditBefore, entry.gained, entry.paid, entry.creditAfter].map((value, column) => (
                  <td className="number" key={column}>
                    {figure(value, words.language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {decision.excluded.length > 0 && (
        <p className="tiny">
          {french(
            `${words.excluded} : ${decision.excluded.map(({ name, because }) => words.unavailable(name, words.causes[because] ?? because)).join(" · ")}`,
          )}
        </p>
      )}
    </details>
  );
};

/** What a human may do without waiting for the clock. */
const Course = ({ referral, reload }: { readonly referral: ReferralDetail; readonly reload: () => void }): ReactElement => {
  const words = useSaid();
  const { act, problem } = useDeed();
  const [named, setNamed] = useState("");
  const [outcome, setOutcome] = useState("");
  const seen = referral.offers.at(-1)?.seq ?? 0;
  const isClosed = referral.status === "closed";
  const mayMove =
    ["searching", "offered", "accepted"].includes(referral.status) && (referral.firstAttemptAt === null || referral.status === "searching");
  // Refused or not, what is on the screen is read again: it may be what changed.
  const then = (done: Promise<unknown>): void => void done.then(reload);
  return (
    <section className="panel stack" aria-label={words.course}>
      {referral.shares.length > 0 && (
        <div className="turn">
          <strong>{words.theTurn}</strong>
          <dl>
            {referral.shares.map((share) => (
              <ShareLine key={share.providerId} share={share} isChosen={share.providerId === referral.offers.at(-1)?.providerId} />
            ))}
          </dl>
        </div>
      )}
      {mayMove && (
        <>
          <button
            type="button"
            className="button"
            onClick={() => {
              then(act(`/api/referrals/${referral.id}/next`, { seen }, MoveOnAnswerContract));
            }}
          >
            <Icon name="turn" /> {words.nextNow}
          </button>
          <label className="label" htmlFor="ask-by-name">
            {words.chooseByName}
          </label>
          <select
            className="input"
            id="ask-by-name"
            value={named}
            onChange={(event) => {
              setNamed(event.target.value);
            }}
          >
            <option value="">{words.byTurn}</option>
            {referral.choices
              .filter((choice) => choice.because === null)
              .map((choice) => (
                <option key={choice.providerId} value={choice.providerId}>
                  {choice.name}
                </option>
              ))}
          </select>
          <button
            type="button"
            className="button"
            onClick={() => {
              then(
                act(`/api/referrals/${referral.id}/next`, { seen, ...(named === "" ? {} : { providerId: named }) }, MoveOnAnswerContract),
              );
            }}
          >
            {words.ask}
          </button>
        </>
      )}
      {!isClosed && (
        <>
          <label className="label" htmlFor="close-why">
            {words.close} : {french(words.closeWhy)}
          </label>
          <select
            className="input"
            id="close-why"
            value={outcome}
            onChange={(event) => {
              setOutcome(event.target.value);
            }}
          >
            <option value="" />
            {humanOutcomes.map((each) => (
              <option key={each} value={each}>
                {words.human[each]}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            onClick={() => {
              then(act(`/api/referrals/${referral.id}/close`, { outcome }, DoneContract));
            }}
          >
            {words.close}
          </button>
        </>
      )}
      {referral.mayReopen && (
        <button
          type="button"
          className="button"
          onClick={() => {
            then(act(`/api/referrals/${referral.id}/reopen`, {}, MoveOnAnswerContract));
          }}
        >
          {words.reopen}
        </button>
      )}
      {problem && (
        <p className="field-error" role="alert">
          {french(
            [problem.sentence, ...problem.fields.map((field) => field.message)]
              .filter((each, at, all) => all.indexOf(each) === at)
              .join(" "),
          )}
        </p>
      )}
    </section>
  );
};

const Sent = ({ referral }: { readonly referral: ReferralDetail }): ReactElement | null => {
  const words = useSaid();
  if (referral.fieldsSent.length === 0) return null;
  return (
    <section className="panel" aria-label={words.sent}>
      <h2>{words.sent}</h2>
      <p className="fields-sent">
        {referral.fieldsSent.map((field) => (
          <span key={field}>{words.fields[field]}</span>
        ))}
      </p>
      {!referral.isReadable && <p className="tiny">{words.unreadable}</p>}
    </section>
  );
};
