import { metricsPage } from "@/server/metrics";
import { allowed, refusalResponse } from "@/server/rest/answer";

/** For Prometheus, with an admin's API key: the counts name kinds of acts and LibreTime's routes. */
export async function GET(request: Request): Promise<Response> {
  try {
    await allowed(request, "admin");
    const { contentType, text } = await metricsPage();
    return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
  } catch (cause) {
    return refusalResponse(cause);
  }
}

export const dynamic = "force-dynamic";
