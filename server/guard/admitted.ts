import { hasApiKey, isOfThisSite, withoutSession } from "./same-origin";

/**
 * The headers of a request as the doors shall see them. Behind an API key no cookie counts. Payload takes a cookie
 * only from `PUBLIC_URL`, and Next a call of a function only from the host that was asked: what the guard found to
 * be of this site is said so that both agree, also under the server's other addresses.
 */
export function admittedHeaders(given: Headers, publicOrigin: string | null): Headers {
  const headers = new Headers(given);
  if (hasApiKey(given)) {
    headers.set("cookie", withoutSession(given));
  } else if (publicOrigin !== null && (isOfThisSite(given, publicOrigin) || isNavigation(given))) {
    if (given.has("origin")) {
      headers.set("origin", publicOrigin);
      headers.set("x-forwarded-host", new URL(publicOrigin).host);
    } else {
      headers.set("sec-fetch-site", "same-origin");
    }
  }
  return headers;
}

/** A link on another site leads to the planner of somebody who is signed in, as it always did. */
function isNavigation(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  return !headers.has("origin") && (site === null || headers.get("sec-fetch-mode") === "navigate");
}
