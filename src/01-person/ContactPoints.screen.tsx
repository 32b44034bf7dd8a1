import { useState, type ReactElement, type SyntheticEvent } from "react";
import { ErrorSummary, Select, send, TextField, useLanguage, useResource, Waiting, type FieldError } from "#ground/screens";
import { PersonContract, type PersonFile } from "./person.contract.ts";
import { personWords } from "./person.words.ts";
import { phoneInPairs } from "./phone.ts";

type Point = PersonFile["contactPoints"][number];

/** Pour la joindre : each means of contact, whose it is, whether a message may be left, and one more. */
export function ContactPoints({ personId }: { readonly personId: string }): ReactElement {
  const words = personWords[useLanguage()];
  const file = useResource(`/api/persons/${personId}?purpose=follow-up`, PersonContract, { live: ["person.changed"] });
  return (
    <section className="panel stack" aria-labelledby="points-title">
      <h2 id="points-title">{words.contactPoints}</h2>
      <Waiting for={file}>
        {(person) => (
          <>
            <ul className="rows">
              {person.contactPoints.map((point) => (
                <PointLine key={point.id} personId={person.id} point={point} reload={file.reload} />
              ))}
            </ul>
            <NewPoint key={person.contactPoints.length} personId={person.id} reload={file.reload} />
          </>
        )}
      </Waiting>
    </section>
  );
}

const PointLine = ({
  personId,
  point,
  reload,
}: {
  readonly personId: string;
  readonly point: Point;
  readonly reload: () => void;
}): ReactElement => {
  const words = personWords[useLanguage()];
  const shown = point.channel === "phone" ? phoneInPairs(point.value) : point.value;
  const change = (path: string, body: object): void => {
    void send(`/api/persons/${personId}/contact-points/${point.id}${path}`, body).then(reload);
  };
  return (
    <li className="wrap point">
      <span>
        <strong>{shown}</strong> <span className="tiny">{words.holders[point.holder]}</span>
      </span>
      <label className="row">
        <input
          type="checkbox"
          checked={point.isSafeForMessage}
          onChange={(event) => {
            change("", { isSafeForMessage: event.currentTarget.checked });
          }}
        />
        {words.safe}
      </label>
      <button
        type="button"
        className="button quiet compact"
        onClick={() => {
          change("/end", {});
        }}
      >
        {words.endPoint} <span className="visually-hidden">{shown}</span>
      </button>
    </li>
  );
};

const NewPoint = ({ personId, reload }: { readonly personId: string; readonly reload: () => void }): ReactElement => {
  const words = personWords[useLanguage()];
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const add = async (form: FormData): Promise<void> => {
    const sent = await send(`/api/persons/${personId}/contact-points`, {
      channel: form.get("channel"),
      value: form.get("value"),
      holder: form.get("holder"),
    });
    if (sent.kind === "done") reload();
    if (sent.kind === "refused") setErrors([{ field: "value", message: sent.fields[0]?.sentence ?? sent.sentence }]);
  };
  return (
    <form
      className="form in-lines"
      noValidate
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        void add(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary errors={errors} />
      <h3>{words.addPoint}</h3>
      <div className="fields">
        <Select
          name="channel"
          label={words.kindOfPoint}
          choices={[
            { value: "phone", label: words.phone },
            { value: "mail", label: words.mail },
            { value: "address", label: words.address },
          ]}
        />
        <TextField name="value" label={words.valueOfPoint} width="medium" maxLength={300} error={errors[0]?.message} />
        <Select
          name="holder"
          label={words.holder}
          choices={(["self", "shared", "trusted"] as const).map((value) => ({ value, label: words.holders[value] }))}
        />
      </div>
      <button type="submit" className="button">
        {words.save}
      </button>
    </form>
  );
};
