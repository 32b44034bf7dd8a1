import type { ReactElement, ReactNode } from "react";
import { Icon, Link, useLanguage, usePlace } from "#ground/screens";
import { BenefitForm } from "./BenefitForm.screen.tsx";
import { BenefitImport } from "./BenefitImport.screen.tsx";
import { BenefitPage } from "./BenefitPage.screen.tsx";
import { Benefits } from "./Benefits.screen.tsx";
import { BenefitSignals } from "./BenefitSignals.screen.tsx";
import { BenefitsNear } from "./BenefitsNear.screen.tsx";
import { catalogueWords } from "./catalogue.words.ts";
import { Coverage } from "./Coverage.screen.tsx";

const base = "/bureau/aides";
const tabs = [
  { key: "list", to: base, show: () => <Benefits /> },
  { key: "near", to: `${base}/pres`, show: () => <BenefitsNear /> },
  { key: "coverage", to: `${base}/couverture`, show: () => <Coverage /> },
  { key: "file", to: `${base}/fichier`, show: () => <BenefitImport /> },
  { key: "signals", to: `${base}/signalements`, show: () => <BenefitSignals /> },
] as const;

/** Aides locales, au bureau. Who keeps them writes, reviews and publishes; who listens reads what people see. */
export function BenefitsDesk({ mayKeep }: { readonly mayKeep: boolean }): ReactElement {
  const words = catalogueWords[useLanguage()];
  const path = (usePlace().split("?")[0] ?? base).replace(/\/$/, "");
  const [, id, deed] = /^\/bureau\/aides\/([0-9a-f-]{36})(\/ecrire)?$/.exec(path) ?? [];
  const tab = tabs.find(({ to }) => to === path) ?? tabs[0];
  const inside = (): ReactElement => {
    if (!mayKeep)
      return (
        <Head title={words.title}>
          <BenefitsNear />
        </Head>
      );
    if (path === `${base}/nouvelle`) return <BenefitForm id={undefined} />;
    if (id !== undefined) return deed === undefined ? <BenefitPage key={id} id={id} /> : <BenefitForm key={id} id={id} />;
    return (
      <Head title={words.title} isKeeper>
        <nav className="tabs" aria-label={words.sections}>
          {tabs.map(({ key, to }) => (
            <Link key={key} to={to} {...(to === tab.to ? { "aria-current": "page" as const } : {})}>
              {words.tabs[key]}
            </Link>
          ))}
        </nav>
        {tab.show()}
      </Head>
    );
  };
  return (
    <main className="page" id="content" tabIndex={-1}>
      {inside()}
    </main>
  );
}

const Head = (props: { readonly title: string; readonly isKeeper?: boolean; readonly children: ReactNode }): ReactElement => {
  const words = catalogueWords[useLanguage()];
  return (
    <>
      <div className="page-head">
        <h1>{props.title}</h1>
        {props.isKeeper === true && (
          <Link className="button primary" to={`${base}/nouvelle`}>
            <Icon name="plus" /> {words.new}
          </Link>
        )}
      </div>
      {props.children}
    </>
  );
};
