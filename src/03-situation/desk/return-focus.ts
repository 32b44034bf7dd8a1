import { useRef, type RefObject } from "react";

/**
 * Once a form ends, the keyboard goes back to the button that opened it; unless one is already writing elsewhere: notes come first.
 * @returns the refs of the panel and of its button, and what to call when the form ends
 */
export const useReturn = (): {
  readonly panel: RefObject<HTMLElement | null>;
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly goBack: () => void;
} => {
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const goBack = (): void => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || panel.current?.contains(focused) === true) opener.current?.focus();
  };
  return { panel, opener, goBack };
};
