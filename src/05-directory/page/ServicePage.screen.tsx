import type { ReactElement, ReactNode } from "react";
import { day as dayFrom } from "#engines/calendar";
import type { Frame } from "#ground";
import { Button, ButtonLink, Form, french, Icon, PublicPage, telephoneLink } from "#ground/screens";
import { phoneInPairs } from "#person";
import { ApprovalStateLine } from "../approval/ApprovalsPage.screen.tsx";
import type { ApprovalState } from "../approval/approval.ts";
import type { MobilisationMode, Mobiliser, Network, Public } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { directoryWords } from "../record/directory.words.ts";
import { languageName, searchWords } from "../record/search.words.ts";
import type { ServiceShown } from "../record/service.contract.ts";
import type { OtherService, SourcesCompared, StaffHere } from "./service-page.ts";
import { servicePageWords } from "./service-page.words.ts";

const words = directoryWords.fr.service;
const pageWords = servicePageWords.fr;

export interface ApprovalShown {
  readonly id: string;
  readonly name: string;
  readonly state: ApprovalState;
  readonly isOut: boolean;
}

interface OthersHere {
  readonly structureName: string;
  readonly services: readonly OtherService[];
}

interface ServicePageProps extends Frame {
  readonly service: ServiceShown;
  /** « 12 novembre 2026 ». */
  readonly updatedInWords: string;
  /** Names of the places of its zone, when it has one. */
  readonly zoneInWords: readonly string[];
  /** Each line of its hours, as people say them. */
  readonly hoursInWords: readonly string[];
  /** « ouvert, jusqu'à 17 h ». */
  readonly openingInWords: string | undefined;
  readonly approvals: readonly ApprovalShown[];
  readonly sources: SourcesCompared;
  readonly siblings: readonly OtherService[];
  readonly samePlace: readonly OthersHere[];
  /** What whoever is signed in may do here. */
  readonly staff: StaffHere | undefined;
  readonly back: string;
  /** Said once, after an error was reported. */
  readonly thanks: boolean;
}

/** Fiche d'un service : who it is for, what it does, how to come, and how far it may be trusted. */
export const ServicePage = (page: ServicePageProps): ReactElement => {
  const { service, prefix } = page;
  return (
    <PublicPage {...page} title={service.name} sheet="directory">
      {page.thanks && (
        <p className="notice done" role="status">
          {french(directoryWords.fr.report.thanks)}
        </p>
      )}
      <h1>{service.isGone ? <s>{service.name}</s> : service.name}</h1>
      {service.structure.name !== service.name && <p className="lead">{service.structure.name}</p>}
      {service.nature === "initiative" && <p className="muted">{french(pageWords.initiative)}</p>}
      {service.isGone && <p className="notice careful">{french(words.gone)}</p>}
      {service.source.isDemonstration && <p className="notice">{french(words.invented)}</p>}
      {service.alert && (
        <p className="notice careful">
          {french(pageWords.alert(service.alert.text, service.alert.until && pageWords.day(dayFrom(service.alert.until))))}
        </p>
      )}
      <Freshness service={service} />
      <Ways service={service} />
      <Whom service={service} zoneInWords={page.zoneInWords} />
      <What service={service} />
      <Come {...page} />
      <Approvals approvals={page.approvals} />
      <Sources {...page} />
      <Others title={pageWords.siblings} prefix={prefix} services={page.siblings} />
      <SamePlace prefix={prefix} others={page.samePlace} />
      {page.staff && <ForStaff service={service} staff={page.staff} prefix={prefix} />}
      <section className="stack">
        <h2>{french(words.wrong)}</h2>
        <ButtonLink kind="secondary" href={`${prefix}/annuaire/services/${service.id}/erreur`}>
          <Icon name="flag" /> {french(words.wrongLink)}
        </ButtonLink>
      </section>
    </PublicPage>
  );
};

const Freshness = ({ service: { freshness, checked } }: { readonly service: ServiceShown }): ReactElement => (
  <p className={freshness.isOld ? "state ask" : "state ok"}>
    <Icon name={freshness.isOld ? "triangle" : "done"} />
    <span>
      {french(
        freshness.isOld || checked === undefined
          ? `${searchWords.fr.fresh(freshness.days)}${freshness.isOld ? `. ${words.old}` : ""}`
          : pageWords.checked({ on: pageWords.day(dayFrom(checked.on)), by: checked.by }),
      )}
    </span>
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

/** A part of the page, shown only when something is known of it. */
const Part = ({
  title,
  facts,
  children,
}: {
  readonly title: string;
  readonly facts: readonly ReactElement[];
  readonly children?: ReactNode;
}) =>
  facts.every(isEmptyFact) && children === undefined ? null : (
    <section className="stack">
      <h2>{french(title)}</h2>
      {children}
      {facts.every(isEmptyFact) ? null : <dl className="facts">{facts}</dl>}
    </section>
  );

const isEmptyFact = ({ props }: ReactElement): boolean => {
  const { children } = props as { readonly children?: ReactNode };
  return children === undefined || children === null || children === "" || children === false;
};

const Whom = ({ service, zoneInWords }: { readonly service: ServiceShown; readonly zoneInWords: readonly string[] }) => (
  <Part
    title={words.whom}
    facts={[
      <Fact key="publics" name={pageWords.publics}>
        {sentences(service.publics.map((code) => codeWords.public(code as Public)).join(", "), service.publicsDetails)}
      </Fact>,
      <Fact key="ages" name={pageWords.ages}>
        {pageWords.agesInWords(service.ageFrom, service.ageTo)}
      </Fact>,
      <Fact key="languages" name={pageWords.languages}>
        {service.languages.map((code) => languageName(code, "fr")).join(", ")}
      </Fact>,
      <Fact key="zone" name={words.zone}>
        {zoneInWords.join(", ")}
      </Fact>,
      <Fact key="conditions" name={words.conditions}>
        {service.conditions}
      </Fact>,
      <Fact key="mobilisers" name={words.whoMayAsk}>
        {service.mobilisableBy.map((code) => codeWords.mobiliser(code as Mobiliser)).join(", ")}
      </Fact>,
    ]}
  />
);

const What = ({ service }: { readonly service: ServiceShown }) => (
  <Part
    title={words.what}
    facts={[
      <Fact key="themes" name={words.themes}>
        {service.themes.map(codeWords.theme).join(", ")}
      </Fact>,
      <Fact key="duration" name={words.duration}>
        {sentences(
          service.weeklyHours === undefined ? undefined : words.hoursAWeek(service.weeklyHours),
          service.weeks === undefined ? undefined : words.weeks(service.weeks),
        )}
      </Fact>,
      <Fact key="cost" name={words.cost}>
        {sentences(service.cost && codeWords.cost(service.cost), service.costDetails)}
      </Fact>,
    ]}
  >
    {service.description?.split(/\n+/).map((line, at) => (
      <p key={`${at} ${line.slice(0, 20)}`}>{line}</p>
    ))}
  </Part>
);

const Come = ({ service, hoursInWords, openingInWords }: ServicePageProps) => (
  <Part
    title={pageWords.come}
    facts={[
      <Fact key="opening" name={pageWords.opening}>
        {openingInWords && capital(openingInWords)}
      </Fact>,
      <Fact key="hours" name={words.hours}>
        {hoursInWords.length === 0 ? undefined : <Lines lines={hoursInWords} />}
      </Fact>,
      <Fact key="address" name={words.address}>
        {addressOf(service)}
      </Fact>,
      <Fact key="access" name={words.access}>
        {service.accessModes.map(codeWords.accessMode).join(", ")}
      </Fact>,
      <Fact key="ask" name={words.howToAsk}>
        {sentences(
          service.mobilisationModes.map((code) => codeWords.mobilisationMode(code as MobilisationMode)).join(", "),
          service.mobilisationDetails,
        )}
      </Fact>,
      <Fact key="website" name={words.website}>
        {service.structure.website && <Outside href={service.structure.website}>{service.structure.website}</Outside>}
      </Fact>,
      <Fact key="accessibility" name={words.accessibility}>
        {service.structure.accessibilityUrl && (
          <Outside href={service.structure.accessibilityUrl}>{service.structure.accessibilityUrl}</Outside>
        )}
      </Fact>,
      <Fact key="structure" name={words.structure}>
        {sentences(service.structure.name, service.structure.networks.map((code) => codeWords.network(code as Network)).join(", "))}
      </Fact>,
    ]}
  />
);

const Lines = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  <>
    {lines.map((line) => (
      <span className="line" key={line}>
        {french(capital(line))}
        <br />
      </span>
    ))}
  </>
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Approvals = ({ approvals }: { readonly approvals: readonly ApprovalShown[] }): ReactElement | null =>
  approvals.length === 0 ? null : (
    <section className="stack">
      <h2>{french(pageWords.approvals)}</h2>
      <ul className="bullets">
        {approvals.map(({ id, name, state, isOut }) => (
          <li key={id}>
            {french(name)}
            <br />
            <ApprovalStateLine state={state} isOut={isOut} />
          </li>
        ))}
      </ul>
    </section>
  );

/** One source: its line. Several: all of them, and what they do not agree about. */
const Sources = ({ service, sources: { sources, fields }, updatedInWords }: ServicePageProps): ReactElement => {
  const differing = fields.filter(({ differs }) => differs);
  const names = new Map(sources.map(({ serviceId, name }) => [serviceId, name]));
  return (
    <section className="stack">
      <h2>{french(pageWords.sources(Math.max(1, sources.length)))}</h2>
      {sources.length < 2 ? (
        <>
          <p>{french(words.sourceLine(service.source.name, service.source.licence))}</p>
          <p className="muted">{french(`${words.updated(updatedInWords)}.`)}</p>
        </>
      ) : (
        <ul className="bullets">
          {sources.map(({ serviceId, name, licence, updatedOn }) => (
            <li key={serviceId}>{french(pageWords.source(name, licence, pageWords.day(updatedOn)))}</li>
          ))}
        </ul>
      )}
      {differing.length > 0 && (
        <details>
          <summary>
            {french(pageWords.differs(differing.length))} ({pageWords.see})
          </summary>
          <dl className="facts">
            {differing.map(({ field, values }) => (
              <Fact key={field} name={capital(pageWords.field(field))}>
                <Lines
                  lines={values.map(
                    ({ serviceId, value, isChosen }) =>
                      `${String(value)} (${names.get(serviceId) ?? ""}${isChosen ? `, ${pageWords.chosen}` : ""})`,
                  )}
                />
              </Fact>
            ))}
          </dl>
        </details>
      )}
      {service.sourceUrl !== undefined && (
        <p>
          <Outside href={service.sourceUrl}>{french(words.sourcePage)}</Outside>
        </p>
      )}
    </section>
  );
};

const Others = (props: {
  readonly title: string;
  readonly prefix: string;
  readonly services: readonly OtherService[];
}): ReactElement | null =>
  props.services.length === 0 ? null : (
    <section className="stack">
      <h2>{french(props.title)}</h2>
      <ul className="bullets">
        {props.services.map(({ id, name }) => (
          <li key={id}>
            <a href={`${props.prefix}/annuaire/services/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );

const SamePlace = ({ prefix, others }: { readonly prefix: string; readonly others: readonly OthersHere[] }): ReactElement | null =>
  others.length === 0 ? null : (
    <section className="stack">
      <h2>{french(pageWords.samePlace)}</h2>
      <ul className="bullets">
        {others.flatMap(({ structureName, services }) =>
          services.map(({ id, name }) => (
            <li key={id}>
              <a href={`${prefix}/annuaire/services/${id}`}>{name}</a>, {structureName}
            </li>
          )),
        )}
      </ul>
    </section>
  );

const ForStaff = (props: { readonly service: ServiceShown; readonly staff: StaffHere; readonly prefix: string }): ReactElement => {
  const { service, staff, prefix } = props;
  const to = `${prefix}/annuaire/services/${service.id}`;
  return (
    <section className="stack">
      <h2>{french(pageWords.staff.title)}</h2>
      {staff.mayCheck && (
        <Form action={`${to}/verifier`}>
          <p className="hint">{french(pageWords.staff.checkHint)}</p>
          <Button kind="secondary">{french(pageWords.staff.check)}</Button>
        </Form>
      )}
      <p className="actions">
        {staff.mayEdit && (
          <ButtonLink kind="secondary" href={`${to}/modifier`}>
            {french(pageWords.staff.edit)}
          </ButtonLink>
        )}
        {staff.mayApprove && (
          <>
            <ButtonLink kind="secondary" href={`${prefix}/annuaire/agrements/nouveau?structure=${service.structure.id}`}>
              {french(pageWords.staff.approve)}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`${prefix}/annuaire/agrements`}>
              {french(pageWords.staff.approvals)}
            </ButtonLink>
          </>
        )}
      </p>
    </section>
  );
};

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
