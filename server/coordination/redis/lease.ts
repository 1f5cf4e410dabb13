import type { Connection } from "./connection";
import type { Lease } from "../lock";

/** A lease that is kept up until `end`. */
export type KeptLease = { readonly lease: Lease; readonly end: () => void };

export type LeaseOptions = {
  /** How long a holder that is gone keeps the others out. */
  readonly leaseMs: number;
  /** A clock that never jumps. It goes on while the process is stopped. */
  readonly monotonic: () => number;
};

/** Only the holder prolongs: what has run out meanwhile is not taken back. */
const prolong = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("PEXPIRE", KEYS[1], ARGV[2]) end return 0`;

/**
 * Keeps up a lease that Redis has just given: asked for at `askedAt`, so that it ends for us before it ends for
 * the others. It is lost as soon as it cannot be proven: Redis says that it is another's, or nothing was heard
 * for as long as it lasts. A process that was stopped sees that at once when it goes on: the signal is looked
 * up by that clock, not by a timer alone.
 */
export function keepLease(
  { commands }: Connection,
  key: string,
  { token, askedAt, leaseMs, monotonic }: LeaseOptions & { readonly token: string; readonly askedAt: number },
): KeptLease {
  const lost = new AbortController();
  let provenUntil = askedAt + leaseMs;
  let expiry = watch();
  const renewing = setInterval(() => void renew(), leaseMs / 3);

  function watch(): NodeJS.Timeout {
    return setTimeout(() => void (judge().aborted || (expiry = watch())), Math.max(1, provenUntil - monotonic()));
  }
  function judge(): AbortSignal {
    if (monotonic() >= provenUntil) lose(`no answer from Redis for ${leaseMs / 1000} s`);
    return lost.signal;
  }
  function lose(why: string): void {
    end();
    lost.abort(new Error(`The lease on ${key} is lost: ${why}.`));
  }
  function end(): void {
    clearInterval(renewing);
    clearTimeout(expiry);
  }
  async function renew(): Promise<void> {
    const sentAt = monotonic();
    const isOurs = await commands.eval(prolong, 1, key, token, leaseMs).catch(() => null);
    if (lost.signal.aborted || isOurs === null) return;
    if (isOurs === 0) return lose("somebody else may have it");
    provenUntil = Math.max(provenUntil, sentAt + leaseMs);
  }
  return {
    lease: {
      token,
      get signal() {
        return judge();
      },
    },
    end,
  };
}
