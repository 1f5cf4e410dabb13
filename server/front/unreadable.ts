import type { IncomingMessage, ServerResponse } from "node:http";
import { refuseHere } from "./refuse-here";

const METHODS: readonly string[] = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Why a request is refused before anybody reads it, and the status that says so. */
type Unreadable = { readonly status: 400 | 405; readonly why: string };

/** What Next can make nothing of: it answers such a request with 500, and fills the log. Null for every other request. */
export function unreadable({ method = "", url = "" }: Pick<IncomingMessage, "method" | "url">): Unreadable | null {
  if (!METHODS.includes(method)) return { status: 405, why: "its method is none that any address here takes" };
  return isAddress(url) ? null : { status: 400, why: "its address is none" };
}

function isAddress(url: string): boolean {
  const [path = ""] = url.split("?");
  try {
    return decodeURIComponent(path) !== "" && path !== "*";
  } catch {
    return false;
  }
}

/** Tells it as every door does. */
export function refuseUnreadable(response: ServerResponse, { status, why }: Unreadable): void {
  refuseHere(response, {
    problem: { code: "MALFORMED_REQUEST", why },
    isPage: false,
    status,
    ...(status === 405 && { headers: { allow: METHODS.join(", ") } }),
  });
}
