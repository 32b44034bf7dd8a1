import { PublicPage } from "./look/Page.screen.tsx";
import { webWords } from "./web.words.ts";
import type { Frame } from "./frame.ts";

/** What a visitor reads when a page cannot be given: what happened, what was kept, one thing to do. */
export function ErrorPage(props: Frame & { readonly title: string; readonly sentence: string }) {
  const { title, sentence, ...frame } = props;
  return (
    <PublicPage {...frame} title={title}>
      <h1>{title}</h1>
      {sentence ? <p>{sentence}</p> : <p>{webWords.fr.notFound}</p>}
      <p>
        <a className="btn" href={`${frame.prefix}/`}>
          {webWords.fr.home}
        </a>
      </p>
    </PublicPage>
  );
}
