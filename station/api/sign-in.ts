import { createHash, timingSafeEqual } from "node:crypto";

import type { Row } from "../model/field";
import type { Store } from "../store/store";
import { detail } from "./answer";
import type { Answer } from "./answer";
import { cookieOf } from "./request";
import type { StationRequest } from "./request";
import type { Sessions } from "./sessions";

/** Who asks. The key is nobody in particular; "stale-cookie" is an anonymous with a session that is none (R314). */
export type Asker = { readonly user?: Row; readonly staleCookie?: boolean };

type SignIn = { readonly ok: true; readonly asker: Asker } | { readonly ok: false; readonly answer: Answer };

const refusal = (sentence: string): SignIn => ({ ok: false, answer: detail(403, sentence) });

/** Session first, then HTTP Basic; failures are 403, never 401 (R019, R020). The Api-Key is judged later, by permissions. */
export function signIn(request: StationRequest, store: Store, sessions: Sessions): SignIn {
  const cookie = cookieOf(request, "sessionid");
  const session = sessions.find(cookie);
  const user = session && store.get("users", session.userId);
  if (session && user) {
    const isRead = ["GET", "HEAD", "OPTIONS", "TRACE"].includes(request.method);
    const complaint = isRead ? undefined : csrfComplaint(request);
    return complaint === undefined ? { ok: true, asker: { user } } : refusal(`CSRF Failed: ${complaint}`);
  }
  const staleCookie = cookie !== undefined;
  const [scheme = "", ...rest] = (request.header("authorization") ?? "").split(/\s+/).filter((word) => word !== "");
  if (scheme.toLowerCase() !== "basic") return { ok: true, asker: { staleCookie } };
  return basic(rest, store);
}

function csrfComplaint(request: StationRequest): string | undefined {
  const [cookie, header] = [cookieOf(request, "csrftoken"), request.header("x-csrftoken")];
  if (cookie === undefined) return "CSRF cookie not set.";
  if (header === undefined) return "CSRF token missing.";
  return header === cookie ? undefined : "CSRF token from the 'X-Csrftoken' HTTP header incorrect.";
}

function basic(credentials: readonly string[], store: Store): SignIn {
  if (credentials.length === 0) return refusal("Invalid basic header. No credentials provided.");
  if (credentials.length > 1) return refusal("Invalid basic header. Credentials string should not contain spaces.");
  const decoded = Buffer.from(credentials[0] ?? "", "base64");
  const isBase64 = decoded.toString("base64").replace(/=+$/, "") === (credentials[0] ?? "").replace(/=+$/, "");
  const [name = "", ...password] = decoded.toString("utf8").split(":");
  if (!isBase64 || password.length === 0)
    return refusal("Invalid basic header. Credentials not correctly base64 encoded.");
  const user = findUser(store, name, password.join(":"));
  return user ? { ok: true, asker: { user } } : refusal("Invalid username/password.");
}

export function findUser(store: Store, name: string, password: string): Row | undefined {
  for (const user of store.all("users")) if (user.username === name && user.password === password) return user;
  return undefined;
}

/** "broken" is what LibreTime answers 500 to: no token (R013), or one that is not ASCII (R014). */
type KeyVerdict = "right" | "wrong" | "broken";

/** A prefix test and the second word: "Api-KeyX <key> more" passes (R015, R016), other schemes do not (R011, R012). */
export function judgeKey(header: string | undefined, key: string): KeyVerdict {
  if (!header?.startsWith("Api-Key")) return "wrong";
  const token = header.split(/\s+/)[1];
  if (token === undefined || token === "" || !/^[\x20-\x7e]*$/.test(token)) return "broken";
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(token), digest(key)) ? "right" : "wrong";
}
