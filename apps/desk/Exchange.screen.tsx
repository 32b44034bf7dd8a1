import { useEffect, useState, type ReactElement } from "react";
import { z } from "zod";
import { QuizAnswers } from "#content/screens";
import type { FoundShown } from "#directory";
import { NearbyServices, ServiceFinder } from "#directory/screens";
import { ask, navigate, send, useLanguage } from "#ground/screens";
import { ConsentsContract } from "#person";
import { AnonymousCard, ConsentAsk, PersonCard, PersonSearch } from "#person/screens";
import { GiveContact, HandOver, QuickAnswer, ReferralList } from "#referral/screens";
import { Entitlements, RegisterPanel, RightsPanel } from "#rights/screens";
import { ExchangeDesk, type ExchangeShown, type ListeningMode } from "#situation/screens";
import { CallBar } from "./CallBar.screen.tsx";
import { frameWords } from "./desk.words.ts";
import { findPlaces } from "./find-places.ts";
import { PastExchanges } from "./PastExchanges.screen.tsx";
import { useRightActions } from "./RightActions.screen.tsx";
import type { Session } from "./session.ts";

interface Place {
  readonly code: string;
  readonly name: string;
}

/** What her file says, that stands around the listening: her name above, her town beside the answers. */
interface Known {
  readonly name: string;
  readonly isProtected: boolean;
  readonly contactPoints: readonly { readonly channel: string }[];
  readonly communeCode?: string | undefined;
  readonly communeName?: string | undefined;
}

/** Échange en cours : the person left, the listening centre, the answers right. */
export function Exchange(props: { readonly contactId: string; readonly session: Session }): ReactElement {
  const [known, setKnown] = useState<Known>();
  // Drawn for somebody without a name, read aloud now: nobody can show it again.
  const [code, setCode] = useState<string>();
  useEffect(() => {
    document.body.classList.add("whole-call");
    return () => {
      document.body.classList.remove("whole-call");
    };
  }, []);
  const home = known?.communeCode === undefined ? undefined : { code: known.communeCode, name: known.communeName ?? known.communeCode };
  return (
    <ExchangeDesk
      contactId={props.contactId}
      onClosed={() => {
        navigate("/bureau");
      }}
      around={{
        bar: (exchange, danger) => (
          <CallBar
            exchange={exchange}
            session={props.session}
            name={exchange.personKind === "identified" ? known?.name : undefined}
            danger={danger}
          />
        ),
        left: (exchange, reload) => (
          <Left exchange={exchange} session={props.session} code={code} onCode={setCode} reload={reload} onKnown={setKnown} />
        ),
        right: (exchange, reload, mode, notes) => <Right exchange={exchange} home={home} mode={mode} notes={notes} reload={reload} />,
        answerFirst: (exchange, reload, head) => (
          <QuickAnswer exchange={exchange} home={home} reach={reachOf(known)} head={head} onGiven={reload} />
        ),
        before: (exchange) => <AskForObservatory exchange={exchange} />,
      }}
    />
  );
}

const CreatedContract = z.object({ id: z.string() });
const CodeContract = z.object({ code: z.string() });

const reachOf = (known: Known | undefined): "may" | "no-phone" | "protected" => {
  if (known?.isProtected === true) return "protected";
  return known?.contactPoints.some((point) => point.channel === "phone") === false ? "no-phone" : "may";
};

/** Asked once something was noted, before closing, and never in the way: without her yes her words teach nothing. */
function AskForObservatory({ exchange }: { readonly exchange: ExchangeShown }): ReactElement | null {
  const { situation, personId } = exchange;
  if (personId === undefined || !situation || situation.demands.length + situation.needs.length === 0) return null;
  return <ConsentAsk personId={personId} purpose="verbatim_observatory" />;
}

interface LeftProps {
  readonly exchange: ExchangeShown;
  readonly session: Session;
  readonly code: string | undefined;
  readonly onCode: (code: string | undefined) => void;
  readonly reload: () => void;
  readonly onKnown: (person: Known) => void;
}

/** Who is listened to; or, when nobody is chosen yet, who it may be. */
function Left(props: LeftProps): ReactElement {
  const words = frameWords[useLanguage()];
  const { exchange, reload } = props;
  const service = props.session.memberships.find((each) => each.commissionerId === exchange.commissionerId);
  const choose = async (personId: string): Promise<void> => {
    await send(`/api/contacts/${exchange.contact.id}/person`, { personId });
    reload();
  };
  if (exchange.personId !== undefined)
    return (
      <>
        {exchange.personKind === "anonymous" ? (
          <AnonymousCard
            personId={exchange.personId}
            commissionerId={exchange.commissionerId}
            commissionerName={service?.name ?? ""}
            code={props.code}
            onCode={props.onCode}
            findPlaces={findPlaces}
            onKnown={props.onKnown}
            onNamed={() => {
              // The code has had its time.
              props.onCode(undefined);
              reload();
            }}
            onJoin={(personId) => {
              props.onCode(undefined);
              void join(exchange.contact.id, personId).then(reload);
            }}
          />
        ) : (
          <>
            <ConsentAsk personId={exchange.personId} purpose="keep_file" />
            <PersonCard personId={exchange.personId} onKnown={props.onKnown} />
            <Entitlements personId={exchange.personId} findPlaces={findPlaces} />
            <RegisterPanel personId={exchange.personId} findPlaces={findPlaces} isFolded />
          </>
        )}
        <QuizAnswers personId={exchange.personId} />
        <PastExchanges personId={exchange.personId} contactId={exchange.contact.id} />
      </>
    );
  const stayAnonymous = async (): Promise<void> => {
    const created = await send("/api/persons", { commissionerId: exchange.commissionerId }, CreatedContract);
    if (created.kind !== "done") return;
    const drawn = await send(`/api/persons/${created.value.id}/return-code`, {}, CodeContract);
    if (drawn.kind === "done") props.onCode(drawn.value.code);
    await choose(created.value.id);
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

/** She said yes: her word is kept as a consent, then the exchange joins her file with all that it opened. */
const join = async (contactId: string, personId: string): Promise<void> => {
  const consents = await ask(`/api/persons/${personId}/consents`, ConsentsContract);
  const keep = consents.kind === "done" ? consents.value.consents.find((line) => line.purpose === "keep_file") : undefined;
  if (keep && keep.state !== "yes")
    await send(`/api/persons/${personId}/consents`, { purpose: "keep_file", answer: "yes", textVersion: keep.textVersion });
  await send(`/api/contacts/${contactId}/person`, { personId });
};

/** What answers the needs: services near home, then handing over. */
function Right(props: {
  readonly exchange: ExchangeShown;
  readonly home: Place | undefined;
  readonly mode: ListeningMode;
  readonly notes: string;
  readonly reload: () => void;
}): ReactElement {
  const words = frameWords[useLanguage()];
  const { exchange, home, reload } = props;
  const rightActions = useRightActions(exchange.situation?.id ?? "");
  const open = exchange.situation?.needs.filter((need) => need.isOpen) ?? [];
  const [chosen, choose] = useState<string>();
  const need = open.find((each) => each.id === chosen) ?? open[0];
  return (
    <>
      {exchange.situation ? (
        <RightsPanel
          situationId={exchange.situation.id}
          notes={props.notes}
          isFolded={props.mode === "brief"}
          actions={rightActions}
          findPlaces={findPlaces}
        />
      ) : null}
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
      {props.mode === "brief" ? null : (
        <Answers key={`answers ${need?.id ?? ""}`} commissionerId={exchange.commissionerId} need={need} home={home} onGiven={reload} />
      )}
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
