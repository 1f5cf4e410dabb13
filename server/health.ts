import { sentenceOf } from "@/domain/problems";
import { databaseWatch } from "@/server/database-watch";
import { getDeps } from "@/server/deps";
import { reasonsIn } from "@/server/health-of";
import { isShuttingDown } from "@/server/shutdown";

/** Whether planning works, or every reason why not. */
export type Readiness = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly string[] };

/**
 * What is known of the database, of Redis and of LibreTime. Nothing is asked on this wait: each is asked every few
 * seconds anyway, so that whatever fails is known within ten seconds, and whatever is back as well.
 */
export async function readiness(): Promise<Readiness> {
  if (isShuttingDown()) return { ok: false, reasons: [sentenceOf({ code: "SHUTTING_DOWN" })] };
  const reasons = reasonsIn(await getDeps(), await databaseWatch().problem());
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true };
}
