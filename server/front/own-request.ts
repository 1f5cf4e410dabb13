import { randomBytes } from "node:crypto";

/** How this process tells its own requests to itself from everybody else's. */
export const OWN_HEADER = "x-airweek-own";

// The framework bundles a module more than once; what a process has only one of lives on the process.
const shared = globalThis as { airweekOwn?: string };

/** Nobody outside can know it. */
export function ownToken(): string {
  return (shared.airweekOwn ??= randomBytes(24).toString("hex"));
}

/** Does this process ask itself for a page that it will give to many? Such a page has no nonce. */
export function isRenderedForMany(headers: Headers): boolean {
  return headers.get(OWN_HEADER) === ownToken();
}
