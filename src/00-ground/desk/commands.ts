import { useEffect, useRef, useSyncExternalStore } from "react";

/** Geste du bureau : what the menu of commands offers. */
export interface Command {
  readonly name: string;
  /** The key that does it too, as it is written: « F8 ». */
  readonly key?: string;
  readonly act: () => void;
}

let offered: readonly (readonly Command[])[] = [];
const followers = new Set<() => void>();
const offer = (next: readonly (readonly Command[])[]): void => {
  offered = next;
  for (const follow of followers) follow();
};

/** Offers the deeds of a screen for as long as it is shown. */
export const useCommands = (commands: readonly Command[]): void => {
  const last = useRef(commands);
  useEffect(() => {
    last.current = commands;
  });
  const names = commands.map(({ name }) => name).join("\n");
  useEffect(() => {
    // What a deed does may change at each turn: it is looked up when it is chosen.
    const mine = last.current.map(({ name, key }, index) => ({
      name,
      ...(key === undefined ? {} : { key }),
      act: () => last.current[index]?.act(),
    }));
    // The screen opened last comes first.
    offer([mine, ...offered]);
    return () => {
      offer(offered.filter((each) => each !== mine));
    };
  }, [names]);
};

/** All the deeds offered now: those of the screen first, those of the frame after. */
export const useOfferedCommands = (): readonly Command[] => {
  const lists = useSyncExternalStore(
    (follow) => {
      followers.add(follow);
      return () => followers.delete(follow);
    },
    () => offered,
  );
  return lists.flat();
};
