import { useState, type ReactElement } from "react";
import { french, Refused, useDeed, useLanguage } from "#ground/screens";
import { useAsking } from "../desk/use-asking.ts";
import { dayInWords } from "../estimate/day-in-words.ts";
import { DocumentForm } from "../register/Documents.screen.tsx";
import type { FindPlaces } from "../register/IdentityForm.screen.tsx";
import { questionSaid } from "../register/question-said.ts";
import { Unknown } from "../register/RegisterPanel.screen.tsx";
import { registerWords } from "../register/register.words.ts";
import { WhatIsNeeded } from "../register/WhatIsNeeded.screen.tsx";
import { EntitlementPageContract, type EntitlementPageShown, type EntitlementShown } from "./entitlement.contract.ts";
import { entitlementWords } from "./entitlement.words.ts";

interface Props {
  readonly shown: EntitlementShown;
  readonly findPlaces: FindPlaces;
  readonly onChange: () => void;
}

/**
 * Ce qui se fait d'un geste, by where a card stands: check and issue while she is on the line, renew « situation inchangée », undo it. What
 * was just done is said below, and stays until the next gesture.
 */
export const EntitlementGestures = (props: Props): ReactElement | null => {
  const { shown } = props;
  const [said, say] = useState("");
  const changed = (sentence: string): void => {
    say(sentence);
    props.onChange();
  };
  if (!shown.mayIssue) return <Told shown={shown} said={said} />;
  return (
    <div className="stack">
      <Told shown={shown} said={said} />
      {shown.state === "requested" && shown.register !== null ? <Check {...props} register={shown.register} onDone={changed} /> : null}
      {shown.state === "checked" ? <Issue {...props} onDone={changed} /> : null}
      {shown.state === "renewal-due" || shown.state === "waiting" ? <Renew {...props} onDone={changed} /> : null}
      {shown.mayUndoRenewal ? <Undo {...props} onDone={changed} /> : null}
    </div>
  );
};

/** What the register said last, and what follows from it. */
const Told = ({ shown, said }: { readonly shown: EntitlementShown; readonly said: string }): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const { lastAnswer } = shown;
  return (
    <>
      {lastAnswer?.answer === "no" ? <p className="small">{french(words.answer.no)}</p> : null}
      {lastAnswer?.answer === "unknown" && lastAnswer.because !== null ? <Unknown because={lastAnswer.because} isSaid /> : null}
      {shown.state === "waiting" ? (
        <p className="small">{french(shown.waitsFor === "register" ? words.waitsForRegister : words.waitsForDecision)}</p>
      ) : null}
      <p className="status-line when-said" role="status">
        {french(said)}
      </p>
    </>
  );
};

interface GestureProps extends Props {
  readonly onDone: (sentence: string) => void;
}

/** While she is on the line: the register, or what she shows. */
const Check = (props: GestureProps & { readonly register: NonNullable<EntitlementShown["register"]> }): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  const { shown } = props;
  const [isNoting, setNoting] = useState(false);
  const asking = useAsking(`/api/entitlements/${shown.id}/check`, {}, EntitlementPageContract);
  const done = (page: EntitlementPageShown): void => {
    props.onDone(page.state === "checked" && page.checkedHow === "register" ? words.answer.yes : "");
  };
  return (
    <>
      {asking.need === undefined && !isNoting ? (
        <div className="actions">
          <button
            type="button"
            className="button primary"
            onClick={() =>
              void asking.ask().then((page) => {
                if (page) done(page);
              })
            }
          >
            {french(
              shown.lastAnswer === null
                ? words.checkWith(questionSaid({ register: props.register, atMost: shown.atMost }, language))
                : words.checkAgain,
            )}
          </button>
          <NoteIt
            onPress={() => {
              setNoting(true);
            }}
          />
        </div>
      ) : null}
      {isNoting ? (
        <Noted
          {...props}
          onEnd={() => {
            setNoting(false);
            void asking.ask().then((page) => {
              if (page) done(page);
            });
          }}
          onCancel={() => {
            setNoting(false);
          }}
        />
      ) : (
        <WhatIsNeeded personId={shown.personId} register={props.register} asking={asking} findPlaces={props.findPlaces} onDone={done} />
      )}
    </>
  );
};

const NoteIt = ({ onPress }: { readonly onPress: () => void }): ReactElement => (
  <button type="button" className="button" onClick={onPress}>
    {registerWords[useLanguage()].noteDocument}
  </button>
);

/** What she shows takes the place of the register. */
const Noted = (
  props: Props & {
    readonly register: NonNullable<EntitlementShown["register"]>;
    readonly onEnd: () => void;
    readonly onCancel: () => void;
  },
): ReactElement => (
  <DocumentForm
    personId={props.shown.personId}
    asked={{ register: props.register, atMost: props.shown.atMost }}
    onEnd={(isNoted) => {
      if (isNoted) props.onEnd();
      else props.onCancel();
    }}
  />
);

const Issue = ({ shown, onDone }: GestureProps): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  const { act, sentence } = useDeed();
  const issue = async (): Promise<void> => {
    const page = await act(`/api/entitlements/${shown.id}/issue`, {}, EntitlementPageContract);
    if (page?.to) onDone(words.issued(dayInWords(page.to, language)));
  };
  return (
    <>
      <div className="actions">
        <button type="button" className="button primary" aria-label={words.issueOf(shown.modelName)} onClick={() => void issue()}>
          {words.issue}
        </button>
      </div>
      <Refused sentence={sentence} />
    </>
  );
};

/** « Situation inchangée » and a register that says yes: one gesture. */
const Renew = (props: GestureProps): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  const { shown } = props;
  const [isNoting, setNoting] = useState(false);
  const { act, sentence } = useDeed();
  const asking = useAsking(`/api/entitlements/${shown.id}/renew`, { situation: "unchanged" }, EntitlementPageContract);
  const done = (page: EntitlementPageShown): void => {
    props.onDone(page.state === "waiting" || page.to === null ? "" : words.renewed(dayInWords(page.to, language)));
  };
  const renew = (): void => {
    void asking.ask().then((page) => {
      if (page) done(page);
    });
  };
  const change = async (): Promise<void> => {
    const page = await act(`/api/entitlements/${shown.id}/renew`, { situation: "changed" }, EntitlementPageContract);
    if (page) props.onDone(words.changedDone);
  };
  return (
    <>
      {asking.need === undefined && !isNoting ? (
        <div className="actions">
          <button type="button" className="button primary" onClick={renew}>
            {words.renew}
          </button>
          {shown.state === "renewal-due" ? (
            <button type="button" className="button" onClick={() => void change()}>
              {words.changed}
            </button>
          ) : null}
          {shown.register === null ? null : (
            <NoteIt
              onPress={() => {
                setNoting(true);
              }}
            />
          )}
        </div>
      ) : null}
      <Refused sentence={sentence} />
      {shown.register === null ? (
        <Refused sentence={asking.problem?.sentence ?? ""} />
      ) : isNoting ? (
        <Noted
          {...props}
          register={shown.register}
          onEnd={() => {
            setNoting(false);
            renew();
          }}
          onCancel={() => {
            setNoting(false);
          }}
        />
      ) : (
        <WhatIsNeeded personId={shown.personId} register={shown.register} asking={asking} findPlaces={props.findPlaces} onDone={done} />
      )}
    </>
  );
};

const Undo = ({ shown, onDone }: GestureProps): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  const { act, sentence } = useDeed();
  const undo = async (): Promise<void> => {
    const page = await act(`/api/entitlements/${shown.id}/undo-renewal`, {}, EntitlementPageContract);
    if (page?.to) onDone(words.undone(dayInWords(page.to, language)));
  };
  return (
    <>
      <div className="actions">
        <button type="button" className="button quiet compact" onClick={() => void undo()}>
          {words.undo}
        </button>
      </div>
      <Refused sentence={sentence} />
    </>
  );
};
