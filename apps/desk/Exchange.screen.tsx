import { useCallback, useEffect, useState, type ReactElement } from "react";
import { z } from "zod";
import type { FoundShown } from "#directory";
import { NearbyServices, ServiceFinder } from "#directory/screens";
import { navigate, send, useLanguage } from "#ground/screens";
import { PersonCard, PersonSearch } from "#person/screens";
import { GiveContact, HandOver, ReferralList } from "#referral/screens";
import { ExchangeDesk, type ExchangeShown } from "#situation/screens";
import { CallBar } from "./CallBar.screen.tsx";
import { frameWords } from "./desk.words.ts";
import { PastExchanges } from "./PastExchanges.screen.tsx";
import type { Session } from "./session.ts";

interface Place {
  readonly code: string;
  readonly name: string;
}

/** What her file says, that stands around the listening: her name above, her town beside the answers. */
interface Known {
  readonly name: string;
  readonly communeCode?: string | undefined;
  readonly communeName?: string | undefined;
}

/** Échange en cours : the person left, the listening centre, the answers right. */
export function Exchange(props: { readonly contactId: string; readonly session: Session }): ReactElement {
  const [home, setHome] = useState<Place>();
  const [name, setName] = useState<string>();
  useEffect(() => {
    document.body.classList.add("whole-call");
    return () => {
      document.body.classList.remove("whole-call");
    };
  }, []);
  const learn = useCallback((person: Known) => {
    setName(person.name);
    setHome(person.communeCode === undefined ? undefined : { code: person.communeCode, name: person.communeName ?? person.communeCode });
  }, []);
  return (
    <ExchangeDesk
      contactId={props.contactId}
      onClosed={() => {
        navigate("/bureau");
      }}
      around={{
        bar: (exchange, danger) => (
          <CallBar exchange={exchange} session={props.session} name={exchange.personId === undefined ? undefined : name} danger={danger} />
        ),
        left: (exchange, reload) => <Left exchange={exchange} session={props.session} reload={reload} onKnown={learn} />,
        right: (exchange, reload) => <Right exchange={exchange} home={home} reload={reload} />,
      }}
    />
  );
}

const CreatedContract = z.object({ id: z.string() });

/** Who is listened to; or, when nobody is chosen yet, who it may be. */
function Left(props: {
  readonly exchange: ExchangeShown;
  readonly session: Session;
  readonly reload: () => void;
  readonly onKnown: (person: Known) => void;
}): ReactElement {
  const words = frameWords[useLanguage()];
  const { exchange, reload } = props;
  const service = props.session.memberships.find((each) => each.commissionerId === exchange.commissionerId);
  if (exchange.personId !== undefined)
    return (
      <>
        <PersonCard personId={exchange.personId} onKnown={props.onKnown} />
        <PastExchanges personId={exchange.personId} contactId={exchange.contact.id} />
      </>
    );
  const choose = async (personId: string): Promise<void> => {
    await send(`/api/contacts/${exchange.contact.id}/person`, { personId });
    reload();
  };
  const stayAnonymous = async (): Promise<void> => {
    const created = await send("/api/persons", { commissionerId: exchange.commissionerId }, CreatedContract);
    if (created.kind === "done") await choose(created.value.id);
  };
  return (
    <section className="panel stack" aria-labelledby="who">
      <h2 id="who">{words.whoIsIt}</h2>
      <PersonSearch
        commissionerId={exchange.commissionerId}
        commissionerName={service?.name ?? ""}
        onChoose={(personId) => void choose(personId)}
        onAnonymous={() => void stayAnonymous()}
      />
    </section>
  );
}

/** What answers the needs: services near home, then handing over. */
function Right(props: { readonly exchange: ExchangeShown; readonly home: Place | undefined; readonly reload: () => void }): ReactElement {
  const words = frameWords[useLanguage()];
  const { exchange, home, reload } = props;
  const open = exchange.situation?.needs.filter((need) => need.isOpen) ?? [];
  const [chosen, choose] = useState<string>();
  const need = open.find((each) => each.id === chosen) ?? open[0];
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
      <Answers key={`answers ${need?.id ?? ""}`} commissionerId={exchange.commissionerId} need={need} home={home} onGiven={reload} />
      {need ? <HandOver key={`hand-over ${need.id}`} needId={need.id} onDone={reload} /> : null}
      {exchange.situation ? <ReferralList situationId={exchange.situation.id} /> : null}
    </>
  );
}

/** The services near home for this need; otherwise, or when asked for, the search by words and place. */
function Answers(props: {
  readonly commissionerId: string;
  readonly need: { readonly id: string; readonly need: string } | undefined;
  readonly home: Place | undefined;
  readonly onGiven: () => void;
}): ReactElement {
  const words = frameWords[useLanguage()];
  const { commissionerId, need, home, onGiven } = props;
  const [isSearching, search] = useState(false);
  const actions =
    need && ((found: FoundShown): ReactElement => <GiveContact needId={need.id} serviceId={found.service.id} onDone={onGiven} />);
  if (need === undefined || home === undefined || isSearching)
    return (
      <ServiceFinder
        key={`${need?.need ?? ""} ${home?.code ?? ""}`}
        commissionerId={commissionerId}
        needsPlace
        {...(need === undefined ? {} : { need: need.need })}
        {...(home ? { place: home } : {})}
        {...(actions ? { actions } : {})}
      />
    );
  return (
    <NearbyServices
      commissionerId={commissionerId}
      need={need.need}
      place={home}
      count={3}
      more={
        <button
          type="button"
          className="button quiet compact"
          onClick={() => {
            search(true);
          }}
        >
          {words.searchElse}
        </button>
      }
      {...(actions ? { actions } : {})}
    />
  );
}
