import type { IncomingMessage, ServerResponse } from "node:http";
import { problemOnWire } from "@/domain/problems";
import { answerHeaders } from "@/server/headers/answer-headers";

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
  const told = problemOnWire({ code: "MALFORMED_REQUEST", why });
  response.writeHead(status, {
    ...answerHeaders({ kind: "api", cacheControl: "no-store" }),
    "content-type": "application/json",
    ...(status === 405 && { allow: METHODS.join(", ") }),
  });
  response.end(JSON.stringify({ success: false, ...told, errors: [{ message: told.error }] }));
}
