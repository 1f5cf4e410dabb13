import type { Lease } from "@/server/coordination/lock";

/**
 * What ends the requests of an act: its time, or the loss of the station. The lease is looked up anew each time: a
 * process that stood still sends nothing on when it wakes. Timer and listener are our own: what `AbortSignal.any`
 * makes of a `timeout` is collected as garbage while the act still waits, and then ends nothing.
 */
export function timeLimit(lease: Lease, ms: number): { readonly signal: AbortSignal } {
  const limit = new AbortController();
  setTimeout(() => limit.abort(new Error("the time of the act is up")), ms).unref();
  lease.signal.addEventListener("abort", () => limit.abort(lease.signal.reason), { once: true });
  return {
    get signal() {
      return lease.signal.aborted ? lease.signal : limit.signal;
    },
  };
}
