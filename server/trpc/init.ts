import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { problemOnWire, type Problem, type ProblemOnWire } from "@/domain/problems";
import { mayPlan } from "@/domain/roles";
import { audit } from "@/server/audit";
import type { Actor } from "@/server/cms/records";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Deps } from "@/server/schedule/deps";
import { problemOfInput } from "@/server/schedule/inputs";
import { problemIn } from "@/server/schedule/problem-in";
import { trpcCode } from "./codes";

/** What every procedure gets: who asks, and what the acts stand on. */
export type Context = {
  readonly actor: Actor | null;
  /** Asks anew who the same request would be of. */
  readonly again: () => Promise<Actor | null>;
  readonly deps: Deps;
  /** The network address of who asks. */
  readonly from?: string | null;
};

const t = initTRPC.context<Context>().create({
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  errorFormatter({ shape, error, input }) {
    const problem: ProblemOnWire = problemOnWire(problemOf(error, input));
    const { stack: _, ...data } = shape.data;
    return { ...shape, message: problem.error, data: { ...data, problem } };
  },
});

/** What is wrong, as a problem: the use case's own, the input's, or ours. */
export function problemOf(error: TRPCError, input: unknown): Problem {
  const problem = problemIn(error.cause);
  if (problem) return problem;
  if (error.cause instanceof ZodError) return problemOfInput(error.cause, input);
  switch (error.code) {
    case "UNAUTHORIZED":
      return { code: "UNAUTHENTICATED" };
    case "FORBIDDEN":
      return { code: "FORBIDDEN" };
    case "NOT_FOUND":
      return { code: "MALFORMED_REQUEST", why: "there is no such procedure" };
    case "PARSE_ERROR":
    case "BAD_REQUEST":
    case "METHOD_NOT_SUPPORTED":
    case "UNSUPPORTED_MEDIA_TYPE":
    case "PAYLOAD_TOO_LARGE":
      return { code: "MALFORMED_REQUEST", why: "it is not JSON, or not what this procedure takes" };
    default:
      return { code: "INTERNAL" };
  }
}

/** What was thrown before any procedure was asked, with the status that its problem has. */
export function asTrpcError(cause: unknown): unknown {
  const problem = problemIn(cause);
  return problem ? new TRPCError({ code: trpcCode[problem.code], message: problem.code, cause }) : cause;
}

export const router = t.router;

/**
 * Turns what the use cases throw into an error with the fitting status. `next()` never throws in tRPC 11: it
 * answers `{ ok: false, error }`.
 */
const withProblems = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  const problem = problemIn(cause);
  if (problem) throw new TRPCError({ code: trpcCode[problem.code], message: problem.code, cause });
  if (result.error.code === "INTERNAL_SERVER_ERROR") log.error({ err: cause ?? result.error }, "a procedure failed");
  return result;
});

/** Who you are is asked before what you send is looked at. */
function roleProcedure(allows: (actor: Actor) => boolean, needs: string) {
  return t.procedure.use(withProblems).use(({ ctx, next, path }) => {
    if (!ctx.actor) throw new TRPCError({ code: "UNAUTHORIZED", cause: new Refusal({ code: "UNAUTHENTICATED" }) });
    if (!allows(ctx.actor)) audit("forbidden", { who: ctx.actor.id, from: ctx.from ?? null, what: path });
    if (!allows(ctx.actor))
      throw new TRPCError({ code: "FORBIDDEN", cause: new Refusal({ code: "FORBIDDEN", needs }) });
    return next({ ctx: { ...ctx, actor: ctx.actor } });
  });
}

/** Anybody who is signed in. */
export const readerProcedure = roleProcedure(() => true, "who is signed in");
/** Who plans: admin and programmer. */
export const programmerProcedure = roleProcedure(({ role }) => mayPlan(role), "admins and programmers");
/** Who runs the station. */
export const adminProcedure = roleProcedure(({ role }) => role === "admin", "admins");
