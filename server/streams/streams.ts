import type { Problem } from "@/domain/problems";
import type { Actor } from "@/server/cms/records";

/** Why a stream ended before whoever listens was done with it. `role`: they may ask again, as who they are now. */
export type StreamEnd = (Problem["code"] & ("UNAUTHENTICATED" | "TOO_MANY_REQUESTS")) | "role";

/** What a stream is opened with. */
export type Listener = {
  readonly actor: Actor;
  /** Who the same request would be of now. */
  readonly again: () => Promise<Actor | null>;
  /** Aborts when the connection ends. */
  readonly signal: AbortSignal | undefined;
};

export type Stream = {
  readonly signal: AbortSignal;
  readonly ended: () => StreamEnd | null;
  readonly close: () => void;
};

export type Streams = {
  readonly open: (listener: Listener) => Stream;
  /** Looks once at everybody who listens, and ends the streams of who may not any more. */
  readonly look: () => Promise<void>;
};

/** Twenty tabs, or programs, of one person. */
export const MOST_STREAMS = 20;
const LOOK_MS = 2_000;
/** Whatever changed unseen, such as a session that ran out, is found by then. */
const SURE_MS = 60_000;

type Open = Listener & {
  readonly control: AbortController;
  ended: StreamEnd | null;
  version: string | undefined;
  sureAt: number;
};

/**
 * Watches who listens. Every two seconds one question to the database says of all of them whether anything about them
 * has changed, their role, sessions or key, by whatever process; only then the request is asked for its person again.
 */
export function createStreams(
  versionsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  now = Date.now,
): Streams {
  const all = new Set<Open>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | null = null;

  const end = (stream: Open, why: StreamEnd): void => {
    stream.ended ??= why;
    stream.control.abort();
  };
  const lookAt = async (stream: Open, version: string): Promise<void> => {
    const isSure = stream.version === version && now() < stream.sureAt;
    if (isSure || stream.control.signal.aborted) return;
    const person = await stream.again();
    if (!person || person.id !== stream.actor.id) return end(stream, "UNAUTHENTICATED");
    if (person.role !== stream.actor.role) return end(stream, "role");
    Object.assign(stream, { version, sureAt: now() + SURE_MS });
  };
  const lookOnce = async (): Promise<void> => {
    const versions = await versionsOf([...new Set([...all].map(({ actor }) => actor.id))]);
    await Promise.all([...all].map((stream) => lookAt(stream, versions.get(stream.actor.id) ?? "")));
  };
  // A database that does not answer says nothing of anybody: the streams go on, and it is asked again.
  const look = (): Promise<void> =>
    (round ??= lookOnce()
      .catch(() => undefined)
      .finally(() => (round = null)));

  return {
    look,
    open: (listener) => {
      const stream: Open = { ...listener, control: new AbortController(), ended: null, version: undefined, sureAt: 0 };
      const close = (): void => {
        all.delete(stream);
        listener.signal?.removeEventListener("abort", close);
        stream.control.abort();
        if (all.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
      listener.signal?.addEventListener("abort", close, { once: true });
      all.add(stream);
      if (listener.signal?.aborted) close();
      // Whoever opens one more looks at that one: the oldest ends.
      const own = [...all].filter(({ actor, ended }) => actor.id === listener.actor.id && ended === null);
      for (const oldest of own.slice(0, Math.max(0, own.length - MOST_STREAMS))) end(oldest, "TOO_MANY_REQUESTS");
      timer ??= all.size > 0 ? setInterval(() => void look(), LOOK_MS).unref() : undefined;
      return { signal: stream.control.signal, ended: () => stream.ended, close };
    },
  };
}
