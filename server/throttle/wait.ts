import { RateLimiterRes } from "rate-limiter-flexible";
import type { Problem } from "@/domain/problems";

/** How long somebody has to wait. */
export type Wait = {
  /** Whole seconds, at least 1. */
  readonly seconds: number;
  /** Is it the first request that this wait refuses? The log has one line a wait, however often somebody asks. */
  readonly isFirst: boolean;
};

/** What the limiter throws when it has no more to give; everything else is a failure and is thrown on. */
export function waitIn(thrown: unknown, points: number): Wait {
  if (!(thrown instanceof RateLimiterRes)) throw thrown;
  return { seconds: Math.max(1, Math.ceil(thrown.msBeforeNext / 1000)), isFirst: thrown.consumedPoints === points + 1 };
}

/** The same as every door answers it. */
export function tooMany({ seconds }: Wait): Problem & { readonly code: "TOO_MANY_REQUESTS" } {
  return { code: "TOO_MANY_REQUESTS", retryAfterSeconds: seconds };
}
