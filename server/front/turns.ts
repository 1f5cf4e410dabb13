const MOST_KEYS_WAITING = 2_000;

/** Calls back when it is the key's turn; what it gives back ends the turn. False when too many wait already. */
export type Turns = (key: string, begin: (end: () => void) => void) => boolean;

/**
 * Lets so many of a key's at once, the others in their order. A turn ends by itself after `mostMs`: who sends a
 * body slowly holds up nobody for longer.
 */
export function turnsOf({ atOnce, mostMs }: { readonly atOnce: number; readonly mostMs: number }): Turns {
  const waiting = new Map<string, { running: number; readonly queue: ((end: () => void) => void)[] }>();
  let count = 0;
  const start = (key: string, begin: (end: () => void) => void): void => {
    const of = waiting.get(key)!;
    of.running += 1;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(patience);
      of.running -= 1;
      const next = of.queue.shift();
      if (next) {
        count -= 1;
        start(key, next);
      } else if (of.running === 0) waiting.delete(key);
    };
    const patience = setTimeout(end, mostMs);
    patience.unref();
    begin(end);
  };
  return (key, begin) => {
    const of = waiting.get(key) ?? { running: 0, queue: [] };
    waiting.set(key, of);
    if (of.running < atOnce) start(key, begin);
    else if (count >= MOST_KEYS_WAITING) return false;
    else {
      of.queue.push(begin);
      count += 1;
    }
    return true;
  };
}
