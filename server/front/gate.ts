import type { IncomingMessage, ServerResponse } from "node:http";
import { wishedMonday } from "@/components/station/reach";
import type { CalendarDay } from "@/domain/zone";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { networkOf } from "@/server/throttle/network";
import { lullOf } from "./lull";
import { OWN_HEADER, ownToken } from "./own-request";
import { credentialOf, type KnownKeys } from "./signed-in";
import type { StationPages } from "./station-page";
import { refuseHere } from "./refuse-here";
import { turnsOf } from "./turns";
import { refuseUnreadable, unreadable } from "./unreadable";
import { windowsOf } from "./windows";

export type Gate = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

export type GateOf = {
  /** The listeners' page as many get it; null where each is asked who they are. */
  readonly station: StationPages | null;
  readonly today: () => CalendarDay;
  /** What signs sessions. */
  readonly secret: string;
  readonly keys: KnownKeys;
  /** Can the database be read? */
  readonly isReadable: () => Promise<boolean>;
  readonly now?: () => number;
};

/** For a whole office or a household behind one address: what is rendered for each costs more than what all get. */
const SECONDS = 10;
const grants = { rendered: 300, shared: 600 } as const;
const AT_ONCE = 6;
/** A page that the database was missing for asks again by itself. */
const AWAY_SECONDS = 5;
/** As long as this they make room for others to arrive. */
const LULL_MS = 1_000;

/**
 * Stands before Next: what a flood costs is spent here, where a refusal is a tenth of a millisecond. Who is signed in
 * passes. Nobody's requests are counted by address; of those that are rendered a few run at once for each address and
 * the others wait, so that health is answered between them. A page without its database is refused here: Next would
 * answer 500 and an empty page, or 200 and an error, because it has begun to send before it asks.
 */
export function createGate({ station, today, secret, keys, isReadable, now = Date.now }: GateOf): Gate {
  const windowOf = (granted: number) => windowsOf({ granted, ms: SECONDS * 1000, now });
  const windows = { rendered: windowOf(grants.rendered), shared: windowOf(grants.shared) };
  const turns = turnsOf({ atOnce: AT_ONCE, mostMs: 5_000 });
  const lull = lullOf({ mostMs: LULL_MS });
  return (request, response, next) => {
    lull.arrived();
    const fault = unreadable(request);
    if (fault) return refuseUnreadable(response, fault);
    if (isFree(request)) return next();
    const from = networkOf([request.headers["x-forwarded-for"]].flat()[0] ?? null);
    const { pathname, week } = addressOf(request);
    const isPage = !pathname.startsWith("/api/");
    const away = (): void =>
      refuseHere(response, { problem: { code: "DATABASE_UNREACHABLE" }, seconds: AWAY_SECONDS, isPage });
    const pass = (): void => {
      if (isPage) void isReadable().then((isThere) => (isThere ? next() : away()));
      else next();
    };
    const tooMany = (seconds: number): void =>
      refuseHere(response, { problem: { code: "TOO_MANY_REQUESTS", retryAfterSeconds: seconds }, seconds, isPage });
    if (station && pathname === "/station" && isPlainRead(request)) {
      const wait = windows.shared(from);
      if (wait !== null) return tooMany(wait);
      return void station
        .answer(request, response, wishedMonday(week, today()))
        .catch((cause: unknown) => (cause instanceof DatabaseUnreachable ? away() : pass()));
    }
    const { authorization } = request.headers;
    const credential = credentialOf(request.headers, secret);
    if (credential === "session" || (credential === "api-key" && keys.has(authorization!))) return pass();
    const wait = windows.rendered(from);
    if (wait !== null) return tooMany(wait);
    if (credential === "api-key") void keys.learn(authorization!);
    const isTaken = turns(from, (end) => {
      response.once("close", end);
      lull.whenCalm(() => (response.destroyed ? end() : pass()));
    });
    if (!isTaken) tooMany(SECONDS);
  };
}

/** What a build made for everybody, health for whoever watches us, and what this process asks itself. */
function isFree({ url = "", headers }: IncomingMessage): boolean {
  return (
    url.startsWith("/_next/static/") ||
    /^\/api\/health\/(live|ready)\/?(\?|$)/.test(url) ||
    headers[OWN_HEADER] === ownToken()
  );
}

/** Next's own requests for parts of a page are its own to answer. */
function isPlainRead({ method, headers }: IncomingMessage): boolean {
  return (
    (method === "GET" || method === "HEAD") && headers["rsc"] === undefined && headers["next-action"] === undefined
  );
}

function addressOf({ url = "" }: IncomingMessage): { readonly pathname: string; readonly week?: string } {
  const [pathname = "", query = ""] = url.split("?");
  const weeks = new URLSearchParams(query).getAll("week");
  return { pathname, ...(weeks.length === 1 && { week: weeks[0] }) };
}
