import type { ReactElement, ReactNode } from "react";
import { french, Icon, telephoneLink } from "#ground/screens";
import { themeLabel } from "#situation";
import { dayInWords } from "../estimate/day-in-words.ts";
import { amountInWords } from "./benefit-change.ts";
import { conditionsInWords } from "./condition.words.ts";
import type { LocalBenefitShown, LocalBenefitsShown } from "./local-benefits.contract.ts";
import { localBenefitsWords } from "./local-benefits.words.ts";

const words = localBenefitsWords.fr;

interface LocalBenefitsProps {
  readonly found: LocalBenefitsShown;
  /** Where somebody says that she knows of one; nothing is offered when absent. */
  readonly signalHref?: string;
}

/**
 * Aides locales : a list of plain HTML, the same on the portal, on paper and beside a call. What she may ask for comes first, then what is
 * to be checked and which answer is missing, then the rest, folded. What silence means is always said.
 */
export const LocalBenefits = ({ found, signalHref }: LocalBenefitsProps): ReactElement => {
  const isAnswered = found.benefits.some(({ answer }) => answer !== undefined);
  return (
    <div className="stack">
      {isAnswered ? (
        groups.map((kind) => <Group key={kind} kind={kind} benefits={found.benefits.filter(({ answer }) => answer?.kind === kind)} />)
      ) : (
        <BenefitList benefits={found.benefits} />
      )}
      {isAnswered && <p className="muted small">{french(words.decides)}</p>}
      <Silence found={found} signalHref={signalHref} />
    </div>
  );
};

const groups = ["may-have", "to-check", "not"] as const;

const Group = ({
  kind,
  benefits,
}: {
  readonly kind: (typeof groups)[number];
  readonly benefits: readonly LocalBenefitShown[];
}): ReactElement | null => {
  if (benefits.length === 0) return null;
  if (kind === "not")
    return (
      <details>
        <summary>
          {french(words.groups.not)} ({benefits.length})
        </summary>
        <BenefitList benefits={benefits} />
      </details>
    );
  return (
    <section className="stack">
      <h3>{french(words.groups[kind])}</h3>
      <BenefitList benefits={benefits} />
    </section>
  );
};

const BenefitList = ({ benefits }: { readonly benefits: readonly LocalBenefitShown[] }): ReactElement | null =>
  benefits.length === 0 ? null : (
    <ul className="stack">
      {benefits.map((benefit) => (
        <li key={benefit.id} className="panel stack">
          <BenefitCard benefit={benefit} />
        </li>
      ))}
    </ul>
  );

const BenefitCard = ({ benefit }: { readonly benefit: LocalBenefitShown }): ReactElement => (
  <>
    <div>
      <p>
        <strong>{french(benefit.name)}</strong>
      </p>
      {benefit.amount && <p className="amount">{french(amountInWords(benefit.amount))}</p>}
      <p className="muted small">
        {french(`${benefit.territory.name} · ${themeLabel(benefit.theme)}`)}
        {benefit.isDemonstration && <> · {french(words.demonstration)}</>}
      </p>
    </div>
    <Answer benefit={benefit} />
    <Lines text={benefit.gives} />
    {benefit.answer === undefined && (
      <p className="small">
        {french(`${words.who} : `)}
        {french(whoInWords(benefit))}
      </p>
    )}
    <details>
      <summary>
        {french(words.ask)}
        <span className="visually-hidden"> : {benefit.name}</span>
      </summary>
      <Details benefit={benefit} />
    </details>
    <p className="muted small">
      {french((benefit.isToVerifyAgain ? words.toVerify : words.verified)(dayInWords(benefit.verifiedOn, "fr")))}
      {benefit.endsOn !== null && <> {french(words.until(dayInWords(benefit.endsOn, "fr")))}</>}
    </p>
  </>
);

const whoInWords = ({ conditions }: LocalBenefitShown): string =>
  conditions.length === 0 ? words.everyone : conditionsInWords(conditions);

const Answer = ({ benefit: { answer } }: { readonly benefit: LocalBenefitShown }): ReactElement | null => {
  if (answer?.kind === "to-check")
    return (
      <p className="state ask">
        <Icon name="half" /> {french(words.missing(answer.missing))}
      </p>
    );
  return answer?.kind === "not" ? <p className="small">{french(words.not(conditionsInWords(answer.because)))}</p> : null;
};

const Details = ({ benefit }: { readonly benefit: LocalBenefitShown }): ReactElement => {
  const { ask } = benefit;
  return (
    <dl className="facts definition">
      <Fact name={words.who}>
        <Lines text={[whoInWords(benefit), benefit.otherConditions].filter((line) => line !== "").join("\n")} />
      </Fact>
      <Fact name={words.ask}>
        {french(ask.body)}
        {ask.phone !== "" && (
          <>
            <br />
            <a href={telephoneLink(ask.phone)}>{french(ask.phone)}</a>
          </>
        )}
        {ask.mail !== "" && (
          <>
            <br />
            <a href={`mailto:${ask.mail}`}>{ask.mail}</a>
          </>
        )}
        {ask.address !== "" && <Lines text={ask.address} />}
      </Fact>
      {ask.hours !== "" && (
        <Fact name={words.hours}>
          <Lines text={ask.hours} />
        </Fact>
      )}
      {benefit.bring.length > 0 && (
        <Fact name={words.bring}>
          <ul className="bullets">
            {benefit.bring.map((each) => (
              <li key={each}>{french(each)}</li>
            ))}
          </ul>
        </Fact>
      )}
      {benefit.sourceUrl !== "" && (
        <Fact name={words.source}>
          <a href={benefit.sourceUrl} rel="noreferrer">
            {new URL(benefit.sourceUrl).hostname}
          </a>
        </Fact>
      )}
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <div>
    <dt>{french(name)}</dt>
    <dd>{children}</dd>
  </div>
);

/** What was typed on several lines is shown so; whatever looks like HTML is shown as it was typed. */
const Lines = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {text.split("\n").map((line, at) => (
      // Lines have no other name than their place, and never move.
      <p key={`${at} ${line}`}>{french(line)}</p>
    ))}
  </>
);

/** What is not there: nothing offered, or not looked at yet. Never one for the other. */
const Silence = ({ found, signalHref }: { readonly found: LocalBenefitsShown; readonly signalHref: string | undefined }): ReactElement => {
  const notOffered = found.coverage.flatMap(({ theme, coverage }) =>
    coverage.kind === "not-offered" ? [{ theme, on: coverage.lookedOn }] : [],
  );
  const notCatalogued = found.coverage.filter(({ coverage }) => coverage.kind === "not-catalogued");
  const oldest = notOffered.map(({ on }) => on).toSorted()[0];
  return (
    <>
      {oldest !== undefined && (
        <section className="stack">
          <h3>{french(words.notOffered)}</h3>
          <p>{french(words.notOfferedLead(dayInWords(oldest, "fr")))}</p>
          <p className="small">{french(words.themes(notOffered.map(({ theme }) => themeLabel(theme))))}</p>
        </section>
      )}
      {notCatalogued.length > 0 && (
        <section className="stack">
          <h3>{french(words.notYet)}</h3>
          <p>{french(words.notYetLead)}</p>
          {found.coverage.length > 1 && (
            <p className="small muted">{french(words.themes(notCatalogued.map(({ theme }) => themeLabel(theme))))}</p>
          )}
        </section>
      )}
      {signalHref !== undefined && (
        <p>
          <a href={signalHref}>{french(words.signal)}</a>
        </p>
      )}
    </>
  );
};
