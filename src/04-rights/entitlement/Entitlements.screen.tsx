import { useState, type ReactElement, type SyntheticEvent } from "react";
import { z } from "zod";
import { french, Icon, Link, Refused, SaveOrCancel, Select, useDeed, useLanguage, useResource, Waiting } from "#ground/screens";
import type { FindPlaces } from "../register/IdentityForm.screen.tsx";
import { questionSaid } from "../register/question-said.ts";
import { datesSaid } from "./entitlement-said.ts";
import { EntitlementsContract, type CardModelShown, type EntitlementShown, type EntitlementsShown } from "./entitlement.contract.ts";
import { EntitlementGestures } from "./EntitlementGestures.screen.tsx";
import { EntitlementState } from "./EntitlementState.screen.tsx";
import { entitlementWords } from "./entitlement.words.ts";

/** Droits et cartes d'une personne : where each stands and until when, what may be done at once, and the way to ask for another. */
export const Entitlements = (props: { readonly personId: string; readonly findPlaces: FindPlaces }): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const shown = useResource(`/api/persons/${props.personId}/entitlements`, EntitlementsContract, {
    live: ["card.", "card-model.", "register-check.", "consent."],
  });
  return (
    <section className="panel stack" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <Link className="inline-link" to="/bureau/cartes">
          {words.all}
        </Link>
      </div>
      <Waiting for={shown}>
        {(value) => (
          <>
            {value.entitlements.length === 0 ? <p className="muted small">{french(words.none)}</p> : null}
            <ul className="briefs">
              {value.entitlements.map((each) => (
                <Line key={each.id} shown={each} findPlaces={props.findPlaces} reload={shown.reload} />
              ))}
            </ul>
            <Request shown={value} reload={shown.reload} />
          </>
        )}
      </Waiting>
    </section>
  );
};

const Line = (props: { readonly shown: EntitlementShown; readonly findPlaces: FindPlaces; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const { shown } = props;
  return (
    <li className="brief">
      <div className="brief-head">
        <Link to={`/bureau/cartes/${shown.id}`}>{french(shown.modelName)}</Link>
        <EntitlementState state={shown.state} />
      </div>
      <p className="brief-said">{french(datesSaid(shown, language))}</p>
      <EntitlementGestures shown={shown} findPlaces={props.findPlaces} onChange={props.reload} />
    </li>
  );
};

const IdContract = z.object({ id: z.string() });

const Request = ({ shown, reload }: { readonly shown: EntitlementsShown; readonly reload: () => void }): ReactElement | null => {
  const words = entitlementWords[useLanguage()];
  const [isAsking, setAsking] = useState(false);
  const { act, sentence } = useDeed(reload);
  if (!shown.isNamed) return null;
  if (shown.models.length === 0) return shown.entitlements.length === 0 ? <p className="muted small">{french(words.noModel)}</p> : null;
  if (!isAsking)
    return (
      <button
        type="button"
        className="button compact"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Icon name="plus" /> {words.requestOf}
      </button>
    );
  const request = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const modelId = new FormData(event.currentTarget).get("modelId");
    if (await act(`/api/persons/${shown.personId}/entitlements`, { modelId }, IdContract)) setAsking(false);
  };
  return (
    <form className="stack" onSubmit={(event) => void request(event)}>
      <ModelChoice models={shown.models} />
      <SaveOrCancel
        save={words.request}
        cancel={words.cancel}
        onCancel={() => {
          setAsking(false);
        }}
      />
      <Refused sentence={sentence} />
    </form>
  );
};

const ModelChoice = ({ models }: { readonly models: readonly CardModelShown[] }): ReactElement => {
  const language = useLanguage();
  const words = entitlementWords[language];
  return (
    <Select
      name="modelId"
      label={words.which}
      value={models[0]?.id}
      choices={models.map((model) => ({
        value: model.id,
        label: `${model.name} · ${words.models.monthsOf(model.months)} · ${
          model.register === null ? words.models.noCondition : questionSaid({ register: model.register, atMost: model.atMost }, language)
        }`,
      }))}
    />
  );
};
