import { sentenceOf } from "@/domain/problems";
import { getCms } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";

/** Whether planning works, or every reason why not. */
export type Readiness = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly string[] };

/** Asks the database, and looks at the way to Redis and at the mirror: LibreTime is read in the background, not on this wait. */
export async function readiness(): Promise<Readiness> {
  const reasons: string[] = [];
  const { mirror, coordination, now } = await getDeps();
  try {
    await (await getCms()).count({ collection: "users", overrideAccess: true });
  } catch {
    reasons.push("The database does not answer.");
  }
  const problems = [coordination.problem(), mirror.freshness().failure?.problem ?? mirror.problem(now())];
  for (const problem of problems) if (problem) reasons.push(sentenceOf(problem));
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true };
}
