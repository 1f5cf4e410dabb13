import { givenStation, type Given, type GivenOptions } from "@/server/schedule/given/given.test-kit";
import { expect } from "vitest";
import { GET as listSlotsRoute } from "@/app/api/schedule/listSlots/route";
import { POST as planOneRoute } from "@/app/api/schedule/planOne/route";
import { DELETE as unplanOneRoute } from "@/app/api/schedule/unplanOne/route";
import { GET as trpcGet, POST as trpcPost } from "@/app/api/trpc/[trpc]/route";
import type { Role } from "@/domain/roles";
import type { Deps } from "@/server/schedule/deps";
import { appRouter } from "@/server/trpc/router";

const shared = globalThis as { airweekDeps?: Promise<Deps> };

/** Who asks: a role, or somebody who is not signed in. */
export type Who = Role | "nobody";
export const everybody: readonly Who[] = ["nobody", "viewer", "host", "programmer", "admin"];
export const signedIn: readonly Who[] = ["viewer", "host", "programmer", "admin"];
export const planners: readonly Who[] = ["programmer", "admin"];

/** A station behind the doors that the process serves. */
export async function givenDoors(options: GivenOptions = {}): Promise<Given> {
  const given = await givenStation(options);
  serveWith(given.deps);
  return given;
}

/** From now on the doors stand on that. */
export function serveWith(deps: Deps): void {
  shared.airweekDeps = Promise.resolve(deps);
}

export type Sent = {
  readonly who?: Who;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export function requestTo(
  path: string,
  method: string,
  { who = "programmer", query = "", body, headers = {} }: Sent,
): Request {
  const signed: Record<string, string> = who === "nobody" ? {} : { authorization: `users API-Key key-of-the-${who}` };
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return new Request(`http://airweek.test${path}${query}`, {
    method,
    headers: { "content-type": "application/json", ...signed, ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
}

export type Answered = readonly [status: number, body: Record<string, unknown>];

export async function answer(response: Response | Promise<Response>): Promise<Answered> {
  const given = await response;
  expect(given.headers.get("content-type")).toContain("application/json");
  return [given.status, (await given.json()) as Record<string, unknown>];
}

export const planRest = (sent: Sent) => answer(planOneRoute(requestTo("/api/schedule/planOne", "POST", sent)));
export const unplanRest = (sent: Sent) => answer(unplanOneRoute(requestTo("/api/schedule/unplanOne", "DELETE", sent)));
export const listRest = (sent: Sent) => answer(listSlotsRoute(requestTo("/api/schedule/listSlots", "GET", sent)));

/** Every procedure by its name, and what it is. */
export const procedureTypes: Readonly<Record<string, "query" | "mutation" | "subscription">> = Object.fromEntries(
  Object.entries(appRouter._def.procedures).map(([name, procedure]) => [
    name,
    (procedure as unknown as { _def: { type: "query" | "mutation" | "subscription" } })._def.type,
  ]),
);

/** Calls a procedure as the browser does. */
export async function askTrpc(name: string, { who, body, headers }: Sent): Promise<Response> {
  if (procedureTypes[name] === "mutation")
    return trpcPost(requestTo(`/api/trpc/${name}`, "POST", { who, body, headers }));
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return trpcGet(
    requestTo(`/api/trpc/${name}`, "GET", {
      who,
      headers,
      ...(text === undefined ? {} : { query: `?input=${encodeURIComponent(text)}` }),
    }),
  );
}

/** The same, with what it answered. */
export const trpc = (name: string, sent: Sent): Promise<Answered> => answer(askTrpc(name, sent));

/** The problem of an answer, over tRPC and REST alike; null when there is none. */
export function codeIn([, body]: Answered): string | null {
  const error = body["error"] as { data?: { problem?: { code: string } } } | undefined;
  return (body["code"] as string | undefined) ?? error?.data?.problem?.code ?? null;
}

/** What was answered when nothing was wrong: the act's own answer, over tRPC and REST alike. */
export function resultIn([, body]: Answered): unknown {
  return (body["result"] as { data: unknown } | undefined)?.data ?? body;
}

/** The input of a plan of "Night Flight #1" at 20:00. */
export function wish({ shows, episodes }: Given, over: object = {}) {
  return {
    showId: shows.night,
    episodeId: episodes.night1,
    scheduledAt: "2026-11-24T20:00:00Z",
    scheduledEnd: "2026-11-24T21:00:00Z",
    ...over,
  };
}

/** Somebody moves our row in LibreTime, within its instance. */
export async function drift(given: Given, playoutId: number): Promise<void> {
  const row = (await given.station.snapshot()).schedule.find(({ id }) => id === playoutId)!;
  await given.station.put("schedule", {
    ...row,
    starts_at: String(row["starts_at"]).replace(":00:00", ":10:00"),
  } as never);
}
