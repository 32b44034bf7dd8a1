import { french, type Frame } from "#ground";
import { Button, Form, Hidden, PublicPage, RadioGroup, ErrorSummary } from "#ground/screens";
import { deliveredAnswers, type Delivered } from "./outcome.ts";
import { outcomeWords } from "./outcome.words.ts";

const words = outcomeWords.fr.page;

export interface AnswerPageProps extends Frame {
  readonly address: string;
  readonly formKey: string;
  readonly mode: "handover" | "inform";
  readonly since: Date;
  /** What she said already; the question is shown again when she wants to change it. */
  readonly said: Delivered | undefined;
  readonly hasSatisfaction: boolean;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** Réponse de la personne : one question, three buttons, and thanks. Names neither the need nor the provider. */
export function AnswerPage({ address, formKey, mode, since, said, hasSatisfaction, errors = [], ...frame }: AnswerPageProps) {
  return (
    <PublicPage {...frame} title={words.title} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {said === undefined ? (
        <Question address={address} formKey={formKey} mode={mode} since={since} />
      ) : (
        <Thanks address={address} formKey={formKey} said={said} hasSatisfaction={hasSatisfaction} errors={errors} />
      )}
    </PublicPage>
  );
}

const Question = ({ address, formKey, mode, since }: Pick<AnswerPageProps, "address" | "formKey" | "mode" | "since">) => (
  <>
    <h1>{french(words[mode])}</h1>
    <p className="muted">{french(words.about(since))}</p>
    <Form action={address}>
      <Hidden name="cle" value={formKey} />
      <div className="doors" id="reponse">
        {deliveredAnswers.map((answer) => (
          <Button key={answer} kind="secondary" name="reponse" value={answer}>
            {words[answer]}
          </Button>
        ))}
      </div>
    </Form>
    <p className="hint">{french(words.nothingChanges)}</p>
  </>
);

const after: Readonly<Record<Delivered, string>> = { yes: words.thanksYes, partly: words.thanksPartly, no: words.thanksNo };

const Thanks = ({
  address,
  formKey,
  said,
  hasSatisfaction,
  errors,
}: {
  readonly address: string;
  readonly formKey: string;
  readonly said: Delivered;
  readonly hasSatisfaction: boolean;
  readonly errors: NonNullable<AnswerPageProps["errors"]>;
}) => (
  <>
    <h1>{french(words.thanks)}</h1>
    <p className="notice done">{french(words.said[said])}</p>
    <p className="lead">{french(after[said])}</p>
    {!hasSatisfaction && (
      <Form action={`${address}/avis`}>
        <Hidden name="cle" value={formKey} />
        <RadioGroup
          name="satisfaction"
          label={words.satisfaction}
          hint={words.satisfactionHint}
          error={errors[0]?.message}
          choices={(["4", "3", "2", "1"] as const).map((value) => ({ value, label: words.satisfactions[value] }))}
        />
        <Button kind="secondary">{words.send}</Button>
      </Form>
    )}
    <p>
      <a href={`${address}?changer=1`}>{words.change}</a>
    </p>
  </>
);

/** Lien qui ne mène plus à une question. */
export function NoQuestionPage({ isExpired, ...frame }: Frame & { readonly isExpired: boolean }) {
  return (
    <PublicPage {...frame} title={isExpired ? words.expired : words.unknown}>
      <h1>{french(isExpired ? words.expired : words.unknown)}</h1>
      <p className="lead">{french(isExpired ? words.expiredNext : words.unknownNext)}</p>
    </PublicPage>
  );
}
