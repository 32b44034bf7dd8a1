import { useEffect, useRef } from "react";

const storageKey = "tu:single-letters";

/** Single-letter shortcuts may be switched off (WCAG 2.1.4). */
export const singleLettersOn = (): boolean => window.localStorage.getItem(storageKey) !== "off";
export const setSingleLetters = (on: boolean): void => {
  window.localStorage.setItem(storageKey, on ? "on" : "off");
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
/** Somebody is typing; a list that is searched hears the keys too, but the focus stays in its field. */
const isTyping = (event: KeyboardEvent): boolean => isField(event.target) || isField(document.activeElement);

/** « Ctrl+Maj+Enter », « F8 », « n »: by the key that is written, never by its place on the keyboard. */
const nameOf = (event: KeyboardEvent): string =>
  [
    event.ctrlKey || event.metaKey ? "Ctrl+" : "",
    event.shiftKey && event.key.length > 1 ? "Maj+" : "",
    event.key.length === 1 ? event.key.toLowerCase() : event.key,
  ].join("");

/**
 * Shortcuts of a screen: name of the key → what it does. A single letter acts only outside fields and when letters are on;
 * F keys and Ctrl chords act everywhere.
 */
export const useShortcuts = (keys: Readonly<Record<string, () => void>>): void => {
  const last = useRef(keys);
  useEffect(() => {
    last.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing) return;
      const name = nameOf(event);
      const act = last.current[name];
      if (!act || (name.length === 1 && (isTyping(event) || !singleLettersOn()))) return;
      event.preventDefault();
      // A chord held down acts once: F8 kept pressed must not open a question and answer it.
      if (event.repeat && name.length > 1) return;
      act();
    };
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", press);
    };
  }, []);
};
