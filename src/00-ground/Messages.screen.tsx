import { AdministrationPage, Marked, ServiceLinks, WideTable, type AdministrationFrame } from "./AdministrationPage.screen.tsx";
import { administrationWords } from "./administration.words.ts";

const words = administrationWords.fr.messages;
const path = "/administration/messages";

interface Line {
  readonly id: string;
  readonly at: string;
  readonly channel: string;
  readonly purpose: string;
  readonly state: string;
}

interface MessagesPageProps extends AdministrationFrame {
  readonly services: readonly { readonly slug: string; readonly name: string }[];
  readonly service: { readonly slug: string; readonly name: string } | undefined;
  readonly state: string | undefined;
  readonly lines: readonly Line[];
}

/** Les messages d'un service, still closed. */
export const MessagesPage = ({ services, service, state, lines, ...frame }: MessagesPageProps) => (
  <AdministrationPage {...frame} title={service ? `${words.title}, ${service.name}` : words.title} current={path}>
    <p className="lead">{words.lead}</p>
    <ServiceLinks path={path} services={services} current={service?.slug} />
    {service && (
      <>
        <nav aria-label={words.state}>
          <ul className="row">
            {[["", words.all], ...Object.entries(words.states)].map(([value = "", label = ""]) => (
              <li key={value}>
                <a
                  className="back"
                  href={`${path}?service=${service.slug}${value && `&etat=${value}`}`}
                  aria-current={value === (state ?? "") ? "true" : undefined}
                >
                  <Marked isCurrent={value === (state ?? "")}>{label}</Marked>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {lines.length === 0 ? (
          <p>{words.empty}</p>
        ) : (
          <WideTable
            label={words.title}
            head={[words.at, words.purpose, words.state, words.open]}
            rows={lines.map((line) => ({
              key: line.id,
              cells: [
                line.at,
                `${line.channel}, ${line.purpose}`,
                line.state,
                <a key="open" href={`${path}/${service.slug}/${line.id}`}>
                  {words.open} <span className="visually-hidden">{line.at}</span>
                </a>,
              ],
            }))}
          />
        )}
      </>
    )}
  </AdministrationPage>
);

interface MessagePageProps extends AdministrationFrame {
  readonly service: { readonly slug: string; readonly name: string };
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** Un message ouvert : this reading is written in the log. */
export const MessagePage = ({ service, facts, ...frame }: MessagePageProps) => (
  <AdministrationPage {...frame} title={`${words.title}, ${service.name}`} current={path} back={`${path}?service=${service.slug}`}>
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </AdministrationPage>
);
