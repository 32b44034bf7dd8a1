import { useState, type ReactElement } from "react";
import { Icon, useLanguage, useShortcuts } from "#ground/screens";
import { useDeed } from "./desk/deed.ts";
import { timeSaid, useSaid } from "./desk/words.ts";
import type { SituationShown, UrgencyShown } from "./exchange.contract.ts";
import { emergencyNumbers, urgencyMotives, type UrgencyLevel, type UrgencyMotive } from "./urgency.ts";

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

/**
 * Danger : a human opens it, a human answers. F8 opens, then says yes; Maj+F8 says no. Focus never moves, so that the typing goes on.
 */
export const useDanger = (situation: SituationShown | undefined, reload: () => void): DangerInHand => {
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<readonly UrgencyMotive[]>();
  const { act, problem } = useDeed(reload);
  const urgency = situation?.urgency ?? { level: 0, motives: [] };
  const motives = picked ?? urgency.motives;
  const flag = async (level: UrgencyLevel, why: readonly UrgencyMotive[]): Promise<void> => {
    if (!situation) return;
    if (await act(`/api/situations/${situation.id}/urgency`, { level, motives: why })) {
      setPicked(undefined);
      if (level === 0) setOpen(false);
    }
  };
  const fold = (): void => {
    setOpen(false);
    setPicked(undefined);
  };
  const yes = (): void => void flag(3, motives);
  // A no on a question that was asked is traced; a no on nothing changes nothing that a human flagged.
  const no = (): void => {
    if (urgency.level === 0) void flag(0, []);
    else fold();
  };
  const pressed = (): void => {
    if (!isOpen) setOpen(true);
    else if (urgency.level < 3) yes();
    else fold();
  };
  useShortcuts(situation ? { F8: pressed, ...(isOpen ? { "Maj+F8": no } : {}) } : {});
  const toggle = (motive: UrgencyMotive): void => {
    const next = motives.includes(motive) ? motives.filter((each) => each !== motive) : [...motives, motive];
    setPicked(next);
    // Once flagged, a reason added is kept at once, at the same level.
    if (urgency.level > 0 && (next.length > 0 || urgency.level === 3)) void flag(urgency.level, next);
  };
  return {
    isOpen,
    isAsked: isOpen && urgency.level === 0,
    toggle: () => {
      setOpen((before) => !before);
    },
    band:
      isOpen && situation ? (
        <DangerBand
          urgency={urgency}
          motives={motives}
          problem={problem}
          onMotive={toggle}
          onFlag={(level) => void flag(level, motives)}
          onNo={no}
          onFold={fold}
        />
      ) : null,
  };
};

const DangerBand = (props: {
  readonly urgency: UrgencyShown;
  readonly motives: readonly UrgencyMotive[];
  readonly problem: string;
  readonly onMotive: (motive: UrgencyMotive) => void;
  readonly onFlag: (level: UrgencyLevel) => void;
  readonly onNo: () => void;
  readonly onFold: () => void;
}): ReactElement => {
  const { danger: words, named } = useSaid();
  const language = useLanguage();
  const { urgency } = props;
  const isFlagged = urgency.level > 0 && urgency.flaggedAt !== undefined;
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
          <p>{urgency.level === 3 ? words.supervisorsTold : words.youDecide}</p>
          {urgency.level === 3 && urgency.motives.length === 0 ? <p className="field-error">{words.addMotive}</p> : null}
          <Answers level={urgency.level} onFlag={props.onFlag} onNo={props.onNo} onFold={props.onFold} />
          {props.problem === "" ? null : <p className="field-error">{props.problem}</p>}
        </div>
        <div>
          <h3>{isFlagged ? words.stepsNow : words.steps}</h3>
          <ol className="danger-steps">
            {words.stepList.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <Numbers willTell={urgency.level < 3} />
      </div>
      <Motives motives={props.motives} onMotive={props.onMotive} />
    </section>
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
      {props.level === 2 ? null : button(words.soon, "", level(2))}
      {props.level === 1 ? null : button(words.watch, "", level(1))}
      {props.level === 0 ? button(words.no, "", props.onNo, "Shift+F8") : button(words.over, "", level(0))}
      {props.level === 0 ? null : button(words.fold, "quiet", props.onFold, "Shift+F8")}
    </div>
  );
};

/** Written to be dialled by a human: nothing here dials by itself. */
const Numbers = ({ willTell }: { readonly willTell: boolean }): ReactElement => {
  const { danger: words } = useSaid();
  const shown = (how: "call" | "text"): ReactElement[] =>
    emergencyNumbers
      .filter((each) => each.how === how)
      .map(({ number }) => (
        <li key={number}>
          {how === "call" ? <strong>{number}</strong> : null} {words.numbers[number]}
        </li>
      ));
  return (
    <div className="stack">
      <h3>{words.calls}</h3>
      <ul className="danger-calls small">{shown("call")}</ul>
      <h3>{words.byText}</h3>
      <ul className="danger-calls small">{shown("text")}</ul>
      {willTell ? <p className="tiny">{words.willTell}</p> : null}
    </div>
  );
};
