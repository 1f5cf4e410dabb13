import { readiness } from "@/server/health";

/** 200 when planning works, otherwise 503 with the reasons, in sentences that name no address and no secret. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  return Response.json(answer, { status: answer.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
