import type { ReactElement } from "react";
import type { Frame } from "#ground";
import {
  Button,
  DangerNotice,
  ErrorSummary,
  Form,
  french,
  Hidden,
  Icon,
  PublicPage,
  TextArea,
  TextField,
  type FieldError,
} from "#ground/screens";
import { LocalBenefits } from "./LocalBenefits.screen.tsx";
import type { LocalBenefitsShown } from "./local-benefits.contract.ts";
import { localBenefitsWords } from "./local-benefits.words.ts";

const words = localBenefitsWords.fr;

export type PlaceOutcome =
  | { readonly kind: "nothing-asked" }
  | { readonly kind: "unknown"; readonly typed: string }
  | { readonly kind: "choose"; readonly choices: readonly { readonly name: string; readonly detail: string; readonly href: string }[] }
  | { readonly kind: "found"; readonly found: LocalBenefitsShown; readonly signalHref: string };

interface LocalBenefitsPageProps extends Frame {
  readonly typed: string;
  readonly outcome: PlaceOutcome;
  /** Something has just been signalled; with the numbers to call when what was written tells a danger. */
  readonly thanks: { readonly numbers: readonly string[] } | undefined;
}

/** Aides près de chez vous : a commune, and all that is published for it. No question, no script, nothing kept. */
export const LocalBenefitsPage = ({ typed, outcome, thanks, ...frame }: LocalBenefitsPageProps): ReactElement => (
  <PublicPage {...frame} title={outcome.kind === "found" ? words.near(outcome.found.commune.name) : words.title}>
    <h1>{french(outcome.kind === "found" ? words.near(outcome.found.commune.name) : words.title)}</h1>
    <p className="muted">{french(outcome.kind === "found" ? outcome.found.commune.detail : words.lead)}</p>
    {thanks && (
      <p className="notice done" role="status">
        {french(words.thanks)}
      </p>
    )}
    {thanks && thanks.numbers.length > 0 && <DangerNotice first={thanks.numbers} />}
    <search>
      <Form method="get" action={`${frame.prefix}/aides-locales`}>
        <TextField name="ou" label={words.where} hint={words.whereHint} value={typed} maxLength={120} autoComplete="postal-code" />
        <Button kind={outcome.kind === "found" ? "secondary" : "primary"}>
          <Icon name="search" /> {words.find}
        </Button>
      </Form>
    </search>
    <Outcome outcome={outcome} />
  </PublicPage>
);

const Outcome = ({ outcome }: { readonly outcome: PlaceOutcome }): ReactElement | null => {
  switch (outcome.kind) {
    case "nothing-asked":
      return null;
    case "unknown":
      return (
        <p className="notice careful" role="status">
          {french(words.unknownPlace(outcome.typed))}
        </p>
      );
    case "choose":
      return (
        <section className="stack">
          <h2>{french(words.which)}</h2>
          <p>{french(words.whichLead)}</p>
          <ul className="links">
            {outcome.choices.map(({ name, detail, href }) => (
              <li key={href}>
                <a href={href}>
                  <Icon name="pin" /> {french(`${name}, ${detail}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      );
    case "found":
      return (
        <section className="stack">
          <h2>{french(words.all)}</h2>
          {outcome.found.benefits.length === 0 && <p>{french(words.none)}</p>}
          <LocalBenefits found={outcome.found} signalHref={outcome.signalHref} />
        </section>
      );
  }
};

interface SignalPageProps extends Frame {
  readonly commune: { readonly code: string; readonly name: string; readonly detail: string };
  readonly back: string;
  readonly errors: readonly FieldError[];
  readonly typed: string;
  readonly formKey: string;
}

/** Signaler une aide : one sentence, and nothing about oneself. */
export const SignalPage = ({ commune, back, errors, typed, formKey, ...frame }: SignalPageProps): ReactElement => (
  <PublicPage {...frame} title={words.signalTitle} back={back} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    <h1>{french(words.signalTitle)}</h1>
    <p className="muted">{french(`${commune.name}, ${commune.detail}`)}</p>
    <p>{french(words.signalLead)}</p>
    <Form action={`${frame.prefix}/aides-locales/signaler`}>
      <Hidden name="cle" value={formKey} />
      <Hidden name="commune" value={commune.code} />
      <TextArea name="aide" label={words.signalField} value={typed} error={errors[0]?.message} maxLength={500} rows={3} />
      <Button>{words.send}</Button>
    </Form>
  </PublicPage>
);
