import { httpStatus, problemOnWire, type Problem } from "@/domain/problems";
import { actorOf } from "@/server/cms/cms";
import { metricsPage } from "@/server/metrics";

/** For Prometheus, with an admin's API key: the counts name kinds of acts and LibreTime's routes. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refused({ code: "UNAUTHENTICATED" });
  if (actor.role !== "admin") return refused({ code: "FORBIDDEN", needs: "an admin" });
  const { contentType, text } = await metricsPage();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}

function refused(problem: Problem): Response {
  return Response.json({ success: false, ...problemOnWire(problem) }, { status: httpStatus[problem.code] });
}

export const dynamic = "force-dynamic";
