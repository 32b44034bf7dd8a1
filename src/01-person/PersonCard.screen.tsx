import { useEffect, useState, type ReactElement } from "react";
import { Icon, Link, send, telephoneLink, useLanguage, useResource, Waiting } from "#ground/screens";
import { ConsentList } from "./ConsentList.screen.tsx";
import { PersonContract, type PersonFile } from "./person.contract.ts";
import { personWords } from "./person.words.ts";
import { phoneInPairs } from "./phone.ts";

interface Props {
  readonly personId: string;
  /** « Autre personne » : goes back to the candidates. */
  readonly onAnother?: () => void;
  readonly purpose?: "listening" | "follow-up" | "quality" | "request";
  /** What the file says, once it is read: what stands beside needs her town, and should not read the file a second time. */
  readonly onKnown?: (person: PersonFile) => void;
}

/** What is asked while one listens; the other agreements are asked from the file. */
const askedWhileListening = ["keep_file", "share_referral", "sms", "recording", "verbatim_observatory"] as const;

/** La personne : left column of the desk. Who she is, how she may be reached, her household, what she agreed to. */
export function PersonCard({ personId, onAnother, purpose = "listening", onKnown }: Props): ReactElement {
  const words = personWords[useLanguage()];
  const file = useResource(`/api/persons/${personId}?purpose=${purpose}`, PersonContract, { live: ["person.changed"] });
  const known = file.state === "ready" ? file.value : undefined;
  useEffect(() => {
    if (known) onKnown?.(known);
  }, [known, onKnown]);
  return (
    <Waiting for={file}>
      {(person) => (
        <>
          <WhoSheIs person={person} {...(onAnother ? { onAnother } : {})} />
          <Household person={person} reload={file.reload} />
          <ConsentList
            personId={person.id}
            only={askedWhileListening}
            more={<Link to={`/bureau/personnes/${person.id}`}>{words.allConsents}</Link>}
          />
        </>
      )}
    </Waiting>
  );
}

const WhoSheIs = ({ person, onAnother }: { readonly person: PersonFile; readonly onAnother?: () => void }): ReactElement => {
  const words = personWords[useLanguage()];
  return (
    <section className="panel person" aria-label={words.person}>
      <div className="row between top">
        <h2 className="person-name">
          <Link to={`/bureau/personnes/${person.id}`}>{person.name}</Link>
        </h2>
        <span className="tiny nowrap">{words.file(person.number)}</span>
      </div>
      <p className="muted">
        {[person.age === undefined ? undefined : words.age(person.age), person.communeName ?? person.communeCode ?? words.noCommune]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {person.isProtected && <ProtectedBand />}
      <ul className="facts">
        {person.contactPoints.length === 0 && (
          <li>
            <Icon name="phone" /> <span>{words.noPhone}</span>
          </li>
        )}
        {person.contactPoints.map((point) => (
          <li key={point.id}>
            <Icon name={pointIcons[point.channel]} />
            <span>
              {point.channel === "phone" ? (
                <a className="nowrap" href={telephoneLink(point.value)}>
                  {phoneInPairs(point.value)}
                </a>
              ) : (
                point.value
              )}{" "}
              <span className="tiny">{aboutPoint(person, point, words)}</span>
            </span>
          </li>
        ))}
        {person.accessNeeds.map((need) => (
          <li key={need}>
            <Icon name="disc" /> <span>{words.needs[need]}</span>
          </li>
        ))}
      </ul>
      {onAnother && (
        <p>
          <button type="button" className="button quiet compact" onClick={onAnother}>
            {words.another}
          </button>
        </p>
      )}
    </section>
  );
};

const pointIcons = { phone: "phone", mail: "mail", address: "map" } as const;

type Words = (typeof personWords)[keyof typeof personWords];

/** Whose it is when it is not hers alone, and whether a message may be left. */
const aboutPoint = (person: PersonFile, point: PersonFile["contactPoints"][number], words: Words): string => {
  const isSilent = point.channel === "phone" && (person.isProtected || !point.isSafeForMessage);
  return [point.holder === "self" ? "" : words.holders[point.holder], isSilent ? words.unsafe : ""]
    .filter((part) => part !== "")
    .join(", ");
};

/** Said before anything else is read: someone may be watching. */
export const ProtectedBand = (): ReactElement => {
  const words = personWords[useLanguage()];
  return (
    <p className="careful">
      <Icon name="alert" /> <strong>{words.protectedBand}</strong>
      <br />
      {words.protectedWhy}
    </p>
  );
};

const Household = ({ person, reload }: { readonly person: PersonFile; readonly reload: () => void }): ReactElement => {
  const words = personWords[useLanguage()];
  const [refused, refuse] = useState<readonly string[]>([]);
  const proposals = person.householdProposals.filter((other) => !refused.includes(other.id));
  const join = (withPersonId: string): void => {
    void send(`/api/persons/${person.id}/household`, { withPersonId }).then(reload);
  };
  return (
    <section className="panel" aria-label={words.household}>
      <h2>{words.household}</h2>
      {person.household.length === 0 && proposals.length === 0 && <p className="muted small">{words.householdEmpty}</p>}
      <ul className="rows small">
        {person.household.map((other) => (
          <li key={other.id}>
            <Link to={`/bureau/personnes/${other.id}`}>{other.name}</Link>
            <span className="tiny">{words.file(other.number)}</span>
          </li>
        ))}
      </ul>
      {proposals.map((other) => (
        <div key={other.id} className="stack">
          <p className="small">{words.householdProposed(other.name)}</p>
          <p className="actions">
            <button
              type="button"
              className="button compact"
              onClick={() => {
                join(other.id);
              }}
            >
              {words.join}
            </button>
            <button
              type="button"
              className="button compact"
              onClick={() => {
                refuse([...refused, other.id]);
              }}
            >
              {words.keepApart}
            </button>
          </p>
        </div>
      ))}
    </section>
  );
};
