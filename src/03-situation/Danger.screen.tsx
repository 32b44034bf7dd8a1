import { useState, type ReactElement } from "react";
import { french, Icon, useLanguage, useShortcuts, useDeed } from "#ground/screens";
import { timeSaid, useSaid } from "./desk/words.ts";
import type { ExchangeShown, SituationShown, UrgencyShown } from "./exchange.contract.ts";
import type { DangerShown, Machine } from "./suggestion.contract.ts";
import { emergencyNumbers, urgencyMotives, type EmergencyNumber, type UrgencyLevel, type UrgencyMotive } from "./urgency.ts";

/** Danger button, for the call bar: it opens the band and leaves the keyboard where it is. */
export const DangerButton = (props: {
  readonly situation: SituationShown | undefined;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}): ReactElement => {
  const { danger: words } = useSaid();
  return (
    <button
      type="button"
      className="button raise-danger"
      aria-expanded={props.isOpen}
      aria-controls="danger"
      aria-keyshortcuts="F8"
      // The press must not take the focus out of the notes.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={props.onPress}
    >
      <Icon name="danger" />
      {props.situation?.urgency.level === 3 ? words.flagged : words.button} <kbd className="key">F8</kbd>
    </button>
  );
};

export interface DangerInHand {
  readonly isOpen: boolean;
  /** The question stands and nobody has answered: the exchange does not close. */
  readonly isAsked: boolean;
  readonly toggle: () => void;
  readonly band: ReactElement | null;
}

/** What the machine read, when it is the one that asks. */
export interface DangerAsked {
  readonly danger: DangerShown;
  readonly machine: Machine;
}

/**
 * Danger : a human opens it, or the machine asks; a human answers. F8 opens, then says yes; Maj+F8 says no; Entrée never answers. Focus
 * never moves, so that the typing goes on.
 */
export const useDanger = (given: {
  readonly exchange: ExchangeShown;
  readonly asked?: DangerAsked | undefined;
  readonly onAnswered?: () => void;
  readonly reload: () => void;
}): DangerInHand => {
  const { exchange, asked } = given;
  const [wasOpened, setOpened] = useState(false);
  const [picked, setPicked] = useState<readonly UrgencyMotive[]>();
  const { done: act, sentence: problem } = useDeed(given.reload);
  const urgency = exchange.situation?.urgency ?? { level: 0, motives: [], help: [] };
  const isFlagged = urgency.level === 3;
  const isAskedByMachine = asked !== undefined && !isFlagged;
  const read = isAskedByMachine ? asked.danger.motives.map(({ motive }) => motive) : [];
  const motives = picked ?? (urgency.motives.length > 0 ? urgency.motives : [...new Set(read)]);
  const isOpen = wasOpened || isAskedByMachine;
  const fold = (): void => {
    setOpened(false);
    setPicked(undefined);
  };
  const flag = async (level: UrgencyLevel, why: readonly UrgencyMotive[]): Promise<void> => {
    const question = isAskedByMachine ? { asked: whatWasAsked(asked) } : {};
    if (level > 0) setOpened(true);
    if (!(await act(`/api/exchanges/${exchange.contact.id}/danger`, { level, motives: level === 0 ? [] : why, ...question }))) return;
    setPicked(undefined);
    if (level === 0) setOpened(false);
    if (isAskedByMachine) given.onAnswered?.();
  };
  const yes = (): void => void flag(3, motives);
  // A no on a question that was asked is traced; a no on nothing changes nothing that a human flagged.
  const no = (): void => {
    if (isAskedByMachine || urgency.level === 0) void flag(0, []);
    else fold();
  };
  const pressed = (): void => {
    if (!isOpen) setOpened(true);
    else if (isFlagged) fold();
    else yes();
  };
  useShortcuts({ F8: pressed, ...(isOpen ? { "Maj+F8": no } : {}) });
  const toggle = (motive: UrgencyMotive): void => {
    const next = motives.includes(motive) ? motives.filter((each) => each !== motive) : [...motives, motive];
    setPicked(next);
    // Once flagged, a reason added is kept at once, at the same level; while the machine asks, it waits for the answer.
    if (!isAskedByMachine && urgency.level > 0 && (next.length > 0 || isFlagged)) void flag(urgency.level, next);
  };
  return {
    isOpen,
    isAsked: isAskedByMachine || (wasOpened && urgency.level === 0),
    toggle: () => {
      setOpened((before) => !before);
    },
    band: isOpen ? (
      <DangerBand
        urgency={urgency}
        motives={motives}
        said={isAskedByMachine ? asked.danger.motives.map(({ words }) => words).filter((words) => words !== "") : undefined}
        place={{ inNotes: asked?.danger.place, inFile: exchange.address }}
        problem={problem}
        onMotive={toggle}
        onFlag={(level) => void flag(level, motives)}
        onNo={no}
        onFold={fold}
        onHelp={(number) => {
          if (exchange.situation) void act(`/api/situations/${exchange.situation.id}/help`, { number });
        }}
      />
    ) : null,
  };
};

const whatWasAsked = ({ danger, machine }: DangerAsked) => ({
  motives: [...new Set(danger.motives.map(({ motive }) => motive))],
  words: danger.motives.map(({ words }) => words),
  confidence: danger.confidence,
  machine,
});

interface Places {
  readonly inNotes: string | undefined;
  readonly inFile: string | undefined;
}

const DangerBand = (props: {
  readonly urgency: UrgencyShown;
  readonly motives: readonly UrgencyMotive[];
  /** What the notes say, when the machine asks. */
  readonly said: readonly string[] | undefined;
  readonly place: Places;
  readonly problem: string;
  readonly onMotive: (motive: UrgencyMotive) => void;
  readonly onFlag: (level: UrgencyLevel) => void;
  readonly onNo: () => void;
  readonly onFold: () => void;
  readonly onHelp: (number: EmergencyNumber) => void;
}): ReactElement => {
  const { danger: words, named } = useSaid();
  const language = useLanguage();
  const { urgency } = props;
  // While the machine asks, the question comes first, whatever a human had set before.
  const isFlagged = props.said === undefined && urgency.level > 0 && urgency.flaggedAt !== undefined;
  return (
    <section className="danger-band" id="danger" role="alert" aria-labelledby="danger-title" tabIndex={-1}>
      <h2 id="danger-title">
        <Icon name="danger" />
        {isFlagged && urgency.flaggedAt !== undefined
          ? words.confirmed(named.urgencyLevels[urgency.level], timeSaid(urgency.flaggedAt, language), urgency.flaggedBy ?? "")
          : words.question}
      </h2>
      <div className="danger-columns">
        <div className="stack">
          {props.said === undefined || props.said.length === 0 ? null : (
            <p>
              {words.notesSay} <strong>{french([...new Set(props.said)].map((each) => `« ${each} »`).join(", "))}</strong>
            </p>
          )}
          <p>{urgency.level === 3 ? words.supervisorsTold : words.youDecide}</p>
          {urgency.level === 3 && urgency.motives.length === 0 ? <p className="field-error">{words.addMotive}</p> : null}
          <Answers level={urgency.level} isAsked={props.said !== undefined} onFlag={props.onFlag} onNo={props.onNo} onFold={props.onFold} />
          {props.problem === "" ? null : <p className="field-error">{props.problem}</p>}
          {urgency.level < 3 ? <p className="tiny">{words.willTell}</p> : null}
        </div>
        <div>
          <h3>{isFlagged ? words.stepsNow : words.steps}</h3>
          <Steps place={props.place} />
          <p className="tiny">{french(words.child)}</p>
        </div>
        <Numbers help={urgency.help} onHelp={props.onHelp} />
      </div>
      {/* While the machine asks, the reasons that it read stand in the words; they are pressed once somebody says yes. */}
      {props.said === undefined ? <Motives motives={props.motives} onMotive={props.onMotive} /> : null}
    </section>
  );
};

/** The place to say first: the newest word on it is in the notes, then in the file; otherwise it is asked for. */
const Steps = ({ place }: { readonly place: Places }): ReactElement => {
  const { danger: words } = useSaid();
  const known = place.inNotes ?? place.inFile;
  return (
    <ol className="danger-steps">
      <li>{words.stay}</li>
      <li>
        {known === undefined ? words.askPlace : french(place.inNotes === undefined ? words.placeInFile : words.placeInNotes)}
        {known === undefined ? null : <strong> {known}</strong>}
      </li>
      <li>{words.call}</li>
    </ol>
  );
};

const Motives = (props: {
  readonly motives: readonly UrgencyMotive[];
  readonly onMotive: (motive: UrgencyMotive) => void;
}): ReactElement => {
  const { danger: words, named } = useSaid();
  return (
    <fieldset>
      <legend className="label">{words.motives}</legend>
      <div className="emotions">
        {urgencyMotives.map((motive) => (
          <button
            type="button"
            key={motive}
            className="emotion-button"
            aria-pressed={props.motives.includes(motive)}
            onClick={() => {
              props.onMotive(motive);
            }}
          >
            {named.urgencyMotives[motive]}
          </button>
        ))}
      </div>
    </fieldset>
  );
};

const Answers = (props: {
  readonly level: UrgencyLevel;
  /** The machine asks: no is an answer, even where a human had set a lower level. */
  readonly isAsked: boolean;
  readonly onFlag: (level: UrgencyLevel) => void;
  readonly onNo: () => void;
  readonly onFold: () => void;
}): ReactElement => {
  const { danger: words } = useSaid();
  const button = (label: string, kind: string, deed: () => void, key?: string): ReactElement => (
    <button type="button" className={`button ${kind}`} onClick={deed} {...(key === undefined ? {} : { "aria-keyshortcuts": key })}>
      {label} {key === undefined ? null : <kbd className="key">{key === "Shift+F8" ? "Maj F8" : key}</kbd>}
    </button>
  );
  const level = (to: UrgencyLevel) => () => {
    props.onFlag(to);
  };
  return (
    <div className="actions">
      {props.level === 3 ? null : button(words.yes, "danger", level(3), "F8")}
      {props.level === 2 || props.isAsked ? null : button(words.soon, "", level(2))}
      {props.level === 1 || props.isAsked ? null : button(words.watch, "", level(1))}
      {props.level === 0 || props.isAsked ? button(words.no, "", props.onNo, "Shift+F8") : button(words.over, "", level(0))}
      {props.level === 0 || props.isAsked ? null : button(words.fold, "quiet", props.onFold, "Shift+F8")}
    </div>
  );
};

/** Written to be dialled by a human: nothing here dials by itself. */
const Numbers = (props: { readonly help: UrgencyShown["help"]; readonly onHelp: (number: EmergencyNumber) => void }): ReactElement => {
  const { danger: words } = useSaid();
  const language = useLanguage();
  const shown = (how: "call" | "text"): ReactElement[] =>
    emergencyNumbers
      .filter((each) => each.how === how)
      .map(({ number }) => (
        <li key={number}>
          <button
            type="button"
            className="button quiet compact"
            aria-label={words.noteHelp(number, words.numbers[number])}
            onClick={() => {
              props.onHelp(number);
            }}
          >
            {how === "call" ? <strong>{number}</strong> : null} {words.numbers[number]}
          </button>
        </li>
      ));
  return (
    <div className="stack">
      <h3>{words.calls}</h3>
      <ul className="danger-calls small">{shown("call")}</ul>
      <h3>{words.byText}</h3>
      <ul className="danger-calls small">{shown("text")}</ul>
      <p className="tiny">{words.helpHint}</p>
      {props.help.length === 0 ? null : (
        <ul className="plain small" role="status">
          {props.help.map(({ number, calledAt, calledBy }) => (
            <li key={`${number} ${calledAt}`} className="state ok">
              <Icon name="done" />
              {words.helpCalled(number, timeSaid(calledAt, language), calledBy)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
