import type { ReactElement } from "react";
import { Link, useLanguage, usePlace } from "#ground/screens";
import { frameWords } from "./desk.words.ts";
import type { Session } from "./session.ts";

type Membership = Session["memberships"][number];

/** For a page about one service: the one asked for in the address, else the first. Who serves several chooses beside the title. */
export function ServicePick(props: {
  readonly title: (serviceName: string) => string;
  readonly session: Session;
  readonly asked: string | null;
  readonly children: (membership: Membership) => ReactElement;
}): ReactElement {
  const words = frameWords[useLanguage()];
  const here = usePlace().split("?")[0] ?? "";
  const all = props.session.memberships;
  const chosen = all.find((each) => each.slug === props.asked) ?? all[0];
  if (!chosen) return <p className="empty">{words.noService}</p>;
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{props.title(chosen.name)}</h1>
        {all.length > 1 ? (
          <nav className="segments" aria-label={words.service}>
            {all.map((each) => (
              <Link
                key={each.slug}
                to={`${here}?service=${each.slug}`}
                {...(each.slug === chosen.slug ? { "aria-current": "true" as const } : {})}
              >
                {each.name}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
      {props.children(chosen)}
    </main>
  );
}
