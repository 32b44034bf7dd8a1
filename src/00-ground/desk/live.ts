import { useEffect, useRef } from "react";

export interface LiveEvent {
  readonly topic: string;
  readonly commissionerId: string;
  readonly ids: Readonly<Record<string, string>>;
}
type Listener = (event: LiveEvent) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

/** One stream for the whole desk, opened with the first listener. The browser reconnects by itself and says where it was. */
const open = (): void => {
  if (source) return;
  source = new EventSource("/api/live");
  source.addEventListener("news", (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as LiveEvent;
    for (const listener of listeners) listener(event);
  });
};

const listen = (listener: Listener): (() => void) => {
  listeners.add(listener);
  open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    source = undefined;
  };
};

/** Calls back when one of these topics is told (a topic ending in a dot stands for all that begin with it). */
export const useLive = (topics: readonly string[], onNews: Listener): void => {
  const last = useRef(onNews);
  useEffect(() => {
    last.current = onNews;
  });
  const key = topics.join(" ");
  useEffect(() => {
    if (key === "") return undefined;
    const wanted = key.split(" ");
    return listen((event) => {
      if (wanted.some((topic) => event.topic === topic || (topic.endsWith(".") && event.topic.startsWith(topic)))) last.current(event);
    });
  }, [key]);
};
