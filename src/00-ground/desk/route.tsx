import { useEffect, useState, type AnchorHTMLAttributes, type MouseEvent } from "react";

const movedEvent = "tu:moved";

/** Goes to another screen of the desk without loading the page again. */
export const navigate = (to: string, options: { readonly replace?: boolean } = {}): void => {
  if (options.replace === true) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  window.dispatchEvent(new Event(movedEvent));
};

const readPlace = (): string => `${window.location.pathname}${window.location.search}`;

/** The address shown now, path and query. */
export const usePlace = (): string => {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = (): void => {
      setPlace(readPlace());
    };
    window.addEventListener("popstate", follow);
    window.addEventListener(movedEvent, follow);
    return () => {
      window.removeEventListener("popstate", follow);
      window.removeEventListener(movedEvent, follow);
    };
  }, []);
  return place;
};

/** A link of the desk: a real link, that opens in a new tab like any other, and stays in the page otherwise. */
export function Link({ to, ...rest }: { readonly to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}
