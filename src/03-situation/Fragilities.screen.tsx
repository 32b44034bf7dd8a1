import type { ReactElement } from "react";
import { french, Icon, Refused, useDeed, useLanguage, useResource, Waiting } from "#ground/screens";
import { dateSaid, useSaid } from "./desk/words.ts";
import { FragilitiesContract, type FragilityShown } from "./fragility.contract.ts";
import { fragilityWords } from "./fragility.words.ts";
import { currentGrid } from "./grid.ts";
import { needLabel } from "./taxonomy.ts";

type Facts = FragilityShown["facts"];
type Act = ReturnType<typeof useDeed>["done"];

/** Ce qui fragilise : for each line, the facts that were said; a human confirms or removes. No figure, no rank. */
export const Fragilities = (props: { readonly situationId: string }): ReactElement => {
  const words = fragilityWords[useLanguage()];
  const path = `/api/situations/${props.situationId}/fragilities`;
  const resource = useResource(path, FragilitiesContract, { live: ["situation.changed", "fragility.changed"] });
  const { done: act, sentence: problem } = useDeed(resource.reload);
  return (
    <section className="panel fragilities" aria-label={words.title}>
      <div className="panel-head">
        <h2 className="row">
          <Icon name="half" /> {words.title}
        </h2>
      </div>
      <Waiting for={resource}>
        {({ lines }) =>
          lines.length === 0 ? (
            <p className="muted small">{words.none}</p>
          ) : (
            <ul className="briefs">
              {lines.map((line) => (
                <Line key={line.fragility} line={line} path={path} act={act} />
              ))}
            </ul>
          )
        }
      </Waiting>
      <Refused sentence={problem} />
    </section>
  );
};

const looks = { "to-confirm": ["ask", "todo"], confirmed: ["ok", "done"], removed: ["no", "dash"] } as const;

const Line = ({ line, path, act }: { readonly line: FragilityShown; readonly path: string; readonly act: Act }): ReactElement => {
  const language = useLanguage();
  const words = fragilityWords[language];
  const name = words.names[line.fragility];
  const [look, icon] = looks[line.state];
  const last = line.history[0];
  const judge = (verdict: "confirmed" | "removed"): void => void act(path, { fragility: line.fragility, verdict });
  return (
    <li className="brief">
      <div className="brief-head">
        <strong>{name}</strong>
        <span className={`state ${look}`}>
          <Icon name={icon} />
          {last === undefined || line.state === "to-confirm"
            ? words.states[line.state]
            : words.by(words.states[line.state], last.by, dateSaid(last.at, language))}
        </span>
      </div>
      <div className="brief-said">
        <span className="small">
          <span className="muted">{french(words.why)}</span> <FactsSaid facts={line.facts} />
        </span>
        <span className="row">
          {line.state === "confirmed" ? null : (
            <button
              type="button"
              className="button compact"
              aria-label={words.confirmOf(name)}
              onClick={() => {
                judge("confirmed");
              }}
            >
              {words.confirm}
            </button>
          )}
          {line.state === "removed" ? null : (
            <button
              type="button"
              className="button quiet compact"
              aria-label={words.removeOf(name)}
              onClick={() => {
                judge("removed");
              }}
            >
              {words.remove}
            </button>
          )}
        </span>
      </div>
      {line.history.length < 2 ? null : (
        <details className="small">
          <summary>{words.history}</summary>
          <ul>
            {line.history.map((each) => (
              <li key={each.at}>
                {words.by(words.states[each.verdict], each.by, dateSaid(each.at, language))}, <FactsSaid facts={each.facts} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

const FactsSaid = ({ facts }: { readonly facts: Facts }): ReactElement => {
  const words = fragilityWords[useLanguage()];
  const { named } = useSaid();
  const said = facts.map((fact) => {
    if (fact.kind === "need") return needLabel(fact.need);
    if (fact.kind === "urgency") return named.urgencyMotives[fact.motive];
    if (fact.kind === "emotion") return words.felt(named.emotions[fact.emotion], named.intensities[fact.intensity]);
    const domain = currentGrid.domains.find((each) => each.id === fact.domain)?.label ?? fact.domain;
    return words.tour(domain, currentGrid.states.find((each) => each.id === fact.state)?.label ?? fact.state);
  });
  return <>{french(said.join(" · "))}</>;
};
