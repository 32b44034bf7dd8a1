import type { ReactElement } from "react";
import { french, Icon, Link, useNow, useResource, Waiting } from "#ground/screens";
import { needLabel } from "#situation";
import { leftSaid, momentSaid, useSaid } from "./desk/words.ts";
import { ReferralListContract, type ReferralSummary } from "./referral.contract.ts";

/** Transmissions d'une situation : where each one stands, the open ones with their clock. */
export function ReferralList(props: { readonly situationId: string }): ReactElement {
  const words = useSaid();
  const resource = useResource(`/api/situations/${props.situationId}/referrals`, ReferralListContract, { live: ["referral."] });
  return (
    <section className="panel" aria-label={words.referrals}>
      <div className="panel-head">
        <h2>{words.referrals}</h2>
      </div>
      <Waiting for={resource}>
        {(referrals) =>
          referrals.length === 0 ? (
            <p className="muted small">{words.none}</p>
          ) : (
            <ul className="open-items">
              {referrals.map((referral) => (
                <Line key={referral.id} referral={referral} />
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
}

const Line = ({ referral }: { readonly referral: ReferralSummary }): ReactElement => (
  <li className="open-item">
    <span>
      <Link to={`/bureau/transmissions/${referral.id}`}>{needLabel(referral.need)}</Link>
      {referral.withWhom === null ? "" : ` · ${referral.withWhom}`}
    </span>
    <ReferralState referral={referral} />
  </li>
);

const tones = { known: "ok", running: "ask", lost: "no", late: "alert" } as const;
type Tone = keyof typeof tones;
const marks = { known: "done", running: "clock", lost: "dash", late: "danger" } as const;

const toneOf = (referral: ReferralSummary): Tone => {
  if (referral.isExhausted) return "late";
  if (referral.status !== "closed") return "running";
  return referral.outcome === "delivered" || referral.outcome === "partly" || referral.outcome === "informed" ? "known" : "lost";
};

/** Where a referral stands: a sign, a word, and the clock when it runs. */
export const ReferralState = ({ referral }: { readonly referral: ReferralSummary }): ReactElement => {
  const words = useSaid();
  const now = useNow(60);
  const tone = toneOf(referral);
  const status = referral.outcome === null ? words.statuses[referral.status] : words.outcomes[referral.outcome];
  return (
    <span className={`state ${tones[tone]}`}>
      <Icon name={marks[tone]} />
      {french(referral.isExhausted ? words.exhausted : status)}
      {referral.dueAt === null
        ? ""
        : ` · ${french(words.clock(momentSaid(referral.dueAt, words.language), leftSaid(referral.dueAt, now, words.language)))}`}
    </span>
  );
};
