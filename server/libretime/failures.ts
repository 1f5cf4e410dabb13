import { LibreTimeError, type FieldErrors, type LibreTimeFailure } from "./libretime-error";
import type { Call } from "./call";

/** Codes of a connection that never came to be: nothing was sent. */
const beforeSending = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_INVALID_URL",
]);
const certificate = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

/** The failure of a request that got no answer. `error` is read for its code only: its text may quote a header. */
export function noAnswer(call: Call<unknown>, error: unknown): LibreTimeError {
  const { code, connecting } = networkCode(error);
  const unsent = connecting || beforeSending.has(code) || certificate.test(code);
  return failure(call, { outcome: code, maybeSaved: call.writes && !unsent, problemCode: "LIBRETIME_UNREACHABLE" });
}

/** The failure of a request whose time was up, or that whoever asked gave up. */
export function givenUp(call: Call<unknown>, outcome: string, wasSent: boolean): LibreTimeError {
  return failure(call, { outcome, maybeSaved: call.writes && wasSent, problemCode: "LIBRETIME_UNREACHABLE" });
}

/**
 * The failure of a request that was answered with something else than what was asked for. LibreTime's 500
 * says nothing about whether the write happened (R259, R260), a success in an unknown shape even less; a
 * redirection and a 4xx say that it did not.
 */
export function badAnswer(
  call: Call<unknown>,
  status: number,
  how: { readonly json: unknown; readonly unreadable?: string },
): LibreTimeError {
  const refusedKey = status === 403 && detailOf(how.json) !== null;
  const fieldErrors = status === 400 ? fieldErrorsOf(how.json) : undefined;
  const fields = fieldErrors ? `, refused ${Object.keys(fieldErrors).join(", ")}` : "";
  return failure(call, {
    outcome: `${status}${how.unreadable ? `, ${how.unreadable}` : fields}`,
    status,
    ...(fieldErrors ? { fieldErrors } : {}),
    maybeSaved: call.writes && (status < 300 || status >= 500),
    problemCode: refusedKey ? "LIBRETIME_REFUSED_KEY" : "LIBRETIME_ANSWER",
  });
}

/** LibreTime's `{"detail": …}`: what a JSON 403, 404 or 405 looks like. */
export function detailOf(json: unknown): string | null {
  const detail = typeof json === "object" && json !== null && "detail" in json ? json.detail : null;
  return typeof detail === "string" ? detail : null;
}

function failure(call: Call<unknown>, what: Omit<LibreTimeFailure, "what" | "method" | "path">): LibreTimeError {
  const problemCode = what.maybeSaved ? "OUTCOME_UNKNOWN" : what.problemCode;
  return new LibreTimeError({ what: call.what, method: call.method, path: call.path, ...what, problemCode });
}

function fieldErrorsOf(json: unknown): FieldErrors | undefined {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  const fields = Object.entries(json).filter(([, messages]) => Array.isArray(messages));
  return Object.fromEntries(fields.map(([field, messages]) => [field, (messages as unknown[]).map(String)]));
}

function networkCode(error: unknown): { readonly code: string; readonly connecting: boolean } {
  for (let at: unknown = error; typeof at === "object" && at !== null; at = "cause" in at ? at.cause : null) {
    if ("code" in at && typeof at.code === "string")
      return { code: at.code, connecting: "syscall" in at && at.syscall === "connect" };
  }
  return { code: "no connection", connecting: false };
}
