import { useEffect, useRef, type ReactElement } from "react";
import { ProviderList, ReferralPage } from "#referral/screens";
import { Link, useLanguage, usePlace } from "#ground/screens";
import { NewExchange } from "#contact/screens";
import { OutcomeForm } from "#outcome/screens";
import { SituationPage } from "#situation/screens";
import { frameWords } from "./desk.words.ts";
import { DirectoryPage } from "./DirectoryPage.screen.tsx";
import { EntitledPage } from "./EntitledPage.screen.tsx";
import { Exchange } from "./Exchange.screen.tsx";
import { MyDay } from "./MyDay.screen.tsx";
import { PersonFile } from "./PersonFile.screen.tsx";
import { PersonsPage } from "./PersonsPage.screen.tsx";
import { ReferralsOfSituation } from "./ReferralsOfSituation.screen.tsx";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.contract.ts";

interface Route {
  readonly pattern: RegExp;
  readonly title: keyof (typeof frameWords)["fr"]["titles"];
  readonly show: (id: string, session: Session, search: URLSearchParams) => ReactElement;
}

/** Every address of the desk. The first that fits is shown. */
const routes: readonly Route[] = [
  { pattern: /^\/bureau\/?$/, title: "day", show: (_, session) => <MyDay session={session} /> },
  {
    pattern: /^\/bureau\/echanges\/nouveau$/,
    title: "exchange",
    show: (_, session) => (
      <main className="page" id="content" tabIndex={-1}>
        <NewExchange services={session.memberships} />
      </main>
    ),
  },
  {
    pattern: /^\/bureau\/echanges\/([^/]+)$/,
    title: "exchange",
    show: (id, session) => <Exchange key={id} contactId={id} session={session} />,
  },
  {
    pattern: /^\/bureau\/personnes$/,
    title: "files",
    show: (_, session, search) => <PersonsPage session={session} asked={search.get("q") ?? ""} />,
  },
  {
    pattern: /^\/bureau\/personnes\/([^/]+)$/,
    title: "file",
    show: (id, session) => <PersonFile key={id} personId={id} session={session} />,
  },
  {
    pattern: /^\/bureau\/situations\/([^/]+)$/,
    title: "situation",
    show: (id) => (
      <>
        <SituationPage key={id} situationId={id} />
        <ReferralsOfSituation situationId={id} />
      </>
    ),
  },
  {
    pattern: /^\/bureau\/transmissions\/([^/]+)$/,
    title: "referral",
    show: (id) => <ReferralPage key={id} referralId={id} outcome={<OutcomeForm referralId={id} />} />,
  },
  { pattern: /^\/bureau\/annuaire$/, title: "directory", show: (_, session) => <DirectoryPage session={session} /> },
  {
    pattern: /^\/bureau\/prestataires$/,
    title: "providers",
    show: (_, session, search) => (
      <ServicePick session={session} asked={search.get("service")}>
        {(commissioner) => <ProviderList key={commissioner.commissionerId} commissionerId={commissioner.commissionerId} />}
      </ServicePick>
    ),
  },
  {
    pattern: /^\/bureau\/ayants-droit$/,
    title: "entitled",
    show: (_, session, search) => <EntitledPage session={session} asked={search.get("service")} />,
  },
];

/** Shows the screen of the address, names the page, and leads screen readers to its beginning. */
export function Routes(props: { readonly session: Session }): ReactElement {
  const words = frameWords[useLanguage()];
  const [path = "/bureau", query = ""] = usePlace().split("?");
  const found = routes.map((route) => ({ route, match: route.pattern.exec(path) })).find(({ match }) => match !== null);
  const title = found ? words.titles[found.route.title] : words.notFoundTitle;
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${title} – Trait d’union`;
    if (!isFirst.current) document.getElementById("content")?.focus({ preventScroll: true });
    isFirst.current = false;
    window.scrollTo(0, 0);
  }, [path, title]);
  if (props.session.memberships.length === 0 && found?.route.title !== "directory") return <Nothing sentence={words.noService} />;
  if (!found) return <Nothing sentence={words.notFound} />;
  return found.route.show(found.match?.[1] ?? "", props.session, new URLSearchParams(query));
}

function Nothing(props: { readonly sentence: string }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="panel empty">
        <p>{props.sentence}</p>
        <Link className="button" to="/bureau">
          {words.backToDay}
        </Link>
      </div>
    </main>
  );
}
