import type { ReactElement, ReactNode } from "react";
import { french, type Frame } from "#ground";
import {
  Button,
  ButtonLink,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Hidden,
  Icon,
  PublicPage,
  RadioGroup,
  telephoneLink,
  TextField,
  type Choice,
  type FieldError,
} from "#ground/screens";
import { messageAnswers, type MessageAnswer } from "./callback-answers.ts";
import { callbackPageWords } from "./callback-page.words.ts";

const words = callbackPageWords.fr;

/** What the four pages share: the frame, the answers already given (signed), what is to be put right. */
export interface CallbackPage extends Frame {
  readonly answers: string;
  readonly errors: readonly FieldError[];
}

const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

interface QuestionProps extends CallbackPage {
  readonly number: 1 | 2 | 3 | 4;
  readonly title: string;
  readonly children: ReactNode;
}

/** The way back carries the answers, so that nothing is asked twice. From the first page, it leads home. */
const Question = ({ number, title, answers, errors, children, ...frame }: QuestionProps): ReactElement => (
  <PublicPage {...frame} title={title} hasErrors={errors.length > 0} {...(number === 1 ? { back: `${frame.prefix}/` } : {})}>
    {number > 1 && (
      <form method="post" action={`${frame.prefix}/rappel/${number - 1}`}>
        <Hidden name="reponses" value={answers} />
        <button type="submit" className="button quiet" name="retour" value="1">
          <Icon name="arrow-left" /> {words.back}
        </button>
      </form>
    )}
    <ErrorSummary errors={errors} />
    <p className="step">{words.step(number)}</p>
    {children}
  </PublicPage>
);

interface SlotPageProps extends CallbackPage {
  readonly slots: readonly Choice[];
  readonly chosen: string | undefined;
  /** Number of the next, longer list of slots, when there is one. */
  readonly more: number | undefined;
  readonly notice: string | undefined;
}

/** Page 1 : when. */
export const SlotPage = ({ slots, chosen, more, notice, ...page }: SlotPageProps): ReactElement => (
  <Question {...page} number={1} title={words.slot.title}>
    {notice !== undefined && (
      <p className="notice careful" role="status">
        {french(notice)}
      </p>
    )}
    {slots.length === 0 ? (
      <>
        <h1>{french(words.slot.title)}</h1>
        <p className="notice careful">{french(words.slot.none)}</p>
      </>
    ) : (
      <Form action={`${page.prefix}/rappel/2`}>
        <Hidden name="reponses" value={page.answers} />
        <RadioGroup
          name="creneau"
          label={words.slot.title}
          hint={words.slot.hint}
          isPageTitle
          choices={slots}
          value={chosen}
          error={errorOf(page.errors, "creneau")}
        />
        <Button>{words.continue}</Button>
        {more !== undefined && (
          <Button kind="secondary" name="plus" value={String(more)} formAction={`${page.prefix}/rappel/1`}>
            {words.slot.more}
          </Button>
        )}
      </Form>
    )}
    {page.brand && (
      <p>
        <a className="button" href={telephoneLink(page.brand.phone)}>
          <Icon name="phone" /> {french(words.slot.call(page.brand.phone))}
        </a>
      </p>
    )}
    <p className="muted">{french(words.noAccount)}</p>
    <p className="muted">{french(words.reassurance)}</p>
  </Question>
);

interface CallerPageProps extends CallbackPage {
  readonly phone: string;
  readonly firstName: string;
  readonly commune: string;
  /** Communes of the name that was typed, when there are several. */
  readonly communes: readonly Choice[];
  readonly asksCommune: boolean;
}

/** Page 2 : which number, which first name, and where, if the person wishes. */
export const CallerPage = ({ phone, firstName, commune, communes, asksCommune, ...page }: CallerPageProps): ReactElement => (
  <Question {...page} number={2} title={words.caller.title}>
    <h1>{french(words.caller.title)}</h1>
    <Form action={`${page.prefix}/rappel/3`}>
      <Hidden name="reponses" value={page.answers} />
      <TextField
        name="telephone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width="medium"
        maxLength={40}
        label={words.caller.phone}
        hint={words.caller.phoneHint}
        value={phone}
        error={errorOf(page.errors, "telephone")}
      />
      <TextField
        name="prenom"
        autoComplete="given-name"
        width="medium"
        maxLength={80}
        label={words.caller.firstName}
        hint={words.caller.firstNameHint}
        value={firstName}
        error={errorOf(page.errors, "prenom")}
      />
      {asksCommune && (
        <TextField
          name="commune"
          autoComplete="address-level2"
          width="medium"
          maxLength={100}
          label={words.caller.commune}
          hint={words.caller.communeHint}
          value={commune}
          error={errorOf(page.errors, "commune")}
        />
      )}
      {communes.length > 0 && (
        <RadioGroup
          name="code-commune"
          label={words.caller.which}
          choices={[...communes, { value: "passer", label: words.caller.skip }]}
          error={errorOf(page.errors, "code-commune")}
        />
      )}
      <Button>{words.continue}</Button>
      {asksCommune && (
        <Button kind="quiet" name="passer" value="1">
          {words.caller.skip}
        </Button>
      )}
    </Form>
  </Question>
);

/** Page 3 : may a message be left. */
export const MessagePage = ({ chosen, ...page }: CallbackPage & { readonly chosen: MessageAnswer | undefined }): ReactElement => (
  <Question {...page} number={3} title={words.message.title}>
    <Form action={`${page.prefix}/rappel/4`}>
      <Hidden name="reponses" value={page.answers} />
      <RadioGroup
        name="message"
        label={words.message.title}
        hint={words.message.hint}
        isPageTitle
        choices={messageAnswers.map((value) => ({ value, label: words.message.choices[value] }))}
        value={chosen}
        error={errorOf(page.errors, "message")}
      />
      <Button>{words.continue}</Button>
    </Form>
  </Question>
);

interface CheckPageProps extends CallbackPage {
  readonly slot: string;
  readonly phone: string;
  readonly firstName: string;
  readonly commune: string | undefined;
  readonly message: MessageAnswer;
  /** What she brings from another page, as that page names it. */
  readonly enclosed: string | undefined;
  /** A landline receives no SMS: the question is not asked. */
  readonly offersSms: boolean;
  readonly onceKey: string;
}

/** Page 4 : everything said, read again before it is sent. */
export const CheckPage = ({
  slot,
  phone,
  firstName,
  commune,
  message,
  enclosed,
  offersSms,
  onceKey,
  ...page
}: CheckPageProps): ReactElement => (
  <Question {...page} number={4} title={words.check.title}>
    <h1>{french(words.check.title)}</h1>
    <form method="post">
      <Hidden name="reponses" value={page.answers} />
      <dl className="facts">
        <Fact name={words.check.slot} value={slot} change={`${page.prefix}/rappel/1`} />
        <Fact name={words.check.phone} value={phone} change={`${page.prefix}/rappel/2`} />
        <Fact name={words.check.firstName} value={firstName} change={`${page.prefix}/rappel/2`} />
        {commune !== undefined && <Fact name={words.check.commune} value={commune} change={`${page.prefix}/rappel/2`} />}
        <Fact name={words.check.message} value={words.check.messages[message]} change={`${page.prefix}/rappel/3`} />
        {enclosed !== undefined && (
          <Fact name={words.check.enclosed} value={enclosed} change={`${page.prefix}/rappel/4`} deed={["sans", words.check.leave]} />
        )}
      </dl>
    </form>
    <Form action={`${page.prefix}/rappel/confirmer`}>
      <Hidden name="reponses" value={page.answers} />
      <Hidden name="cle" value={onceKey} />
      {offersSms && (
        <CheckboxGroup name="sms" label={words.check.sms} hint={words.check.smsHint} choices={[{ value: "oui", label: "Oui, par SMS" }]} />
      )}
      <Button>{words.check.confirm}</Button>
    </Form>
  </Question>
);

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** The page that takes it up again. */
  readonly change: string;
  /** What the button sends, and says. */
  readonly deed?: readonly [sent: string, said: string];
}

const Fact = ({ name, value, change, deed = ["retour", words.check.change] }: FactProps): ReactElement => (
  <div>
    <dt>{french(name)}</dt>
    <dd className="row">
      <span>{french(value)}</span>
      <button type="submit" className="button quiet" formAction={change} name={deed[0]} value="1">
        {deed[1]} <span className="visually-hidden">{french(name)}</span>
      </button>
    </dd>
  </div>
);

interface PromisedPageProps extends Frame {
  readonly slot: string;
  readonly followUp: string;
  readonly followUpAddress: string;
}

/** Page de fin : what was promised, what happens next, and how to follow it. */
export const PromisedPage = ({ slot, followUp, followUpAddress, ...frame }: PromisedPageProps): ReactElement => (
  <PublicPage {...frame} title={words.promised.title}>
    <h1>{words.promised.title}</h1>
    <p className="notice done lead">
      <strong>{french(words.promised.lead(slot))}</strong>
    </p>
    <h2>{words.promised.next}</h2>
    <ol className="steps">
      {words.promised.steps.map((step) => (
        <li key={step}>
          <Icon name="todo" />
          <span>{french(step)}</span>
        </li>
      ))}
    </ol>
    <p>{french(words.promised.nothingElse)}</p>
    <p>
      <ButtonLink href={followUp}>{words.promised.follow}</ButtonLink>
    </p>
    <p className="muted">{french(words.promised.followHint)}</p>
    <dl className="facts">
      <div>
        <dt>{words.promised.address}</dt>
        <dd>{followUpAddress}</dd>
      </div>
    </dl>
  </PublicPage>
);
