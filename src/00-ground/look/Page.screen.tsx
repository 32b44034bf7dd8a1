import type { ReactElement, ReactNode } from "react";
import { isHexColor } from "./contrast.ts";
import { Icon } from "./Icon.screen.tsx";
import { dangerNumbers, pageWords } from "./page.words.ts";
import { french } from "./typography.ts";

/** Donneur d'ordre, as the person sees it: name, colour, telephone and logo. */
export interface Brand {
  readonly name: string;
  /** #rrggbb, accepted by `brandVerdict`. Anything else is not printed. */
  readonly color: string;
  readonly phone?: string;
  readonly slug: string;
  readonly logoUrl?: string;
}

interface PublicPageProps {
  /** What the page is about; « – Trait d'union » is added. */
  readonly title: string;
  readonly brand?: Brand;
  /** Beginning of the commissioner's addresses, such as "/s/mutuelle-des-alpes"; empty when there is none. */
  readonly prefix: string;
  readonly version: string;
  /** True when persons and services are invented: a band says so. */
  readonly demonstration: boolean;
  readonly children: ReactNode;
  /** Address of the page before. */
  readonly back?: string;
  /** True when the form came back with something to put right. */
  readonly hasErrors?: boolean;
  /** A sheet of its own, after the public one: only for the pages that need it. */
  readonly sheet?: "directory" | "result";
  /** « Quitter vite »: on every page that a person in danger may read; false for a provider and for signing in. */
  readonly quickExit?: boolean;
  /** Shown inside the page of another site: its content alone, without our header and footer. */
  readonly isFramed?: boolean;
}

/**
 * Page publique : the whole document of the portal, of a provider's answer, of a follow-up and of signing in. No JavaScript.
 * Its `main` is #contenu; the page brings its own `h1`. Print it after `<!doctype html>`.
 */
export const PublicPage = (page: PublicPageProps): ReactElement => (
  <html lang="fr">
    <Head title={`${page.hasErrors ? french("Erreur : ") : ""}${french(page.title)} – Trait d’union`} sheet="public" version={page.version}>
      <meta name="robots" content="noindex" />
      {page.sheet !== undefined && <link rel="stylesheet" href={`/look/${page.sheet}.css?v=${encodeURIComponent(page.version)}`} />}
      {page.brand && isHexColor(page.brand.color) && <style>{brandRule(page.brand.color)}</style>}
    </Head>
    <body>
      {page.isFramed !== true && <SkipLink />}
      {page.isFramed !== true && <div className="brand-strip" />}
      {page.demonstration && <Demonstration />}
      {page.isFramed !== true && <PublicHeader {...page} />}
      <main id="contenu" className="column">
        {page.back !== undefined && (
          <a className="back" href={page.back}>
            <Icon name="arrow-left" /> {pageWords.back}
          </a>
        )}
        {page.children}
      </main>
      {page.isFramed !== true && <PublicFooter prefix={page.prefix} />}
    </body>
  </html>
);

const PublicHeader = (page: PublicPageProps): ReactElement => (
  <header className="public-header">
    <div className="column">
      <BrandName brand={page.brand} prefix={page.prefix} />
      {page.quickExit !== false && (
        <a className="quick-exit" href="/quitter-vite" rel="noreferrer">
          <Icon name="leave" /> {pageWords.quickExit}
        </a>
      )}
      {page.brand?.phone && (
        <a className="header-phone" href={telephoneLink(page.brand.phone)}>
          <Icon name="phone" /> {page.brand.phone}
        </a>
      )}
    </div>
  </header>
);

/** The only rule that changes from one commissioner to another. It is alone in its `<style>`, so that a policy may allow it by its hash. */
export const brandRule = (color: string): string => {
  if (!isHexColor(color)) throw new Error(`"${color}" is not a colour written #rrggbb`);
  return `:root{--brand:${color}}`;
};

/** `tel:` address of a number written for the eye. */
export const telephoneLink = (shown: string): string => `tel:${shown.replace(/[^+\d]/g, "")}`;

interface ObservatoryPageProps {
  readonly title: string;
  readonly description?: string;
  readonly version: string;
  readonly demonstration: boolean;
  /** Address of the page being read, among those of the menu. */
  readonly current?: string;
  readonly menu?: readonly { readonly href: string; readonly label: string }[];
  readonly children: ReactNode;
}

/** Page de l'Observatoire : the whole public document. Its `main` is #contenu; blocks bring their own `.wide-column`. */
export const ObservatoryPage = (page: ObservatoryPageProps): ReactElement => (
  <html lang="fr">
    <Head title={`${french(page.title)} – Observatoire de l’écoute`} sheet="observatory" version={page.version}>
      {page.description !== undefined && <meta name="description" content={french(page.description)} />}
      <link rel="preload" as="font" type="font/woff2" href="/look/source-sans-3-latin-wght-normal.woff2" crossOrigin="anonymous" />
    </Head>
    <body>
      <SkipLink />
      {page.demonstration && <Demonstration />}
      <header className="observatory-header">
        <div className="wide-column">
          <a className="logo" href="/observatoire">
            <LogoArc /> L’Observatoire de l’écoute
          </a>
          <nav aria-label="Principale">
            <ul>
              {(page.menu ?? pageWords.observatoryMenu).map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={href === page.current ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="contenu">{page.children}</main>
      <footer className="observatory-footer">
        <div className="wide-column">
          <ul>
            <li>Observatoire de l’écoute</li>
            <li>
              <a href="/accessibilite">{pageWords.accessibility}</a>
            </li>
            <li>{pageWords.noTracker}</li>
          </ul>
        </div>
      </footer>
    </body>
  </html>
);

/** Arc of Trait d'union, our mark. */
export const LogoArc = (): ReactElement => (
  <svg className="logo-arc" viewBox="0 0 26 14" aria-hidden="true" focusable="false">
    <path d="M2 11C7 1 19 1 24 11" />
  </svg>
);

interface HeadProps {
  readonly title: string;
  readonly sheet: "public" | "observatory";
  readonly version: string;
  readonly children: ReactNode;
}

const Head = ({ title, sheet, version, children }: HeadProps): ReactElement => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <title>{title}</title>
    <link rel="stylesheet" href={`/look/tokens.css?v=${encodeURIComponent(version)}`} />
    {sheet === "observatory" && <link rel="stylesheet" href={`/look/charts.css?v=${encodeURIComponent(version)}`} />}
    <link rel="stylesheet" href={`/look/${sheet}.css?v=${encodeURIComponent(version)}`} />
    {children}
  </head>
);

const SkipLink = (): ReactElement => (
  <a className="skip" href="#contenu">
    {pageWords.skip}
  </a>
);

const Demonstration = (): ReactElement => (
  <aside className="demonstration" aria-label="Avertissement">
    {french(pageWords.demonstration)}
  </aside>
);

const BrandName = ({ brand, prefix }: { readonly brand: Brand | undefined; readonly prefix: string }): ReactElement =>
  brand === undefined ? (
    <a className="logo" href={prefix || "/"}>
      <LogoArc /> Trait d’union
    </a>
  ) : (
    <a className="logo" href={prefix || "/"}>
      {brand.logoUrl === undefined ? <span className="brand-square" /> : <img src={brand.logoUrl} alt="" height={32} />}
      <span>{brand.name}</span>
    </a>
  );

const PublicFooter = ({ prefix }: { readonly prefix: string }): ReactElement => (
  <footer className="public-footer">
    <div className="column">
      <h2>{french(pageWords.inDanger)}</h2>
      <ul className="danger-numbers">
        {dangerNumbers.map(({ number, who, isText }) => (
          <li key={number}>
            {isText ? <strong>{number}</strong> : <a href={`tel:${number}`}>{number}</a>} <span>{who}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${prefix}/accessibilite`}>{pageWords.accessibility}</a>
      </p>
    </div>
  </footer>
);
