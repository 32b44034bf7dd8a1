const waitMilliseconds = 5_000;

/**
 * Leads the keyboard and screen readers to the beginning of the screen that has just been asked for, as soon as it is there: a screen
 * may come a moment after its address. It never takes the focus from somebody who has already begun to act.
 * @returns what stops it
 */
export const leadToContent = (): (() => void) => {
  const focus = (): void => document.getElementById("content")?.focus({ preventScroll: true });
  focus();
  const observer = new MutationObserver(() => {
    if (document.activeElement === null || document.activeElement === document.body) focus();
  });
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
