const waitMilliseconds = 5_000;

/** While a screen is fetched, the one before it may still stand, hidden: the one that shows is meant. */
const shownContent = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>("main#content")].find((content) => content.checkVisibility());

/**
 * Leads the keyboard and screen readers to the beginning of the screen that has just been asked for, as soon as it is there: a screen
 * may come a moment after its address. It never takes the focus from somebody who has already begun to act.
 * @returns what stops it
 */
export const leadToContent = (): (() => void) => {
  const leftFrom = document.activeElement;
  const lead = (): void => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || focused === leftFrom) shownContent()?.focus({ preventScroll: true });
  };
  lead();
  const observer = new MutationObserver(lead);
  observer.observe(document.body, { childList: true, subtree: true });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(limit);
    window.removeEventListener("keydown", stop);
    window.removeEventListener("pointerdown", stop);
  };
  const limit = setTimeout(stop, waitMilliseconds);
  window.addEventListener("keydown", stop);
  window.addEventListener("pointerdown", stop);
  return stop;
};
