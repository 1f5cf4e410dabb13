import { expect as playwrights } from "@playwright/test";
import { setTimeout as wait } from "node:timers/promises";

/** As Playwright's `expect.poll` takes them, in milliseconds. */
type PollOptions = { readonly timeout?: number; readonly intervals?: number[]; readonly message?: string };

const PATIENCE_MS = 10_000;
const INTERVAL_MS = 60;

/** Playwright's own, which polls sixteen times a second: a look that fails is one that has not seen it yet. */
export const expect = new Proxy(playwrights, {
  get: (target, name) => (name === "poll" ? poll : Reflect.get(target, name)),
});

function poll<T>(look: () => T | Promise<T>, { timeout = PATIENCE_MS, ...options }: PollOptions = {}) {
  // What it failed with is told in the end, which Playwright does not know of a look that is still under way.
  const untilMs = performance.now() + timeout * 0.9;
  return playwrights.poll(() => untilItAnswers(look, untilMs), { intervals: [INTERVAL_MS], timeout, ...options });
}

async function untilItAnswers<T>(look: () => T | Promise<T>, untilMs: number): Promise<T> {
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > untilMs) throw error;
      await wait(INTERVAL_MS);
    }
  }
}
