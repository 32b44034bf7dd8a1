import type { ReactElement } from "react";
import { french } from "#ground";
import { Button, ErrorSummary, Form, Hidden, Icon, PublicPage, type FieldError } from "#ground/screens";
import { Asked, type AskedQuestion } from "./Asked.screen.tsx";
import { addressOf, type SimulatorPage } from "./simulator-page.ts";
import { simulatorWords } from "./simulator.words.ts";

const words = simulatorWords.fr;

interface QuestionPageProps extends SimulatorPage {
  readonly question: AskedQuestion;
  readonly place: number;
  readonly isLast: boolean;
  /** « Étape 2 sur 5 : Votre logement ». */
  readonly step: string;
  readonly errors: readonly FieldError[];
  readonly notice: string | undefined;
}

/**
 * Une question : every way out of the page sends what is on it, so that going back or stopping loses nothing. The first button of the form
 * is « Continuer »: it is the one that the key Enter presses.
 */
export const QuestionPage = ({
  question,
  place,
  isLast,
  step,
  errors,
  notice,
  answers,
  isDone,
  ...frame
}: QuestionPageProps): ReactElement => (
  <PublicPage
    {...frame}
    title={`${question.asks} ${words.title}`}
    hasErrors={errors.length > 0}
    {...(place === 1 ? { back: `${frame.prefix}/mes-droits` } : {})}
  >
    {notice !== undefined && (
      <p className="notice careful" role="status">
        {french(notice)}
      </p>
    )}
    <ErrorSummary errors={errors} />
    <p className="step">{french(step)}</p>
    <Form action={addressOf(frame, place + 1)}>
      <Hidden name="reponses" value={answers} />
      <Hidden name="question" value={question.id} />
      {isDone && <Hidden name="fini" value="1" />}
      <Asked question={question} error={errors[0]?.message} />
      <div className="actions">
        <Button>{isLast ? words.seeResult : words.continue}</Button>
        {!["choice", "yes-no"].includes(question.kind) && (
          <Button kind="secondary" name="inconnu" value="1">
            {words.doesNotKnow}
          </Button>
        )}
        {isDone && (
          <Button kind="secondary" formAction={addressOf(frame, "resultat")}>
            {words.backToResult}
          </Button>
        )}
      </div>
      <div className="row">
        {place > 1 && (
          <Button kind="quiet" name="retour" value="1" formAction={addressOf(frame, place - 1)}>
            <Icon name="arrow-left" /> {words.back}
          </Button>
        )}
        <Button kind="quiet" name="passer" value="1">
          {words.pass}
        </Button>
        <Button kind="quiet" formAction={addressOf(frame, "lien")}>
          {words.later}
        </Button>
      </div>
      <Button kind="secondary" formAction={addressOf(frame, "rappel")}>
        <Icon name="phone-back" /> {words.stop}
      </Button>
    </Form>
    <p className="muted">{french(words.reassurance)}</p>
  </PublicPage>
);
