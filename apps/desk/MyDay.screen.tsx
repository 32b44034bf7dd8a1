import type { ReactElement } from "react";
import { CallbackList } from "#contact/screens";
import { Link, useLanguage, useNow } from "#ground/screens";
import { DueOffers, ReceivedWords } from "./Arrivals.screen.tsx";
import { frameWords } from "./desk.words.ts";
import { MyActions } from "./MyActions.screen.tsx";
import { listens, type Session } from "./session.ts";
import { Tasks } from "./Tasks.screen.tsx";

/** Ma journée : what was promised, in order; beside it, what is mine to do and what has arrived. */
export function MyDay(props: { readonly session: Session }): ReactElement {
  const language = useLanguage();
  const words = frameWords[language];
  const now = useNow(60);
  const today = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    timeZone: "Europe/Paris",
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(now);
  const mayListen = listens(props.session);
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.dayOf(today)}</h1>
        {mayListen ? (
          <Link className="button primary" to="/bureau/echanges/nouveau">
            {words.exchange}
          </Link>
        ) : null}
      </div>
      {mayListen ? (
        <div className="with-aside day">
          <CallbackList />
          <div>
            <ReceivedWords />
            <DueOffers />
            <MyActions />
            <Tasks />
          </div>
        </div>
      ) : (
        <p className="panel empty">{words.noListening}</p>
      )}
    </main>
  );
}
