import { useState, type ReactElement } from "react";
import { navigate, RadioGroup, send, useLanguage } from "#ground/screens";
import { PersonSearch } from "#person/screens";
import { CreatedPersonContract } from "#person";
import { OpenedContactContract } from "./contact.contract.ts";
import { contactChannels } from "./contact.ts";
import { deskWords } from "./contact.words.ts";

interface Props {
  /** The services of the person signed in. */
  readonly services: readonly { readonly commissionerId: string; readonly name: string }[];
}

/** Noter un échange : by hand, without a phone system. With somebody found, somebody new, or somebody who does not say who she is. */
export function NewExchange({ services }: Props): ReactElement {
  const words = deskWords[useLanguage()];
  const [chosen, choose] = useState(services[0]?.commissionerId);
  const [error, setError] = useState("");
  const service = services.find((each) => each.commissionerId === chosen);
  if (!service) return <p className="empty">{words.noService}</p>;

  const begin = async (who: { readonly personId: string } | { readonly anonymous: true }): Promise<void> => {
    const form = new FormData(document.querySelector<HTMLFormElement>("#new-exchange") ?? undefined);
    const opened = await send(
      "/api/contacts",
      { commissionerId: service.commissionerId, channel: form.get("channel"), direction: form.get("direction"), ...who },
      OpenedContactContract,
    );
    if (opened.kind === "done") navigate(`/bureau/echanges/${opened.value.id}`);
    if (opened.kind === "refused") setError(opened.fields[0]?.sentence ?? opened.sentence);
  };
  const create = async (typed: string): Promise<void> => {
    const created = await send("/api/persons", { commissionerId: service.commissionerId, ...whatWasTyped(typed) }, CreatedPersonContract);
    if (created.kind === "done") await begin({ personId: created.value.id });
    if (created.kind === "refused") setError(created.fields[0]?.sentence ?? created.sentence);
  };

  return (
    <section className="stack" aria-labelledby="new-exchange-title">
      <div>
        <h1 id="new-exchange-title">{words.newExchange}</h1>
        <p className="muted">{words.newExchangeLead}</p>
      </div>
      {error !== "" && (
        <p className="error-summary" role="alert">
          {error}
        </p>
      )}
      <form
        id="new-exchange"
        className="panel form in-lines"
        onChange={(event) => {
          const form = new FormData(event.currentTarget);
          const value = form.get("commissionerId");
          if (typeof value === "string") choose(value);
        }}
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        {services.length > 1 && (
          <RadioGroup
            name="commissionerId"
            label={words.service}
            value={service.commissionerId}
            choices={services.map((each) => ({ value: each.commissionerId, label: each.name }))}
          />
        )}
        <RadioGroup
          name="channel"
          label={words.channel}
          value="call"
          choices={contactChannels.filter((channel) => channel !== "form").map((value) => ({ value, label: words.channels[value] }))}
        />
        <RadioGroup
          name="direction"
          label={words.direction}
          value="in"
          choices={(["in", "out"] as const).map((value) => ({ value, label: words.directions[value] }))}
        />
      </form>
      <div className="panel look-up">
        <h2>{words.who}</h2>
        <PersonSearch
          key={service.commissionerId}
          commissionerId={service.commissionerId}
          commissionerName={service.name}
          onChoose={(personId) => void begin({ personId })}
          onCreate={(typed) => void create(typed)}
          onAnonymous={() => void begin({ anonymous: true })}
        />
      </div>
    </section>
  );
}

/** What was looked for and not found begins the new file: a telephone, or a first name and a name. */
const whatWasTyped = (typed: string): { readonly phone?: string; readonly firstName?: string; readonly lastName?: string } => {
  if (typed === "") return {};
  if (/^[+\d][\d\s.\-/()]{5,}$/.test(typed)) return { phone: typed };
  const [firstName = "", ...rest] = typed.split(/\s+/);
  return rest.length === 0 ? { firstName } : { firstName, lastName: rest.join(" ") };
};
