/** So many steps wait for each other at most: the line is rewritten whole, and a long one takes LibreTime's time. */
const TOGETHER = 12;

type Waiter = { readonly resolve: () => void; readonly reject: (cause: unknown) => void };

/** When the steps of one line are written. */
export type WrittenTogether = {
  /** Resolves once what is about to begin is written. */
  readonly begun: () => Promise<void>;
  /** What had begun has ended, one way or the other. */
  readonly over: () => void;
};

/**
 * Steps that begin while nothing is underway are written at once. While something is, LibreTime is busy anyway:
 * they wait until several share one writing, or until nothing is underway any more.
 */
export function writtenTogether(write: () => Promise<void>): WrittenTogether {
  let [waiting, underway, isWriting]: [Waiter[], number, boolean] = [[], 0, false];
  const look = (): void => {
    if (isWriting || waiting.length === 0 || (underway > 0 && waiting.length < TOGETHER)) return;
    const written = waiting;
    [waiting, underway, isWriting] = [[], underway + written.length, true];
    const then = (settle: (each: Waiter) => void): void => {
      isWriting = false;
      written.forEach(settle);
      look();
    };
    void write().then(
      () => then(({ resolve }) => resolve()),
      (cause: unknown) => {
        underway -= written.length;
        then(({ reject }) => reject(cause));
      },
    );
  };
  return {
    begun: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        // Who begins in the same breath is written along.
        queueMicrotask(look);
      }),
    over: () => {
      underway -= 1;
      queueMicrotask(look);
    },
  };
}
