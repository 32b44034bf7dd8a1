import { useEffect, useState, type ReactElement } from "react";
import { navigate, send, useLanguage } from "#ground/screens";
import { ServiceFinder } from "#directory/screens";
import { PersonCard, PersonSearch } from "#person/screens";
import { HandOver, ReferralList } from "#referral/screens";
import { ExchangeDesk, type ExchangeShown } from "#situation/screens";
import { CallBar } from "./CallBar.screen.tsx";
import { frameWords } from "./desk.words.ts";
import type { Session } from "./session.contract.ts";

/** Échange en cours : the person left, the listening centre, the answers right. */
export function Exchange(props: { readonly contactId: string; readonly session: Session }): ReactElement {
  useEffect(() => {
    document.body.classList.add("whole-call");
    return () => {
      document.body.classList.remove("whole-call");
    };
  }, []);
  return (
    <ExchangeDesk
      contactId={props.contactId}
      onClosed={() => {
        navigate("/bureau");
      }}
      around={{
        bar: (exchange, danger) => <CallBar exchange={exchange} session={props.session} danger={danger} />,
        left: (exchange, reload) => <Left exchange={exchange} session={props.session} reload={reload} />,
        right: (exchange, reload) => <Right exchange={exchange} reload={reload} />,
      }}
    />
  );
}

/** Who is listened to; or, when nobody is chosen yet, who it may be. */
function Left(props: { readonly exchange: ExchangeShown; readonly session: Session; readonly reload: () => void }): ReactElement {
  const words = frameWords[useLanguage()];
  const { exchange, reload } = props;
  const service = props.session.memberships.find((each) => each.commissionerId === exchange.commissionerId);
  if (exchange.personId !== undefined) return <PersonCard personId={exchange.personId} />;
  const choose = (personId: string): void => {
    void send(`/api/contacts/${exchange.contact.id}/person`, { personId }).then(reload);
  };
  return (
    <section className="panel stack" aria-labelledby="who">
      <h2 id="who">{words.whoIsIt}</h2>
      <PersonSearch
        commissionerId={exchange.commissionerId}
        commissionerName={service?.name ?? ""}
        onChoose={choose}
        onAnonymous={() => {
          void send(`/api/contacts/${exchange.contact.id}/person`, { anonymous: true }).then(reload);
        }}
      />
    </section>
  );
}

/** What answers the needs: services near home, then handing over. */
function Right(props: { readonly exchange: ExchangeShown; readonly reload: () => void }): ReactElement {
  const { exchange, reload } = props;
  const open = exchange.situation?.needs.filter((need) => need.isOpen) ?? [];
  const [chosen, choose] = useState<string>();
  const need = open.find((each) => each.id === chosen) ?? open[0];
  const words = frameWords[useLanguage()];
  return (
    <>
      {open.length > 1 ? (
        <label className="field panel">
          <span className="label">{words.forWhichNeed}</span>
          <select
            className="input"
            value={need?.id ?? ""}
            onChange={(event) => {
              choose(event.target.value);
            }}
          >
            {open.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <ServiceFinder
        key={`find ${need?.need ?? ""}`}
        commissionerId={exchange.commissionerId}
        {...(need ? { need: need.need } : {})}
        {...(exchange.personId === undefined ? {} : { personId: exchange.personId })}
      />
      {need ? <HandOver key={`hand ${need.id}`} needId={need.id} onDone={reload} /> : null}
      {exchange.situation ? <ReferralList situationId={exchange.situation.id} /> : null}
    </>
  );
}
