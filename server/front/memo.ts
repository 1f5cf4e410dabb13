/** One answer for all who ask within that time; whoever asks meanwhile waits for the same computation. */
export type Memo<T> = {
  readonly of: (key: string, make: () => Promise<T>) => Promise<T>;
  /** What was kept may have changed. */
  readonly drop: () => void;
};

/** Keeps at most `most` answers, each for `ms` from when it was asked for. A failure is not kept. */
export function memoFor<T>({
  ms,
  most,
  now = Date.now,
}: {
  readonly ms: number;
  readonly most: number;
  readonly now?: () => number;
}): Memo<T> {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<T> }>();
  const forget = (key: string, value: Promise<T>) => {
    if (kept.get(key)?.value === value) kept.delete(key);
  };
  return {
    of: (key, make) => {
      const known = kept.get(key);
      if (known && now() < known.until) return known.value;
      const value = make();
      kept.delete(key);
      kept.set(key, { until: now() + ms, value });
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      value.catch(() => forget(key, value));
      return value;
    },
    drop: () => kept.clear(),
  };
}
