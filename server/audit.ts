import type { Logger } from "pino";
import { log } from "@/server/log";

/** What is written down of people: who came in or did not, and what was done to whom. */
export type AuditEvent =
  | "signed_in"
  | "sign_in_refused"
  | "throttled"
  | "forbidden"
  | "person_made"
  | "person_deleted"
  | "role_changed"
  | "password_changed"
  | "key_made"
  | "key_revoked";

/** Ids of people, never their addresses. */
export type AuditFields = {
  /** Whoever did it; null for nobody who is known. */
  readonly who: string | null;
  /** Whom it was done to, when that is a person of ours. */
  readonly whom?: string | null;
  /** The network address that it came from; null for the server itself. */
  readonly from: string | null;
  readonly [detail: string]: string | number | null | undefined;
};

const refusals: ReadonlySet<AuditEvent> = new Set(["sign_in_refused", "throttled", "forbidden"]);

/** One line: `[PEOPLE] role_changed who=… whom=… from=203.0.113.9 to=viewer`. */
export function audit(
  event: AuditEvent,
  { who, from, ...rest }: AuditFields,
  to: Pick<Logger, "info" | "warn"> = log,
): void {
  const fields = { who: who ?? "nobody", ...rest, from: from ?? "server" };
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  const line = ["[PEOPLE]", event, ...said.map(([name, value]) => `${name}=${value}`)].join(" ");
  to[refusals.has(event) ? "warn" : "info"]({ event, ...Object.fromEntries(said) }, line);
}
