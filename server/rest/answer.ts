import type { z } from "zod";
import { httpStatus, problemHeaders, problemOnWire, type Problem } from "@/domain/problems";
import { mayPlan } from "@/domain/roles";
import { audit } from "@/server/audit";
import { actorOf } from "@/server/cms/cms";
import type { Actor } from "@/server/cms/records";
import { withBodyLimit } from "@/server/body-limit";
import { getDeps } from "@/server/deps";
import { clientAddress } from "@/server/guard/client-address";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Deps } from "@/server/schedule/deps";
import { problemOfInput } from "@/server/schedule/inputs";
import { problemIn } from "@/server/schedule/problem-in";

/** Who may come in: anybody who is signed in, who plans, or who runs the station. */
type Who = "reader" | "programmer" | "admin";

type Door<Input, Output> = {
  readonly who: Who;
  readonly input: z.ZodType<Input>;
  /** Where the input stands: the JSON body, the query, or either. */
  readonly from: "body" | "query" | "either";
  readonly act: (deps: Deps, actor: Actor, input: Input) => Promise<Output>;
};

/** A REST route over a use case: who you are, then the body, then the act; an error is always JSON with its code. */
export function restDoor<Input, Output>({ who, input, from, act }: Door<Input, Output>) {
  return async (request: Request): Promise<Response> => {
    try {
      const actor = await allowed(request, who);
      const given = await readInput(request, from);
      const parsed = input.safeParse(given);
      if (!parsed.success) throw new Refusal(problemOfInput(parsed.error, given));
      return Response.json(await act(await getDeps(), actor, parsed.data), {
        headers: { "cache-control": "no-store" },
      });
    } catch (cause) {
      return refusalResponse(cause);
    }
  };
}

/** The answer for whatever went wrong. */
export function refusalResponse(cause: unknown): Response {
  const problem: Problem = problemIn(cause) ?? { code: "INTERNAL" };
  if (problem.code === "INTERNAL") log.error({ err: cause }, "a REST route failed");
  return Response.json(
    { success: false, ...problemOnWire(problem) },
    {
      status: httpStatus[problem.code],
      headers: { "cache-control": "no-store", ...problemHeaders(problem) },
    },
  );
}

/** The person behind the request, when that person may. */
export async function allowed(request: Request, who: Who): Promise<Actor> {
  const actor = await actorOf(request.headers);
  if (!actor) throw new Refusal({ code: "UNAUTHENTICATED" });
  const needs =
    who === "programmer" && !mayPlan(actor.role)
      ? "admins and programmers"
      : who === "admin" && actor.role !== "admin"
        ? "admins"
        : null;
  if (needs) {
    const { pathname } = new URL(request.url);
    audit("forbidden", { who: actor.id, from: clientAddress(request.headers), what: `${request.method} ${pathname}` });
    throw new Refusal({ code: "FORBIDDEN", needs });
  }
  return actor;
}

/** A query's `+01:00` is written `%2B01:00`; where it was not, it arrives as a space that no time has. */
function queryOf({ url }: Request): Record<string, string> {
  const fields = [...new URL(url).searchParams].map(([name, value]) => [
    name,
    value.replace(/ (\d{2}:?\d{2})$/, "+$1"),
  ]);
  return Object.fromEntries(fields) as Record<string, string>;
}

/** No act takes more than a few ids and times. */
const BODY_LIMIT = 64 * 1024;

async function readInput(request: Request, from: Door<unknown, unknown>["from"]): Promise<unknown> {
  const query = queryOf(request);
  if (from === "query") return query;
  const body = await withBodyLimit(request, BODY_LIMIT)
    .text()
    .catch(() => {
      throw new Refusal({ code: "MALFORMED_REQUEST", why: "it is too long, or was cut" });
    });
  if (body.trim() === "") return from === "either" ? query : {};
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new Refusal({ code: "MALFORMED_REQUEST", why: "it is not JSON" });
  }
}
