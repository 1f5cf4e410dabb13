import { NextResponse, type NextRequest } from "next/server";
import { problemOnWire } from "@/domain/problems";
import { env } from "@/server/env";
import { admittedHeaders } from "@/server/guard/admitted";
import { clientAddress } from "@/server/guard/client-address";
import { judge, type Refused } from "@/server/guard/judge";
import { log } from "@/server/log";

/** Before every door: who may not come in is answered here, and a door sees nothing of it. */
export function proxy(request: NextRequest): Response {
  const publicOrigin = env().PUBLIC_URL ?? null;
  const { method, headers, nextUrl } = request;
  const refused = judge({ method, headers, pathname: nextUrl.pathname }, publicOrigin);
  if (refused) log.info({ event: "refused", status: refused.status, method, from: clientAddress(headers) }, "a request was refused before its door");
  return refused ? refusal(refused) : NextResponse.next({ request: { headers: admittedHeaders(headers, publicOrigin) } });
}

/** In the shape of Airweek's own answers, with the `errors` that Payload's admin reads. */
function refusal({ status, problem }: Refused): Response {
  const told = problemOnWire(problem);
  return Response.json({ success: false, ...told, errors: [{ message: told.error }] }, { status, headers: { "cache-control": "no-store" } });
}

/** What a build has made for everybody needs no guard. */
export const config = { matcher: "/((?!_next/static/).*)" };
