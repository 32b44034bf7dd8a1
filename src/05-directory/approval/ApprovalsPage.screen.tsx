import type { ReactElement } from "react";
import type { Day } from "#engines/calendar";
import type { Frame } from "#ground";
import { ButtonLink, french, Icon, PublicPage } from "#ground/screens";
import { byUrgency, keepsOut, stateOf, type ApprovalState } from "./approval.ts";
import type { ApprovalLineOfStructure } from "./approval.ts";
import { approvalWords } from "./approval.words.ts";

const words = approvalWords.fr;

interface ApprovalsPageProps extends Frame {
  readonly lines: readonly ApprovalLineOfStructure[];
  readonly today: Day;
  /** Only what ends soon or has ended. */
  readonly onlyToDo: boolean;
}

/** Agréments : every line with where it stands, what wants care first. */
export const ApprovalsPage = ({ lines, today, onlyToDo, ...frame }: ApprovalsPageProps): ReactElement => {
  const all = lines
    .map((each) => ({ ...each, state: stateOf(each.line, today), isOut: keepsOut(each.line, today) }))
    .toSorted((a, b) => byUrgency(a.state, b.state) || a.structure.localeCompare(b.structure, "fr"));
  const toDo = all.filter(({ state }) => isToDo(state));
  const shown = onlyToDo ? toDo : all;
  return (
    <PublicPage {...frame} title={words.title} quickExit={false}>
      <h1>{words.title}</h1>
      <p className="muted">{french(words.lead)}</p>
      <p className="actions">
        <ButtonLink href={`${frame.prefix}/annuaire/agrements/nouveau`}>{words.add}</ButtonLink>
      </p>
      <nav className="row" aria-label={words.filters}>
        <Filter href={`${frame.prefix}/annuaire/agrements`} isChosen={!onlyToDo} name={words.all(all.length)} />
        <Filter href={`${frame.prefix}/annuaire/agrements?etat=a-renouveler`} isChosen={onlyToDo} name={words.toDo(toDo.length)} />
      </nav>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={words.table}>
          <table className="table">
            <thead>
              <tr>
                {words.columns.map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ structure, line, state, isOut }) => (
                <tr key={line[0].lineId}>
                  <th scope="row">{structure}</th>
                  <td>
                    <ApprovalStateLine state={state} isOut={isOut} />
                  </td>
                  <td>
                    <a href={`${frame.prefix}/annuaire/agrements/${line[0].id}`}>
                      {words.kinds[line[0].kind]} : {(line.at(-1) ?? line[0]).title}
                    </a>
                  </td>
                  <td>{(line.at(-1) ?? line[0]).body}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PublicPage>
  );
};

const Filter = (props: { readonly href: string; readonly isChosen: boolean; readonly name: string }): ReactElement => (
  <a className="button quiet" href={props.href} {...(props.isChosen ? { "aria-current": "true" as const } : {})}>
    {props.name}
  </a>
);

const isToDo = (state: ApprovalState): boolean => state.kind !== "valid" && state.kind !== "not-begun";

/** A sign, then the words: never the colour alone. */
export const ApprovalStateLine = ({ state, isOut }: { readonly state: ApprovalState; readonly isOut: boolean }): ReactElement => {
  const isFine = state.kind === "valid";
  return (
    <span className={isFine ? "state ok" : "state ask"}>
      <Icon name={isFine ? "done" : "triangle"} />
      <span>{french(isOut ? `${words.state(state)}, ${words.required}` : words.state(state))}</span>
    </span>
  );
};
