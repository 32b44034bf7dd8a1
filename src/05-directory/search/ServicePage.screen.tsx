import type { ReactElement, ReactNode } from "react";
import type { Frame } from "#ground";
import { ButtonLink, french, Icon, PublicPage, telephoneLink } from "#ground/screens";
import { phoneInPairs } from "#person";
import type { MobilisationMode, Mobiliser, Network, Public } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { directoryWords } from "../record/directory.words.ts";
import { searchWords } from "../record/search.words.ts";
import type { ServiceShown } from "../record/service.contract.ts";

const words = directoryWords.fr.service;

interface ServicePageProps extends Frame {
  readonly service: ServiceShown;
  /** « 12 novembre 2026 ». */
  readonly updatedInWords: string;
  /** Names of the places of its zone, when it has one. */
  readonly zoneInWords: readonly string[];
  readonly back: string;
  /** Said once, after an error was reported. */
  readonly thanks: boolean;
}

/** Fiche d'un service : who, what, how to reach it, and how far it may be trusted. */
export const ServicePage = ({ service, updatedInWords, zoneInWords, back, thanks, ...frame }: ServicePageProps): ReactElement => (
  <PublicPage {...frame} title={service.name} back={back}>
    {thanks && (
      <p className="notice done" role="status">
        {french(directoryWords.fr.report.thanks)}
      </p>
    )}
    <h1>{service.isGone ? <s>{service.name}</s> : service.name}</h1>
    {service.structure.name !== service.name && <p className="lead">{service.structure.name}</p>}
    {service.isGone && <p className="notice careful">{french(words.gone)}</p>}
    {service.source.isDemonstration && <p className="notice">{french(words.invented)}</p>}
    <Freshness service={service} />
    <Ways service={service} />
    {service.description !== undefined && (
      <section className="stack">
        <h2>{french(words.what)}</h2>
        {service.description.split(/\n+/).map((line, at) => (
          <p key={`${at} ${line.slice(0, 20)}`}>{line}</p>
        ))}
      </section>
    )}
    <Facts service={service} zoneInWords={zoneInWords} />
    <section className="stack">
      <h2>{french(words.source)}</h2>
      <p>{french(words.sourceLine(service.source.name, service.source.licence))}</p>
      <p className="muted">{french(`${words.updated(updatedInWords)}.`)}</p>
      {service.sourceUrl !== undefined && (
        <p>
          <Outside href={service.sourceUrl}>{french(words.sourcePage)}</Outside>
        </p>
      )}
    </section>
    <section className="stack">
      <h2>{french(words.wrong)}</h2>
      <ButtonLink kind="secondary" href={`${frame.prefix}/annuaire/services/${service.id}/erreur`}>
        <Icon name="flag" /> {french(words.wrongLink)}
      </ButtonLink>
    </section>
  </PublicPage>
);

const Freshness = ({ service: { freshness } }: { readonly service: ServiceShown }): ReactElement => (
  <p className={freshness.isOld ? "state ask" : "state ok"}>
    <Icon name={freshness.isOld ? "triangle" : "done"} />
    <span>{french(`${searchWords.fr.fresh(freshness.days)}${freshness.isOld ? `. ${words.old}` : ""}`)}</span>
  </p>
);

const Ways = ({ service: { phone, mail, mobilisationUrl } }: { readonly service: ServiceShown }): ReactElement | null =>
  phone === undefined && mail === undefined && mobilisationUrl === undefined ? null : (
    <p className="actions">
      {phone !== undefined && (
        <ButtonLink href={telephoneLink(phone)}>
          <Icon name="phone" /> {french(words.call(phoneInPairs(phone)))}
        </ButtonLink>
      )}
      {mobilisationUrl !== undefined && (
        <ButtonLink href={mobilisationUrl} kind="secondary">
          {french(words.ask)}
        </ButtonLink>
      )}
      {mail !== undefined && (
        <ButtonLink href={`mailto:${mail}`} kind="secondary">
          <Icon name="mail" /> {french(words.write)}
        </ButtonLink>
      )}
    </p>
  );

const Facts = ({ service, zoneInWords }: { readonly service: ServiceShown; readonly zoneInWords: readonly string[] }): ReactElement => (
  <dl className="facts">
    <Fact name={words.themes}>{service.themes.map(codeWords.theme).join(", ")}</Fact>
    <Fact name={words.whom}>
      {sentences(service.publics.map((code) => codeWords.public(code as Public)).join(", "), service.publicsDetails)}
    </Fact>
    <Fact name={words.conditions}>{service.conditions}</Fact>
    <Fact name={words.cost}>{sentences(service.cost && codeWords.cost(service.cost), service.costDetails)}</Fact>
    <Fact name={words.access}>{service.accessModes.map(codeWords.accessMode).join(", ")}</Fact>
    <Fact name={words.howToAsk}>
      {sentences(
        service.mobilisationModes.map((code) => codeWords.mobilisationMode(code as MobilisationMode)).join(", "),
        service.mobilisationDetails,
      )}
    </Fact>
    <Fact name={words.whoMayAsk}>{service.mobilisableBy.map((code) => codeWords.mobiliser(code as Mobiliser)).join(", ")}</Fact>
    <Fact name={words.hours}>{service.openingHours}</Fact>
    <Fact name={words.duration}>
      {sentences(
        service.weeklyHours === undefined ? undefined : words.hoursAWeek(service.weeklyHours),
        service.weeks === undefined ? undefined : words.weeks(service.weeks),
      )}
    </Fact>
    <Fact name={words.zone}>{zoneInWords.join(", ")}</Fact>
    <Fact name={words.address}>{addressOf(service)}</Fact>
    {service.structure.website !== undefined && (
      <Fact name={words.website}>
        <Outside href={service.structure.website}>{service.structure.website}</Outside>
      </Fact>
    )}
    {service.structure.accessibilityUrl !== undefined && (
      <Fact name={words.accessibility}>
        <Outside href={service.structure.accessibilityUrl}>{service.structure.accessibilityUrl}</Outside>
      </Fact>
    )}
    <Fact name={words.structure}>
      {sentences(service.structure.name, service.structure.networks.map((code) => codeWords.network(code as Network)).join(", "))}
    </Fact>
  </dl>
);

/** Only what is known. */
const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement | null =>
  children === undefined || children === null || children === "" ? null : (
    <div>
      <dt>{french(name)}</dt>
      <dd>{typeof children === "string" ? french(children) : children}</dd>
    </div>
  );

const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(". ");

const addressOf = ({ address, point }: ServiceShown): string => {
  const line = [address.street, address.extra, [address.postalCode, address.communeName].filter((part) => part !== undefined).join(" ")]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
  return sentences(line, point?.from === "commune" && line !== "" ? words.approximate : undefined);
};

/** Another site must not learn which page of ours was read. */
const Outside = ({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactElement => (
  <a href={href} rel="noreferrer noopener">
    {children}
  </a>
);
