import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { mayDo } from "#ground";
import {
  Icon,
  Link,
  navigate,
  send,
  setSingleLetters,
  singleLettersOn,
  useCommands,
  useLanguage,
  usePlace,
  useShortcuts,
} from "#ground/screens";
import { forgetLocalCopies } from "#situation/screens";
import { CommandMenu } from "./CommandMenu.screen.tsx";
import { frameWords } from "./desk.words.ts";
import { listens, type Session } from "./session.ts";

/** What stands on every screen of the desk: where one is, where one can go, who one is. */
export function Frame(props: { readonly session: Session; readonly children: ReactNode }) {
  const words = frameWords[useLanguage()];
  const [helpIsOpen, openHelp] = useState(false);
  const [menuIsOpen, openMenu] = useState(false);
  const mayListen = listens(props.session);
  useCommands([
    ...deskPlaces(words, props.session).map(({ to, name, isOutside }) => ({
      name,
      act: () => {
        if (isOutside === true) window.location.assign(to);
        else navigate(to);
      },
    })),
    {
      name: words.shortcuts,
      key: "?",
      act: () => {
        openHelp(true);
      },
    },
  ]);
  useShortcuts({
    "/": () => {
      // A page with its own search takes the key for it.
      if (document.querySelector("[data-finder]")) return;
      navigate(mayListen ? "/bureau/personnes" : "/bureau/annuaire");
    },
    "?": () => {
      openHelp(true);
    },
    "Ctrl+k": () => {
      openMenu(true);
    },
  });
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      {props.session.isDemonstration ? (
        <aside className="demonstration" aria-label={words.demonstrationName}>
          {words.demonstration}
        </aside>
      ) : null}
      <header className="app-header">
        <Link className="logo" to="/bureau">
          <svg className="logo-arc" viewBox="0 0 26 14" aria-hidden="true" focusable="false">
            <path d="M2 11C7 1 19 1 24 11" />
          </svg>
          Trait d’union
        </Link>
        <Navigation session={props.session} />
        <Link className="app-search" to={mayListen ? "/bureau/personnes" : "/bureau/annuaire"}>
          <Icon name="search" />
          <span>{mayListen ? words.find : words.findService}</span>
          <kbd>/</kbd>
        </Link>
        <Who
          session={props.session}
          onHelp={() => {
            openHelp(true);
          }}
        />
      </header>
      {props.children}
      {menuIsOpen ? (
        <CommandMenu
          onClose={() => {
            openMenu(false);
          }}
        />
      ) : null}
      {helpIsOpen ? (
        <Help
          onClose={() => {
            openHelp(false);
          }}
        />
      ) : null}
    </>
  );
}

const narrow = window.matchMedia("(max-width: 860px)");
const followNarrow = (changed: () => void): (() => void) => {
  narrow.addEventListener("change", changed);
  return () => {
    narrow.removeEventListener("change", changed);
  };
};

/** On a phone the places fold under one word. */
const useIsNarrow = (): boolean => useSyncExternalStore(followNarrow, () => narrow.matches);

interface Place {
  readonly to: string;
  readonly name: string;
  /** For those who keep the house: under one word, so that what listening asks for stays in sight on every width. */
  readonly isUpkeep?: boolean;
  /** A page rendered by the server, outside the desk. */
  readonly isOutside?: boolean;
}

/** Where one may go, by what one does. */
const deskPlaces = (words: (typeof frameWords)["fr" | "en"], session: Session): readonly Place[] => {
  const roles = session.memberships.flatMap((membership) => membership.roles);
  const mayListen = listens(session);
  return [
    ...(mayListen
      ? [
          { to: "/bureau", name: words.day },
          { to: "/bureau/echanges/nouveau", name: words.exchange },
          { to: "/bureau/personnes", name: words.files },
          { to: "/bureau/cartes", name: words.cards },
        ]
      : []),
    { to: "/bureau/annuaire", name: words.directory },
    ...(roles.includes("supervisor")
      ? [
          { to: "/bureau/prestataires", name: words.providers, isUpkeep: true },
          { to: "/bureau/ayants-droit", name: words.entitled, isUpkeep: true },
        ]
      : []),
    ...(mayDo(roles, "review-masking") ? [{ to: "/bureau/relecture", name: words.review, isUpkeep: true }] : []),
    ...(roles.some((role) => role === "supervisor" || role === "data-referent")
      ? [{ to: "/bureau/referent", name: words.referent, isUpkeep: true }]
      : []),
    { to: "/bureau/aides", name: words.benefits, isUpkeep: true },
    { to: "/observatoire", name: words.observatory, isOutside: true },
    ...(session.staff.isAdministrator ? [{ to: "/administration", name: words.administration, isOutside: true }] : []),
  ];
};

function Navigation(props: { readonly session: Session }) {
  const words = frameWords[useLanguage()];
  const here = usePlace().split("?")[0] ?? "";
  const isNarrow = useIsNarrow();
  const places = deskPlaces(words, props.session);
  const upkeep = places.filter((place) => place.isUpkeep === true);
  const line = (place: Place): ReactElement => (
    <li key={place.to}>
      <PlaceLink place={place} here={here} />
    </li>
  );
  if (isNarrow)
    return (
      <nav className="app-nav" aria-label={words.main}>
        <Folding name={words.menu} here={here}>
          <ul>{places.map(line)}</ul>
        </Folding>
      </nav>
    );
  // One place alone needs no word above it.
  const folded = upkeep.length > 1 ? upkeep : [];
  const open = folded.find((place) => place.to === here);
  return (
    <nav className="app-nav" aria-label={words.main}>
      <ul>
        {places.filter((place) => !folded.includes(place)).map(line)}
        {folded.length === 0 ? null : (
          <li>
            <Folding name={open?.name ?? words.upkeep} here={here} isHere={open !== undefined}>
              <ul>{folded.map(line)}</ul>
            </Folding>
          </li>
        )}
      </ul>
    </nav>
  );
}

const PlaceLink = ({ place, here }: { readonly place: Place; readonly here: string }): ReactElement =>
  place.isOutside === true ? (
    <a href={place.to}>{place.name}</a>
  ) : (
    <Link to={place.to} {...(here === place.to ? { "aria-current": "page" as const } : {})}>
      {place.name}
    </Link>
  );

/** What opens under its name, and closes with Escape, with a choice, or when one goes elsewhere. */
function Folding(props: {
  readonly name: ReactNode;
  readonly here: string;
  /** The place shown now is under it. */
  readonly isHere?: boolean;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [props.here]);
  return (
    <details
      className={props.isHere === true ? "menu here" : "menu"}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        box.current.open = false;
        box.current.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (box.current && event.relatedTarget !== null && !box.current.contains(event.relatedTarget)) box.current.open = false;
      }}
    >
      <summary>{props.name}</summary>
      {props.children}
    </details>
  );
}

function Who(props: { readonly session: Session; readonly onHelp: () => void }) {
  const words = frameWords[useLanguage()];
  const here = usePlace().split("?")[0] ?? "";
  const leave = async (): Promise<void> => {
    forgetLocalCopies();
    await send("/api/session", {}, undefined, { method: "DELETE" });
    window.location.assign("/connexion");
  };
  return (
    <Folding name={<span className="presence">{props.session.staff.name}</span>} here={here}>
      <ul>
        <li>
          <a href="/compte">{words.account}</a>
        </li>
        <li>
          <button type="button" className="button quiet" onClick={props.onHelp}>
            {words.shortcuts} <kbd>?</kbd>
          </button>
        </li>
        <li>
          <button type="button" className="button quiet" onClick={() => void leave()}>
            {words.signOut}
          </button>
        </li>
      </ul>
    </Folding>
  );
}

/** The native dialog holds the focus and closes with Escape by itself. */
function Help(props: { readonly onClose: () => void }) {
  const words = frameWords[useLanguage()];
  const dialog = useRef<HTMLDialogElement>(null);
  const [letters, setLetters] = useState(singleLettersOn);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="dialog" ref={dialog} onClose={props.onClose} aria-labelledby="help-title">
      <h2 id="help-title">{words.shortcuts}</h2>
      <dl className="shortcuts">
        {words.shortcutsHelp.map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            setSingleLetters(event.target.checked);
            setLetters(event.target.checked);
          }}
        />
        {words.letters}
      </label>
      <form method="dialog" className="actions">
        <button className="button primary">{words.close}</button>
      </form>
    </dialog>
  );
}
