import type { Frame } from "./frame.ts";
import { ButtonLink } from "./look/Form.screen.tsx";
import { PublicPage } from "./look/Page.screen.tsx";
import { french } from "./look/typography.ts";
import { webWords } from "./web.words.ts";

/** What a visitor reads when a page cannot be given: what happened, what was kept, one thing to do. */
export const ErrorPage = ({ title, sentence, ...frame }: Frame & { readonly title: string; readonly sentence: string }) => (
  <PublicPage {...frame} title={title}>
    <h1>{french(title)}</h1>
    <p>{french(sentence)}</p>
    <p>
      <ButtonLink href={`${frame.prefix}/`}>{webWords.fr.home}</ButtonLink>
    </p>
  </PublicPage>
);
