/** Waits for a lull; `arrived` is told of every request. */
export type Lull = { readonly arrived: () => void; readonly whenCalm: (run: () => void) => void };

/**
 * Holds work back while requests are arriving. Node accepts one connection in each turn of its event loop, so that
 * whoever comes behind a thousand others waits for a thousand turns: these have to be short. A lull is one turn
 * that brought no request; after `mostMs` the work begins without one.
 */
export function lullOf({ mostMs, now = Date.now }: { readonly mostMs: number; readonly now?: () => number }): Lull {
  const waiting: { readonly run: () => void; readonly since: number }[] = [];
  let arrivals = 0;
  const look = (): void => {
    const isLull = arrivals === 0;
    arrivals = 0;
    const due = isLull ? waiting.length : waiting.findIndex(({ since }) => now() - since < mostMs);
    const begun = waiting.splice(0, due === -1 ? waiting.length : due);
    if (waiting.length > 0) setImmediate(look);
    for (const { run } of begun) run();
  };
  return {
    arrived: () => void (arrivals += 1),
    whenCalm: (run) => {
      if (waiting.push({ run, since: now() }) === 1) setImmediate(look);
    },
  };
}
