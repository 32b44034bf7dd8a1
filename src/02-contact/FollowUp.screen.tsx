import type { ReactElement } from "react";
import { french, type Frame } from "#ground";
import {
  Button,
  ButtonLink,
  DangerNotice,
  ErrorSummary,
  Form,
  Hidden,
  Icon,
  PublicPage,
  RadioGroup,
  telephoneLink,
  TextArea,
  TextField,
  type Choice,
  type FieldError,
} from "#ground/screens";
import type { FollowUpStep } from "./follow-up-step.ts";
import { followUpWords } from "./follow-up.words.ts";

const words = followUpWords.fr;
const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

interface FollowUpFrame extends Frame {
  /** Where this follow-up is: its forms begin with it. */
  readonly base: string;
  readonly errors: readonly FieldError[];
}

const CallUs = ({ frame }: { readonly frame: Frame }): ReactElement | null =>
  frame.brand ? (
    <p>
      <a className="button" href={telephoneLink(frame.brand.phone)}>
        <Icon name="phone" /> {french(words.call(frame.brand.phone))}
      </a>
    </p>
  ) : null;

const LostLink = ({ frame }: { readonly frame: Frame }): ReactElement => (
  <p>
    <a href={`${frame.prefix}/lien-perdu`}>{french(words.lost.link)}</a>
  </p>
);

/** Avant d'ouvrir : three letters, before anything personal is shown. */
export const LettersPage = ({ base, errors, canOpen, ...frame }: FollowUpFrame & { readonly canOpen: boolean }): ReactElement => (
  <PublicPage {...frame} title={words.letters.title} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    <h1>{words.letters.title}</h1>
    {canOpen ? (
      <Form action={base}>
        <TextField
          name="lettres"
          label={words.letters.label}
          hint={words.letters.hint}
          width="short"
          maxLength={40}
          autoComplete="off"
          error={errorOf(errors, "lettres")}
        />
        <Button>{words.letters.open}</Button>
      </Form>
    ) : (
      <p>{french(words.letters.noName)}</p>
    )}
    <CallUs frame={frame} />
  </PublicPage>
);

/** Lien qui n'ouvre rien : unknown or too old, with the way to another one. */
export const DeadLinkPage = ({ reason, ...frame }: Frame & { readonly reason: "unknown" | "expired" }): ReactElement => (
  <PublicPage {...frame} title={words[reason].title}>
    <h1>{words[reason].title}</h1>
    <p>{french(words[reason].sentence)}</p>
    <LostLink frame={frame} />
    <CallUs frame={frame} />
  </PublicPage>
);

export interface ConsentShown {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly mayWithdraw: boolean;
}

interface FollowUpProps extends FollowUpFrame {
  readonly firstName: string;
  readonly steps: readonly FollowUpStep[];
  /** What may be done with the callback now. */
  readonly callback: "promised" | "may-ask" | "none";
  /** We could not reach her: a moment is hers to choose. */
  readonly isWaitedFor: boolean;
  readonly consents: readonly ConsentShown[];
  /** She agreed to read her summary here. */
  readonly hasSummary: boolean;
  readonly word: string;
  readonly onceKey: string;
  readonly done: string | undefined;
  /** Her word spoke of a danger: the numbers come before all the rest, with the callback. Undefined: it did not. */
  readonly numbers: readonly string[] | undefined;
}

/** Mon suivi : where it stands, what may be changed, what was agreed to. */
export const FollowUpPage = ({
  base,
  errors,
  firstName,
  steps,
  callback,
  isWaitedFor,
  consents,
  hasSummary,
  word,
  onceKey,
  done,
  numbers,
  ...frame
}: FollowUpProps): ReactElement => (
  <PublicPage {...frame} title={words.title} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    {done !== undefined && (
      <p className="notice done" role="status">
        {french(done)}
      </p>
    )}
    {numbers !== undefined && (
      <div className="notice careful">
        <DangerNotice first={numbers}>
          {callback !== "none" && <ButtonLink href={`${base}/changer`}>{callback === "promised" ? words.sooner : words.again}</ButtonLink>}
        </DangerNotice>
      </div>
    )}
    <h1>{french(words.hello(firstName))}</h1>
    <h2>{words.where}</h2>
    {steps.length === 0 ? <p>{french(words.noStep)}</p> : <Steps steps={steps} />}
    {!isWaitedFor && (
      <p>
        <strong>{french(words.nothing)}</strong>
      </p>
    )}
    {callback !== "none" && (
      <p className="actions">
        <ButtonLink href={`${base}/changer`} kind={callback === "promised" ? "secondary" : "primary"}>
          {callback === "promised" ? words.change : words.again}
        </ButtonLink>
        {callback === "promised" && (
          <ButtonLink href={`${base}/annuler`} kind="secondary">
            {words.cancel}
          </ButtonLink>
        )}
      </p>
    )}
    {hasSummary && (
      <p>
        <a href={`${base}/resume`}>{words.summary.link}</a>
      </p>
    )}
    <CallUs frame={frame} />
    <section aria-labelledby="mot-titre">
      <h2 id="mot-titre">{words.word.title}</h2>
      <Form action={`${base}/mot`}>
        <Hidden name="cle" value={onceKey} />
        <TextArea name="mot" label={words.word.label} hint={words.word.hint} value={word} error={errorOf(errors, "mot")} />
        <Button kind="secondary">{words.word.send}</Button>
      </Form>
    </section>
    <section aria-labelledby="accords-titre">
      <h2 id="accords-titre">{words.consents.title}</h2>
      {consents.length === 0 ? <p>{french(words.consents.none)}</p> : <Consents consents={consents} base={base} />}
    </section>
  </PublicPage>
);

const stepIcons = { done: "done", now: "disc", next: "todo" } as const;

const Steps = ({ steps }: { readonly steps: readonly FollowUpStep[] }): ReactElement => (
  <ol className="steps">
    {steps.map((step, at) => (
      <li
        key={`${at} ${step.title}`}
        className={step.state === "done" ? "done" : ""}
        {...(step.state === "now" ? { "aria-current": "step" as const } : {})}
      >
        <Icon name={stepIcons[step.state]} />
        <span>
          <span className="visually-hidden">{french(`${words.states[step.state]} : `)}</span>
          {french(step.title)}
          {step.detail !== undefined && (
            <>
              <br />
              {french(step.detail)}
            </>
          )}
        </span>
      </li>
    ))}
  </ol>
);

const Consents = ({ consents, base }: { readonly consents: readonly ConsentShown[]; readonly base: string }): ReactElement => (
  <>
    <p className="hint">{french(words.consents.hint)}</p>
    <dl className="facts">
      {consents.map((consent) => (
        <div key={consent.id}>
          <dt>{french(consent.name)}</dt>
          <dd>
            <span>{french(consent.state)}</span>
            {consent.mayWithdraw && (
              <form method="post" action={`${base}/accords/${consent.id}`}>
                <button type="submit" className="button quiet">
                  {words.consents.withdraw} <span className="visually-hidden">{french(consent.name)}</span>
                </button>
              </form>
            )}
          </dd>
        </div>
      ))}
    </dl>
  </>
);

interface ChangeProps extends FollowUpFrame {
  readonly slots: readonly Choice[];
  readonly chosen: string | undefined;
}

/** Changer d'heure. */
export const ChangePage = ({ base, errors, slots, chosen, ...frame }: ChangeProps): ReactElement => (
  <PublicPage {...frame} title={words.changePage.title} back={base} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    {slots.length === 0 ? (
      <>
        <h1>{french(words.changePage.title)}</h1>
        <p>{french(words.changePage.none)}</p>
      </>
    ) : (
      <Form action={`${base}/changer`}>
        <RadioGroup
          name="creneau"
          label={words.changePage.title}
          isPageTitle
          choices={slots}
          value={chosen}
          error={errorOf(errors, "creneau")}
        />
        <Button>{words.changePage.save}</Button>
      </Form>
    )}
    <CallUs frame={frame} />
  </PublicPage>
);

/** Je n'ai plus besoin. */
export const CancelPage = ({ base, errors: _, ...frame }: FollowUpFrame): ReactElement => (
  <PublicPage {...frame} title={words.cancelPage.title} back={base}>
    <h1>{french(words.cancelPage.title)}</h1>
    <p>{french(words.cancelPage.sentence)}</p>
    <Form action={`${base}/annuler`}>
      <Button>{words.cancelPage.confirm}</Button>
    </Form>
    <p>
      <ButtonLink href={base} kind="secondary">
        {words.cancelPage.keep}
      </ButtonLink>
    </p>
  </PublicPage>
);

interface LostLinkProps extends Frame {
  readonly errors: readonly FieldError[];
  readonly phone: string;
  readonly isSent: boolean;
}

/** Lien perdu : the same answer whether the number is known or not. */
export const LostLinkPage = ({ errors, phone, isSent, ...frame }: LostLinkProps): ReactElement => (
  <PublicPage {...frame} title={words.lost.title} back={`${frame.prefix}/`} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    {isSent ? (
      <>
        <h1>{words.lost.sentTitle}</h1>
        <p className="notice done" role="status">
          {french(words.lost.sent)}
        </p>
        <p>{french(words.lost.sentOnce)}</p>
      </>
    ) : (
      <>
        <h1>{words.lost.heading}</h1>
        <Form action={`${frame.prefix}/lien-perdu`}>
          <TextField
            name="telephone"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            width="medium"
            maxLength={40}
            label={words.lost.label}
            hint={words.lost.hint}
            value={phone}
            error={errorOf(errors, "telephone")}
          />
          <Button>{words.lost.send}</Button>
        </Form>
      </>
    )}
    <CallUs frame={frame} />
  </PublicPage>
);
