import { randomUUID } from "node:crypto";

/** The right to act on a thing, for as long as nobody else has it. */
export type Lease = {
  /** No other holder ever had it: the journal lets nobody else go on with what this one began. */
  readonly token: string;
  /** Aborts when the right is lost before the act has ended. Looked up anew it is true at that moment, also in a process that was stopped. */
  readonly signal: AbortSignal;
};

/** Who acts on a thing waits for who came before. */
export type Lock = {
  /** Runs `act` when everybody who asked earlier for that name is done; its failure is the caller's, and frees the name. An act must not ask for its own name again. */
  withLock<T>(name: string, act: (lease: Lease) => Promise<T>): Promise<T>;
};

/** A lock among the acts of this process, first come, first served. It is lost only with the process. */
export function createLock(): Lock {
  const lastInLine = new Map<string, Promise<void>>();
  return {
    withLock: async (name, act) => {
      const turn = (lastInLine.get(name) ?? Promise.resolve()).then(() =>
        act({ token: randomUUID(), signal: new AbortController().signal }),
      );
      const done = turn.then(
        () => undefined,
        () => undefined,
      );
      lastInLine.set(name, done);
      try {
        return await turn;
      } finally {
        if (lastInLine.get(name) === done) lastInLine.delete(name);
      }
    },
  };
}
