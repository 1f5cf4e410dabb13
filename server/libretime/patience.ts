import { setTimeout as pause } from "node:timers/promises";
import type { Ask, Call } from "./call";
import { send, type Connection } from "./connection";
import { LibreTimeError } from "./libretime-error";

/** How long a request may take. */
export type Patience = {
  /** One request with all its tries. */
  readonly timeoutMs: number;
  /** The same for a whole table: LibreTime needs 22 s for 100,000 instances. */
  readonly tableTimeoutMs: number;
  /** The end of the act that the request belongs to. */
  readonly signal?: AbortSignal | undefined;
};

const TRIES = 3;
const FIRST_PAUSE_MS = 150;

/**
 * The one place that decides on tries: a read gets three within its time, with pauses that grow and differ;
 * what could change anything is sent exactly once, always, because LibreTime may save and answer 500 (R259)
 * and knows no idempotency key.
 */
export function patientAsk(connection: Connection, patience: Patience): Ask {
  return async (call) => {
    const limitMs = call.wholeTable ? patience.tableTimeoutMs : patience.timeoutMs;
    const until = performance.now() + limitMs;
    const ownTime = AbortSignal.timeout(limitMs);
    const signal = patience.signal ? AbortSignal.any([ownTime, patience.signal]) : ownTime;
    const timeUp = (): string => (ownTime.aborted ? `no answer in ${limitMs / 1000} s` : "no time left");
    for (let tryNo = 1; ; tryNo += 1) {
      try {
        return await send(connection, call, signal, timeUp);
      } catch (error) {
        const pauseMs = FIRST_PAUSE_MS * 2 ** (tryNo - 1) * (0.5 + Math.random());
        if (signal.aborted || tryNo === TRIES || !mayTryAgain(call, error) || performance.now() + pauseMs > until) throw error;
        // Ended early by the signal, the next try fails at once with the words for it.
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
}

/** No answer, a 5xx or a page instead of JSON may be better next time; a refusal or a redirection will not. */
function mayTryAgain(call: Call<unknown>, error: unknown): boolean {
  if (call.writes || !(error instanceof LibreTimeError) || error.problemCode === "LIBRETIME_REFUSED_KEY") return false;
  return error.status === undefined || error.status >= 500 || /HTML|JSON/.test(error.outcome);
}
