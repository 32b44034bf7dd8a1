import { useCallback, useEffect, useRef, useState } from "react";

const pauseMilliseconds = 1500;

/** A text that changes at each key, told again once typing pauses: what is read from it does not flicker. */
export const useSettled = (first: string): readonly [string, (text: string) => void] => {
  const [settled, settle] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const hear = useCallback((text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      settle(text);
    }, pauseMilliseconds);
  }, []);
  return [settled, hear];
};
