import type { ReactElement, ReactNode } from "react";
import { french, type Frame } from "#ground";
import {
  Button,
  DangerNotice,
  Domain,
  ErrorSummary,
  Form,
  Hidden,
  Icon,
  PublicPage,
  RadioGroup,
  telephoneLink,
  TextArea,
  type FieldError,
} from "#ground/screens";
import { doesNotKnow } from "./condition.ts";
import type { Question, Quiz } from "./quiz.ts";
import type { AnswerRead } from "./quiz-result.ts";
import { quizPageWords } from "./quiz-page.words.ts";

const words = quizPageWords.fr;

interface ChoosePageProps extends Frame {
  readonly quizzes: readonly Quiz[];
}

/** Choix du questionnaire. */
export const ChoosePage = ({ quizzes, ...frame }: ChoosePageProps): ReactElement => (
  <PublicPage {...frame} title={words.choose.title} back={`${frame.prefix}/`}>
    <h1>{words.choose.title}</h1>
    <p className="lead">{french(words.choose.lead)}</p>
    <ul className="bullets">
      {words.choose.points.map((point) => (
        <li key={point}>{french(point)}</li>
      ))}
    </ul>
    <h2>{french(words.choose.which)}</h2>
    <ul className="doors">
      {quizzes.map((quiz) => (
        <li key={quiz.id}>
          <a className="button" href={`${frame.prefix}/faire-le-point/${quiz.id}/1`}>
            <Domain id={quiz.theme} />
            <span>
              {quiz.title}
              <small>{french(quiz.about)}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
    <p>
      <a href={`${frame.prefix}/fiches`}>{words.choose.read}</a>
    </p>
  </PublicPage>
);

/** What the pages of a quiz share: where they are, and the answers given so far, signed. */
export interface QuizPage extends Frame {
  readonly quiz: Quiz;
  readonly answers: string;
}

const addressOf = ({ prefix, quiz }: { readonly prefix: string; readonly quiz: Quiz }, place: number | "rappel"): string =>
  `${prefix}/faire-le-point/${quiz.id}/${place}`;

interface QuestionPageProps extends QuizPage {
  readonly question: Question;
  readonly place: number;
  readonly atMost: number;
  readonly value: string | undefined;
  readonly errors: readonly FieldError[];
  readonly notice: string | undefined;
}

/**
 * Une question : every way out of the page sends what is chosen on it, so that going back or passing loses nothing. The first button of
 * the form is « Continuer »: it is the one that the key Enter presses.
 */
export const QuestionPage = ({
  question,
  place,
  atMost,
  value,
  errors,
  notice,
  quiz,
  answers,
  ...frame
}: QuestionPageProps): ReactElement => (
  <PublicPage
    {...frame}
    title={`${question.asks} ${quiz.title}`}
    hasErrors={errors.length > 0}
    {...(place === 1 ? { back: `${frame.prefix}/faire-le-point` } : {})}
  >
    {notice !== undefined && (
      <p className="notice careful" role="status">
        {french(notice)}
      </p>
    )}
    <ErrorSummary errors={errors} />
    <p className="step">{french(`${quiz.title}. ${words.step(place, atMost)}`)}</p>
    <Form action={addressOf({ ...frame, quiz }, place + 1)}>
      <Hidden name="reponses" value={answers} />
      <Hidden name="question" value={question.id} />
      <Asked question={question} value={value} error={errors[0]?.message} />
      <Button>{place === atMost ? words.seeResult : words.continue}</Button>
      <div className="row">
        {place > 1 && (
          <Button kind="quiet" name="retour" value="1" formAction={addressOf({ ...frame, quiz }, place - 1)}>
            <Icon name="arrow-left" /> {words.back}
          </Button>
        )}
        <Button kind="quiet" name="passer" value="1">
          {words.pass}
        </Button>
      </div>
      <Button kind="secondary" name="arret" value="1" formAction={addressOf({ ...frame, quiz }, "rappel")}>
        <Icon name="phone-back" /> {words.stop}
      </Button>
    </Form>
    <p className="muted">{french(words.reassurance)}</p>
  </PublicPage>
);

interface AskedProps {
  readonly question: Question;
  readonly value: string | undefined;
  readonly error: string | undefined;
}

const Asked = ({ question, value, error }: AskedProps): ReactElement =>
  question.choices ? (
    <RadioGroup
      name="choix"
      label={question.asks}
      {...(question.hint === undefined ? {} : { hint: question.hint })}
      isPageTitle
      choices={[...question.choices.map(({ id, says }) => ({ value: id, label: says })), { value: doesNotKnow, label: words.doesNotKnow }]}
      value={value}
      error={error}
    />
  ) : (
    <>
      <h1>{french(question.asks)}</h1>
      <TextArea
        name="mot"
        label={words.own}
        {...(question.hint === undefined ? {} : { hint: question.hint })}
        value={value}
        error={error}
      />
    </>
  );

interface QuizDangerPageProps extends QuizPage {
  readonly numbers: readonly string[];
  /** Where she was going. */
  readonly place: number;
}

/** Danger : the page that follows words or answers that tell one. Numbers, then us, then the questions; nobody is told. */
export const QuizDangerPage = ({ numbers, place, quiz, answers, ...frame }: QuizDangerPageProps): ReactElement => (
  <PublicPage {...frame} title={quiz.title}>
    <form method="post" className="stack" action={addressOf({ ...frame, quiz }, "rappel")}>
      <Hidden name="reponses" value={answers} />
      <DangerNotice first={numbers} isPageTitle>
        <div className="actions">
          <Button>{words.danger.callBack}</Button>
          <CallUs frame={frame} />
          <Button kind="secondary" formAction={addressOf({ ...frame, quiz }, place)}>
            {words.danger.continue}
          </Button>
        </div>
      </DangerNotice>
    </form>
  </PublicPage>
);

/** The telephone of the service, one tap away. */
export const CallUs = ({ frame }: { readonly frame: Frame }): ReactNode =>
  frame.brand && (
    <a className="button" href={telephoneLink(frame.brand.phone)}>
      <Icon name="phone" /> {french(frame.brand.phone)}
    </a>
  );

interface KeepPageProps extends QuizPage {
  /** The question she would go on with, or what comes after the last one. */
  readonly place: number;
  readonly lines: readonly AnswerRead[];
  readonly word: string | undefined;
  /** The answers, signed to be kept: they leave with a yes only. */
  readonly enclosed: string;
}

/** Garder ou non : two buttons alike, nothing chosen beforehand. Both lead to the same page. */
export const KeepPage = ({ lines, word, enclosed, place, quiz, answers, ...frame }: KeepPageProps): ReactElement => (
  <PublicPage {...frame} title={words.keep.title}>
    <form method="post" action={addressOf({ ...frame, quiz }, place)}>
      <Hidden name="reponses" value={answers} />
      <Button kind="quiet">
        <Icon name="arrow-left" /> {words.back}
      </Button>
    </form>
    <h1>{french(words.keep.title)}</h1>
    <p className="lead">{french(words.keep.lead)}</p>
    <div className="actions alike">
      <form method="post" action={`${frame.prefix}/rappel/1`}>
        <Hidden name="apporte" value={enclosed} />
        <Button kind="secondary">{words.keep.yes}</Button>
      </form>
      <form method="get" action={`${frame.prefix}/rappel/1`}>
        <Button kind="secondary">{words.keep.no}</Button>
      </form>
    </div>
    <p>
      <strong>{french(words.keep.equal)}</strong>
    </p>
    <p className="muted">{french(words.keep.until)}</p>
    <details>
      <summary>{words.keep.what}</summary>
      <dl className="facts">
        {lines.map(({ asked, answered }) => (
          <div key={asked}>
            <dt>{french(asked)}</dt>
            <dd>{french(answered)}</dd>
          </div>
        ))}
        {word !== undefined && (
          <div>
            <dt>{words.keep.ownWords}</dt>
            <dd>{french(word)}</dd>
          </div>
        )}
      </dl>
    </details>
  </PublicPage>
);
