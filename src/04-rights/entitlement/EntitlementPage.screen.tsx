import { useState, type ReactElement, type SyntheticEvent } from "react";
import { french, Icon, Link, Refused, Select, TextArea, useDeed, useLanguage, useResource, Waiting } from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import type { FindPlaces } from "../register/IdentityForm.screen.tsx";
import { questionSaid } from "../register/question-said.ts";
import { RegisterPanel } from "../register/RegisterPanel.screen.tsx";
import { datesSaid } from "./entitlement-said.ts";
import { EntitlementPageContract, type EntitlementPageShown } from "./entitlement.contract.ts";
import { EntitlementGestures } from "./EntitlementGestures.screen.tsx";
import { EntitlementState } from "./EntitlementState.screen.tsx";
import { entitlementWords } from "./entitlement.words.ts";
import { mayDo, replacementReasons, stopReasons } from "./entitlement.ts";

/** Une carte : where it stands, what may be done, and all that happened to it. */
export const EntitlementPage = (props: { readonly entitlementId: string; readonly findPlaces: FindPlaces }): ReactElement => {
  const shown = useResource(`/api/entitlements/${props.entitlementId}`, EntitlementPageContract, {
    live: ["card.", "register-check.", "consent."],
  });
  return (
    <Waiting for={shown}>
      {(page) => (
        <>
          <Head page={page} />
          <div className="with-aside">
            <div>
              <section className="panel stack">
                <CardFace page={page} />
                <EntitlementGestures shown={page} findPlaces={props.findPlaces} onChange={shown.reload} />
                <Decisions page={page} reload={shown.reload} />
              </section>
              <History page={page} />
            </div>
            <div>
              <RegisterPanel personId={page.personId} findPlaces={props.findPlaces} />
            </div>
          </div>
        </>
      )}
    </Waiting>
  );
};

const Head = ({ page }: { readonly page: EntitlementPageShown }): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  return (
    <header className="page-head">
      <div>
        <h1>{french(page.modelName)}</h1>
        <p className="muted">
          {page.personName} · <EntitlementState state={page.state} />
          {page.isDemonstration ? ` · ${words.models.demonstration}` : ""}
        </p>
      </div>
      <div className="actions">
        <Link className="button" to={`/bureau/personnes/${page.personId}`}>
          {words.file}
        </Link>
        {page.number !== null && mayDo(page.state, "print") ? (
          <a className="button" href={`/api/entitlements/${page.id}/card.pdf`}>
            <Icon name="print" /> {words.print}
          </a>
        ) : null}
      </div>
    </header>
  );
};

/** What stands on the card, as it will be read. */
const CardFace = ({ page }: { readonly page: EntitlementPageShown }): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  return (
    <>
      <h2>{french(page.printedName)}</h2>
      {page.number === null ? null : (
        <p className="return-code" aria-label={`${words.number} ${page.number.replace("-", " ")}`}>
          {page.number}
        </p>
      )}
      <p>{french(datesSaid(page, language))}</p>
      {page.register === null ? null : (
        <p className="tiny">{french(words.condition(questionSaid({ register: page.register, atMost: page.atMost }, language)))}</p>
      )}
    </>
  );
};

interface DecisionProps {
  readonly page: EntitlementPageShown;
  readonly reload: () => void;
}

/** What asks for a word: deciding without proof, settling what waits, replacing, stopping, taking back. */
const Decisions = ({ page, reload }: DecisionProps): ReactElement | null => {
  if (!page.mayIssue) return null;
  return (
    <>
      {page.state === "requested" ? <Decide page={page} reload={reload} /> : null}
      {page.state === "waiting" ? <Settle page={page} reload={reload} /> : null}
      {page.isCard && mayDo(page.state, "replace") ? <Replace page={page} reload={reload} /> : null}
      {mayDo(page.state, "stop") ? <Stop page={page} reload={reload} /> : null}
      {mayDo(page.state, "resume") ? <Resume page={page} reload={reload} /> : null}
    </>
  );
};

const textIn = (event: SyntheticEvent<HTMLFormElement>, name: string): string => {
  const value = new FormData(event.currentTarget).get(name);
  return typeof value === "string" ? value : "";
};

const Decide = ({ page, reload }: DecisionProps): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const { act, problem } = useDeed(reload);
  return (
    <details>
      <summary>{words.decide}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void act(`/api/entitlements/${page.id}/decide`, { note: textIn(event, "decide-note") }, EntitlementPageContract);
        }}
      >
        <TextArea name="decide-note" label={words.decideWhy} hint={words.decideHint} rows={2} maxLength={500} error={problem?.sentence} />
        <div className="actions">
          <button type="submit" className="button primary">
            {words.decideDone}
          </button>
        </div>
      </form>
    </details>
  );
};

const Settle = ({ page, reload }: DecisionProps): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const { act, problem } = useDeed(reload);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const pressed = event.nativeEvent.submitter;
        const outcome = pressed?.getAttribute("value") ?? "renewed";
        void act(`/api/entitlements/${page.id}/settle`, { outcome, note: textIn(event, "settle-note") }, EntitlementPageContract);
      }}
    >
      <h3>{words.settleTitle}</h3>
      <p className="hint">{french(words.settleHint)}</p>
      <TextArea name="settle-note" label={words.note} rows={2} maxLength={500} error={problem?.sentence} />
      <div className="actions">
        <button type="submit" value="renewed" className="button">
          {words.settleYes}
        </button>
        <button type="submit" value="not-renewed" className="button">
          {words.settleNo}
        </button>
      </div>
    </form>
  );
};

const Replace = ({ page, reload }: DecisionProps): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const [isDone, setDone] = useState(false);
  const { act, sentence } = useDeed(reload);
  return (
    <details>
      <summary>{words.replace}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void act(`/api/entitlements/${page.id}/replace`, { because: textIn(event, "replace-because") }, EntitlementPageContract).then(
            (done) => {
              setDone(done !== undefined);
            },
          );
        }}
      >
        <Select
          name="replace-because"
          label={words.replaceWhy}
          choices={replacementReasons.map((value) => ({ value, label: words.replacements[value] }))}
        />
        <div className="actions">
          <button type="submit" className="button primary">
            {words.replace}
          </button>
        </div>
        <p className="status-line when-said" role="status">
          {isDone ? french(words.replaced) : ""}
        </p>
        <Refused sentence={sentence} />
      </form>
    </details>
  );
};

const Stop = ({ page, reload }: DecisionProps): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const { act, sentence } = useDeed(reload);
  return (
    <details>
      <summary>{words.stopTitle}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const body = { because: textIn(event, "stop-because"), note: textIn(event, "stop-note") };
          void act(`/api/entitlements/${page.id}/stop`, body, EntitlementPageContract);
        }}
      >
        <p className="hint">{french(words.stopHint)}</p>
        <Select name="stop-because" label={words.stopWhy} choices={stopReasons.map((value) => ({ value, label: words.stops[value] }))} />
        <TextArea name="stop-note" label={words.note} rows={2} maxLength={500} />
        <div className="actions">
          <button type="submit" className="button">
            {words.stop}
          </button>
        </div>
        <Refused sentence={sentence} />
      </form>
    </details>
  );
};

const Resume = ({ page, reload }: DecisionProps): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const { act, sentence } = useDeed(reload);
  return (
    <>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => void act(`/api/entitlements/${page.id}/resume`, {}, EntitlementPageContract)}
        >
          {words.resume}
        </button>
      </div>
      <Refused sentence={sentence} />
    </>
  );
};

const History = ({ page }: { readonly page: EntitlementPageShown }): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  const because = { ...words.replacements, ...words.stops };
  return (
    <section className="panel" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ol className="briefs">
        {page.history.map((event) => (
          <li key={`${event.at} ${event.kind}`} className="brief">
            <div className="brief-head">
              <strong>{words.events[event.kind]}</strong>
              <span className="tiny">{dayInWords(event.at, language)}</span>
            </div>
            <p className="brief-said">
              {french(
                [
                  event.how === null ? undefined : words.ways[event.how],
                  event.because === null ? undefined : because[event.because],
                  event.until === null ? undefined : words.until(dayInWords(event.until, language)),
                  event.by,
                ]
                  .filter(Boolean)
                  .join(" · "),
              )}
            </p>
            {event.note === null ? null : <p className="small">{french(`« ${event.note} »`)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
};
