import type { Answer } from "./answer";
import type { StationRequest } from "./request";

/** Answered before anybody asks who it is (R087). */
export function preflight(request: StationRequest, allowedOrigins: readonly string[]): Answer | undefined {
  if (request.method !== "OPTIONS" || request.header("access-control-request-method") === undefined) return undefined;
  const bare: Answer = { status: 200, html: "", beforeSignIn: true };
  if (!allowedOrigins.includes(request.header("origin") ?? "")) return bare;
  return shareWith(request, allowedOrigins, {
    ...bare,
    headers: {
      "access-control-allow-headers": "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with",
      "access-control-allow-methods": "DELETE, GET, OPTIONS, PATCH, POST, PUT",
    },
  });
}

/** A foreign origin still gets the answer, only without the header (R088, R089). */
export function shareWith(request: StationRequest, allowedOrigins: readonly string[], answer: Answer): Answer {
  const origin = request.header("origin");
  if (origin === undefined || !allowedOrigins.includes(origin)) return answer;
  return { ...answer, headers: { ...answer.headers, "access-control-allow-origin": origin } };
}
