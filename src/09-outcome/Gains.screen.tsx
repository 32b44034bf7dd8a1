import { useState, type ReactElement } from "react";
import { eurosFromCents } from "#ground";
import { french, Icon, useLanguage, useResource, Waiting, useDeed } from "#ground/screens";
import { outcomeDeskWords } from "./desk.words.ts";
import { isInEuros } from "./gain.ts";
import { GainForm } from "./GainForm.screen.tsx";
import { DoneContract, GainsContract, type GainsShown } from "./outcome.contract.ts";

type GainShown = GainsShown["gains"][number];

/**
 * Gains d'une personne : money over a year, what is proven apart from what is said; and beside it, of the same size, what is not counted
 * in euros.
 * @param situationId where a new gain is noted; undefined, the list only shows
 */
export function Gains(props: { readonly personId: string; readonly situationId?: string }): ReactElement {
  const words = outcomeDeskWords[useLanguage()];
  const resource = useResource(`/api/persons/${props.personId}/gains`, GainsContract, { live: ["gain."] });
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="panel stack" aria-label={words.gains}>
      <div className="panel-head">
        <h2>{words.gains}</h2>
        {props.situationId !== undefined && (
          <button
            type="button"
            className="button compact"
            aria-expanded={isAdding}
            onClick={() => {
              setAdding(!isAdding);
            }}
          >
            <Icon name="plus" /> {words.add}
          </button>
        )}
      </div>
      {isAdding && props.situationId !== undefined && (
        <GainForm
          situationId={props.situationId}
          onEnd={(isSaved) => {
            setAdding(false);
            if (isSaved) resource.reload();
          }}
        />
      )}
      <Waiting for={resource}>
        {(shown) =>
          shown.gains.length === 0 ? <p className="muted">{french(words.noGains)}</p> : <Shown shown={shown} reload={resource.reload} />
        }
      </Waiting>
    </section>
  );
}

const Shown = ({ shown, reload }: { readonly shown: GainsShown; readonly reload: () => void }): ReactElement => {
  const words = outcomeDeskWords[useLanguage()];
  const inEuros = shown.gains.filter((gain) => isInEuros(gain.kind));
  const besides = shown.gains.filter((gain) => !isInEuros(gain.kind));
  return (
    <>
      {inEuros.length > 0 && <Totals shown={shown} />}
      <div className="side-by-side">
        {inEuros.length > 0 && <List title={words.inMoney} gains={inEuros} reload={reload} />}
        {besides.length > 0 && <List title={words.besides} gains={besides} reload={reload} />}
      </div>
    </>
  );
};

const Totals = ({ shown }: { readonly shown: GainsShown }): ReactElement => {
  const language = useLanguage();
  const words = outcomeDeskWords[language];
  const { money, avoidedCost } = shown.perYear;
  const avoided = avoidedCost.declared + avoidedCost.estimated + avoidedCost.proven;
  return (
    <dl className="figures">
      {(["proven", "declared", "estimated"] as const)
        .filter((basis) => basis === "proven" || money[basis] > 0)
        .map((basis) => (
          <Figure key={basis} name={words[basis]} cents={money[basis]} />
        ))}
      {avoided > 0 && <Figure name={words.avoided} cents={avoided} />}
    </dl>
  );
};

const Figure = ({ name, cents }: { readonly name: string; readonly cents: number }): ReactElement => {
  const language = useLanguage();
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        {eurosFromCents(cents, language)} <small>{outcomeDeskWords[language].perYear.toLowerCase()}</small>
      </dd>
    </div>
  );
};

const List = ({
  title,
  gains,
  reload,
}: {
  readonly title: string;
  readonly gains: readonly GainShown[];
  readonly reload: () => void;
}): ReactElement => (
  <div>
    <h3>{french(title)}</h3>
    <ul className="rows">
      {gains.map((gain) => (
        <Line key={gain.id} gain={gain} reload={reload} />
      ))}
    </ul>
  </div>
);

const Line = ({ gain, reload }: { readonly gain: GainShown; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const words = outcomeDeskWords[language];
  const { act, problem } = useDeed();
  const withdraw = async (): Promise<void> => {
    if (await act(`/api/gains/${gain.id}/withdraw`, {}, DoneContract)) reload();
  };
  const amount = gain.amount
    ? `${eurosFromCents(gain.amount.cents, language)} ${words.periods[gain.amount.period]}`
    : words.kinds[gain.kind];
  return (
    <li className="row between wrap">
      <span>
        <strong>{gain.label}</strong>
        <span className="tiny">
          {" "}
          {amount} · {words.bases[gain.basis]}
        </span>
        {problem && (
          <span className="field-error" role="alert">
            {french(problem.sentence)}
          </span>
        )}
      </span>
      <button type="button" className="button quiet compact" aria-label={`${words.withdraw} ${gain.label}`} onClick={() => void withdraw()}>
        {words.withdraw}
      </button>
    </li>
  );
};
