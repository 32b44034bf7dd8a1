import type { ReactElement, ReactNode } from "react";
import { adviceWords, numberWords } from "./advice.words.ts";
import { ButtonLink } from "./look/Form.screen.tsx";
import { telephoneLink } from "./look/Page.screen.tsx";
import { dangerNumbers, type DangerNumber } from "./look/page.words.ts";
import { french } from "./look/typography.ts";

const words = adviceWords.fr;

interface DangerNoticeProps {
  /** The numbers for this danger, the best one first; none when we cannot tell. */
  readonly first?: readonly string[];
  readonly isPageTitle?: boolean;
  /** How to be called back, before the other numbers. */
  readonly children?: ReactNode;
}

/**
 * Danger lu dans ce qui est écrit : on the very page that follows. The numbers that answer best come first with who answers, then the
 * callback, then the other numbers. Nothing is dialled by itself, and nobody is told.
 */
export const DangerNotice = ({ first = [], isPageTitle = false, children }: DangerNoticeProps): ReactElement => {
  const best = first.flatMap((number) => dangerNumbers.filter((each) => each.number === number));
  const others = dangerNumbers.filter((each) => !best.includes(each));
  return (
    <section className="stack" aria-labelledby="numeros-titre">
      {isPageTitle ? <h1 id="numeros-titre">{words.calls.title}</h1> : <h2 id="numeros-titre">{words.calls.title}</h2>}
      <p className="lead">{french(words.calls.lead)}</p>
      {best.map((each) => (
        <div key={each.number} className="row">
          <ButtonLink href={linkTo(each)} kind="danger">
            {each.isText ? words.urgency.textTo(each.number) : words.urgency.call(each.number)}
          </ButtonLink>
          <p>{french(numberWords[each.number] ?? each.who)}</p>
        </div>
      ))}
      {children}
      {best.length === 0 ? (
        <>
          <h3>{words.calls.all}</h3>
          <Numbers numbers={others} />
        </>
      ) : (
        <details>
          <summary>{words.calls.others}</summary>
          <Numbers numbers={others} />
        </details>
      )}
    </section>
  );
};

const Numbers = ({ numbers }: { readonly numbers: readonly DangerNumber[] }): ReactElement => (
  <ul className="danger-numbers">
    {numbers.map((each) => (
      <li key={each.number}>
        <a href={linkTo(each)}>{each.number}</a> <span>{french(each.who)}</span>
      </li>
    ))}
  </ul>
);

const linkTo = ({ number, isText }: DangerNumber): string => (isText ? `sms:${number}` : telephoneLink(number));
