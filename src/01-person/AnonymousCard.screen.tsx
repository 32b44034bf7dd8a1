import { useEffect, useState, type ReactElement, type ReactNode, type SyntheticEvent } from "react";
import { french, Icon, Link, Refused, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { PersonContract, ReturnCodeContract, type PersonFile } from "./person.contract.ts";
import { ageBands } from "./person.ts";
import { personWords } from "./person.words.ts";
import { phoneInPairs } from "./phone.ts";
import { PersonSearch } from "./PersonSearch.screen.tsx";
import { ProtectedBand } from "./PersonCard.screen.tsx";
import { returnCodeInGroups } from "./return-code.ts";

interface Place {
  readonly code: string;
  readonly name: string;
}

interface Props {
  readonly personId: string;
  readonly commissionerId: string;
  readonly commissionerName: string;
  /** A code that was just drawn, to be read aloud now: nobody can show it again. */
  readonly code: string | undefined;
  readonly onCode: (code: string) => void;
  /** Communes by name: the directory knows them. */
  readonly findPlaces: (typed: string) => Promise<readonly Place[]>;
  readonly onKnown?: (person: PersonFile) => void;
  /** A first name was noted, in the same file. */
  readonly onNamed: () => void;
  /** She said yes: this exchange joins the file that she already has. */
  readonly onJoin: (personId: string) => void;
}

/** Personne sans nom : a town and an age if she wishes, a code to come back with, a first name later. Never « inconnu ». */
export function AnonymousCard(props: Props): ReactElement {
  const file = useResource(`/api/persons/${props.personId}?purpose=listening`, PersonContract, { live: ["person.changed"] });
  const known = file.state === "ready" ? file.value : undefined;
  const { onKnown } = props;
  useEffect(() => {
    if (known) onKnown?.(known);
  }, [known, onKnown]);
  return <Waiting for={file}>{(person) => <Card {...props} person={person} reload={file.reload} />}</Waiting>;
}

type Opened = "phone" | "name" | "known" | undefined;

const Card = (props: Props & { readonly person: PersonFile; readonly reload: () => void }): ReactElement => {
  const words = personWords[useLanguage()].anonymous;
  const { person, reload } = props;
  const [opened, open] = useState<Opened>();
  const [problem, setProblem] = useState("");
  const keep = async (path: string, body: object): Promise<boolean> => {
    const sent = await send(path, body);
    setProblem(sent.kind === "refused" ? sent.sentence : "");
    if (sent.kind !== "done") return false;
    open(undefined);
    reload();
    return true;
  };
  const path = `/api/persons/${person.id}`;
  const phone = person.contactPoints.find((point) => point.channel === "phone");
  const toggle = (which: Opened) => (): void => {
    open(opened === which ? undefined : which);
  };
  return (
    <>
      <section className="panel person stack" aria-label={words.title}>
        <div className="row between top">
          <h2 className="person-name">
            <Link to={`/bureau/personnes/${person.id}`}>{words.title}</Link>
          </h2>
        </div>
        <p className="muted small">{words.hint}</p>
        {person.isProtected && <ProtectedBand />}
        <Commune person={person} findPlaces={props.findPlaces} onPlace={(communeCode) => void keep(path, { communeCode })} />
        <AgeBand person={person} onBand={(ageBand) => void keep(path, { ageBand })} />
        {phone ? (
          <p className="row">
            <Icon name="phone" /> <span className="nowrap">{phoneInPairs(phone.value)}</span>
          </p>
        ) : (
          <p className="state ask">
            <Icon name="todo" /> {words.needsPhone}
          </p>
        )}
        <p className="actions">
          {phone ? null : (
            <button type="button" className="button compact" aria-expanded={opened === "phone"} onClick={toggle("phone")}>
              {words.phone}
            </button>
          )}
          <button type="button" className="button compact" aria-expanded={opened === "name"} onClick={toggle("name")}>
            {words.giveName}
          </button>
          <button type="button" className="button quiet compact" aria-expanded={opened === "known"} onClick={toggle("known")}>
            {words.known}
          </button>
        </p>
        {opened === "phone" ? (
          <OneField
            id="anonymous-phone"
            label={words.phoneLabel}
            type="tel"
            onSave={(value) => void keep(`${path}/contact-points`, { channel: "phone", value })}
          />
        ) : null}
        {opened === "name" ? (
          <OneField
            id="anonymous-name"
            label={words.nameLabel}
            onSave={(firstName) =>
              void keep(path, { firstName }).then((isKept) => {
                if (isKept) props.onNamed();
              })
            }
          />
        ) : null}
        <Refused sentence={problem} />
      </section>
      {opened === "known" ? <AlreadyKnown {...props} /> : null}
      <ReturnCode {...props} />
    </>
  );
};

const OneField = (props: {
  readonly id: string;
  readonly label: string;
  readonly type?: "tel" | "text";
  readonly onSave: (value: string) => void;
  readonly children?: ReactNode;
}): ReactElement => {
  const words = personWords[useLanguage()].anonymous;
  const [typed, type] = useState("");
  return (
    <form
      className="field"
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (typed.trim() !== "") props.onSave(typed.trim());
      }}
    >
      <label className="label" htmlFor={props.id}>
        {props.label}
      </label>
      <div className="combo-line">
        <input
          className="input"
          id={props.id}
          type={props.type ?? "text"}
          autoComplete="off"
          autoFocus
          maxLength={80}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
          }}
        />
        <button className="button compact">{words.save}</button>
      </div>
    </form>
  );
};

const Commune = (props: {
  readonly person: PersonFile;
  readonly findPlaces: Props["findPlaces"];
  readonly onPlace: (code: string) => void;
}): ReactElement => {
  const words = personWords[useLanguage()].anonymous;
  const [choices, setChoices] = useState<readonly Place[]>();
  const search = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("commune");
    if (typeof typed !== "string" || typed.trim() === "") return;
    const found = await props.findPlaces(typed.trim());
    const [only] = found;
    if (found.length === 1 && only) props.onPlace(only.code);
    setChoices(found.length === 1 ? undefined : found);
  };
  return (
    <form className="field" onSubmit={(event) => void search(event)}>
      <label className="label" htmlFor="anonymous-commune">
        {words.commune}
      </label>
      <div className="combo-line">
        <input
          className="input"
          id="anonymous-commune"
          key={props.person.communeCode ?? ""}
          name="commune"
          autoComplete="off"
          maxLength={120}
          defaultValue={props.person.communeName ?? ""}
        />
        <button className="button compact" aria-label={words.findCommune}>
          {words.save}
        </button>
      </div>
      {choices === undefined ? null : choices.length === 0 ? (
        <p className="field-error" role="alert">
          {words.unknownCommune}
        </p>
      ) : (
        <fieldset>
          <legend className="label">{words.whichCommune}</legend>
          <div className="actions">
            {choices.map((choice) => (
              <button
                type="button"
                key={choice.code}
                className="button compact"
                onClick={() => {
                  setChoices(undefined);
                  props.onPlace(choice.code);
                }}
              >
                {choice.name}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </form>
  );
};

const AgeBand = (props: { readonly person: PersonFile; readonly onBand: (band: string | null) => void }): ReactElement => {
  const words = personWords[useLanguage()].anonymous;
  return (
    <div className="field">
      <label className="label" htmlFor="anonymous-age">
        {words.ageBand}
      </label>
      <select
        className="input"
        id="anonymous-age"
        value={props.person.ageBand ?? ""}
        onChange={(event) => {
          props.onBand(event.target.value === "" ? null : event.target.value);
        }}
      >
        <option value="">{words.noAge}</option>
        {ageBands.map((band) => (
          <option key={band} value={band}>
            {words.ageBands[band]}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Shown once, in groups of four; afterwards only that one was read, and when. */
const ReturnCode = (props: Props & { readonly person: PersonFile }): ReactElement => {
  const language = useLanguage();
  const words = personWords[language].anonymous;
  const { code, person } = props;
  const draw = async (): Promise<void> => {
    const drawn = await send(`/api/persons/${person.id}/return-code`, {}, ReturnCodeContract);
    if (drawn.kind === "done") props.onCode(drawn.value.code);
  };
  const givenOn =
    person.returnCodeAt === undefined
      ? undefined
      : new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "Europe/Paris" }).format(
          new Date(person.returnCodeAt),
        );
  return (
    <section className="panel stack" aria-label={words.codeTitle}>
      <h2>{words.codeTitle}</h2>
      {code === undefined ? (
        <>
          {givenOn === undefined ? null : <p className="small">{words.codeGiven(givenOn)}</p>}
          <p className="actions">
            <button type="button" className="button compact" onClick={() => void draw()}>
              {givenOn === undefined ? words.giveCode : words.anotherCode}
            </button>
          </p>
        </>
      ) : (
        <>
          <p className="small">{french(words.codeWhy)}</p>
          <p className="return-code" role="status">
            {returnCodeInGroups(code)}
          </p>
          <p className="tiny">{words.codeOnce}</p>
        </>
      )}
    </section>
  );
};

/** She has a file already: it is looked for, then she is asked. Without her yes nothing is joined. */
const AlreadyKnown = (props: Props): ReactElement => {
  const { anonymous: words, readAloud } = personWords[useLanguage()];
  const [chosen, choose] = useState<string>();
  return (
    <section className="panel stack" aria-label={words.known}>
      {chosen === undefined ? (
        <PersonSearch commissionerId={props.commissionerId} commissionerName={props.commissionerName} onChoose={choose} />
      ) : (
        <div className="script">
          <p className="tiny">{readAloud}</p>
          <p lang="fr">{french(words.joinAsk)}</p>
          <p className="actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                props.onJoin(chosen);
              }}
            >
              {words.yes}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                choose(undefined);
              }}
            >
              {words.no}
            </button>
          </p>
        </div>
      )}
    </section>
  );
};
