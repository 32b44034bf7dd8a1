import { useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import { Icon, newKey, useLanguage, useResource, Waiting } from "#ground/screens";
import { EntitlementListsContract, type EntitlementListView } from "./entitlement.contract.ts";
import { entitlementScreenWords } from "./entitlement-screen.words.ts";

/** Listes d'ayants droit of one service: what is in service, what was refused and why, and a new one. */
export function EntitlementLists({ commissionerId }: { readonly commissionerId: string }): ReactElement {
  const words = entitlementScreenWords[useLanguage()];
  const lists = useResource(`/api/entitlement-lists?commissionerId=${commissionerId}`, EntitlementListsContract, {
    live: ["entitlement.changed"],
  });
  return (
    <section className="panel stack" aria-labelledby="lists-title">
      <h2 id="lists-title">{words.title}</h2>
      <p className="muted">{words.lead}</p>
      <Upload commissionerId={commissionerId} onEnd={lists.reload} />
      <Waiting for={lists}>
        {(value) => (value.lists.length === 0 ? <p className="empty">{words.empty}</p> : <Lists lists={value.lists} />)}
      </Waiting>
    </section>
  );
}

// A list of 200 MB takes minutes on a slow line: unlike other writes, it is sent without a time limit, and says how far it is.
const sendFile = (
  address: string,
  file: File,
  onPercent: (percent: number) => void,
): Promise<{ readonly status: number; readonly sentence: string | undefined }> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onPercent(Math.floor((100 * event.loaded) / event.total));
    };
    request.onloadend = () => {
      const answer = readAnswer(request.responseText);
      resolve({ status: request.status, sentence: answer["reason"] ?? answer["sentence"] });
    };
    request.open("POST", address);
    request.setRequestHeader("idempotency-key", newKey());
    const form = new FormData();
    form.append("fichier", file);
    request.send(form);
  });

const readAnswer = (text: string): Readonly<Record<string, string | undefined>> => {
  try {
    return JSON.parse(text) as Record<string, string | undefined>;
  } catch {
    return {};
  }
};

const Upload = ({ commissionerId, onEnd }: { readonly commissionerId: string; readonly onEnd: () => void }): ReactElement => {
  const words = entitlementScreenWords[useLanguage()];
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number>();
  const [error, setError] = useState<string>();
  const submit = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    setError(file ? undefined : words.chooseFile);
    if (!file || percent !== undefined) return;
    setPercent(0);
    const answer = await sendFile(`/api/entitlement-lists?commissionerId=${commissionerId}`, file, setPercent);
    setPercent(undefined);
    setError(answer.status === 0 ? words.cut : answer.sentence);
    onEnd();
  };
  return (
    <form
      className="form"
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={error ? "field wrong" : "field"}>
        <label className="label" htmlFor="fichier">
          {words.file}
        </label>
        {error && (
          <p className="field-error" id="fichier-erreur" role="alert">
            {error}
          </p>
        )}
        <input
          ref={input}
          className="input"
          id="fichier"
          name="fichier"
          type="file"
          accept=".csv,text/csv"
          {...(error ? { "aria-describedby": "fichier-erreur", "aria-invalid": true } : {})}
        />
      </div>
      <p className="actions">
        <button type="submit" className="button primary">
          {words.send}
        </button>
        <span className="status-line" role="status">
          {percent === undefined ? "" : words.sending(percent)}
        </span>
        {percent !== undefined && <progress max={100} value={percent} aria-label={words.send} />}
      </p>
    </form>
  );
};

const icons = { running: "half", current: "done", replaced: "dash", failed: "alert" } as const;
const looks = { running: "ask", current: "ok", replaced: "no", failed: "alert" } as const;

const Lists = ({ lists }: { readonly lists: readonly EntitlementListView[] }): ReactElement => {
  const language = useLanguage();
  const words = entitlementScreenWords[language];
  const count = new Intl.NumberFormat(language);
  const when = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });
  return (
    <ul className="rows">
      {lists.map((list) => (
        <li key={list.id} className="wrap">
          <span>
            <strong>{list.fileName}</strong>
            <br />
            <span className="tiny">{[when.format(new Date(list.importedAt)), list.importedBy].filter(Boolean).join(" · ")}</span>
          </span>
          <span>
            <span className={`state ${looks[list.state]}`}>
              <Icon name={icons[list.state]} /> {words.states[list.state]}
            </span>
            <br />
            <span className="tiny">
              {list.state === "running"
                ? words.reading(count.format(list.received))
                : `${words.columns.kept} ${count.format(list.kept)} · ${words.columns.refused} ${count.format(list.refused)}`}
            </span>
          </span>
          {list.failure !== undefined && <p className="field-error">{list.failure}</p>}
          {list.refusals.length > 0 && (
            <details>
              <summary>{words.refusals(list.refusals.length)}</summary>
              <ul className="report">
                {list.refusals.map((refusal) => (
                  <li key={refusal.line} className="report-line">
                    <strong>{words.line(refusal.line)}</strong> {refusal.reason}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
};
