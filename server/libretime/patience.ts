import { setTimeout as pause } from "node:timers/promises";
import type { Ask, Call } from "./call";
import { NO_TIME, type CircuitBreaker } from "./circuit-breaker";
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
  /** How often a read is tried; 3 unless told. */
  readonly tries?: number;
  /** Who is asked before a request leaves, and told how it ended. */
  readonly breaker: CircuitBreaker;
  /** It goes past the breaker: an act that is under way, what settles it, and the probes. */
  readonly isAdmitted?: boolean;
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
    const { breaker, tries = TRIES } = patience;
    if (!patience.isAdmitted) await breaker.admit(call);
    const limitMs = call.wholeTable ? patience.tableTimeoutMs : patience.timeoutMs;
    const deadline = deadlineIn(limitMs, patience.signal);
    const beganMs = performance.now();
    try {
      const answer = await tryPatiently(connection, call, { ...deadline, tries });
      breaker.note(call, beganMs);
      return answer;
    } catch (error) {
      breaker.note(call, beganMs, error);
      throw error;
    } finally {
      deadline.clear();
    }
  };
}

async function tryPatiently<T>(
  connection: Connection,
  call: Call<T>,
  { signal, untilMs, words, tries }: Deadline & { readonly tries: number },
): Promise<T> {
  for (let tryNo = 1; ; tryNo += 1) {
    try {
      return await send(connection, call, signal, words);
    } catch (error) {
      const pauseMs = FIRST_PAUSE_MS * 2 ** (tryNo - 1) * (0.5 + Math.random());
      if (signal.aborted || tryNo === tries || !mayTryAgain(call, error) || performance.now() + pauseMs > untilMs)
        throw error;
      // Ended early by the signal, the next try fails at once with the words for it.
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** When a request has to be done with. `untilMs` is on the clock of `performance.now()`. */
type Deadline = {
  readonly signal: AbortSignal;
  readonly untilMs: number;
  readonly words: () => string;
  readonly clear: () => void;
};

function deadlineIn(limitMs: number, actSignal: AbortSignal | undefined): Deadline {
  const own = new AbortController();
  const end = (): void => own.abort();
  const timer = setTimeout(end, limitMs);
  actSignal?.addEventListener("abort", end, { once: true });
  if (actSignal?.aborted) end();
  return {
    signal: own.signal,
    untilMs: performance.now() + limitMs,
    words: () => (actSignal?.aborted ? NO_TIME : `no answer in ${limitMs / 1000} s`),
    clear: () => {
      clearTimeout(timer);
      actSignal?.removeEventListener("abort", end);
    },
  };
}

/** No answer, a 5xx or a page instead of JSON may be better next time; a refusal or a redirection will not. */
function mayTryAgain(call: Call<unknown>, error: unknown): boolean {
  if (call.writes || !(error instanceof LibreTimeError) || error.problemCode === "LIBRETIME_REFUSED_KEY") return false;
  return error.status === undefined || error.status >= 500 || /HTML|JSON/.test(error.outcome);
}
