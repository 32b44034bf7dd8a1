import type { ReactElement } from "react";
import { dayOf, type Day } from "#engines/calendar";
import type { Frame } from "#ground";
import { Button, ButtonLink, ErrorSummary, Form, french, PublicPage, TextField, type FieldError } from "#ground/screens";
import { dayInFull } from "../record/day.words.ts";
import { ApprovalStateLine } from "./ApprovalsPage.screen.tsx";
import { keepsOut, stateOf, type Approval } from "./approval.ts";
import type { ApprovalLineOfStructure } from "./approval.ts";
import { approvalWords } from "./approval.words.ts";

const words = approvalWords.fr.page;

interface ApprovalPageProps extends Frame {
  readonly shown: ApprovalLineOfStructure;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: { readonly jour: string; readonly motif: string };
}

/** Un agrément : where it stands, its history, and what may be done with its last approval. */
export const ApprovalPage = ({ shown: { structure, line }, today, errors, typed, ...frame }: ApprovalPageProps): ReactElement => {
  const last = line.at(-1) ?? line[0];
  const title = `${approvalWords.fr.kinds[last.kind]} : ${last.title}`;
  const isOut = keepsOut(line, today);
  const to = `${frame.prefix}/annuaire/agrements/${last.id}`;
  return (
    <PublicPage {...frame} title={title} back={`${frame.prefix}/annuaire/agrements`} hasErrors={errors.length > 0} quickExit={false}>
      <ErrorSummary errors={errors} />
      <h1>{french(title)}</h1>
      <p className="lead">{structure}</p>
      <p>
        <ApprovalStateLine state={stateOf(line, today)} isOut={isOut} />
      </p>
      {isOut && <p className="notice careful">{french(words.keepsOut)}</p>}
      <p className="actions">
        <ButtonLink href={`${to}/renouveler`}>{words.renew}</ButtonLink>
      </p>
      <section className="stack">
        <h2>{words.history}</h2>
        <ol className="bullets">
          {line.toReversed().map((approval) => (
            <li key={approval.id}>
              <Period approval={approval} />
            </li>
          ))}
        </ol>
      </section>
      {last.withdrawn === undefined && (
        <section className="stack">
          <h2>{words.withdraw}</h2>
          <p className="muted">{french(words.withdrawLead)}</p>
          <Form action={`${to}/retirer`}>
            <TextField
              name="jour"
              label={words.withdrawOn}
              type="date"
              width="medium"
              value={typed.jour}
              error={errors.find(({ field }) => field === "jour")?.message}
            />
            <TextField
              name="motif"
              label={words.withdrawBecause}
              value={typed.motif}
              maxLength={300}
              error={errors.find(({ field }) => field === "motif")?.message}
            />
            <Button kind="danger">{words.withdrawDo}</Button>
          </Form>
        </section>
      )}
      <section className="stack">
        <h2>{french(words.mistake)}</h2>
        <p className="muted">{french(words.mistakeLead)}</p>
        <Form action={`${to}/erreur`}>
          <Button kind="secondary">{words.mistakeDo}</Button>
        </Form>
      </section>
    </PublicPage>
  );
};

const Period = ({ approval }: { readonly approval: Approval }): ReactElement => (
  <>
    <strong>{french(words.period(dayInFull(approval.from), approval.until && dayInFull(approval.until)))}</strong>
    <br />
    {approval.body}
    {approval.number === undefined ? "" : `, ${words.number(approval.number)}`}
    <br />
    <Proof approval={approval} />
    {approval.withdrawn && (
      <>
        <br />
        {french(words.withdrawn(dayInFull(approval.withdrawn.on), approval.withdrawn.because))}
      </>
    )}
    <br />
    <span className="muted small">{french(words.recorded(dayInFull(dayOf(approval.recordedAt))))}</span>
  </>
);

const Proof = ({ approval: { proof } }: { readonly approval: Approval }): ReactElement => {
  if (proof.url !== undefined)
    return (
      <a href={proof.url} rel="noreferrer noopener">
        {words.proof}
      </a>
    );
  if (proof.file) return <>{french(words.proofFile(proof.file.name, proof.file.hash.slice(0, 12)))}</>;
  return <>{words.noProof}</>;
};
