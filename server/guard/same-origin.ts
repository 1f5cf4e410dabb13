/** Methods that change nothing, whoever sends them. */
const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** The name of the cookie that Payload signs people in with. */
export const SESSION_COOKIE = "payload-token";

/** Can this request change something? */
export function canChange(method: string): boolean {
  return !reading.has(method.toUpperCase());
}

/** Does a script ask that signs itself in by an API key? Such a request is the key's, even when a cookie comes with it. */
export function hasApiKey(headers: Headers): boolean {
  return headers.get("authorization")?.startsWith("users API-Key ") ?? false;
}

/**
 * Does a page of Airweek itself ask? The browser says so in `Sec-Fetch-Site`. Where it does not, on plain http
 * under a name that is not localhost, it sends `Origin` with everything that can change something: that is
 * `PUBLIC_URL`'s, or it has the host that was asked. A request with neither comes from no browser: it passes
 * without a session cookie (somebody signs in with curl), and not with one.
 */
export function isOfThisSite(headers: Headers, publicOrigin: string | null): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin, { publicOrigin, host: hostOf(headers) });
  return !hasSession(headers);
}

/**
 * Did a page of Airweek itself lead to this page, or did somebody type its address? Where the browser does not say so,
 * on plain http under a name that is not localhost, the page that led here has to be named.
 */
export function isLedByThisSite(headers: Headers, publicOrigin: string | null): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const from = headers.get("referer");
  if (from === null) return !hasSession(headers);
  return URL.canParse(from) && isOwnOrigin(new URL(from).origin, { publicOrigin, host: hostOf(headers) });
}

type Own = { readonly publicOrigin: string | null; readonly host: string | null };

/** Under the host of `PUBLIC_URL`, its scheme counts as well: a page on plain http may be anybody's who stands in between. */
function isOwnOrigin(origin: string, { publicOrigin, host }: Own): boolean {
  if (publicOrigin !== null && origin === publicOrigin) return true;
  const from = originOf(origin);
  const isPublicHost = publicOrigin !== null && new URL(publicOrigin).host === from?.host;
  return from !== null && !isPublicHost && host !== null && host === from.host;
}

/** An origin exactly as browsers write it; null for everything else, `null` included. */
function originOf(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && url.origin === text ? url : null;
}

/** The host that the browser asked, with its port unless that is the scheme's own. */
function hostOf(headers: Headers): string | null {
  const asked = headers.get("x-forwarded-host") ?? headers.get("host");
  if (asked === null || !URL.canParse(`http://${asked}`)) return null;
  return asked.toLowerCase().replace(/:(80|443)$/, "");
}

function hasSession(headers: Headers): boolean {
  return cookiesOf(headers).some((each) => nameOf(each) === SESSION_COOKIE);
}

/** The `Cookie` header without the session. */
export function withoutSession(headers: Headers): string {
  return cookiesOf(headers)
    .filter((each) => nameOf(each) !== SESSION_COOKIE)
    .join("; ");
}

function cookiesOf(headers: Headers): readonly string[] {
  return (headers.get("cookie") ?? "")
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function nameOf(cookie: string): string {
  return cookie.split("=")[0]!.trim();
}
