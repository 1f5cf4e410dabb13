/** So many in so many milliseconds for each key; answers after how many seconds to come again, or null: granted. */
export type Windows = (key: string) => number | null;

const MOST_KEYS = 20_000;

/**
 * Counts in this process and without waiting for anybody: it is this process that is to be spared. What counts for
 * several processes, such as attempts to sign in, counts in Redis (`server/throttle/`).
 */
export function windowsOf({
  granted,
  ms,
  now = Date.now,
}: {
  readonly granted: number;
  readonly ms: number;
  readonly now?: () => number;
}): Windows {
  const counts = new Map<string, { count: number; readonly endsAt: number }>();
  return (key) => {
    const at = now();
    const known = counts.get(key);
    if (known && at < known.endsAt) return ++known.count > granted ? Math.ceil((known.endsAt - at) / 1000) : null;
    counts.delete(key);
    counts.set(key, { count: 1, endsAt: at + ms });
    // The oldest window is over first.
    if (counts.size > MOST_KEYS) counts.delete(counts.keys().next().value!);
    return null;
  };
}
