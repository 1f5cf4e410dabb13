/** What others may want to know. `from` and `to` are ISO times; without them anything may have changed. */
export type NewsEvent =
  | { readonly kind: "slots-changed"; readonly from?: string; readonly to?: string }
  | { readonly kind: "mirror" }
  | { readonly kind: "episodes-changed" }
  /** Regular slots of shows. */
  | { readonly kind: "patterns-changed" }
  /** How far an act on many slots is, by its key. */
  | { readonly kind: "progress"; readonly key: string; readonly done: number; readonly total: number }
  /** An act on many slots is to stop: whose, and its key. */
  | { readonly kind: "stop"; readonly key: string };

/** Tells whoever listens what has changed. */
export type News = {
  publish(event: NewsEvent): void;
  /** Answers how to stop listening. A listener that throws disturbs nobody else. */
  subscribe(listener: (event: NewsEvent) => void): () => void;
  /**
   * The events from this call on, until `signal` aborts. For a reader too slow to keep up, the waiting events
   * are replaced by one of each kind: everything may have changed.
   */
  listen(signal: AbortSignal): AsyncIterable<NewsEvent>;
};

const WAITING_LIMIT = 1000;
/** One event of each kind: anything may have changed. */
export const everything: readonly NewsEvent[] = [
  { kind: "slots-changed" },
  { kind: "mirror" },
  { kind: "episodes-changed" },
  { kind: "patterns-changed" },
];

/** News within this process. */
export function createNews(): News {
  const listeners = new Set<(event: NewsEvent) => void>();
  const subscribe: News["subscribe"] = (listener) => {
    // Wrapped, so that the same function may listen twice.
    const each = (event: NewsEvent): void => listener(event);
    listeners.add(each);
    return () => void listeners.delete(each);
  };
  return {
    publish: (event) => {
      for (const listener of Array.from(listeners)) {
        try {
          listener(event);
        } catch {
          // What was published has happened; a listener's failure is its own.
        }
      }
    },
    subscribe,
    listen: (signal) => listenTo(subscribe, signal),
  };
}

function listenTo(subscribe: News["subscribe"], signal: AbortSignal): AsyncIterable<NewsEvent> {
  let waiting: NewsEvent[] = [];
  let wake = (): void => undefined;
  const stop = subscribe((event) => {
    waiting = waiting.length < WAITING_LIMIT ? [...waiting, event] : [...everything];
    wake();
  });
  const end = (): void => {
    stop();
    wake();
  };
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  return (async function* events() {
    try {
      while (!signal.aborted) {
        const next = waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      stop();
      signal.removeEventListener("abort", end);
    }
  })();
}
