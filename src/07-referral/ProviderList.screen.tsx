import { useState, type ReactElement } from "react";
import { french, Icon, useResource, Waiting } from "#ground/screens";
import { needLabel } from "#situation";
import { useSaid } from "./desk/words.ts";
import { ProviderListContract, type ProviderShown } from "./provider.contract.ts";
import { ProviderForm } from "./ProviderForm.screen.tsx";

/** Prestataires : who may be asked today, how each keeps its promises, and the form to add or edit one. For supervisors. */
export function ProviderList(props: { readonly commissionerId: string }): ReactElement {
  const { providers: words } = useSaid();
  const resource = useResource(`/api/providers?commissionerId=${props.commissionerId}`, ProviderListContract, {
    live: ["provider.changed"],
  });
  const [editing, setEditing] = useState<string>();
  const [saved, setSaved] = useState(false);
  const end = (isSaved: boolean): void => {
    setEditing(undefined);
    setSaved(isSaved);
    if (isSaved) resource.reload();
  };
  return (
    <section className="panel stack" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <button
          type="button"
          className="button compact"
          aria-expanded={editing === "new"}
          onClick={() => {
            setEditing("new");
          }}
        >
          <Icon name="plus" /> {words.add}
        </button>
      </div>
      <p role="status" className="status-line">
        {saved ? words.saved : ""}
      </p>
      {editing === "new" && <ProviderForm commissionerId={props.commissionerId} onEnd={end} />}
      <Waiting for={resource}>
        {(providers) =>
          providers.length === 0 ? (
            <p className="empty">{french(words.empty)}</p>
          ) : (
            <ul className="stack">
              {providers.map((provider) => (
                <li key={provider.id} className="panel">
                  {editing === provider.id ? (
                    <ProviderForm commissionerId={props.commissionerId} provider={provider} onEnd={end} />
                  ) : (
                    <Line
                      provider={provider}
                      onEdit={() => {
                        setSaved(false);
                        setEditing(provider.id);
                      }}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
}

const Line = ({ provider, onEdit }: { readonly provider: ProviderShown; readonly onEdit: () => void }): ReactElement => {
  const { providers: words } = useSaid();
  const { reliability } = provider;
  return (
    <div className="stack">
      <div className="row between wrap">
        <strong>{provider.name}</strong>
        <State provider={provider} />
        <button type="button" className="button compact" aria-label={`${words.edit} ${provider.name}`} onClick={onEdit}>
          <Icon name="pencil" /> {words.edit}
        </button>
      </div>
      <p className="small">
        {provider.needs.map(needLabel).join(", ")} · {provider.zone.join(", ")}
      </p>
      <p className="tiny">
        {provider.phone} · {provider.mail} · {words.kept} : {words.keptOf(reliability.kept, reliability.outOf)} ·{" "}
        {reliability.weight === 1 ? words.full1 : words.half(reliability.offersToRecover)}
      </p>
    </div>
  );
};

const State = ({ provider }: { readonly provider: ProviderShown }): ReactElement => {
  const { providers: words } = useSaid();
  const [tone, mark, said] = !provider.isApprovedToday
    ? (["no", "dash", words.notApproved] as const)
    : provider.isPausedToday
      ? (["ask", "pause", words.paused] as const)
      : provider.isFullToday
        ? (["ask", "full", words.full] as const)
        : (["ok", "done", words.available] as const);
  return (
    <span className={`state ${tone}`}>
      <Icon name={mark} /> {said}
    </span>
  );
};
