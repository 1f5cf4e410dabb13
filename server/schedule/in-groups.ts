/** So many requests of one act are underway at once: LibreTime has three workers, and other work. */
const AT_ONCE = 4;

/** Sends something when it is its turn. */
export type Through = <T>(send: () => Promise<T>) => Promise<T>;

/**
 * Does that for each, a few at a time, and answers in order. When one fails, no more are begun; those underway
 * end first, so that the journal knows of each what became of it. `ahead` is how many are begun before it is
 * their turn to send: those send `through` what they are given, a few at a time, and not at all once one has failed.
 */
export async function inGroups<T, U>(
  all: readonly T[],
  work: (each: T, through: Through) => Promise<U>,
  ahead = AT_ONCE,
): Promise<U[]> {
  const done: U[] = [];
  done.length = all.length;
  let [next, free, failure]: [number, number, { readonly cause: unknown } | null] = [0, AT_ONCE, null];
  const queue: (() => void)[] = [];
  const through: Through = async (send) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      // Not the failure itself: of that one nobody may know what became; of this one it is known that it was not sent.
      if (failure) throw new Error("not sent: another has failed", failure);
      return await send();
    } finally {
      const waiter = queue.shift();
      if (waiter) waiter();
      else free += 1;
    }
  };
  const worker = async (): Promise<void> => {
    while (next < all.length && !failure) {
      const index = next++;
      try {
        done[index] = await work(all[index]!, through);
      } catch (cause) {
        failure ??= { cause };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(ahead, all.length) }, worker));
  if (failure) throw (failure as { readonly cause: unknown }).cause;
  return done;
}
