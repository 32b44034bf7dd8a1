import { useState, type ReactElement, type SyntheticEvent } from "react";
import { z } from "zod";
import {
  errorIn,
  errorsIn,
  ErrorSummary,
  french,
  Icon,
  SaveOrCancel,
  Select,
  TextField,
  useDeed,
  useLanguage,
  useNow,
} from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import { documentKinds } from "./document.ts";
import { documentSaid, questionSaid } from "./question-said.ts";
import type { DocumentShown } from "./register.contract.ts";
import { registerWords } from "./register.words.ts";
import type { Register } from "./register.ts";

/** Justificatifs déjà vus : what is proven and until when, so that nobody asks again; no file is kept. */
export const Documents = (props: {
  readonly personId: string;
  readonly documents: readonly DocumentShown[];
  readonly reload: () => void;
}): ReactElement => {
  const words = registerWords[useLanguage()];
  const [isNoting, setNoting] = useState(false);
  const seen = props.documents.filter((document) => document.provenance !== "register");
  return (
    <section className="stack" aria-label={words.documents}>
      <h3>{words.documents}</h3>
      {seen.length === 0 ? <p className="muted small">{french(words.noDocument)}</p> : null}
      <ul className="briefs">
        {seen.map((document) => (
          <Line key={document.id} document={document} reload={props.reload} />
        ))}
      </ul>
      {isNoting ? (
        <DocumentForm
          personId={props.personId}
          onEnd={() => {
            setNoting(false);
            props.reload();
          }}
        />
      ) : (
        <button
          type="button"
          className="button compact"
          onClick={() => {
            setNoting(true);
          }}
        >
          <Icon name="plus" /> {words.noteDocument}
        </button>
      )}
    </section>
  );
};

const Line = ({ document, reload }: { readonly document: DocumentShown; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const words = registerWords[language];
  const { done, sentence } = useDeed(reload);
  const end =
    document.validUntil === null
      ? words.noEnd
      : document.holds
        ? words.until(dayInWords(document.validUntil, language))
        : words.ended(dayInWords(document.validUntil, language));
  const name = documentSaid(document, language);
  return (
    <li className="brief">
      <div className="brief-head">
        <strong>{french(name)}</strong>
        <button
          type="button"
          className="button quiet compact"
          aria-label={`${words.withdraw} ${name}`}
          onClick={() => void done(`/api/documents/${document.id}/withdraw`, {})}
        >
          {words.withdraw}
        </button>
      </div>
      <p className="brief-said">
        {french(
          [
            words.seen(dayInWords(document.seenOn, language), document.seenBy),
            end,
            document.from,
            document.uses.length === 0 ? undefined : words.uses(document.uses.length),
          ]
            .filter(Boolean)
            .join(" · "),
        )}
      </p>
      {sentence === "" ? null : (
        <span className="field-error" role="alert">
          {french(sentence)}
        </span>
      )}
    </li>
  );
};

const IdContract = z.object({ id: z.string() });
const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

/** What was seen, when, and until when it serves. */
export const DocumentForm = (props: {
  readonly personId: string;
  /** What must be shown, when a card asks for it: then nothing else is chosen. */
  readonly asked?: { readonly register: Register; readonly atMost: number | null };
  readonly onEnd: (isNoted: boolean) => void;
}): ReactElement => {
  const language = useLanguage();
  const words = registerWords[language];
  const { act, problem } = useDeed();
  const [fingerprint, setFingerprint] = useState<string>();
  const today = parisDay.format(useNow(60));
  const errorOf = (field: string): string | undefined => errorIn(problem, field);
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value.trim() : "";
    };
    const body = {
      kind: props.asked?.register ?? text("kind"),
      ...(props.asked?.atMost == null ? {} : { atMost: props.asked.atMost }),
      provenance: text("provenance"),
      seenOn: text("seenOn"),
      validUntil: text("validUntil") === "" ? null : text("validUntil"),
      ...(text("from") === "" ? {} : { from: text("from") }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    };
    if (await act(`/api/persons/${props.personId}/documents`, body, IdContract)) props.onEnd(true);
  };
  // A quotient is compared with an amount: its paper is noted from the card that asks for it.
  const kinds = documentKinds.filter((kind) => kind !== "quotient_familial");
  return (
    <form className="form" noValidate onSubmit={(event) => void save(event)}>
      <p className="hint">{french(words.noFile)}</p>
      <ErrorSummary errors={errorsIn(problem, "kind")} />
      {props.asked === undefined ? (
        <Select
          name="kind"
          label={words.kind}
          value="home"
          choices={kinds.map((kind) => ({ value: kind, label: documentSaid({ kind, atMost: null }, language) }))}
          error={errorOf("kind")}
        />
      ) : (
        <p>
          <strong>{french(questionSaid(props.asked, language))}</strong>
        </p>
      )}
      <Select
        name="provenance"
        label={words.provenance}
        value="person"
        choices={(["person", "body"] as const).map((value) => ({ value, label: words.provenances[value] }))}
      />
      <TextField name="from" label={words.from} hint={words.fromHint} maxLength={120} error={errorOf("from")} />
      <div className="fields">
        <TextField name="seenOn" label={words.seenOn} type="date" width="medium" value={today} error={errorOf("seenOn")} />
        <TextField
          name="validUntil"
          label={words.validUntil}
          hint={words.validUntilHint}
          type="date"
          width="medium"
          error={errorOf("validUntil")}
        />
      </div>
      <Fingerprint done={fingerprint !== undefined} onRead={setFingerprint} />
      <SaveOrCancel
        save={words.save}
        cancel={words.cancel}
        onCancel={() => {
          props.onEnd(false);
        }}
      />
    </form>
  );
};

/** The file is read on this computer: only what recognises it leaves. Without a safe address the browser cannot reckon it. */
const Fingerprint = (props: { readonly done: boolean; readonly onRead: (hex: string) => void }): ReactElement | null => {
  const words = registerWords[useLanguage()];
  if (!window.isSecureContext) return null;
  const read = async (file: File): Promise<void> => {
    const digest = new Uint8Array(await window.crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    props.onRead([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  };
  return (
    <div className="field">
      <label className="label" htmlFor="document-file">
        {words.fingerprint}
      </label>
      <p className="hint" id="document-file-aide">
        {french(words.fingerprintHint)}
      </p>
      <input
        id="document-file"
        type="file"
        aria-describedby="document-file-aide"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void read(file);
        }}
      />
      <p className="status-line when-said" role="status">
        {props.done ? words.fingerprintDone : ""}
      </p>
    </div>
  );
};
