import type { ReactElement } from "react";
import type { Frame } from "../frame.ts";
import type { IconName } from "./icon-paths.ts";
import { Icon } from "./Icon.screen.tsx";
import { PublicPage } from "./Page.screen.tsx";
import { pageWords } from "./page.words.ts";
import { french } from "./typography.ts";

interface ChooseServicePageProps extends Frame {
  readonly services: readonly { readonly name: string; readonly slug: string }[];
  readonly title: string;
  /** Asked above the list; the title when nothing is given. */
  readonly heading?: string;
  readonly lead: string;
  readonly icon: IconName;
  /** Where each service is entered, after its own address: "/mes-droits". */
  readonly path: string;
}

/** Choix du service, when the address does not say which one: whoever calls back must be known from the start. */
export const ChooseServicePage = ({
  services,
  title,
  heading = title,
  lead,
  icon,
  path,
  ...frame
}: ChooseServicePageProps): ReactElement => (
  <PublicPage {...frame} title={title} back="/">
    <h1>{french(heading)}</h1>
    <p className="lead">{french(services.length === 0 ? pageWords.noService : lead)}</p>
    <ul className="doors">
      {services.map(({ name, slug }) => (
        <li key={slug}>
          <a className="button" href={`/s/${slug}${path}`}>
            <Icon name={icon} /> {name}
          </a>
        </li>
      ))}
    </ul>
  </PublicPage>
);
