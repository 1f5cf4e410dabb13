import { httpStatus, type Problem } from "@/domain/problems";
import { withBodyLimit } from "@/server/body-limit";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import type { Refused } from "./judge";
import { firstArgument } from "./reply";

/** No form of the admin's is longer; Next has the same limit for these calls. */
const BODY_LIMIT = 256 * 1024;

type Judge = (headers: Headers, call: unknown) => Promise<Problem | null>;

const shared = globalThis as { airweekFunctionJudge?: Judge };

/** Who judges calls from now on: the one who knows people and fields. A build packs the guard without it. */
export function judgeFunctionsBy(judge: Judge): void {
  shared.airweekFunctionJudge = judge;
}

/**
 * The guard's look at a call of a function of Payload's admin. Once such a call is in, Next answers 500 to whatever
 * is thrown; here it is told by its own status. Who asks comes before what is sent.
 */
export async function judgeFunction(request: Request, headers: Headers): Promise<Refused | null> {
  const judge = shared.airweekFunctionJudge;
  if (!judge) return refusedFor({ code: "UNAUTHENTICATED" });
  try {
    return await judgedBy(judge, request, headers);
  } catch (cause) {
    if (cause instanceof DatabaseUnreachable) return refusedFor(cause.problem);
    throw cause;
  }
}

async function judgedBy(judge: Judge, request: Request, headers: Headers): Promise<Refused | null> {
  const stranger = await judge(headers, null);
  if (stranger?.code === "UNAUTHENTICATED") return refusedFor(stranger);
  const body = await withBodyLimit(request, BODY_LIMIT)
    .text()
    .catch(() => null);
  if (body === null) return refusedFor({ code: "MALFORMED_REQUEST", why: "it is too long, or was cut" });
  const problem = await judge(headers, firstArgument(body));
  return problem && refusedFor(problem);
}

function refusedFor(problem: Problem): Refused {
  return { status: httpStatus[problem.code], problem };
}
