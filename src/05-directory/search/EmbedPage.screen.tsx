import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { ButtonLink, french, PublicPage } from "#ground/screens";
import { directoryWords } from "../record/directory.words.ts";

const words = directoryWords.fr.embed;

interface EmbedPageProps extends Frame {
  /** Of the search, as another site shows it. */
  readonly address: string;
}

/** Page pour les autres sites : what they may show, the line to copy, and how it looks. */
export const EmbedPage = ({ address, ...frame }: EmbedPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/annuaire`} quickExit={false}>
    <h1>{french(words.title)}</h1>
    <p>{french(words.lead)}</p>
    <ul>
      {words.promises.map((promise) => (
        <li key={promise}>{french(promise)}</li>
      ))}
    </ul>
    <div className="field">
      <label className="label" htmlFor="ligne">
        {french(words.line)}
      </label>
      <textarea className="input" id="ligne" readOnly rows={7} defaultValue={words.iframe(address)} />
    </div>
    <p className="muted">{french(words.chosen)}</p>
    <ButtonLink href={address} kind="secondary">
      {french(words.see)}
    </ButtonLink>
  </PublicPage>
);
