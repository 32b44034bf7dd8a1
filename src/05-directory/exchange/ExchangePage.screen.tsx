import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { french, PublicPage } from "#ground/screens";
import { exchangeWords } from "./exchange.words.ts";

const words = exchangeWords.fr;

interface ExchangePageProps extends Frame {
  /** Of the feed of changes, in full: people copy it. */
  readonly changesAddress: string;
}

/** Page des données : what the files are, what may be done with them, how to follow what changes. */
export const ExchangePage = ({ changesAddress, ...frame }: ExchangePageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/annuaire`} quickExit={false}>
    <h1>{french(words.title)}</h1>
    <p>{french(words.lead)}</p>
    <h2>{words.filesTitle}</h2>
    <ul>
      {words.files.map(({ name, about }) => (
        <li key={name}>
          <a href={`/api/exports/${name}`} download={name}>
            {name}
          </a>
          {french(` : ${about}`)}
        </li>
      ))}
    </ul>
    <Sentences title={words.formatTitle} sentences={words.format} />
    <Sentences title={words.licenceTitle} sentences={words.licence} />
    <Sentences title={words.changesTitle} sentences={[words.changes(changesAddress)]} />
  </PublicPage>
);

const Sentences = ({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }): ReactElement => (
  <>
    <h2>{french(title)}</h2>
    {sentences.map((sentence) => (
      <p key={sentence}>{french(sentence)}</p>
    ))}
  </>
);
