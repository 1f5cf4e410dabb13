import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env, isDevelopment } from "@/server/env";
import { isRenderedForMany } from "@/server/front/own-request";
import { admittedHeaders } from "@/server/guard/admitted";
import { clientAddress } from "@/server/guard/client-address";
import { isServerFunction } from "@/server/guard/content-type";
import { judge, type Refused } from "@/server/guard/judge";
import { judgeFunction } from "@/server/guard/judge-function";
import { answerHeaders, kindOf } from "@/server/headers/answer-headers";
import { log } from "@/server/log";
import { refusalBody } from "@/server/refusal-body";

/** Before every door: who may not come in is answered here, and a door sees nothing of it. Every answer gets its headers here. */
export async function proxy(request: NextRequest): Promise<Response> {
  const publicOrigin = env().PUBLIC_URL ?? null;
  const { method, headers, nextUrl } = request;
  const asked = { method, headers, pathname: nextUrl.pathname };
  const admitted = admittedHeaders(headers, publicOrigin);
  const refused =
    judge(asked, publicOrigin) ?? (isServerFunction(asked) ? await judgeFunction(request, admitted) : null);
  if (refused)
    log.info(
      { event: "refused", status: refused.status, method, from: clientAddress(headers) },
      "a request was refused before its door",
    );
  const kind = kindOf(nextUrl.pathname);
  const hasNonce = (kind === "page" || kind === "admin") && !isRenderedForMany(headers);
  const nonce = hasNonce ? randomBytes(16).toString("base64url") : undefined;
  const shields = answerHeaders({
    kind,
    nonce,
    publicOrigin,
    isDev: isDevelopment(),
    ...(isPrivate(nextUrl.pathname, kind) && { cacheControl: "no-store" }),
  });
  if (refused) return withHeaders(refusal(refused), shields);
  return withHeaders(
    NextResponse.next({ request: { headers: told(admitted, nonce && shields["content-security-policy"]) } }),
    shields,
  );
}

/** Pictures of the build are anybody's. tRPC says it itself: an answer that goes on and on must not be compressed either. */
function isPrivate(pathname: string, kind: ReturnType<typeof kindOf>): boolean {
  return kind !== "asset" && !pathname.startsWith("/api/trpc/");
}

/** Next reads the nonce of a page from the request, where nobody else may have put one. */
function told(headers: Headers, policy: string | undefined): Headers {
  headers.delete("content-security-policy-report-only");
  if (policy) headers.set("content-security-policy", policy);
  else headers.delete("content-security-policy");
  return headers;
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function refusal({ status, problem }: Refused): Response {
  return Response.json(refusalBody(problem), { status, headers: { "cache-control": "no-store" } });
}

/** What a build has made for everybody needs no guard. */
export const config = { matcher: "/((?!_next/static/).*)" };
