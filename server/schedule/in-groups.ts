/** So many requests of one act are underway at once: LibreTime has three workers, and other work. */
const AT_ONCE = 4;

/**
 * Does that for each, a few at a time, and answers in order. When one fails, no more are begun; those underway
 * end first, so that the journal knows of each what became of it.
 */
export async function inGroups<T, U>(all: readonly T[], work: (each: T) => Promise<U>): Promise<U[]> {
  const done = new Array<U>(all.length);
  let [next, failure]: [number, { readonly cause: unknown } | null] = [0, null];
  const worker = async (): Promise<void> => {
    while (next < all.length && !failure) {
      const index = next++;
      try {
        done[index] = await work(all[index]!);
      } catch (cause) {
        failure ??= { cause };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
  if (failure) throw (failure as { readonly cause: unknown }).cause;
  return done;
}
