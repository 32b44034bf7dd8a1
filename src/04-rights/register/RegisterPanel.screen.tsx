import { useState, type ReactElement } from "react";
import { french, Icon, SaveOrCancel, TextField, useLanguage, useResource, Waiting } from "#ground/screens";
import { ConsentAsk } from "#person/screens";
import { Choose } from "../desk/Choose.screen.tsx";
import { useAsking } from "../desk/use-asking.ts";
import { dayInWords } from "../estimate/day-in-words.ts";
import { Documents } from "./Documents.screen.tsx";
import type { FindPlaces } from "./IdentityForm.screen.tsx";
import { questionSaid, saidWhenUnknown } from "./question-said.ts";
import { CheckContract, RegistersContract, type CheckShown, type RegistersShown } from "./register.contract.ts";
import { registerWords } from "./register.words.ts";
import { registers, type Register } from "./register.ts";
import { WhatIsNeeded } from "./WhatIsNeeded.screen.tsx";

interface Props {
  readonly personId: string;
  readonly findPlaces: FindPlaces;
  /** In a call, it opens when it is wanted. */
  readonly isFolded?: boolean;
}

/** Registres et justificatifs d'une personne : what was answered and until when it holds, what was seen, and the way to ask. */
export const RegisterPanel = (props: Props): ReactElement => {
  const words = registerWords[useLanguage()];
  if (props.isFolded !== true)
    return (
      <section className="panel stack" aria-label={words.title}>
        <h2>{words.title}</h2>
        <Inside {...props} />
      </section>
    );
  return (
    <details className="panel">
      <summary>{words.title}</summary>
      <Inside {...props} />
    </details>
  );
};

const Inside = (props: Props): ReactElement => {
  const shown = useResource(`/api/persons/${props.personId}/registers`, RegistersContract, {
    live: ["register-check.", "document.", "consent."],
  });
  return (
    <Waiting for={shown}>
      {(value) => (
        <div className="stack">
          <Registers shown={value} findPlaces={props.findPlaces} reload={shown.reload} />
          <Documents personId={props.personId} documents={value.documents} reload={shown.reload} />
        </div>
      )}
    </Waiting>
  );
};

const Registers = (props: {
  readonly shown: RegistersShown;
  readonly findPlaces: FindPlaces;
  readonly reload: () => void;
}): ReactElement => {
  const words = registerWords[useLanguage()];
  const { shown } = props;
  const [isAsking, setAsking] = useState(false);
  const [isConsenting, setConsenting] = useState(false);
  const [askedNow, setAskedNow] = useState<string>();
  if (!shown.isPlugged)
    return (
      <>
        <p>
          <span className="state no">
            <Icon name="dash" /> {words.notPlugged}
          </span>
        </p>
        <p className="small muted">{french(words.notPluggedMore)}</p>
        <Checks checks={shown.checks} askedNow={undefined} />
      </>
    );
  if (!shown.isNamed) return <p className="small muted">{words.noName}</p>;
  return (
    <>
      <Checks checks={shown.checks} askedNow={askedNow} />
      {shown.consent === "no" && !isConsenting ? <p className="small">{french(words.consentNo)}</p> : null}
      {isAsking ? (
        <AskOne
          {...props}
          onEnd={(check) => {
            setAsking(false);
            setAskedNow(check?.id);
            props.reload();
          }}
        />
      ) : isConsenting ? (
        <ConsentAsk
          personId={shown.personId}
          purpose="register_check"
          again
          takesFocus
          onAnswered={(answer) => {
            setConsenting(false);
            props.reload();
            if (answer === "yes") setAsking(true);
          }}
          onLater={() => {
            setConsenting(false);
          }}
        />
      ) : (
        <button
          type="button"
          className="button compact"
          onClick={() => {
            if (shown.consent === "yes") setAsking(true);
            else setConsenting(true);
          }}
        >
          <Icon name="search" /> {shown.consent === "yes" ? words.ask : words.askConsent}
        </button>
      )}
    </>
  );
};

const Checks = ({ checks, askedNow }: { readonly checks: readonly CheckShown[]; readonly askedNow: string | undefined }): ReactElement => {
  const words = registerWords[useLanguage()];
  if (checks.length === 0) return <p className="muted small">{words.noCheck}</p>;
  // The last word of each question; what came before stands in the log.
  const last = checks.filter(
    (check, at) => checks.findIndex((each) => each.register === check.register && each.atMost === check.atMost) === at,
  );
  return (
    <ul className="briefs" aria-label={words.checks}>
      {last.map((check) => (
        <CheckLine key={check.id} check={check} isAskedNow={check.id === askedNow} />
      ))}
    </ul>
  );
};

const looks = { yes: ["ok", "done"], no: ["no", "cross"], unknown: ["ask", "help"] } as const;

const CheckLine = ({ check, isAskedNow }: { readonly check: CheckShown; readonly isAskedNow: boolean }): ReactElement => {
  const language = useLanguage();
  const words = registerWords[language];
  const [tone, mark] = check.answer === null ? (["no", "dash"] as const) : looks[check.answer];
  const said = check.answer === null ? (check.isForgotten ? words.forgotten : words.asking) : words.answers[check.answer];
  const day = dayInWords(check.askedAt, language);
  return (
    <li className="brief">
      <div className="brief-head">
        <strong>{french(questionSaid(check, language))}</strong>
        <span className={`state ${tone}`}>
          <Icon name={mark} /> {said}
        </span>
      </div>
      <p className="brief-said">
        {french(
          [check.askedBy === null ? words.askedAgain(day) : words.asked(day, check.askedBy), heldSaid(check, language)]
            .filter(Boolean)
            .join(" · "),
        )}
      </p>
      {check.because === null ? null : <Unknown because={check.because} isSaid={isAskedNow} />}
    </li>
  );
};

const heldSaid = (check: CheckShown, language: "fr" | "en"): string => {
  const words = registerWords[language];
  if (check.validUntil === null || check.isForgotten) return "";
  const day = dayInWords(check.validUntil, language);
  return check.holds ? words.until(day) : words.ended(day);
};

/** Why nothing is known; and, while she is there, what may be said to her: nothing is refused. */
export const Unknown = ({
  because,
  isSaid,
}: {
  readonly because: NonNullable<CheckShown["because"]>;
  readonly isSaid: boolean;
}): ReactElement => {
  const words = registerWords[useLanguage()];
  return (
    <>
      <p className="small">{french(words.unknown[because])}</p>
      {because === "withdrawn" || !isSaid ? null : (
        <div className="script">
          <p className="tiny">{words.readAloud}</p>
          <p lang="fr">{french(words[saidWhenUnknown(because)])}</p>
        </div>
      )}
    </>
  );
};

/** « 1 200 »: whole euros; undefined where no amount is asked. */
const eurosIn = (typed: FormDataEntryValue | null): number | undefined =>
  typeof typed === "string" ? Math.round(Number(typed.replaceAll(/[^\d]/g, ""))) : undefined;

const isRegister = (value: string): value is Register => (registers as readonly string[]).includes(value);

/** One question to one register, with the amount when it is a quotient. */
const AskOne = (props: {
  readonly shown: RegistersShown;
  readonly findPlaces: FindPlaces;
  readonly onEnd: (check?: CheckShown) => void;
}): ReactElement => {
  const words = registerWords[useLanguage()];
  const [register, choose] = useState<Register>("rsa");
  const [atMost, compare] = useState<number>();
  const { personId, checks } = props.shown;
  const again = checks.some((check) => check.register === register && check.holds);
  const question = { register, again, ...(register === "quotient_familial" && atMost !== undefined ? { atMost } : {}) };
  const asking = useAsking(`/api/persons/${personId}/register-checks`, question, CheckContract);
  const amountError = asking.problem?.fields.find(({ field }) => field === "atMost")?.message;
  return (
    <div className="stack">
      {asking.need === undefined ? (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const typed = eurosIn(new FormData(event.currentTarget).get("atMost"));
            compare(typed);
            void asking.ask(typed === undefined ? {} : { atMost: typed }).then((check) => {
              if (check !== undefined) props.onEnd(check);
            });
          }}
        >
          <Choose
            id="register"
            label={words.which}
            value={register}
            choices={registers.map((value) => ({ value, label: words.registers[value] }))}
            onChoose={(value) => {
              if (isRegister(value)) choose(value);
            }}
          />
          {register === "quotient_familial" ? (
            <TextField name="atMost" label={words.howMuch} hint={words.howMuchHint} inputMode="numeric" width="short" error={amountError} />
          ) : null}
          <SaveOrCancel
            save={again ? words.again : words.send}
            cancel={words.cancel}
            onCancel={() => {
              props.onEnd();
            }}
          />
        </form>
      ) : null}
      <WhatIsNeeded personId={personId} register={register} asking={asking} findPlaces={props.findPlaces} onDone={props.onEnd} />
    </div>
  );
};
