import { useState, type ReactElement } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Domain, Icon, type IconName, Link, Refused, useLanguage, useShortcuts } from "#ground/screens";
import { useTour } from "./desk/use-tour.ts";
import { dateSaid, shortDateSaid, useSaid } from "./desk/words.ts";
import { changesBetween, progressOf, wasBefore } from "./diagnosis.ts";
import type { DiagnosisShown, SituationShown } from "./exchange.contract.ts";
import { currentGrid, type DomainState } from "./grid.ts";
import { domainKeys, stateKeys } from "./tour-keys.ts";

const signs: Readonly<Record<DomainState, IconName>> = {
  todo: "todo",
  well: "done",
  fragile: "half",
  hard: "full",
  urgent: "alert",
  apart: "dash",
};
const signOf = (state: string): IconName => signs[state as DomainState];
/** In one piece: a state never breaks over two lines. */
const labelOf = (state: string): string => (currentGrid.states.find((each) => each.id === state)?.label ?? state).replaceAll(" ", "\u00a0");
/** The sheet of style says « none » for what is set aside. */
const dataState = (state: string): string => (state === "apart" ? "none" : state);

/** Tour de la situation : fifteen domains, six states told by shape and word; signed, it is never changed. */
export const Tour = (props: {
  readonly situation: Pick<SituationShown, "id" | "diagnosis" | "previousDiagnosis">;
  /** Where this computer keeps what is not signed yet, and the key that seals it. */
  readonly copy: { readonly name: string; readonly key: string };
  /** Out of sight: its keys do nothing. */
  readonly isFolded?: boolean;
  /** On its own page, the history stands below. */
  readonly isAlone?: boolean;
  readonly reload: () => void;
}): ReactElement => {
  const { tour: words } = useSaid();
  const { diagnosis, previousDiagnosis: previous } = props.situation;
  const tour = useTour(props.situation.id, diagnosis, props.copy, props.reload);
  const { discussed, relevant } = progressOf(tour.answers, currentGrid.domains);
  const pending = usePendingState(tour.set, props.isFolded === true);
  return (
    <section className="panel situation-tour stack" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <span className="tiny">{words.progress(discussed, relevant)}</span>
      </div>
      <div className="tour">
        {currentGrid.domains.map((domain) => (
          <Cell
            key={domain.id}
            domain={domain}
            state={tour.answers[domain.id] ?? "todo"}
            was={wasBefore(domain.id, tour.answers[domain.id] ?? "todo", diagnosis, previous)}
            letter={pending === undefined ? undefined : domainKeys[domain.id]}
            onChoose={(state) => {
              tour.set(domain.id, state);
            }}
          />
        ))}
      </div>
      <div className="row wrap between top">
        <div className="row wrap">
          <Validity diagnosis={diagnosis} previous={previous} />
          {diagnosis && props.isAlone !== true ? (
            <Link className="small" to={`/bureau/situations/${props.situation.id}/diagnostic`}>
              {words.page}
            </Link>
          ) : null}
        </div>
        <div className="row wrap">
          <span className="tiny" role="status">
            {pending === undefined ? (tour.unsigned > 0 ? words.unsigned(tour.unsigned) : "") : words.pending(labelOf(pending))}
          </span>
          <button type="button" className="button compact" onClick={() => void tour.sign()}>
            {words.sign}
          </button>
        </div>
      </div>
      <Refused sentence={tour.problem} />
    </section>
  );
};

/** A figure, then the letter of a domain: outside fields, and only while single letters are on. */
const usePendingState = (set: (domain: string, state: DomainState) => void, isFolded: boolean): DomainState | undefined => {
  const [pending, setPending] = useState<DomainState>();
  const figures = Object.entries(stateKeys).map(([key, state]) => [
    key,
    () => {
      setPending(state);
    },
  ]);
  const letters = Object.entries(domainKeys).map(([domain, key]) => [
    key,
    () => {
      if (pending !== undefined) set(domain, pending);
      setPending(undefined);
    },
  ]);
  const forget = () => {
    setPending(undefined);
  };
  useShortcuts(
    Object.fromEntries(isFolded ? [] : pending === undefined ? figures : [...figures, ...letters, ["Escape", forget]]) as Readonly<
      Record<string, () => void>
    >,
  );
  return pending;
};

const Cell = (props: {
  readonly domain: { readonly id: keyof typeof domainKeys; readonly label: string };
  readonly state: string;
  readonly was: { readonly stateLabel: string; readonly on: string } | undefined;
  readonly letter: string | undefined;
  readonly onChoose: (state: DomainState) => void;
}): ReactElement => {
  const { tour: words } = useSaid();
  const language = useLanguage();
  const { domain, state, was } = props;
  return (
    <MenuTrigger>
      <Button className="tour-cell" data-state={dataState(state)}>
        <Domain id={domain.id} />
        <span>
          <b>
            {domain.label} {props.letter === undefined ? null : <kbd className="key">{props.letter.toUpperCase()}</kbd>}
          </b>
          <span className="state">
            <Icon name={signOf(state)} />
            {labelOf(state)}
          </span>
          {was === undefined ? null : <span className="tiny">{words.was(was.stateLabel, shortDateSaid(was.on, language))}</span>}
        </span>
      </Button>
      <Popover>
        {/* A menu rather than radios: an arrow moves, only Enter chooses. */}
        <Menu
          aria-label={words.choose(domain.label)}
          selectionMode="single"
          selectedKeys={[state]}
          onAction={(chosen) => {
            props.onChoose(chosen as DomainState);
          }}
        >
          {currentGrid.states.map((each) => (
            <MenuItem key={each.id} id={each.id} textValue={each.label}>
              <Icon name={signOf(each.id)} /> {each.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

const Validity = (props: {
  readonly diagnosis: DiagnosisShown | undefined;
  readonly previous: DiagnosisShown | undefined;
}): ReactElement => {
  const { tour: words } = useSaid();
  const language = useLanguage();
  const { diagnosis, previous } = props;
  if (!diagnosis) return <span className="tiny shortcut-hint">{words.keys}</span>;
  const until = dateSaid(diagnosis.validUntil, language);
  const changed = previous ? changesBetween(previous.answers, diagnosis.answers).length : 0;
  return (
    <details className="small">
      <summary>
        <span className={diagnosis.isExpired ? "state ask" : "state ok"}>
          <Icon name={diagnosis.isExpired ? "todo" : "done"} />
          {diagnosis.isExpired ? words.again : words.validUntil(until)}
        </span>
      </summary>
      {diagnosis.isExpired ? <p>{words.againSince(until)}</p> : null}
      <p>
        {words.signed(diagnosis.version, diagnosis.signedBy, dateSaid(diagnosis.signedAt, language))}{" "}
        {previous ? words.changes(changed) : ""}
      </p>
    </details>
  );
};
