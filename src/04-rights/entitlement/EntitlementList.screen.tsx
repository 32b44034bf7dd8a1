import { useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import { ask, french, Link, navigate, TextField, useLanguage, useNow, useResource, useShortcuts, Waiting } from "#ground/screens";
import { daysSaid } from "./entitlement-said.ts";
import { LookAtContract, NumberContract, type LookAtShown } from "./entitlement.contract.ts";
import { EntitlementState } from "./EntitlementState.screen.tsx";
import { entitlementWords } from "./entitlement.words.ts";

interface Service {
  readonly commissionerId: string;
  readonly name: string;
}
interface Props {
  readonly services: readonly Service[];
  /** Where models are kept, for whom may. */
  readonly modelsPlace: string | undefined;
}

/** Cartes et droits : what awaits somebody, over all the services served, by end date; and a card found by its number. */
export const EntitlementList = ({ services, modelsPlace }: Props): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const shown = useResource("/api/entitlements", LookAtContract, { live: ["card."] });
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{words.list.title}</h1>
          <p className="muted">{french(words.list.intro)}</p>
        </div>
        {modelsPlace === undefined ? null : (
          <div className="actions">
            <Link className="button" to={modelsPlace}>
              {words.list.models}
            </Link>
          </div>
        )}
      </header>
      <div className="with-aside">
        <div>
          <Waiting for={shown}>
            {(value) => (value.entitlements.length === 0 ? <Nothing /> : <Lines entitlements={value.entitlements} />)}
          </Waiting>
        </div>
        <div>
          <FindCard services={services} />
        </div>
      </div>
    </>
  );
};

const Nothing = (): ReactElement => {
  const { list: words } = entitlementWords[useLanguage()];
  return (
    <div className="panel empty">
      <p>{french(words.empty)}</p>
      <p className="muted small">{french(words.emptyMore)}</p>
      <Link className="button" to="/bureau/personnes">
        {words.files}
      </Link>
    </div>
  );
};

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

const Lines = ({ entitlements }: { readonly entitlements: LookAtShown["entitlements"] }): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  const list = useRef<HTMLUListElement>(null);
  const today = parisDay.format(useNow(60));
  // J and K walk the links themselves, so that Enter opens and a screen reader follows.
  const step = (by: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a[data-line]") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useShortcuts({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
  });
  return (
    <section className="panel stack" aria-label={words.list.title}>
      <ul className="briefs" ref={list}>
        {entitlements.map((each) => (
          <li key={each.id} className="brief">
            <div className="brief-head">
              <Link to={`/bureau/cartes/${each.id}`} data-line="">
                {each.personName}
              </Link>
              <EntitlementState state={each.state} />
            </div>
            <p className="brief-said">
              {french(
                [each.modelName, each.to === null ? words.list.newTask : daysSaid(each.to, today, language), each.commissionerName].join(
                  " · ",
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="shortcut-hint tiny muted">{words.list.keys}</p>
    </section>
  );
};

/** Somebody reads her number aloud: her card is found, replaced or not. Each service is asked in turn; numbers are never listed. */
const FindCard = ({ services }: { readonly services: readonly Service[] }): ReactElement => {
  const { list: words } = entitlementWords[useLanguage()];
  const [said, say] = useState("");
  const find = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("number");
    if (typeof typed !== "string" || typed.trim() === "") return;
    let refused = "";
    for (const { commissionerId } of services) {
      const found = await ask(`/api/card-numbers?commissionerId=${commissionerId}&number=${encodeURIComponent(typed)}`, NumberContract);
      if (found.kind === "done") {
        navigate(`/bureau/cartes/${found.value.entitlementId}`);
        return;
      }
      if (found.kind === "refused") refused = found.sentence;
    }
    say(refused);
  };
  return (
    <section className="panel" aria-label={words.find}>
      <h2>{words.find}</h2>
      <form className="stack" noValidate onSubmit={(event) => void find(event)}>
        <TextField name="number" label={words.number} hint={words.numberHint} maxLength={20} autoComplete="off" width="medium" />
        <div className="actions">
          <button type="submit" className="button">
            {words.search}
          </button>
        </div>
        <p className="status-line when-said" role="status">
          {french(said)}
        </p>
      </form>
    </section>
  );
};
