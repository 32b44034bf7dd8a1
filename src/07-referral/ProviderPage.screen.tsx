import type { ReactNode } from "react";
import { french, type Frame } from "#ground";
import { Button, ButtonLink, ErrorSummary, Form, Hidden, PublicPage, RadioGroup, TextArea, TextField } from "#ground/screens";
import type { OfferView, WhyMe } from "./offer-view.ts";
import { refusalReasons } from "./offer.ts";
import { providerPageWords } from "./provider-page.words.ts";
import { isJudged } from "./turn-share.ts";

const words = providerPageWords.fr;

/** What was typed in a form that came back, and what to put right. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

export interface ProviderPageProps extends Frame {
  readonly view: OfferView;
  /** Where the forms go: "/s/mutuelle-des-alpes/p/k7m2…". */
  readonly address: string;
  /** The hidden key of the forms of this page. */
  readonly formKey: string;
  readonly typed?: Typed;
  /** What became of an answer that came too late, or again. */
  readonly remark?: "late" | "settled";
}

/** Page du prestataire : what, where, by when; then the telephone; then what came of it. No account, no script, a phone of 360 px. */
export function ProviderPage({ view, address, formKey, typed, remark, ...frame }: ProviderPageProps) {
  return (
    <PublicPage {...frame} title={words.title(view.commune)} quickExit={false} hasErrors={(typed?.errors.length ?? 0) > 0}>
      <p className="muted">{view.providerName}</p>
      {remark !== undefined && <p className="notice careful">{french(remark === "late" ? words.late(view.dueAt) : words.already)}</p>}
      <ErrorSummary errors={typed?.errors ?? []} />
      <Body view={view} address={address} formKey={formKey} typed={typed} />
      {view.whyMe && (view.kind === "asked" || view.kind === "held") && <Why why={view.whyMe} />}
    </PublicPage>
  );
}

interface BodyProps {
  readonly view: OfferView;
  readonly address: string;
  readonly formKey: string;
  readonly typed: Typed | undefined;
}

const Body = ({ view, ...rest }: BodyProps): ReactNode => {
  switch (view.kind) {
    case "asked":
      return <Asked view={view} {...rest} />;
    case "held":
      return <HeldRequest view={view} {...rest} />;
    case "refused":
      return <Nothing title={words.refused} sentence={words.refusedNext} />;
    case "passed":
      return <Nothing title={words.passed} sentence={words.nothingToDo} />;
    case "closed":
      return <Nothing title={words.closed} sentence={words.nothingToDo} />;
    case "thanks":
      return <Nothing title={words.thanks} sentence={words.thanksNext} />;
  }
};

const Nothing = ({ title, sentence }: { readonly title: string; readonly sentence: string }) => (
  <>
    <h1>{french(title)}</h1>
    <p className="lead">{french(sentence)}</p>
  </>
);

const Facts = ({ rows }: { readonly rows: readonly (readonly [string, string | undefined])[] }) => (
  <dl className="facts">
    {rows.map(([name, value]) =>
      value === undefined ? null : (
        <div key={name}>
          <dt>{french(name)}</dt>
          <dd>{french(value)}</dd>
        </div>
      ),
    )}
  </dl>
);

const Asked = ({ view, address, formKey, typed }: BodyProps) => (
  <>
    <h1>{french(words.waiting)}</h1>
    <p className="lead">{french(words.before(view.dueAt, view.left))}</p>
    <Facts
      rows={[
        [words.what, view.what],
        [words.where, view.commune],
      ]}
    />
    <Form action={`${address}/accepter`}>
      <Hidden name="cle" value={formKey} />
      <Button>{french(words.accept)}</Button>
    </Form>
    <p className="hint">{french(words.afterYes)}</p>
    <details open={typed !== undefined}>
      <summary>{french(words.cannot)}</summary>
      <RefusalForm address={address} formKey={formKey} typed={typed} />
    </details>
  </>
);

const RefusalForm = ({ address, formKey, typed }: Omit<BodyProps, "view">) => {
  const error = (field: string): string | undefined => errorOf(typed, field);
  return (
    <Form action={`${address}/refuser`}>
      <Hidden name="cle" value={formKey} />
      <RadioGroup
        name="raison"
        label={words.why}
        error={error("raison")}
        value={typed?.values["raison"]}
        choices={refusalReasons.map((value) => ({ value, label: words.refusalLabels[value] }))}
      />
      <TextField
        name="jusque"
        type="date"
        width="medium"
        label={words.fullUntil}
        hint={words.fullUntilHint}
        error={error("jusque")}
        value={typed?.values["jusque"]}
      />
      <TextArea
        name="texte"
        rows={2}
        maxLength={300}
        label={words.otherText}
        hint={words.otherHint}
        error={error("texte")}
        value={typed?.values["texte"]}
      />
      <Button kind="secondary">{words.send}</Button>
    </Form>
  );
};

type HeldView = Extract<OfferView, { kind: "held" }>;

const HeldRequest = ({ view, address, formKey, typed }: BodyProps & { readonly view: HeldView }) => (
  <>
    <h1>{french(words.accepted(view.person?.firstName))}</h1>
    <p className="lead">{french(view.isKept ? words.promiseKept : words.callBefore(view.dueAt, view.left))}</p>
    {view.person && (
      <>
        <p className="actions">
          <ButtonLink href={`tel:${view.person.telephone}`}>{french(words.call(view.person.phone))}</ButtonLink>
        </p>
        <p className={view.person.mayLeaveMessage ? "notice" : "notice careful"}>
          {french(view.person.mayLeaveMessage ? words.mayLeaveMessage : words.noMessage)}
        </p>
      </>
    )}
    <Facts
      rows={[
        [words.what, view.what],
        [words.where, view.commune],
        [words.when, view.person?.availability],
      ]}
    />
    {view.isVerifying ? <p className="notice">{french(words.verifying)}</p> : <CallForm address={address} formKey={formKey} />}
    {view.attempts.length > 0 && <Attempts view={view} />}
    {view.mayStart && (
      <Form action={`${address}/debut`}>
        <Hidden name="cle" value={formKey} />
        <Button kind="secondary">{french(words.start)}</Button>
      </Form>
    )}
    {view.isKept && <OutcomeQuestion address={address} formKey={formKey} typed={typed} hasStarted={view.hasStarted} />}
  </>
);

const CallForm = ({ address, formKey }: { readonly address: string; readonly formKey: string }) => (
  <section className="stack" aria-labelledby="appel">
    <h2 id="appel">{french(words.called)}</h2>
    <Form action={`${address}/essai`}>
      <Hidden name="cle" value={formKey} />
      <div className="actions">
        <Button kind="secondary" name="jointe" value="oui">
          {french(words.reached)}
        </Button>
        <Button kind="secondary" name="jointe" value="non">
          {french(words.missed)}
        </Button>
      </div>
    </Form>
  </section>
);

const Attempts = ({ view }: { readonly view: HeldView }) => (
  <section aria-labelledby="essais">
    <h2 id="essais">{words.attempts}</h2>
    <ul className="bullets">
      {view.attempts.map((attempt) => (
        <li key={attempt.at.toISOString()}>{french(words.attempt(attempt.at, attempt.wasReached))}</li>
      ))}
    </ul>
  </section>
);

/** The answer goes to the room of outcomes, at the same address. */
const OutcomeQuestion = ({ address, formKey, typed, hasStarted }: Omit<BodyProps, "view"> & { readonly hasStarted: boolean }) => (
  <section className="panel">
    {hasStarted && <p className="state ok">{french(words.started)}</p>}
    <Form action={`${address}/resultat`}>
      <Hidden name="cle" value={formKey} />
      <RadioGroup
        name="resultat"
        label={words.tookPlace}
        error={errorOf(typed, "resultat")}
        value={typed?.values["resultat"]}
        choices={(["yes", "partly", "no"] as const).map((value) => ({ value, label: words.delivered[value] }))}
      />
      <TextArea
        name="motif"
        rows={2}
        maxLength={300}
        label={words.deliveredReason}
        hint={words.deliveredReasonHint}
        error={errorOf(typed, "motif")}
        value={typed?.values["motif"]}
      />
      <Button kind="secondary">{words.sendOutcome}</Button>
    </Form>
  </section>
);

const errorOf = (typed: Typed | undefined, field: string): string | undefined =>
  typed?.errors.find((each) => each.field === field)?.message;

const Why = ({ why }: { readonly why: WhyMe }) => (
  <details>
    <summary>{french(words.whyMe)}</summary>
    <div className="stack">
      <p>
        {french(words.reasons[why.reason])} {french(words.eligibleCount(why.eligible))}
      </p>
      <p>{french(words.rule)}</p>
      {why.mine && (
        <p className="hint" id="part">
          {french(words.shareOf(why.mine.total))}
        </p>
      )}
      {why.mine && (
        <table className="table" aria-describedby="part">
          <thead>
            <tr>
              <td />
              <th scope="col">{words.received}</th>
              <th scope="col">{french(words.fair)}</th>
            </tr>
          </thead>
          <tbody>
            <ShareRow label={words.mine} received={why.mine.received} fair={why.mine.fair} />
            {why.others.count > 0 && (
              <ShareRow label={words.others(why.others.count)} received={why.others.received} fair={why.others.fair} />
            )}
          </tbody>
        </table>
      )}
      <p>{french(weightSentence(why))}</p>
      <p className="hint">{french(words.keptMeans)}</p>
    </div>
  </details>
);

/** Two bars of the same scale: what was received, and what was due. The figures stand beside them. */
const ShareRow = ({ label, received, fair }: { readonly label: string; readonly received: number; readonly fair: number }) => (
  <tr>
    <th scope="row">{french(label)}</th>
    <td>
      <Bar value={received} of={Math.max(received, fair)} /> {received.toLocaleString("fr-FR")}
    </td>
    <td>
      <Bar value={fair} of={Math.max(received, fair)} /> {fair.toLocaleString("fr-FR")}
    </td>
  </tr>
);

const Bar = ({ value, of }: { readonly value: number; readonly of: number }) => (
  <svg width="100%" height="10" aria-hidden="true" focusable="false">
    <rect width="100%" height="10" rx="5" fill="currentColor" fillOpacity="0.16" />
    <rect width={`${of === 0 ? 0 : Math.round((value / of) * 100)}%`} height="10" rx="5" fill="currentColor" />
  </svg>
);

const weightSentence = ({ reliability }: WhyMe): string => {
  if (!isJudged(reliability)) return words.notJudged;
  return reliability.weight === 1
    ? words.weightFull(reliability.kept, reliability.outOf)
    : words.weightHalf(reliability.kept, reliability.outOf, reliability.offersToRecover);
};

/** Lien qui ne mène plus à une demande : expired, or not recognised. */
export function LinkPage({ isExpired, ...frame }: Frame & { readonly isExpired: boolean }) {
  return (
    <PublicPage {...frame} title={isExpired ? words.expired : words.unknown} quickExit={false}>
      <Nothing title={isExpired ? words.expired : words.unknown} sentence={isExpired ? words.expiredNext : words.unknownNext} />
    </PublicPage>
  );
}
