import type { ReactElement } from "react";
import { Icon, Link, useLanguage, useResource, Waiting, PrintButton } from "#ground/screens";
import { DiagnosesContract, type DiagnosesShown } from "./diagnosis.contract.ts";
import { changesBetween } from "./diagnosis.ts";
import { dateSaid, shortDateSaid, useSaid } from "./desk/words.ts";
import type { DiagnosisShown } from "./exchange.contract.ts";
import { Fragilities } from "./Fragilities.screen.tsx";
import { Tour } from "./Tour.screen.tsx";

/** Tour de la situation on a page of its own: how it stands, what weakens, and every signed version with its own words. */
export const DiagnosisPage = (props: { readonly situationId: string }): ReactElement => {
  const resource = useResource(`/api/situations/${props.situationId}/diagnoses`, DiagnosesContract, { live: ["situation.changed"] });
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{(page) => <Page page={page} reload={resource.reload} />}</Waiting>
    </main>
  );
};

const Page = ({ page, reload }: { readonly page: DiagnosesShown; readonly reload: () => void }): ReactElement => {
  const { tour: words } = useSaid();
  const { situation } = page;
  return (
    <div className="stack diagnosis-page">
      <div className="page-head">
        <h1>{words.pageTitle(page.personName)}</h1>
        <div className="actions">
          <Link className="button" to={`/bureau/situations/${situation.id}`}>
            {words.back}
          </Link>
          <PrintButton label={words.print} />
        </div>
      </div>
      <Tour situation={situation} copy={{ name: `tour ${page.me} ${situation.id}`, key: page.draftKey }} isAlone reload={reload} />
      <Fragilities situationId={situation.id} />
      <section className="panel stack" aria-label={words.versions}>
        <h2>{words.versions}</h2>
        {page.versions.length === 0 ? <p className="muted">{words.noVersion}</p> : null}
        {page.versions.map((version, at) => (
          <Version key={version.version} version={version} previous={page.versions[at + 1]} isLast={at === 0} />
        ))}
      </section>
    </div>
  );
};

/** One signed version; each domain that changed says what it was before, in the words of the grid of before. */
const Version = (props: {
  readonly version: DiagnosisShown;
  readonly previous: DiagnosisShown | undefined;
  readonly isLast: boolean;
}): ReactElement => {
  const { tour: words } = useSaid();
  const language = useLanguage();
  const { version, previous } = props;
  const changed = previous ? changesBetween(previous.answers, version.answers).length : 0;
  return (
    <details open={props.isLast}>
      <summary>
        <strong>{words.version(version.version)}</strong>
        {", "}
        {dateSaid(version.signedAt, language)}, {version.signedBy}{" "}
        {props.isLast ? (
          <span className={version.isExpired ? "state ask" : "state ok"}>
            <Icon name={version.isExpired ? "todo" : "done"} />
            {version.isExpired ? words.again : words.validUntil(dateSaid(version.validUntil, language))}
          </span>
        ) : null}
      </summary>
      <p className="small muted">{previous ? (changed === 0 ? words.same : words.changes(changed)) : words.first}</p>
      <ul className="tour-answers">
        {version.inWords
          .filter((answer) => answer.state !== "todo")
          .map((answer) => {
            const before = previous?.inWords.find((each) => each.domain === answer.domain);
            return (
              <li key={answer.domain}>
                {answer.domainLabel}
                {"\u00a0"}: <strong>{answer.stateLabel}</strong>
                {previous && before && before.state !== answer.state && before.state !== "todo" ? (
                  <span className="tiny"> {words.was(before.stateLabel, shortDateSaid(previous.signedAt, language))}</span>
                ) : null}
              </li>
            );
          })}
      </ul>
    </details>
  );
};
