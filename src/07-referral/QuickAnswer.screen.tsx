import { useEffect, useRef, useState, type ReactElement, type ReactNode, type SyntheticEvent } from "react";
import { z } from "zod";
import { PlacesContract, SearchContract, type FoundShown, type PlaceShown } from "#directory";
import { FoundServices } from "#directory/screens";
import { ask, deskWords, french, Icon, useLanguage, useResource, useShortcuts, Waiting, useDeed } from "#ground/screens";
import { ConsentsContract } from "#person";
import { ConsentAsk } from "#person/screens";
import { NeedBox, type ExchangeShown } from "#situation/screens";
import { useSaid } from "./desk/words.ts";
import { InformAnswerContract } from "./referral.contract.ts";

interface Place {
  readonly code: string;
  readonly name: string;
}

interface Props {
  readonly exchange: ExchangeShown;
  /** Her town, once her file is read. */
  readonly home: Place | undefined;
  /** Whether she may be texted at all, consent aside. */
  readonly reach: "may" | "no-phone" | "protected";
  /** In the head of the panel: the way of listening. */
  readonly head: ReactNode;
  readonly onGiven: () => void;
}

/**
 * Deux minutes : what, where, the services; S texts the first one, or the one that is chosen. What is given is an expressed need and an
 * information, so that the house asks a week later whether it helped.
 */
export function QuickAnswer({ exchange, home, reach, head, onGiven }: Props): ReactElement {
  const words = useSaid();
  const [need, setNeed] = useState("");
  const [chosen, setPlace] = useState<Place>();
  const place = chosen ?? home;
  const giving = useGiving(exchange, need, reach, onGiven);
  const box = useRef<HTMLElement>(null);
  useShortcuts({
    s: () => {
      const found = focusedOrFirst(box.current);
      if (found !== undefined) void giving.give(found, true);
    },
  });
  return (
    <section className="panel quick-answer" ref={box} aria-label={words.quick.title}>
      <div className="panel-head">
        <h2>{words.quick.title}</h2>
        {head}
      </div>
      <search className="search-bar">
        <div className="field">
          <NeedBox label={words.quick.what} onChosen={setNeed} />
        </div>
        <Where key={place?.code ?? ""} place={place} onPlace={setPlace} />
      </search>
      {giving.isAskingSms && exchange.personId !== undefined ? (
        <ConsentAsk personId={exchange.personId} purpose="sms" again takesFocus onAnswered={giving.answerSms} onLater={giving.later} />
      ) : null}
      <p className={giving.said.tone} role="status">
        {french(giving.said.sentence)}
      </p>
      {need === "" || place === undefined ? (
        <p className="muted small">{words.quick.nothingYet}</p>
      ) : (
        <Found key={`${need} ${place.code}`} need={need} place={place} onGive={(service, bySms) => void giving.give(service, bySms)} />
      )}
    </section>
  );
}

/** The service of the line where the keyboard is, else the first one. */
const focusedOrFirst = (box: HTMLElement | null): string | undefined => {
  const line = document.activeElement?.closest("li");
  const name = (line && box?.contains(line) ? line : box)?.querySelector("[data-rank]");
  return name?.id.replace("service-", "");
};

interface Giving {
  readonly give: (serviceId: string, bySms: boolean) => Promise<void>;
  readonly said: { readonly sentence: string; readonly tone: string };
  readonly isAskingSms: boolean;
  readonly answerSms: (answer: "yes" | "no") => void;
  readonly later: () => void;
}

const MadeContract = z.object({ id: z.string() });
const nothingSaid = { sentence: "", tone: "status-line when-said" };

/** Giving a contact: the need is noted first, as she expressed it; the SMS takes her yes, asked on the spot when it never was. */
const useGiving = (exchange: ExchangeShown, need: string, reach: Props["reach"], onGiven: () => void): Giving => {
  const words = useSaid();
  const { act, problem } = useDeed();
  const [said, say] = useState(nothingSaid);
  const [waiting, wait] = useState<string>();
  const refuse = (sentence: string): void => {
    say({ sentence, tone: "state ask" });
  };
  const inform = async (situationId: string, serviceId: string, bySms: boolean): Promise<void> => {
    const known = exchange.situation?.needs.find((each) => each.need === need && each.isOpen)?.id;
    const needId = known ?? (await act(`/api/situations/${situationId}/needs`, { need, origin: "expressed" }, MadeContract))?.id;
    if (needId === undefined) return;
    const done = await act(`/api/needs/${needId}/inform`, { serviceId, bySms }, InformAnswerContract);
    if (!done) return;
    const how = done.wasTexted ? "texted" : bySms ? "not-texted" : "said";
    say({ sentence: words.contactHanded[how], tone: how === "not-texted" ? "state ask" : "state ok" });
    onGiven();
  };
  const give = async (serviceId: string, bySms: boolean): Promise<void> => {
    say(nothingSaid);
    const { situation, personId } = exchange;
    if (!situation || personId === undefined) refuse(words.quick.noPerson);
    else if (bySms && reach === "no-phone") refuse(words.quick.noPhone);
    else if (bySms && reach === "protected") refuse(words.quick.isProtected);
    else if (bySms && !(await maySms(personId))) wait(serviceId);
    else await inform(situation.id, serviceId, bySms);
  };
  return {
    give,
    said: problem ? { sentence: problem.sentence, tone: "field-error" } : said,
    isAskingSms: waiting !== undefined,
    answerSms: (answer) => {
      const situationId = exchange.situation?.id;
      wait(undefined);
      if (answer === "no") refuse(words.quick.smsNo);
      else if (waiting !== undefined && situationId !== undefined) void inform(situationId, waiting, true);
    },
    later: () => {
      wait(undefined);
    },
  };
};

const maySms = async (personId: string): Promise<boolean> => {
  const read = await ask(`/api/persons/${personId}/consents`, ConsentsContract);
  return read.kind === "done" && read.value.consents.some((line) => line.purpose === "sms" && line.state === "yes");
};

/** The town: hers, unless another one is typed. */
const Where = (props: { readonly place: Place | undefined; readonly onPlace: (place: Place) => void }): ReactElement => {
  const words = useSaid();
  const language = useLanguage();
  const [choices, setChoices] = useState<readonly PlaceShown[]>([]);
  const [problem, setProblem] = useState("");
  const search = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("where");
    const asked = typeof typed === "string" ? typed.trim() : "";
    setProblem("");
    setChoices([]);
    if (asked === "") return;
    const answer = await ask(`/api/places?q=${encodeURIComponent(asked)}`, PlacesContract);
    if (answer.kind !== "done") setProblem(answer.kind === "refused" ? answer.sentence : deskWords[language].offline);
    else if (answer.value.exact) props.onPlace(answer.value.exact);
    else if (answer.value.places.length === 0) setProblem(words.quick.unknownPlace);
    else setChoices(answer.value.places.slice(0, 6));
  };
  return (
    <>
      <form className="field" onSubmit={(event) => void search(event)}>
        <label className="label" htmlFor="quick-where">
          {words.quick.where}
        </label>
        <div className="combo-line">
          <input
            className="input"
            id="quick-where"
            name="where"
            autoComplete="off"
            maxLength={120}
            defaultValue={props.place?.name ?? ""}
            {...(problem === "" ? {} : { "aria-invalid": true, "aria-describedby": "quick-where-problem" })}
          />
          <button className="button icon-only" aria-label={words.quick.search}>
            <Icon name="search" />
          </button>
        </div>
        {problem === "" ? null : (
          <p className="field-error" id="quick-where-problem" role="alert">
            {problem}
          </p>
        )}
      </form>
      {choices.length === 0 ? null : (
        <fieldset>
          <legend className="label">{words.quick.whichPlace}</legend>
          <div className="actions">
            {choices.map((choice) => (
              <button
                type="button"
                key={choice.code}
                className="button compact"
                onClick={() => {
                  props.onPlace(choice);
                }}
              >
                {choice.name} ({choice.departement.name})
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
};

/** The services found; the first one takes the focus, so that S or Enter acts at once. */
const Found = (props: {
  readonly need: string;
  readonly place: Place;
  readonly onGive: (serviceId: string, bySms: boolean) => void;
}): ReactElement => {
  const words = useSaid();
  const list = useRef<HTMLDivElement>(null);
  const found = useResource(
    `/api/services?besoin=${encodeURIComponent(props.need)}&commune=${encodeURIComponent(props.place.code)}&rayon=15&nombre=5`,
    SearchContract,
  );
  const isThere = found.state === "ready";
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>("[data-rank]")?.focus();
  }, [isThere]);
  const actions = ({ service }: FoundShown): ReactElement => (
    <p className="actions">
      <button
        type="button"
        className="button compact"
        onClick={() => {
          props.onGive(service.id, true);
        }}
      >
        {words.quick.text} <span className="visually-hidden">: {service.name}</span>
        <kbd className="key" aria-hidden="true">
          S
        </kbd>
      </button>
      <button
        type="button"
        className="button quiet compact"
        onClick={() => {
          props.onGive(service.id, false);
        }}
      >
        {words.giveContact}
        <span className="visually-hidden"> : {service.name}</span>
      </button>
    </p>
  );
  return (
    <div ref={list}>
      <p className="tiny shortcut-hint">{words.quick.keys}</p>
      <Waiting for={found}>{(answer) => <FoundServices answer={answer} actions={actions} />}</Waiting>
    </div>
  );
};
