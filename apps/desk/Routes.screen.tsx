import { lazy, Suspense, useEffect, useRef, type ReactElement } from "react";
import { Link, useLanguage, usePlace } from "#ground/screens";
import { leadToContent } from "./arrival.ts";
import { frameWords } from "./desk.words.ts";
import { Guard } from "./Guard.screen.tsx";
import { MyDay } from "./MyDay.screen.tsx";
import type { Session } from "./session.ts";

// The day is shown first; every other screen is fetched when its address is asked for. The exchange is fetched beforehand, once the
// day is on the screen: a call does not wait.
const fetchExchange = () => import("./Exchange.screen.tsx");
const Exchange = lazy(async () => ({ default: (await fetchExchange()).Exchange }));
const NewExchangePage = lazy(async () => ({ default: (await import("./NewExchangePage.screen.tsx")).NewExchangePage }));
const PersonsPage = lazy(async () => ({ default: (await import("./PersonsPage.screen.tsx")).PersonsPage }));
const PersonFile = lazy(async () => ({ default: (await import("./PersonFile.screen.tsx")).PersonFile }));
const SituationScreen = lazy(async () => ({ default: (await import("./SituationScreen.screen.tsx")).SituationScreen }));
const DiagnosisScreen = lazy(async () => ({ default: (await import("./DiagnosisScreen.screen.tsx")).DiagnosisScreen }));
const RightsScreen = lazy(async () => ({ default: (await import("./RightsScreen.screen.tsx")).RightsScreen }));
const ApplicationsScreen = lazy(async () => ({ default: (await import("./ApplicationsScreen.screen.tsx")).ApplicationsScreen }));
const LetterScreen = lazy(async () => ({ default: (await import("./ApplicationsScreen.screen.tsx")).LetterScreen }));
const ApplicationScreen = lazy(async () => ({ default: (await import("./ApplicationsScreen.screen.tsx")).ApplicationScreen }));
const SummaryScreen = lazy(async () => ({ default: (await import("./SummaryScreen.screen.tsx")).SummaryScreen }));
const ReferralScreen = lazy(async () => ({ default: (await import("./ReferralScreen.screen.tsx")).ReferralScreen }));
const CardsScreen = lazy(async () => ({ default: (await import("./CardScreens.screen.tsx")).CardsScreen }));
const CardScreen = lazy(async () => ({ default: (await import("./CardScreens.screen.tsx")).CardScreen }));
const CardModelsScreen = lazy(async () => ({ default: (await import("./CardScreens.screen.tsx")).CardModelsScreen }));
const DirectoryPage = lazy(async () => ({ default: (await import("./DirectoryPage.screen.tsx")).DirectoryPage }));
const ReviewPage = lazy(async () => ({ default: (await import("./ReviewPage.screen.tsx")).ReviewPage }));
const ProvidersPage = lazy(async () => ({ default: (await import("./ProvidersPage.screen.tsx")).ProvidersPage }));
const EntitledPage = lazy(async () => ({ default: (await import("./EntitledPage.screen.tsx")).EntitledPage }));
const BenefitsPage = lazy(async () => ({ default: (await import("./BenefitsPage.screen.tsx")).BenefitsPage }));
const KeeperPage = lazy(async () => ({ default: (await import("./KeeperPage.screen.tsx")).KeeperPage }));
const TwinsPage = lazy(async () => ({ default: (await import("./TwinsPage.screen.tsx")).TwinsPage }));

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
    title: "newExchange",
    show: (_, session, search) => <NewExchangePage session={session} asked={search.get("service")} />,
  },
  {
    pattern: /^\/bureau\/echanges\/([^/]+)$/,
    title: "exchange",
    show: (id, session) => <Exchange key={id} contactId={id} session={session} />,
  },
  {
    pattern: /^\/bureau\/personnes$/,
    title: "files",
    show: (_, session, search) => <PersonsPage session={session} asked={search.get("q") ?? ""} service={search.get("service")} />,
  },
  {
    pattern: /^\/bureau\/personnes\/([^/]+)$/,
    title: "file",
    show: (id, session) => <PersonFile key={id} personId={id} session={session} />,
  },
  { pattern: /^\/bureau\/echanges\/([^/]+)\/resume$/, title: "summary", show: (id) => <SummaryScreen key={id} contactId={id} /> },
  {
    pattern: /^\/bureau\/situations\/([^/]+)\/diagnostic$/,
    title: "diagnosis",
    show: (id) => <DiagnosisScreen key={id} situationId={id} />,
  },
  { pattern: /^\/bureau\/situations\/([^/]+)\/droits$/, title: "rights", show: (id) => <RightsScreen key={id} situationId={id} /> },
  {
    pattern: /^\/bureau\/situations\/([^/]+)\/demarches$/,
    title: "applications",
    show: (id) => <ApplicationsScreen key={id} situationId={id} />,
  },
  {
    pattern: /^\/bureau\/demarches\/([^/]+)\/courriers$/,
    title: "letters",
    show: (id, _, search) => <LetterScreen key={id} applicationId={id} asked={search.get("courrier")} />,
  },
  { pattern: /^\/bureau\/demarches\/([^/]+)$/, title: "applications", show: (id) => <ApplicationScreen key={id} applicationId={id} /> },
  { pattern: /^\/bureau\/situations\/([^/]+)$/, title: "situation", show: (id) => <SituationScreen key={id} situationId={id} /> },
  { pattern: /^\/bureau\/transmissions\/([^/]+)$/, title: "referral", show: (id) => <ReferralScreen key={id} referralId={id} /> },
  { pattern: /^\/bureau\/cartes$/, title: "cards", show: (_, session) => <CardsScreen session={session} /> },
  {
    pattern: /^\/bureau\/cartes\/modeles$/,
    title: "cardModels",
    show: (_, session, search) => <CardModelsScreen session={session} asked={search.get("service")} />,
  },
  { pattern: /^\/bureau\/cartes\/([^/]+)$/, title: "card", show: (id) => <CardScreen key={id} entitlementId={id} /> },
  { pattern: /^\/bureau\/annuaire$/, title: "directory", show: (_, session) => <DirectoryPage session={session} /> },
  {
    pattern: /^\/bureau\/prestataires$/,
    title: "providers",
    show: (_, session, search) => <ProvidersPage session={session} asked={search.get("service")} />,
  },
  {
    pattern: /^\/bureau\/ayants-droit$/,
    title: "entitled",
    show: (_, session, search) => <EntitledPage session={session} asked={search.get("service")} />,
  },
  {
    pattern: /^\/bureau\/relecture$/,
    title: "review",
    show: (_, session, search) => <ReviewPage session={session} asked={search.get("service")} />,
  },
  { pattern: /^\/bureau\/aides(\/.*)?$/, title: "benefits", show: (_, session) => <BenefitsPage session={session} /> },
  { pattern: /^\/bureau\/referent\/doublons$/, title: "twins", show: (_, session) => <TwinsPage session={session} /> },
  { pattern: /^\/bureau\/referent$/, title: "referent", show: (_, session) => <KeeperPage session={session} /> },
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
  }, [title]);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    window.scrollTo(0, 0);
    return leadToContent();
  }, [path]);
  useEffect(() => {
    const timer = setTimeout(() => void fetchExchange().catch(() => undefined), 2_000);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (props.session.memberships.length === 0 && found?.route.title !== "directory") return <Nothing sentence={words.noService} />;
  if (!found) return <Nothing sentence={words.notFound} />;
  return (
    <Guard place={path} fallback={(retry) => <Failed onRetry={retry} />}>
      <Suspense
        fallback={
          <main className="page" id="content" tabIndex={-1}>
            <p className="muted" role="status">
              {words.opening}
            </p>
          </main>
        }
      >
        {found.route.show(found.match?.[1] ?? "", props.session, new URLSearchParams(query))}
      </Suspense>
    </Guard>
  );
}

function Nothing(props: { readonly sentence: string }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="panel empty">
        <h1>{words.notFoundTitle}</h1>
        <p>{props.sentence}</p>
        <Link className="button" to="/bureau">
          {words.backToDay}
        </Link>
      </div>
    </main>
  );
}

/** One screen failed; what was being written is kept on this computer, and the rest of the desk still answers. */
function Failed(props: { readonly onRetry: () => void }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="panel empty" role="alert">
        <h1>{words.failedTitle}</h1>
        <p>{words.failed}</p>
        <button type="button" className="button primary" onClick={props.onRetry}>
          {words.openAgain}
        </button>
      </div>
    </main>
  );
}
