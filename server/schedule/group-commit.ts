/**
 * Writes one after the other, each with all that is there by then: who asks while a writing is under way shares the
 * next one. Resolves once what was there when it was asked for is written, and fails as that writing does.
 */
export function groupCommit(write: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    if (next) return next;
    const mine = last.then(() => {
      next = undefined;
      return write();
    });
    next = mine;
    last = mine.catch(() => undefined);
    return mine;
  };
}
