import type { Commissioner } from "./commissioner.ts";
import type { Frame } from "./frame.ts";
import { homeWords } from "./home.words.ts";
import { ButtonLink } from "./look/Form.screen.tsx";
import { Icon } from "./look/Icon.screen.tsx";
import { PublicPage, telephoneLink } from "./look/Page.screen.tsx";
import { french } from "./look/typography.ts";
import { weekInWords } from "./opening.ts";

const words = homeWords.fr;

export type Door = keyof typeof words.doors;

const doorIcons = { callback: "phone-back", quiz: "list", rights: "key", sheets: "document", directory: "pin" } as const satisfies Record<
  Door,
  string
>;

interface HomePageProps extends Frame {
  readonly service: Pick<Commissioner, "name" | "phone" | "phonePrice" | "openingHours">;
  /** « Ouvert jusqu'à 19 h ». */
  readonly opening: string;
  readonly isOpen: boolean;
  readonly doors: readonly Door[];
}

/** Accueil d'un service : its telephone first, then its doors. */
export const HomePage = ({ service, opening, isOpen, doors, ...frame }: HomePageProps) => (
  <PublicPage {...frame} title={words.title(service.name)}>
    <h1>{french(words.question)}</h1>
    <p className="lead">{words.promise}</p>
    <div className="doors">
      <a className="button primary" href={telephoneLink(service.phone)}>
        <Icon name="phone" />
        <span>
          {french(words.call(service.phone))}
          <small>{french(service.phonePrice)}</small>
        </span>
      </a>
      <p className={isOpen ? "state ok" : "state ask"}>
        <Icon name="clock" /> {french(opening)}
      </p>
      {doors.map((door) => (
        <a key={door} className="button" href={`${frame.prefix}${words.doors[door].path}`}>
          <Icon name={doorIcons[door]} />
          <span>
            {words.doors[door].label}
            <small>{french(words.doors[door].hint)}</small>
          </span>
        </a>
      ))}
    </div>
    <section className="stack">
      <h2>{words.hours}</h2>
      <ul className="bullets">
        {weekInWords(service.openingHours).map((line) => (
          <li key={line}>{french(line)}</li>
        ))}
      </ul>
      <p className="muted">{words.holidays}</p>
    </section>
    <section className="notice careful stack">
      <h2>{french(words.danger)}</h2>
      <p>
        <a href={`${frame.prefix}/urgence`}>{words.dangerLink}</a>
      </p>
    </section>
    <p>
      <a href={`${frame.prefix}/confidentialite`}>{words.privacy}</a>
    </p>
  </PublicPage>
);

interface ServicesPageProps extends Frame {
  readonly services: readonly Pick<Commissioner, "slug" | "name" | "color" | "phone" | "phonePrice" | "openingHours">[];
  readonly openings: readonly string[];
}

/** Les services : what stands at the address of the house, where no service is chosen. */
export const ServicesPage = ({ services, openings, ...frame }: ServicesPageProps) => (
  <PublicPage {...frame} title={words.servicesTitle}>
    <h1>{words.services}</h1>
    <p className="lead">{words.servicesLead}</p>
    {services.length === 0 && <p>{words.noService}</p>}
    {services.map((service, at) => (
      <article className="panel stack" key={service.slug}>
        <h2 className="row">
          <BrandSquare color={service.color} />
          {service.name}
        </h2>
        <p>
          <a href={telephoneLink(service.phone)}>{french(service.phone)}</a>, {french(service.phonePrice)}. {french(openings[at] ?? "")}.
        </p>
        <p className="muted">{french(weekInWords(service.openingHours).join(". "))}.</p>
        <ButtonLink href={`/s/${service.slug}/`}>
          {words.enter} <span className="visually-hidden">: {service.name}</span>
        </ButtonLink>
      </article>
    ))}
    <section className="stack">
      <h2>{words.alsoHere}</h2>
      <ul className="bullets">
        <li>
          <a href="/observatoire">{french(words.observatory)}</a>
        </li>
        <li>
          <a href="/annuaire">{words.directory}</a>
        </li>
        <li>
          <a href="/connexion">{words.signIn}</a>
        </li>
      </ul>
    </section>
  </PublicPage>
);

/** The colour of a service, beside its name. Drawn, for a page holds as many as there are services. */
const BrandSquare = ({ color }: { readonly color: string }) => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <rect width="20" height="20" rx="5" fill={color} />
  </svg>
);
