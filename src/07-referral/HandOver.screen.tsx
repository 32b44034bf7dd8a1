import { useState, type ReactElement } from "react";
import { french, Icon, Link, Refused, ShareBar, useDeed, useResource, Waiting } from "#ground/screens";
import { figure, momentSaid, useSaid } from "./desk/words.ts";
import { HandOverAnswerContract, HandOverPreviewContract, type HandOverDone, type HandOverPreview } from "./referral.contract.ts";

/**
 * Transmettre un besoin : who is at turn and why, what to read aloud, two equal buttons, and exactly what would leave.
 * @param onDone told once something was handed over or declined
 */
export function HandOver(props: { readonly needId: string; readonly onDone?: () => void }): ReactElement {
  const words = useSaid();
  const resource = useResource(`/api/needs/${props.needId}/hand-over`, HandOverPreviewContract, {
    live: ["referral.", "situation.changed", "provider.changed"],
  });
  return (
    <section className="panel" aria-label={words.handOver}>
      <Waiting for={resource}>{(preview) => <Preview preview={preview} onDone={props.onDone} />}</Waiting>
    </section>
  );
}

const Preview = ({ preview, onDone }: { readonly preview: HandOverPreview; readonly onDone: (() => void) | undefined }): ReactElement => {
  const words = useSaid();
  const [done, setDone] = useState<HandOverDone>();
  const title = <h2>{french(words.handOverOf(preview.need))}</h2>;
  if (done && done.kind !== "consent-needed") return <Done done={done} title={title} />;
  const openId = preview.openReferralId;
  if (openId !== null)
    return (
      <>
        {title}
        <p>
          {words.already} <Link to={`/bureau/transmissions/${openId}`}>{words.seeReferral}</Link>
        </p>
      </>
    );
  const because = preview.mayBeHandedOver ? preview.missing.map((each) => words.missing[each])[0] : words.notTold;
  if (because !== undefined || !preview.fields)
    return (
      <>
        {title}
        <p className="state ask">
          <Icon name="todo" /> {french(because ?? words.missing.phone)}
        </p>
      </>
    );
  return (
    <>
      {title}
      <AtTurn preview={preview} />
      <HandOverForm
        preview={preview}
        onDone={(answer) => {
          setDone(answer);
          onDone?.();
        }}
      />
    </>
  );
};

const Done = ({
  done,
  title,
}: {
  readonly done: Exclude<HandOverDone, { kind: "consent-needed" }>;
  readonly title: ReactElement;
}): ReactElement => {
  const words = useSaid();
  const sentence =
    done.kind === "offered"
      ? words.offered(done.providerName, momentSaid(done.dueAt, words.language))
      : done.kind === "declined"
        ? words.declined
        : done.kind === "already"
          ? words.already
          : words.searching;
  return (
    <>
      {title}
      <p role="status" className="state ok">
        <Icon name="done" /> {french(sentence)}
      </p>
      {done.kind !== "declined" && <Link to={`/bureau/transmissions/${done.referralId}`}>{words.seeReferral}</Link>}
    </>
  );
};

/** Who is at turn, and the bars that say why: share received against the mark of the fair share. */
const AtTurn = ({ preview }: { readonly preview: HandOverPreview }): ReactElement => {
  const words = useSaid();
  const { next, shares } = preview;
  if (!next) return <p className="state ask">{french(words.nobody)}</p>;
  return (
    <>
      <p>
        <strong>{french(words.isAtTurn(next.name))}</strong> {french(words.promised(momentSaid(preview.dueAt, words.language)))}
      </p>
      <div className="turn">
        <div className="row">
          <Icon name="turn" />
          <strong>{french(words.whyThem)}</strong>
        </div>
        {next.name} : {words.reasons[next.reason as keyof typeof words.reasons]}. {french(words.rule(shares.length))}
        <dl>
          {shares.map((share) => (
            <ShareLine key={share.providerId} share={share} isChosen={share.providerId === next.providerId} />
          ))}
        </dl>
      </div>
    </>
  );
};

export const ShareLine = ({
  share,
  isChosen,
}: {
  readonly share: HandOverPreview["shares"][number];
  readonly isChosen: boolean;
}): ReactElement => {
  const words = useSaid();
  return (
    <>
      <dt>{share.name}</dt>
      <dd>
        <ShareBar share={share.receivedShare} fair={share.fairShare} isChosen={isChosen} />
      </dd>
      <dd className="number">
        {words.received(share.received, share.total)}{" "}
        <span className="visually-hidden">{words.fairShare(figure(share.fair, words.language))}</span>
      </dd>
    </>
  );
};

const HandOverForm = ({
  preview,
  onDone,
}: {
  readonly preview: HandOverPreview;
  readonly onDone: (answer: HandOverDone) => void;
}): ReactElement => {
  const words = useSaid();
  const { act, problem } = useDeed();
  const [availability, setAvailability] = useState("");
  const [phonePointId, setPhone] = useState(preview.phones[0]?.id ?? "");
  const [named, setNamed] = useState("");
  const send = async (consent: "oral-yes" | "oral-no" | undefined): Promise<void> => {
    const body = {
      ...(consent === undefined ? {} : { consent }),
      ...(availability.trim() === "" ? {} : { availability }),
      ...(phonePointId === "" || preview.phones.length < 2 ? {} : { phonePointId }),
      ...(named === "" ? {} : { namedProviderId: named }),
    };
    const answer = await act(`/api/needs/${preview.needId}/hand-over`, body, HandOverAnswerContract);
    if (answer) onDone(answer);
  };
  return (
    <div className="stack">
      <ChoiceByName preview={preview} named={named} onNamed={setNamed} />
      <Availability value={availability} onChange={setAvailability} />
      {preview.phones.length > 1 && <WhichPhone preview={preview} value={phonePointId} onChange={setPhone} />}
      {preview.hasConsent ? (
        <p className="state ok">
          <Icon name="done" /> {words.agreed}
        </p>
      ) : (
        <div className="script">
          <div className="tiny">{words.readAloud}</div>
          {french(`« ${preview.script} »`)}
        </div>
      )}
      <div className="actions">
        {preview.hasConsent ? (
          <button type="button" className="button" onClick={() => void send(undefined)}>
            {words.transmit}
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={() => void send("oral-yes")}>
              {words.yes}
            </button>
            <button type="button" className="button" onClick={() => void send("oral-no")}>
              {words.no}
            </button>
          </>
        )}
      </div>
      <Refused sentence={problem?.sentence} />
      <FieldsSent preview={preview} availability={availability} phonePointId={phonePointId} />
    </div>
  );
};

const ChoiceByName = ({
  preview,
  named,
  onNamed,
}: {
  readonly preview: HandOverPreview;
  readonly named: string;
  readonly onNamed: (id: string) => void;
}): ReactElement => {
  const words = useSaid();
  const blocked = preview.choices.filter((choice) => choice.because !== null);
  return (
    <div className="field">
      <label className="label" htmlFor={`named-${preview.needId}`}>
        {words.chooseByName}
      </label>
      <select
        className="input"
        id={`named-${preview.needId}`}
        value={named}
        onChange={(event) => {
          onNamed(event.target.value);
        }}
      >
        <option value="">{words.byTurn}</option>
        {preview.choices
          .filter((choice) => choice.because === null)
          .map((choice) => (
            <option key={choice.providerId} value={choice.providerId}>
              {choice.name}
            </option>
          ))}
      </select>
      {blocked.length > 0 && (
        <p className="tiny">
          {french(blocked.map(({ name, because }) => words.unavailable(name, words.causes[because ?? ""] ?? "")).join(" · "))}
        </p>
      )}
    </div>
  );
};

const Availability = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }): ReactElement => {
  const words = useSaid();
  return (
    <div className="field">
      <label className="label" htmlFor="availability">
        {words.availability}
      </label>
      <p className="hint" id="availability-aide">
        {french(words.availabilityHint)}
      </p>
      <input
        className="input"
        id="availability"
        maxLength={120}
        value={value}
        aria-describedby="availability-aide"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
};

const WhichPhone = ({
  preview,
  value,
  onChange,
}: {
  readonly preview: HandOverPreview;
  readonly value: string;
  readonly onChange: (id: string) => void;
}): ReactElement => {
  const words = useSaid();
  return (
    <div className="field">
      <label className="label" htmlFor="which-phone">
        {words.whichPhone}
      </label>
      <select
        className="input"
        id="which-phone"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {preview.phones.map((phone) => (
          <option key={phone.id} value={phone.id}>
            {phone.masked}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Exactly the packet, field by field: what is not here does not leave. */
const FieldsSent = ({
  preview,
  availability,
  phonePointId,
}: {
  readonly preview: HandOverPreview;
  readonly availability: string;
  readonly phonePointId: string;
}): ReactElement | null => {
  const words = useSaid();
  const { fields } = preview;
  if (!fields) return null;
  const phone = preview.phones.find((each) => each.id === phonePointId)?.masked ?? fields.phoneMasked;
  const sent = [
    fields.firstName ?? words.anonymous,
    phone,
    fields.mayLeaveMessage ? words.mayLeaveMessage : words.noMessage,
    fields.zone,
    fields.need,
  ];
  return (
    <>
      <p className="tiny">{french(words.willReceive)}</p>
      <p className="fields-sent">
        {[...sent, ...(availability.trim() === "" ? [] : [availability.trim()])].map((each) => (
          <span key={each}>{each}</span>
        ))}
      </p>
    </>
  );
};
