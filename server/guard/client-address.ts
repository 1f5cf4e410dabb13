/**
 * The address of whoever sent a request: of the socket, or, behind a `TRUSTED_PROXY`, the one that the proxy names.
 * Nobody else can write it, see `arrivals.ts`. Null for a request that came by no socket, as in a test.
 */
export function clientAddress(headers: Headers): string | null {
  return headers.get("x-forwarded-for");
}
