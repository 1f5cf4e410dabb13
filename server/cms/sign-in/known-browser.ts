import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { generateCookie, parseCookies } from "payload/shared";

/** Names the cookie that a browser keeps after its person has signed in. It signs nobody in. */
const COOKIE = "airweek-browser";
const YEAR_SECONDS = 365 * 24 * 3600;

/** The browser's own id, when somebody has signed in there under that address before; otherwise null. */
export function knownBrowser(headers: Headers, address: string, secret: string): string | null {
  const [id = "", signature = ""] = (parseCookies(headers).get(COOKIE) ?? "").split(".");
  const [given, own] = [Buffer.from(signature), Buffer.from(signed(id, address, secret))];
  return given.length === own.length && timingSafeEqual(given, own) ? id : null;
}

/** The cookie by which that browser is known from now on. */
export function browserCookie(address: string, secret: string, secure: boolean): string {
  const id = randomBytes(16).toString("base64url");
  const value = `${id}.${signed(id, address, secret)}`;
  return generateCookie<false>({
    name: COOKIE,
    value,
    maxAge: YEAR_SECONDS,
    path: "/api/users",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    returnCookieAsObject: false,
  });
}

function signed(id: string, address: string, secret: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["browser", id, address]))
    .digest("base64url");
}
